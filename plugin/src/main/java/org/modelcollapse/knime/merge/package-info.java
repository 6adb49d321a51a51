/** The node "Merge GMM Components": clusters of several components each. */
package org.modelcollapse.knime.merge;
