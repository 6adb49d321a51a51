/**
 * One run of the recursion, training set by training set, and when it ends.
 */
package org.modelcollapse.collapse.recursion;
