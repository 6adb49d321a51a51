package org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates;

/** A condition of KNIME's own widgets. The stand-in has none. */
public final class FrameworkPredicate {

    private FrameworkPredicate() {
    }
}
