package org.knime.core.node.workflow;

/** Knows the types of flow variables. */
public final class VariableTypeRegistry {

    private static final VariableTypeRegistry INSTANCE = new VariableTypeRegistry();

    private VariableTypeRegistry() {
    }

    public static VariableTypeRegistry getInstance() {
        return INSTANCE;
    }

    public VariableType<?>[] getAllTypes() {
        return VariableType.all();
    }
}
