/** Usual references. */
package org.knime.node.parameters.updates.util;
