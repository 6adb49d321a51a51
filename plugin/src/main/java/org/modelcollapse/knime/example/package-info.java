/** The node "Mixture Example Data": small data sets from the literature that mixtures are tried on. */
package org.modelcollapse.knime.example;
