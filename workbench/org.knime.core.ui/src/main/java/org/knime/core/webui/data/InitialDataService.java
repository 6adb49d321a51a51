package org.knime.core.webui.data;

import java.util.function.Supplier;

/**
 * Gives a page what it shows first. The stand-in's takes texts only, which are JSON.
 *
 * @param <D> what it gives
 */
public final class InitialDataService<D> {

    private final Supplier<D> data;

    InitialDataService(final Supplier<D> data) {
        this.data = data;
    }

    public String getInitialData() {
        try {
            return "{\"result\":" + data.get() + "}";
        } catch (RuntimeException e) {
            return "{\"internalError\":{\"message\":\""
                + String.valueOf(e.getMessage()).replace("\\", "\\\\").replace("\"", "\\\"") + "\"}}";
        }
    }

    public static <D> InitialDataServiceBuilder<D> builder(final Supplier<D> dataSupplier) {
        return new InitialDataServiceBuilder<>(dataSupplier);
    }

    /**
     * Makes a service.
     *
     * @param <D> what it gives
     */
    public static final class InitialDataServiceBuilder<D> {

        private final Supplier<D> data;

        InitialDataServiceBuilder(final Supplier<D> data) {
            this.data = data;
        }

        public InitialDataService<D> build() {
            return new InitialDataService<>(data);
        }
    }
}
