/** Tests of the runner inside Equinox: workflows from their files to the results, and what is said when something is wrong. */
package org.modelcollapse.tests.runner;
