package org.knime.node.parameters.widget.number;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** Shows a number. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface NumberInputWidget {

    Class<? extends MinValidation> minValidation() default Unbounded.Min.class;

    Class<? extends MaxValidation> maxValidation() default Unbounded.Max.class;

    Class<? extends StateProvider<? extends MinValidation>> minValidationProvider() default Unbounded.NoMin.class;

    Class<? extends StateProvider<? extends MaxValidation>> maxValidationProvider() default Unbounded.NoMax.class;
}
