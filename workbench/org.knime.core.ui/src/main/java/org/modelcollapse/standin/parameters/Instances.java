package org.modelcollapse.standin.parameters;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;

import org.knime.node.parameters.NodeParametersInput;

/** Makes objects of classes that annotations name. */
public final class Instances {

    private Instances() {
    }

    /**
     * @param <T> the class
     * @param type any class, public or not
     * @return a new object by the constructor without arguments
     * @throws IllegalArgumentException if there is none, or it fails
     */
    public static <T> T create(final Class<T> type) {
        try {
            return call(type.getDeclaredConstructor());
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type.getName() + " has no constructor without arguments. Give it one.",
                e);
        }
    }

    /**
     * @param <T> the class
     * @param type a parameters class
     * @param input for the constructor that takes it, if there is one
     * @return new parameters with the defaults for that input
     * @throws IllegalArgumentException if there is no constructor, or it fails
     */
    public static <T> T create(final Class<T> type, final NodeParametersInput input) {
        final Constructor<T> constructor;
        try {
            constructor = type.getDeclaredConstructor(NodeParametersInput.class);
        } catch (NoSuchMethodException e) { // the usual case: the defaults do not depend on the input
            return create(type);
        }
        return call(constructor, input);
    }

    private static <T> T call(final Constructor<T> constructor, final Object... arguments) {
        constructor.setAccessible(true);
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("The constructor of " + constructor.getDeclaringClass().getName()
                + " failed: " + e.getCause(), e.getCause());
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalArgumentException("Cannot make a " + constructor.getDeclaringClass().getName(), e);
        }
    }
}
