/** Making and rearranging of tables. */
package org.knime.core.data.container;
