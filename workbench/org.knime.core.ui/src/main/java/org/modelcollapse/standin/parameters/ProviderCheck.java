package org.modelcollapse.standin.parameters;

import java.util.Set;
import java.util.function.Supplier;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.ButtonReference;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.StateProvider.StateProviderInitializer;

/** Lets providers say what they depend on, to see whether it exists. They are never asked for a value. */
final class ProviderCheck implements StateProviderInitializer {

    private final Set<Class<?>> references;

    /** @param references of fields and buttons that the dialog has */
    ProviderCheck(final Set<Class<?>> references) {
        this.references = references;
    }

    private void require(final Class<?> reference) {
        if (!references.contains(reference)) {
            throw new IllegalStateException("Missing reference annotation: " + reference.getName() + ".");
        }
    }

    private static <T> Supplier<T> never() {
        return () -> {
            throw new UnsupportedOperationException("The workbench shows no dialogs");
        };
    }

    @Override
    public NodeParametersInput getNodeParametersInput() {
        throw new UnsupportedOperationException("The workbench shows no dialogs");
    }

    @Override
    public <T> Supplier<T> computeFromValueSupplier(final Class<? extends ParameterReference<T>> ref) {
        require(ref);
        return never();
    }

    @Override
    public <T> Supplier<T> getValueSupplier(final Class<? extends ParameterReference<T>> ref) {
        require(ref);
        return never();
    }

    @Override
    public <T> void computeOnValueChange(final Class<? extends ParameterReference<T>> id) {
        require(id);
    }

    @Override
    public <T> Supplier<T> computeFromProvidedState(final Class<? extends StateProvider<T>> stateProviderClass) {
        Instances.create(stateProviderClass).init(this);
        return never();
    }

    @Override
    public void computeOnButtonClick(final Class<? extends ButtonReference> ref) {
        require(ref);
    }

    @Override
    public void computeBeforeOpenDialog() {
        // no dialog opens
    }

    @Override
    public void computeAfterOpenDialog() {
        // no dialog opens
    }
}
