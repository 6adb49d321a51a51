/** Marking of rows in views, which the stand-in does not have. */
package org.knime.core.node.property.hilite;
