/** The node "GMM Assigner": what a mixture says of each row. */
package org.modelcollapse.knime.assign;
