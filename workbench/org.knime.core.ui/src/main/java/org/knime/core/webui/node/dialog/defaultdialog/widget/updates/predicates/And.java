package org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates;

import java.util.List;

import org.knime.node.parameters.updates.EffectPredicate;

/** All of some conditions. */
public class And implements EffectPredicate {

    private final List<EffectPredicate> parts;

    public And(final EffectPredicate... parts) {
        this.parts = List.of(parts);
    }

    @Override
    public <T> T accept(final PredicateVisitor<T> visitor) {
        return visitor.visit(this);
    }

    public List<EffectPredicate> getChildren() {
        return parts;
    }
}
