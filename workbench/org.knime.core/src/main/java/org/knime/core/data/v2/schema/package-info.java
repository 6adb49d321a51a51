/** The columns of a table in the making. */
package org.knime.core.data.v2.schema;
