package org.knime.core.util;

/** The versions of the form of workflow directories; the stand-in reads and writes the present one. */
public enum LoadVersion {
    V5100
}
