/** Images as cells. */
package org.knime.core.data.image;
