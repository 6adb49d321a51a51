/** Spark MLlib as a peer, by itself because of its many dependencies. */
package org.modelcollapse.bench.spark;
