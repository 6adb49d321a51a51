/**
 * Gaussian mixture fits of other Java libraries, and ours, behind one interface, each in a process of its own that
 * takes orders from {@code peers.py}.
 */
package org.modelcollapse.bench.peers;
