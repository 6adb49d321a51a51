/** PNG images as cells. */
package org.knime.core.data.image.png;
