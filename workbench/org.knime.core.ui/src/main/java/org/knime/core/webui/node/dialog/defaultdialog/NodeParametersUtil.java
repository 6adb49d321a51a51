package org.knime.core.webui.node.dialog.defaultdialog;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.modelcollapse.standin.parameters.Instances;
import org.modelcollapse.standin.parameters.SpecsInput;
import org.modelcollapse.standin.parameters.Storage;

/** Makes, stores and loads parameters. */
public final class NodeParametersUtil {

    private NodeParametersUtil() {
    }

    /** @param specs of the input ports; null where nothing is connected */
    public static NodeParametersInput createDefaultNodeSettingsContext(final PortObjectSpec[] specs) {
        return new SpecsInput(specs);
    }

    /** The defaults that do not depend on the input. */
    public static <S extends NodeParameters> S createSettings(final Class<S> clazz) {
        return Instances.create(clazz);
    }

    /** The defaults for an input. */
    public static <S extends NodeParameters> S createSettings(final Class<S> clazz, final PortObjectSpec[] specs) {
        return createSettings(clazz, createDefaultNodeSettingsContext(specs));
    }

    /** The defaults for an input. */
    public static <S extends NodeParameters> S createSettings(final Class<S> clazz,
        final NodeParametersInput context) {
        return Instances.create(clazz, context);
    }

    public static <S extends NodeParameters> S loadSettings(final NodeSettingsRO settings, final Class<S> clazz)
        throws InvalidSettingsException {
        return Storage.load(clazz, settings);
    }

    public static void saveSettings(final Class<? extends NodeParameters> settingsClass,
        final NodeParameters settingsObject, final NodeSettingsWO settings) {
        if (!settingsClass.isInstance(settingsObject)) {
            throw new IllegalArgumentException(
                "Not an instance of " + settingsClass.getName() + ": " + settingsObject);
        }
        Storage.save(settingsObject, settings);
    }
}
