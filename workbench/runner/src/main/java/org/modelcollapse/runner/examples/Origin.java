package org.modelcollapse.runner.examples;

import org.knime.core.node.NodeSettingsWO;

/**
 * The extension that a node comes from, as a workflow tells it, so that KNIME can offer to install it.
 *
 * @param bundleName that people read
 * @param bundle its symbolic name
 * @param featureName that people read
 * @param feature its symbolic name
 * @param vendor of both
 * @param version of both
 */
record Origin(String bundleName, String bundle, String featureName, String feature, String vendor, String version) {

    void addTo(final NodeSettingsWO settings, final String factory, final String node) {
        settings.addString("factory", factory);
        settings.addString("node-name", node);
        settings.addString("node-bundle-name", bundleName);
        settings.addString("node-bundle-symbolic-name", bundle);
        settings.addString("node-bundle-vendor", vendor);
        settings.addString("node-bundle-version", version);
        settings.addString("node-feature-name", featureName);
        settings.addString("node-feature-symbolic-name", feature + ".feature.group");
        settings.addString("node-feature-vendor", vendor);
        settings.addString("node-feature-version", version);
        settings.addNodeSettings("factory_settings");
    }
}
