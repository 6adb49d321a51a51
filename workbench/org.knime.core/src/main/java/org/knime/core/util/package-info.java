/** Small helpers that node code uses. */
package org.knime.core.util;
