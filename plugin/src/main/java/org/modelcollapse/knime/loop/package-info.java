/**
 * The nodes "Recursive Collapse Loop Start" and "Recursive Collapse Loop End". The start holds the settings and the
 * state of the recursion ({@link org.modelcollapse.collapse.recursion.Recursion}) and gives out the training set of a generation;
 * the nodes between fit it; the end takes the fitted mixture, keeps the trajectory, and is asked by the start for the
 * mixture when the next generation begins.
 */
package org.modelcollapse.knime.loop;
