/**
 * What the stand-in for KNIME must do as the real one does. These tests use nothing that the real KNIME lacks, so that
 * they can be run there too: a test that only one of the two passes shows where they differ.
 */
package org.modelcollapse.tests.standin;
