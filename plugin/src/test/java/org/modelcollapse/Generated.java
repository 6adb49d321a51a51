package org.modelcollapse;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.PropagationMode;

/**
 * On a class of properties that are tried on generated cases: they are counted, and as many more of them are made as
 * the switch says, see {@link CaseReport}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@AddLifecycleHook(value = CaseReport.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
public @interface Generated {
}
