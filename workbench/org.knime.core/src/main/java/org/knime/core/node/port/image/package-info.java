/** Images that travel between nodes. */
package org.knime.core.node.port.image;
