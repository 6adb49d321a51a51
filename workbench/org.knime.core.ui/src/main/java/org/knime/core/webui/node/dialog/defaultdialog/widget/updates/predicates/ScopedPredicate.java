package org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates;

/** A condition on the value of a field. The stand-in makes none, for it evaluates no conditions. */
public final class ScopedPredicate {

    private ScopedPredicate() {
    }
}
