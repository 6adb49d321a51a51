package org.knime.core.node;

import org.modelcollapse.standin.MissingNodes;

/** What a workflow tells of a node's origin. */
public final class NodeAndBundleInformationPersistor {

    static {
        MissingNodes.reader(NodeAndBundleInformationPersistor::of);
    }

    private final String factoryClass;

    private final String nodeName;

    private final String bundleName;

    private final String bundleSymbolicName;

    private final String bundleVendor;

    public NodeAndBundleInformationPersistor(final String factoryClass) {
        this(factoryClass, null, null, null, null);
    }

    private NodeAndBundleInformationPersistor(final String factoryClass, final String nodeName,
        final String bundleName, final String bundleSymbolicName, final String bundleVendor) {
        this.factoryClass = factoryClass;
        this.nodeName = nodeName;
        this.bundleName = bundleName;
        this.bundleSymbolicName = bundleSymbolicName;
        this.bundleVendor = bundleVendor;
    }

    static NodeAndBundleInformationPersistor of(final NodeSettingsRO settings) throws InvalidSettingsException {
        return new NodeAndBundleInformationPersistor(settings.getString("factory"),
            settings.getString("node-name", null), settings.getString("node-bundle-name", null),
            settings.getString("node-bundle-symbolic-name", null), settings.getString("node-bundle-vendor", null));
    }

    public String getFactoryClassNotNull() {
        return factoryClass == null ? "<unknown>" : factoryClass;
    }

    public String getNodeNameNotNull() {
        return nodeName == null ? getFactoryClassNotNull() : nodeName;
    }

    public String getErrorMessageWhenNodeIsMissing() {
        return "Node \"" + getNodeNameNotNull() + "\" not available"
            + (bundleName == null ? "" : " from extension \"" + bundleName + "\" ("
                + (bundleVendor == null ? "" : "provided by \"" + bundleVendor + "\"; ") + "plugin \""
                + bundleSymbolicName + "\" is not installed)");
    }

    @Override
    public String toString() {
        return getNodeNameNotNull() + " (" + getFactoryClassNotNull() + ")";
    }
}
