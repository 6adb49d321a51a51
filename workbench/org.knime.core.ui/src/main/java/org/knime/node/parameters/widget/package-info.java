/** How fields are shown. */
package org.knime.node.parameters.widget;
