/**
 * Benchmarks of the engine by JMH. They use its public interface only, as a caller would.
 */
package org.modelcollapse.bench;
