/** The nodes, run through the workbench in Equinox from the extension registry, as a user would run them. */
package org.modelcollapse.tests.nodes;
