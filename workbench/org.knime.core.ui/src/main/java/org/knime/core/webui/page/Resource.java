package org.knime.core.webui.page;

import java.io.IOException;
import java.io.InputStream;

/** A file that a page is made of. */
public interface Resource {

    /** Kinds of pages. */
    enum ContentType {
        HTML, SHADOW_APP, SVG, PNG
    }

    String getRelativePath();

    InputStream getInputStream() throws IOException;

    boolean isStatic();

    ContentType getContentType();
}
