package org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates;

import org.knime.node.parameters.updates.EffectPredicate;

/** The contrary of a condition. */
public class Not implements EffectPredicate {

    private final EffectPredicate part;

    public Not(final EffectPredicate part) {
        this.part = part;
    }

    @Override
    public <T> T accept(final PredicateVisitor<T> visitor) {
        return visitor.visit(this);
    }

    public EffectPredicate getChildPredicate() {
        return part;
    }
}
