/** The node "Scenario Grid": all combinations of a few settings, as scenarios for an experiment. */
package org.modelcollapse.knime.grid;
