package org.knime.core.data.image;

import org.knime.core.data.DataValue;

/** A cell with an image. */
public interface ImageValue extends DataValue {

    ImageContent getImageContent();

    /** The ending of files of the image's format. */
    String getImageExtension();
}
