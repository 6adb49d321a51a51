package org.modelcollapse.standin;

import java.util.concurrent.atomic.AtomicReference;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeAndBundleInformationPersistor;
import org.knime.core.node.NodeSettingsRO;

/** Reads where a node comes from, which KNIME's own class only lets its package do. */
public final class MissingNodes {

    /** Reads it. */
    public interface Reader {
        NodeAndBundleInformationPersistor read(NodeSettingsRO settings) throws InvalidSettingsException;
    }

    private static final AtomicReference<Reader> READER = new AtomicReference<>();

    private MissingNodes() {
    }

    /** Called once by the class that is read. */
    public static void reader(final Reader reader) {
        READER.set(reader);
    }

    public static NodeAndBundleInformationPersistor origin(final NodeSettingsRO settings)
        throws InvalidSettingsException {
        if (READER.get() == null) {
            new NodeAndBundleInformationPersistor("any"); // NOSONAR: its class tells the reader when it is first used
        }
        return READER.get().read(settings);
    }
}
