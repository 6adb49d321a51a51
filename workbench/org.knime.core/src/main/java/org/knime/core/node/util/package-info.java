/** Helpers for node code. */
package org.knime.core.node.util;
