/** Checks that a dialog makes by itself. */
package org.knime.node.parameters.validation;
