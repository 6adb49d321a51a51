package org.modelcollapse.knime.table;

import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;

/** A mixture table of one dimension, at the second input, does not name its column: the dialog asks for it. */
public final class NamesNoColumn implements EffectPredicateProvider {

    @Override
    public EffectPredicate init(final PredicateInitializer i) {
        return i.getConstant(input -> input.getInTableSpec(1).filter(MixtureTable::isOfSeveralColumns).isEmpty());
    }
}
