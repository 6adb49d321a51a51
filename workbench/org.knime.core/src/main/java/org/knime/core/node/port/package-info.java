/** What travels between nodes. */
package org.knime.core.node.port;
