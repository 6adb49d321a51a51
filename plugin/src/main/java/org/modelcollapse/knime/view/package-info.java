/** The settings of the node views, which change what is drawn and never what is computed. */
package org.modelcollapse.knime.view;
