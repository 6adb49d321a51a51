/** The node "GMM Bootstrap": how sure the numbers of a mixture are, and whether it needs one component more. */
package org.modelcollapse.knime.bootstrap;
