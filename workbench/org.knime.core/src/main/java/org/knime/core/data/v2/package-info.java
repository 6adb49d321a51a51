/** Reading and writing of rows by cursors, without an object a cell. */
package org.knime.core.data.v2;
