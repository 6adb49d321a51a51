/** The node "Fit GMM": fits a mixture to rows by EM. */
package org.modelcollapse.knime.fit;
