/** Settings of older versions. */
package org.knime.node.parameters.migration;
