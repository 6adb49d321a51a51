/**
 * How the next training set comes about: a kind of {@link org.modelcollapse.collapse.regime.Regime} is one class that
 * holds its parameters, how it makes a set, what that takes in memory, and its law. A new kind is a new class here, and a
 * line where settings name it.
 */
package org.modelcollapse.collapse.regime;
