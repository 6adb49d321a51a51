/**
 * The settings of a recursion that the loop nodes and the experiment node have in common, and what they mean to the
 * numerics: so both say the same thing in the same words, and give the same numbers.
 */
package org.modelcollapse.knime.recursion;
