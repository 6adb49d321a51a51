package org.modelcollapse.knime.node;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.ButtonReference;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.StateProvider.StateProviderInitializer;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.message.TextMessage.Message;

/** A dialog that is open on some settings, and what its previews show. */
public final class OpenDialog {

    private final Map<Class<?>, Object> values = new HashMap<>();

    private int ports;

    private OpenDialog() {
    }

    /** @return the dialog of these settings; a later change of the settings themselves does not reach it */
    public static OpenDialog on(final NodeParameters parameters) {
        final OpenDialog dialog = new OpenDialog();
        dialog.collect(parameters);
        return dialog;
    }

    /** @return this, with so many input ports */
    public OpenDialog withPorts(final int count) {
        ports = count;
        return this;
    }

    private void collect(final NodeParameters parameters) {
        for (final Field field : parameters.getClass().getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                continue;
            }
            field.setAccessible(true);
            final Object value;
            try {
                value = field.get(parameters);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
            Optional.ofNullable(field.getAnnotation(ValueReference.class)).ifPresent(r -> values.put(r.value(), value));
            if (value instanceof NodeParameters group) {
                collect(group);
            }
        }
    }

    /**
     * @param preview of this dialog
     * @return what it shows
     */
    public Optional<Message> show(final Preview preview) {
        preview.init(new Values());
        return preview.computeState((NodeParametersInput)Proxy.newProxyInstance(getClass().getClassLoader(),
            new Class<?>[]{NodeParametersInput.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("getInPortTypes")) {
                    return new PortType[ports];
                }
                throw new UnsupportedOperationException(method.getName());
            }));
    }

    private final class Values implements StateProviderInitializer {

        @SuppressWarnings("unchecked")
        private <T> Supplier<T> value(final Class<?> reference) {
            if (!values.containsKey(reference)) {
                throw new IllegalStateException("No setting has the reference " + reference);
            }
            return () -> (T)values.get(reference);
        }

        @Override
        public NodeParametersInput getNodeParametersInput() {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> Supplier<T> computeFromValueSupplier(final Class<? extends ParameterReference<T>> ref) {
            return value(ref);
        }

        @Override
        public <T> Supplier<T> getValueSupplier(final Class<? extends ParameterReference<T>> ref) {
            return value(ref);
        }

        @Override
        public <T> void computeOnValueChange(final Class<? extends ParameterReference<T>> id) {
            value(id);
        }

        @Override
        public <T> Supplier<T> computeFromProvidedState(final Class<? extends StateProvider<T>> provider) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void computeOnButtonClick(final Class<? extends ButtonReference> ref) {
            // nobody clicks
        }

        @Override
        public void computeBeforeOpenDialog() {
            // it is open
        }

        @Override
        public void computeAfterOpenDialog() {
            // it is open
        }
    }
}
