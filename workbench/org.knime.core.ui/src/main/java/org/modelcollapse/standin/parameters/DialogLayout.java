package org.modelcollapse.standin.parameters;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.knime.node.parameters.layout.After;

/** Puts the widgets of a dialog in the order in which they are shown. */
final class DialogLayout {

    /** Something that stands at a part of the layout, or at none (null). */
    private record Placed(Object what, Class<?> at) {
    }

    private final Map<Class<?>, Part> parts = new LinkedHashMap<>();

    private final Deque<Part> unordered = new ArrayDeque<>();

    private DialogLayout() {
    }

    /**
     * @param shown what is in the dialog, or in an element of an array
     * @return the root of the layout
     * @throws IllegalStateException if the parts have no common root, or their order contradicts itself
     */
    static Part of(final List<Shown> shown) {
        final List<Placed> placed = place(shown);
        final List<Part> roots = new DialogLayout().build(placed);
        if (roots.size() > 1) {
            throw new IllegalStateException("Multiple root layout nodes detected: " + roots
                + ". Declare the interfaces of the layout inside the parameters class.");
        }
        return rootOf(roots, placed);
    }

    private static Part rootOf(final List<Part> roots, final List<Placed> placed) {
        final Part root = roots.isEmpty() ? new Part(null) : roots.get(0);
        placed.stream().filter(p -> p.at == null).forEach(p -> root.content.add(p.what));
        return root;
    }

    private static List<Placed> place(final List<Shown> shown) {
        final List<Placed> all = new ArrayList<>();
        for (final Shown one : shown) {
            final List<Placed> placed;
            if (one.isGroup()) {
                placed = selfContained(one.member().type(), place(one.children()));
            } else {
                placed = one.widget().isPresent() ? List.of(new Placed(one, null)) : List.of();
            }
            placed.forEach(p -> all.add(p.at == null ? new Placed(p.what, one.layout().orElse(null)) : p));
        }
        return all;
    }

    /** A group whose layout is declared inside its class is placed as a whole. */
    private static List<Placed> selfContained(final Class<?> group, final List<Placed> placed) {
        if (group.getAnnotationsByType(After.class).length > 0) {
            return placed;
        }
        final List<Part> roots = new DialogLayout().build(placed);
        if (roots.size() != 1) {
            return placed;
        }
        final Part root = rootOf(roots, placed);
        Part at = root;
        while (at.type == null || !at.type.isAssignableFrom(group)) {
            final List<Part> inside = at.ordered();
            if (inside.size() != 1) {
                return placed;
            }
            at = inside.get(0);
        }
        return List.of(new Placed(root, null));
    }

    private List<Part> build(final List<Placed> placed) {
        placed.stream().filter(p -> p.at != null).forEach(p -> part(p.at).content.add(p.what));
        while (!unordered.isEmpty()) {
            order(unordered.pop());
        }
        return parts.values().stream().filter(p -> p.parent == null && p.hasContent()).toList();
    }

    private Part part(final Class<?> type) {
        final Part known = parts.get(type);
        if (known != null) {
            return known;
        }
        final Part part = new Part(type);
        parts.put(type, part);
        unordered.push(part);
        if (type.getEnclosingClass() != null) {
            part.moveInto(part(type.getEnclosingClass()));
        }
        return part;
    }

    private void order(final Part part) {
        for (final After after : part.type.getAnnotationsByType(After.class)) {
            final Part target = part(after.value());
            part.after.add(target);
            if (part.parent != null && part.parent == target.parent) {
                continue;
            }
            if (part.type.isNestmateOf(target.type)) {
                throw new IllegalStateException("Layout part " + part + " targets layout part " + target
                    + " although it is a nest mate. Place the parts next to each other instead.");
            }
            if (target.parent == null) {
                throw new IllegalStateException("Layout part " + target + " is in no class. Declare it inside one.");
            }
            part.moveInto(target.parent);
        }
    }
}
