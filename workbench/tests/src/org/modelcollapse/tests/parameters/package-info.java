/**
 * The stand-in for KNIME Core UI: how parameters are stored, described and checked. What is expected was recorded from
 * KNIME 5.8.2.
 */
package org.modelcollapse.tests.parameters;
