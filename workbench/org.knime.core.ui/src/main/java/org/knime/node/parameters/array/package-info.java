/** Arrays of parameters. */
package org.knime.node.parameters.array;
