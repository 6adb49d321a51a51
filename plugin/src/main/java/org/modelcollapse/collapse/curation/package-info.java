/**
 * What is done to what a model generates before it is learnt from: temperature, and the central fraction.
 */
package org.modelcollapse.collapse.curation;
