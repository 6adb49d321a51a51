/** The node "Recursive Collapse Experiment": scenarios by replicates by generations in one node. */
package org.modelcollapse.knime.experiment;
