/** The optional image ports of nodes, and KNIME's tables as pictures are made of them. */
package org.modelcollapse.knime.picture;
