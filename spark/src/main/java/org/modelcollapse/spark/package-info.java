/**
 * The engine on more than one machine: fits, samples and assigns on Apache Spark, and makes the runs of an experiment there
 * or share by share. What comes out are the bytes that the nodes give on one machine; nothing here computes by itself what
 * the packages {@code gmm} and {@code collapse} compute.
 */
package org.modelcollapse.spark;
