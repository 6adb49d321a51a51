package org.knime.core.webui.node.dialog.defaultdialog;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.knime.core.webui.data.RpcDataService;
import org.knime.core.webui.node.dialog.NodeDialog;
import org.knime.core.webui.node.dialog.NodeSettingsService;
import org.knime.core.webui.node.dialog.SettingsType;
import org.knime.core.webui.page.Page;
import org.knime.node.parameters.NodeParameters;
import org.modelcollapse.standin.parameters.DialogCheck;

/**
 * A dialog generated from parameters classes. The stand-in shows none, but refuses at once what KNIME would refuse when
 * the dialog is opened.
 */
public final class DefaultNodeDialog implements NodeDialog {

    private final Map<SettingsType, Class<? extends NodeParameters>> classes;

    /** @throws IllegalStateException if KNIME could not generate the dialog */
    public DefaultNodeDialog(final SettingsType settingsType, final Class<? extends NodeParameters> settingsClass) {
        this(Map.of(settingsType, settingsClass));
    }

    /** @throws IllegalStateException if KNIME could not generate the dialog */
    public DefaultNodeDialog(final SettingsType settingsType1, final Class<? extends NodeParameters> settingsClass1,
        final SettingsType settingsType2, final Class<? extends NodeParameters> settingsClass2) {
        this(Map.of(settingsType1, settingsClass1, settingsType2, settingsClass2));
    }

    private DefaultNodeDialog(final Map<SettingsType, Class<? extends NodeParameters>> classes) {
        this.classes = classes;
        DialogCheck.check(classes.keySet().stream().sorted().<Class<?>> map(classes::get).toList());
    }

    @Override
    public Set<SettingsType> getSettingsTypes() {
        final Set<SettingsType> types = EnumSet.of(SettingsType.JOB_MANAGER);
        types.addAll(classes.keySet());
        return types;
    }

    @Override
    public NodeSettingsService getNodeSettingsService() {
        throw new UnsupportedOperationException("The workbench shows no dialogs");
    }

    @Override
    public Optional<RpcDataService> createRpcDataService() {
        return Optional.empty();
    }

    @Override
    public Page getPage() {
        throw new UnsupportedOperationException("The workbench shows no dialogs");
    }
}
