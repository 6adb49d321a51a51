package org.modelcollapse.collapse.distance;

/** A function on the line, at a place that is an offset from a base, see {@link Places}. */
@FunctionalInterface
interface Integrand {

    double at(double base, double offset);
}
