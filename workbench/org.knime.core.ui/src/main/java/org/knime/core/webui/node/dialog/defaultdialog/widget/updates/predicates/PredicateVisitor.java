package org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates;

/**
 * Does something with a condition by its kind.
 *
 * @param <T> the result
 */
public interface PredicateVisitor<T> {

    T visit(And and);

    T visit(Or or);

    T visit(Not not);

    T visit(ScopedPredicate scopedPredicate);

    T visit(ConstantPredicate constantPredicate);

    T visit(FrameworkPredicate frameworkPredicate);
}
