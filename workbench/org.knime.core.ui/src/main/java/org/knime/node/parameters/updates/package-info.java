/** Values and conditions that depend on other values. */
package org.knime.node.parameters.updates;
