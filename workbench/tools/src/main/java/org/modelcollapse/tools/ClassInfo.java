package org.modelcollapse.tools;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What a class file declares. Immutable.
 *
 * @param name internal name, such as {@code org/knime/core/node/NodeModel}
 * @param access flags, of a nested type those it was declared with
 * @param enclosing internal name of the enclosing type of a nested type, else null
 * @param superName internal name of the superclass, null for Object
 * @param interfaces internal names of the interfaces it names itself
 * @param members by name and descriptor, fields as {@code name:descriptor}
 */
record ClassInfo(String name, int access, String enclosing, String superName, List<String> interfaces, Map<String, Member> members) {

    static final int API = Opcodes.ASM9;
    private static final int VISIBLE = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;

    /**
     * A field, method or constructor.
     *
     * @param access flags
     * @param constant value of a constant that compilers copy into the code that uses it, else null
     * @param hasDefault whether it is an element of an annotation that may be left out
     */
    record Member(int access, Object constant, boolean hasDefault) {
        /** @return whether it is public or protected and was written in the source */
        boolean isVisible() {
            return isAccessible() && !is(Opcodes.ACC_SYNTHETIC);
        }

        /** @return whether it is public or protected, also where compilers made it so that a method with a narrower result can be called by the wider one */
        boolean isAccessible() {
            return is(VISIBLE);
        }

        boolean is(final int flag) {
            return (access & flag) != 0;
        }
    }

    boolean is(final int flag) {
        return (access & flag) != 0;
    }

    /** @return whether the type itself is public or protected; what encloses it is another question */
    boolean isDeclaredVisible() {
        return is(VISIBLE) && !is(Opcodes.ACC_SYNTHETIC);
    }

    /** @return the names of the types it extends and implements */
    List<String> supertypes() {
        final List<String> supertypes = new ArrayList<>(interfaces);
        if (superName != null) {
            supertypes.add(0, superName);
        }
        return supertypes;
    }

    String packageName() {
        return name.substring(0, Math.max(0, name.lastIndexOf('/'))).replace('/', '.');
    }

    static String readable(final String internal) {
        return internal.replace('/', '.').replace('$', '.');
    }

    static ClassInfo read(final byte[] bytes) {
        final Reader reader = new Reader();
        new ClassReader(bytes).accept(reader, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return new ClassInfo(reader.name, reader.access, reader.enclosing, reader.superName, reader.interfaces, Collections.unmodifiableMap(reader.members));
    }

    private static final class Reader extends ClassVisitor {
        private final Map<String, Member> members = new LinkedHashMap<>();
        private String name;
        private int access;
        private String enclosing;
        private String superName;
        private List<String> interfaces = List.of();

        Reader() {
            super(API);
        }

        @Override
        public void visit(final int version, final int flags, final String type, final String signature, final String parent, final String[] implemented) {
            name = type;
            access = flags;
            superName = parent;
            interfaces = implemented == null ? List.of() : List.of(implemented);
        }

        @Override
        public void visitInnerClass(final String inner, final String outer, final String simple, final int flags) {
            if (inner.equals(name)) {
                access = flags;
                enclosing = outer;
            }
        }

        @Override
        public FieldVisitor visitField(final int flags, final String field, final String descriptor, final String signature, final Object value) {
            members.put(field + ":" + descriptor, new Member(flags, value, false));
            return null;
        }

        @Override
        public MethodVisitor visitMethod(final int flags, final String method, final String descriptor, final String signature, final String[] exceptions) {
            final String key = method + descriptor;
            members.put(key, new Member(flags, null, false));
            return new MethodVisitor(API) {
                @Override
                public AnnotationVisitor visitAnnotationDefault() {
                    members.put(key, new Member(flags, null, true));
                    return null;
                }
            };
        }
    }
}
