/**
 * What is fitted to a training set and generates the next one: a kind of {@link
 * org.modelcollapse.collapse.model.Learner} is one class that holds all that is known of it, and makes a {@link
 * org.modelcollapse.collapse.model.FittedModel}. A new kind is a new class here, and a line where settings name it.
 */
package org.modelcollapse.collapse.model;
