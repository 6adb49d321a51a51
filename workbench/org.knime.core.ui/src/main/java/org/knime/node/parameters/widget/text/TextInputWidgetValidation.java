package org.knime.node.parameters.widget.text;

import org.knime.node.parameters.validation.BuiltinValidation;

/** What a text in a dialog is held to. Flow variables bypass it. */
public sealed interface TextInputWidgetValidation extends BuiltinValidation {

    record PatternValidationParams(String pattern) {
    }

    /** A regular expression that the whole text matches. Needs a constructor without arguments. */
    abstract non-sealed class PatternValidation implements TextInputWidgetValidation {

        @Override
        public final PatternValidationParams getParameters() {
            return new PatternValidationParams(getPattern());
        }

        @Override
        public String getErrorMessage() {
            return "The string must match the pattern: " + getPattern();
        }

        protected abstract String getPattern();

        /** At least one character that is not white space. */
        public static final class IsNotBlankValidation extends PatternValidation {

            @Override
            public String getErrorMessage() {
                return "The field cannot be blank (it must contain at least one non-whitespace character).";
            }

            @Override
            public String getPattern() {
                return ".*\\S.*";
            }
        }
    }

    /** As many characters at least. Needs a constructor without arguments. */
    abstract non-sealed class MinLengthValidation implements TextInputWidgetValidation {

        record MinLengthValidationParams(int minLength) {
        }

        @Override
        public final MinLengthValidationParams getParameters() {
            return new MinLengthValidationParams(getMinLength());
        }

        @Override
        public String getErrorMessage() {
            return "The string must be at least " + getMinLength() + " characters long.";
        }

        protected abstract int getMinLength();
    }

    /** As many characters at most. Needs a constructor without arguments. */
    abstract non-sealed class MaxLengthValidation implements TextInputWidgetValidation {

        record MaxLengthValidationParams(int maxLength) {
        }

        @Override
        public final MaxLengthValidationParams getParameters() {
            return new MaxLengthValidationParams(getMaxLength());
        }

        @Override
        public String getErrorMessage() {
            return "The string must not exceed " + getMaxLength() + " characters.";
        }

        protected abstract int getMaxLength();
    }
}
