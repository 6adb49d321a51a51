/** Ways between packages that KNIME's own API does not show. */
package org.modelcollapse.standin;
