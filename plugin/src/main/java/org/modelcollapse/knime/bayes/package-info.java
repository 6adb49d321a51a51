/** The node "Fit Bayesian GMM": fits a mixture whose components die by themselves where they are not needed. */
package org.modelcollapse.knime.bayes;
