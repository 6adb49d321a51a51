package org.knime.core.util.workflowalizer;

/** Who wrote a workflow; the stand-in does not ask and never makes one. */
public final class AuthorInformation {

    private AuthorInformation() {
    }
}
