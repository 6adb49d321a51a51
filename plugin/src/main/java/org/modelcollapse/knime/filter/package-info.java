/** The node "Central Filter": keeps the central part of a column's values. */
package org.modelcollapse.knime.filter;
