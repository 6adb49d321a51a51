/** The cells and rows of everyday use. */
package org.knime.core.data.def;
