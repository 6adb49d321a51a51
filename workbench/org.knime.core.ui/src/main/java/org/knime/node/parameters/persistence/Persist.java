package org.knime.node.parameters.persistence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The key that a field is stored under, if not its name (without a leading <code>m_</code>). */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Persist {

    String configKey() default "";

    /** Appends "_Internals" to the key, which hides the setting from flow variables. */
    boolean hidden() default false;
}
