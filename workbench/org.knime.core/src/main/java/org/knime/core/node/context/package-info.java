/** What a node is told when it is made. */
package org.knime.core.node.context;
