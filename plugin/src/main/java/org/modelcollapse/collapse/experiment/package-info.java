/**
 * Many runs of many scenarios: settings, runs on all cores, stores that survive an interruption, bands, summaries, and
 * the laws of a scenario beside what was seen.
 */
package org.modelcollapse.collapse.experiment;
