package org.knime.node.parameters.widget.number;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** What an annotation has where no bound is given, since it cannot have null. */
final class Unbounded {

    private Unbounded() {
    }

    static final class Min extends MinValidation {

        @Override
        protected double getMin() {
            return -Double.MAX_VALUE;
        }
    }

    static final class Max extends MaxValidation {

        @Override
        protected double getMax() {
            return Double.MAX_VALUE;
        }
    }

    static final class NoMin implements StateProvider<MinValidation> {

        @Override
        public void init(final StateProviderInitializer initializer) {
            throw new UnsupportedOperationException("Stands for no provider");
        }

        @Override
        public MinValidation computeState(final NodeParametersInput parametersInput) {
            throw new UnsupportedOperationException("Stands for no provider");
        }
    }

    static final class NoMax implements StateProvider<MaxValidation> {

        @Override
        public void init(final StateProviderInitializer initializer) {
            throw new UnsupportedOperationException("Stands for no provider");
        }

        @Override
        public MaxValidation computeState(final NodeParametersInput parametersInput) {
            throw new UnsupportedOperationException("Stands for no provider");
        }
    }
}
