/**
 * Checks of compiled code against the jars of a KNIME installation, and of the runner's tables against those that the installation makes. Own programs, started by the
 * scripts beside this module; no part of what is shipped.
 */
package org.modelcollapse.tools;
