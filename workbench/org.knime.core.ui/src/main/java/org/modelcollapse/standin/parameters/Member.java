package org.modelcollapse.standin.parameters;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A field of a parameters class that counts: not private, static or transient.
 *
 * @param owner the class that was asked, which declares or inherits the field
 * @param field the field
 */
record Member(Class<?> owner, Field field) {

    /** @return the members of a class, those of its superclasses first, else in the order of the source */
    static List<Member> of(final Class<?> owner) {
        final List<Member> members = new ArrayList<>();
        collect(owner, owner, members);
        return members;
    }

    private static void collect(final Class<?> owner, final Class<?> declaring, final List<Member> members) {
        if (declaring == null || declaring == Object.class) {
            return;
        }
        collect(owner, declaring.getSuperclass(), members);
        for (final Field field : declaring.getDeclaredFields()) {
            final int not = Modifier.PRIVATE | Modifier.STATIC | Modifier.TRANSIENT;
            if ((field.getModifiers() & not) == 0 && !field.isSynthetic()) {
                field.setAccessible(true);
                members.add(new Member(owner, field));
            }
        }
    }

    /** @return the field's name without a leading "m_" */
    String name() {
        return field.getName().startsWith("m_") ? field.getName().substring(2) : field.getName();
    }

    boolean isOptional() {
        return field.getType() == Optional.class;
    }

    /** @return the class of the value; of the content for an Optional */
    Class<?> type() {
        return isOptional() ? raw(argument(field.getGenericType())) : field.getType();
    }

    /**
     * @param kind Persistable or WidgetGroup
     * @return the class of the elements of an array or collection of that kind
     */
    Optional<Class<?>> elements(final Class<?> kind) {
        final Class<?> element;
        if (field.getType().isArray()) {
            element = field.getType().getComponentType();
        } else if (Collection.class.isAssignableFrom(field.getType())) {
            element = raw(argument(field.getGenericType()));
        } else {
            return Optional.empty();
        }
        return kind.isAssignableFrom(element) && !element.isEnum() ? Optional.of(element) : Optional.empty();
    }

    /** @return the annotation of the field, or for an inherited field that of the class that declares it */
    <A extends Annotation> Optional<A> annotation(final Class<A> kind) {
        final A own = field.getAnnotation(kind);
        return Optional.ofNullable(own != null || field.getDeclaringClass() == owner ? own
            : field.getDeclaringClass().getAnnotation(kind));
    }

    Object get(final Object of) {
        try {
            return field.get(of);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(toString(), e);
        }
    }

    void set(final Object of, final Object value) {
        try {
            field.set(of, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(toString(), e);
        }
    }

    @Override
    public String toString() {
        return owner.getSimpleName() + "." + field.getName();
    }

    private static Type argument(final Type type) {
        return type instanceof ParameterizedType p && p.getActualTypeArguments().length > 0
            ? p.getActualTypeArguments()[0] : Object.class;
    }

    private static Class<?> raw(final Type type) {
        if (type instanceof Class<?> c) {
            return c;
        }
        if (type instanceof ParameterizedType p) {
            return raw(p.getRawType());
        }
        if (type instanceof GenericArrayType a) {
            return raw(a.getGenericComponentType()).arrayType();
        }
        return type instanceof TypeVariable<?> v ? raw(v.getBounds()[0]) : Object.class;
    }
}
