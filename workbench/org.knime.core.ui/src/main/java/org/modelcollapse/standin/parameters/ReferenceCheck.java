package org.modelcollapse.standin.parameters;

import java.util.Set;
import java.util.function.Predicate;

import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates.ConstantPredicate;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates.PredicateVisitor;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.EffectPredicateProvider.PredicateInitializer;
import org.knime.node.parameters.updates.ParameterReference;

/** Lets conditions be built, to see whether the fields that they refer to exist. They are never evaluated. */
final class ReferenceCheck implements PredicateInitializer {

    /** A condition on a field. */
    private static final class OnField implements EffectPredicate {
        @Override
        public <T> T accept(final PredicateVisitor<T> visitor) {
            throw new UnsupportedOperationException("The workbench evaluates no conditions of dialogs");
        }
    }

    private final Set<Class<?>> references;

    ReferenceCheck(final Set<Class<?>> references) {
        this.references = references;
    }

    private EffectPredicate on(final Class<?> reference) {
        if (!references.contains(reference)) {
            throw new IllegalStateException("Missing reference annotation: " + reference.getName()
                + ". If this is correct and desired, check for that in advance using PredicateInitializer#isMissing.");
        }
        return new OnField();
    }

    @Override
    public boolean isMissing(final Class<? extends ParameterReference<?>> reference) {
        return !references.contains(reference);
    }

    @Override
    public EffectPredicate getConstant(final Predicate<NodeParametersInput> predicate) {
        return new ConstantPredicate(true); // there is no input to ask
    }

    @Override
    public EffectPredicate getPredicate(final Class<? extends EffectPredicateProvider> predicateProviderClass) {
        return getPredicate(Instances.create(predicateProviderClass));
    }

    @Override
    public EffectPredicate getPredicate(final EffectPredicateProvider predicateProvider) {
        return predicateProvider.init(this);
    }

    @Override
    public BooleanReference getBoolean(final Class<? extends ParameterReference<Boolean>> reference) {
        return new BooleanReference() {
            @Override
            public EffectPredicate isTrue() {
                return on(reference);
            }

            @Override
            public EffectPredicate isFalse() {
                return on(reference);
            }
        };
    }

    @Override
    public StringReference getString(final Class<? extends ParameterReference<String>> reference) {
        return string(reference);
    }

    private StringReference string(final Class<?> reference) {
        return new StringReference() {
            @Override
            public EffectPredicate isEqualTo(final String value) {
                return on(reference);
            }

            @Override
            public EffectPredicate matchesPattern(final String pattern) {
                return on(reference);
            }
        };
    }

    @Override
    public <E extends Enum<E>> EnumReference<E> getEnum(final Class<? extends ParameterReference<E>> reference) {
        return constants(reference);
    }

    private <E extends Enum<E>> EnumReference<E> constants(final Class<?> reference) {
        return new EnumReference<>() {
            @Override
            @SafeVarargs
            public final EffectPredicate isOneOf(final E... values) {
                return on(reference);
            }
        };
    }

    @Override
    public <T> ArrayReference getArray(final Class<? extends ParameterReference<T[]>> reference) {
        return new ArrayReference() {
            @Override
            public EffectPredicate hasMultipleItems() {
                return on(reference);
            }

            @Override
            public EffectPredicate containsElementSatisfying(final EffectPredicateProvider elementPredicate) {
                return on(reference);
            }
        };
    }

    @Override
    public <E extends Enum<E>> StringOrEnumReference<E>
        getStringOrEnum(final Class<? extends ParameterReference<?>> reference) {
        return new StringOrEnumReference<>() {
            @Override
            public EnumReference<E> isEnumChoice() {
                return constants(reference);
            }

            @Override
            public StringReference isStringChoice() {
                return string(reference);
            }
        };
    }
}
