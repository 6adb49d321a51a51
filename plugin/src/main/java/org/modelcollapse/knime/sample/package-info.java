/** The node "Sample GMM": draws rows from a mixture. */
package org.modelcollapse.knime.sample;
