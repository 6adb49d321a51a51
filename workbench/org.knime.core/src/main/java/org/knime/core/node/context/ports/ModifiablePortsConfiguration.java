package org.knime.core.node.context.ports;

import java.util.Map;

import org.knime.core.node.context.DeepCopy;
import org.knime.core.node.context.NodeSettingsPersistable;

/** The ports of a node, changeable. */
public interface ModifiablePortsConfiguration
    extends PortsConfiguration, DeepCopy<ModifiablePortsConfiguration>, NodeSettingsPersistable {

    Map<String, ExchangeablePortGroup> getExchangeablePorts();

    Map<String, ExtendablePortGroup> getExtendablePorts();

    PortGroupConfiguration getGroup(String groupName);

    Map<Integer, Integer> mapInputPorts(PortsConfiguration otherConfig);

    Map<Integer, Integer> mapOutputPorts(PortsConfiguration otherConfig);
}
