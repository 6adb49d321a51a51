/**
 * How parameters classes are stored, laid out, described and checked. Knows KNIME's annotations and settings; nodes do
 * not see it.
 */
package org.modelcollapse.standin.parameters;
