package org.knime.node.parameters.updates;

import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates.And;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates.Not;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates.Or;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates.PredicateVisitor;

/** A condition on the values in a dialog. */
public interface EffectPredicate {

    <T> T accept(PredicateVisitor<T> visitor);

    default EffectPredicate and(final EffectPredicate other) {
        return new And(this, other);
    }

    default EffectPredicate or(final EffectPredicate other) {
        return new Or(this, other);
    }

    default EffectPredicate negate() {
        return new Not(this);
    }
}
