/** The ports that a node is made with. */
package org.knime.core.node.context.ports;
