package org.knime.node.parameters.widget.text;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MaxLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MinLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** What a text is held to, and what stands in its place, if an annotation does not say. */
final class Unchecked {

    private Unchecked() {
    }

    abstract static class Never<S> implements StateProvider<S> {
        @Override
        public void init(final StateProviderInitializer initializer) {
            throw new UnsupportedOperationException("This provider is never asked");
        }

        @Override
        public S computeState(final NodeParametersInput parametersInput) {
            throw new UnsupportedOperationException("This provider is never asked");
        }
    }

    static final class NoPlaceholder extends Never<String> {
    }

    static final class NoPattern extends Never<PatternValidation> {
    }

    static final class NoMaxLength extends Never<MaxLengthValidation> {
    }

    static final class NoMinLength extends Never<MinLengthValidation> {
    }
}
