package org.knime.node.parameters.widget.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MaxLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MinLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** Shows a text. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface TextInputWidget {

    /** Stands greyed out in the field while it is empty. */
    String placeholder() default "";

    Class<? extends PatternValidation> patternValidation() default PatternValidation.class;

    Class<? extends MaxLengthValidation> maxLengthValidation() default MaxLengthValidation.class;

    Class<? extends MinLengthValidation> minLengthValidation() default MinLengthValidation.class;

    Class<? extends StateProvider<String>> placeholderProvider() default Unchecked.NoPlaceholder.class;

    Class<? extends StateProvider<? extends PatternValidation>> patternValidationProvider() default Unchecked.NoPattern.class;

    Class<? extends StateProvider<? extends MaxLengthValidation>> maxLengthValidationProvider() default Unchecked.NoMaxLength.class;

    Class<? extends StateProvider<? extends MinLengthValidation>> minLengthValidationProvider() default Unchecked.NoMinLength.class;
}
