package org.knime.core.webui.page;

/** A page from a file. The stand-in makes none. */
public class FromFilePage extends Page {

    FromFilePage(final String path) {
        super(() -> null, path);
    }
}
