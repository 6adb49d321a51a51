/** The node "Mixture Distance": how far two mixtures or samples are from each other. */
package org.modelcollapse.knime.distance;
