/**
 * What is measured of each generation's model, against the original.
 */
package org.modelcollapse.collapse.metric;
