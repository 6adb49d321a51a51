/** Access to values without cells. */
package org.knime.core.data.v2.value;
