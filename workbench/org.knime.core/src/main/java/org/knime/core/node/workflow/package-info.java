/** Workflows: nodes, connections, variables, loops and their execution. */
package org.knime.core.node.workflow;
