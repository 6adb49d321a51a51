package org.knime.core.node.property.hilite;

/** Rows that the user marks in views, of which the stand-in has none. */
public class HiLiteHandler {

    public HiLiteHandler() {
        // nothing is ever marked
    }
}
