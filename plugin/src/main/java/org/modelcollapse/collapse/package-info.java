/**
 * The recursion laboratory: models that are trained on what models made, generation after generation. Its rooms, of which
 * each knows only those before it: {@code math}, {@code distance}, {@code law}, {@code model}, {@code original}, {@code
 * curation}, {@code regime}, {@code recursion}, {@code metric}, {@code experiment}.
 *
 * <p>The rooms know {@code org.modelcollapse.gmm} and Commons Math; they know nothing of KNIME or Eclipse. What is public
 * in a room is for the other rooms and for the nodes. Conventions: generations and fits count from 1, fit 1 is made on
 * training set 1; {@code n} is the size of a training set; variances are those with divisor n (ddof 0) unless a name says
 * otherwise.
 *
 * <p>Results depend on data, settings and seed alone: random numbers come from a
 * {@link org.modelcollapse.gmm.RandomStream} that is handed in, in an order that each class documents.
 */
package org.modelcollapse.collapse;
