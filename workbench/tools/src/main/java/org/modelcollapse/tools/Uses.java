package org.modelcollapse.tools;

import java.util.LinkedHashSet;
import java.util.Set;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/** Finds every type and member that a class refers to, also in annotations, signatures and lambdas. */
final class Uses extends ClassVisitor {

    /** Is told what is found. */
    interface Sink {
        void type(String name);

        /** onInterface is null where the code does not say whether the owner is an interface */
        void member(String owner, String key, boolean isStatic, Boolean onInterface);

        void annotation(String name, Set<String> elements);

        void lambda(String functionalInterface, String key);
    }

    private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";

    private final Sink sink;

    Uses(final Sink sink) {
        super(ClassInfo.API);
        this.sink = sink;
    }

    private void internal(final String name) {
        if (name != null) {
            type(Type.getObjectType(name));
        }
    }

    private void internals(final String[] names) {
        if (names != null) {
            for (final String name : names) {
                internal(name);
            }
        }
    }

    private void descriptor(final String descriptor) {
        type(Type.getType(descriptor));
    }

    private void type(final Type type) {
        switch (type.getSort()) {
            case Type.OBJECT -> sink.type(type.getInternalName());
            case Type.ARRAY -> type(type.getElementType());
            case Type.METHOD -> {
                type(type.getReturnType());
                for (final Type argument : type.getArgumentTypes()) {
                    type(argument);
                }
            }
            default -> {
                // numbers and void are no references
            }
        }
    }

    private void signature(final String signature) {
        if (signature != null) {
            new SignatureReader(signature).accept(new SignatureVisitor(api) {
                @Override
                public void visitClassType(final String name) {
                    internal(name);
                }
            });
        }
    }

    private void constant(final Object value) {
        if (value instanceof Type t) {
            type(t);
        } else if (value instanceof Handle h) {
            handle(h);
        }
    }

    private void handle(final Handle handle) {
        internal(handle.getOwner());
        final boolean field = handle.getTag() <= Opcodes.H_PUTSTATIC;
        final boolean isStatic = handle.getTag() == Opcodes.H_INVOKESTATIC || handle.getTag() == Opcodes.H_GETSTATIC || handle.getTag() == Opcodes.H_PUTSTATIC;
        descriptor(handle.getDesc());
        sink.member(handle.getOwner(), handle.getName() + (field ? ":" : "") + handle.getDesc(), isStatic, field ? null : handle.isInterface());
    }

    private AnnotationVisitor annotation(final String descriptor) {
        descriptor(descriptor);
        final String name = Type.getType(descriptor).getInternalName();
        return new Values(true) {
            @Override
            public void visitEnd() {
                sink.annotation(name, elements);
            }
        };
    }

    private class Values extends AnnotationVisitor {
        final Set<String> elements = new LinkedHashSet<>();
        private final boolean named;

        Values(final boolean named) {
            super(ClassInfo.API);
            this.named = named;
        }

        private void element(final String name) {
            if (named) {
                elements.add(name);
            }
        }

        @Override
        public void visit(final String name, final Object value) {
            element(name);
            constant(value);
        }

        @Override
        public void visitEnum(final String name, final String descriptor, final String value) {
            element(name);
            descriptor(descriptor);
            sink.member(Type.getType(descriptor).getInternalName(), value + ":" + descriptor, true, null);
        }

        @Override
        public AnnotationVisitor visitAnnotation(final String name, final String descriptor) {
            element(name);
            return annotation(descriptor);
        }

        @Override
        public AnnotationVisitor visitArray(final String name) {
            element(name);
            return new Values(false);
        }
    }

    @Override
    public void visit(final int version, final int access, final String name, final String signature, final String superName, final String[] interfaces) {
        internal(superName);
        internals(interfaces);
        signature(signature);
    }

    @Override
    public AnnotationVisitor visitAnnotation(final String descriptor, final boolean visible) {
        return annotation(descriptor);
    }

    @Override
    public RecordComponentVisitor visitRecordComponent(final String name, final String descriptor, final String signature) {
        descriptor(descriptor);
        signature(signature);
        return null;
    }

    @Override
    public FieldVisitor visitField(final int access, final String name, final String descriptor, final String signature, final Object value) {
        descriptor(descriptor);
        signature(signature);
        return new FieldVisitor(api) {
            @Override
            public AnnotationVisitor visitAnnotation(final String annotation, final boolean visible) {
                return annotation(annotation);
            }
        };
    }

    @Override
    public MethodVisitor visitMethod(final int access, final String name, final String descriptor, final String signature, final String[] exceptions) {
        descriptor(descriptor);
        signature(signature);
        internals(exceptions);
        return new Code();
    }

    private final class Code extends MethodVisitor {

        Code() {
            super(ClassInfo.API);
        }

        @Override
        public AnnotationVisitor visitAnnotation(final String descriptor, final boolean visible) {
            return annotation(descriptor);
        }

        @Override
        public AnnotationVisitor visitParameterAnnotation(final int parameter, final String descriptor, final boolean visible) {
            return annotation(descriptor);
        }

        @Override
        public void visitTypeInsn(final int opcode, final String type) {
            internal(type);
        }

        @Override
        public void visitMultiANewArrayInsn(final String descriptor, final int dimensions) {
            descriptor(descriptor);
        }

        @Override
        public void visitTryCatchBlock(final Label start, final Label end, final Label handler, final String type) {
            internal(type);
        }

        @Override
        public void visitLdcInsn(final Object value) {
            constant(value);
        }

        @Override
        public void visitFieldInsn(final int opcode, final String owner, final String name, final String descriptor) {
            internal(owner);
            descriptor(descriptor);
            sink.member(owner, name + ":" + descriptor, opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC, null);
        }

        @Override
        public void visitMethodInsn(final int opcode, final String owner, final String name, final String descriptor, final boolean isInterface) {
            internal(owner);
            descriptor(descriptor);
            sink.member(owner, name + descriptor, opcode == Opcodes.INVOKESTATIC, isInterface);
        }

        @Override
        public void visitInvokeDynamicInsn(final String name, final String descriptor, final Handle bootstrap, final Object... arguments) {
            descriptor(descriptor);
            for (final Object argument : arguments) {
                constant(argument);
            }
            if (bootstrap.getOwner().equals(LAMBDAS)) {
                sink.lambda(Type.getReturnType(descriptor).getInternalName(), name + ((Type)arguments[0]).getDescriptor());
            }
        }
    }
}
