package org.modelcollapse.tests.parameters;

import org.knime.node.parameters.NodeParameters;

/** What a parameters class inherits comes first. */
class KindsBase implements NodeParameters {

    static int counted = 9;

    int m_inherited = 1;

    private int m_private = 7;

    int hidden() {
        return m_private;
    }
}
