package org.knime.core.webui.node.dialog.defaultdialog.internal.button;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.knime.node.parameters.updates.ButtonReference;

/** A button on which providers of values may depend. The field is of type {@link Void}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface SimpleButtonWidget {

    Class<? extends ButtonReference> ref();

    Icon icon() default Icon.NONE;
}
