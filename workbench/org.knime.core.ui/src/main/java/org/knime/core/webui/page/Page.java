package org.knime.core.webui.page;

/** A page for a browser. The stand-in shows none. */
public class Page {

    Page() {
    }
}
