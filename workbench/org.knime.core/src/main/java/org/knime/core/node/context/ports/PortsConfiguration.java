package org.knime.core.node.context.ports;

import java.util.List;
import java.util.Map;

import org.knime.core.node.port.PortType;

/** The ports of a node in groups. */
public interface PortsConfiguration {

    PortType[] getInputPorts();

    PortType[] getOutputPorts();

    /** The port indices of each group that has input ports. */
    Map<String, int[]> getInputPortLocation();

    /** The port indices of each group that has output ports. */
    Map<String, int[]> getOutputPortLocation();

    List<String> getPortGroupNames();
}
