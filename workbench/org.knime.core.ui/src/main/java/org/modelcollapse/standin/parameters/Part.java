package org.modelcollapse.standin.parameters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A part of the layout: a section, a row, or a class around such; what stands in it, and the parts inside it. */
final class Part {

    /** The interface that stands for the part; null for the whole of a dialog without parts. */
    final Class<?> type;

    /** Widgets, and parts that a group brings along as a whole. */
    final List<Object> content = new ArrayList<>();

    final Set<Part> inside = new LinkedHashSet<>();

    final Set<Part> after = new LinkedHashSet<>();

    Part parent;

    Part(final Class<?> type) {
        this.type = type;
    }

    void moveInto(final Part other) {
        if (parent != null) {
            parent.inside.remove(this);
        }
        parent = other;
        other.inside.add(this);
    }

    boolean hasContent() {
        return !content.isEmpty() || inside.stream().anyMatch(Part::hasContent);
    }

    /** @return the parts inside that have content, in the order of {@code @After}, else by their simple names */
    List<Part> ordered() {
        final List<Part> left = new ArrayList<>(inside);
        left.sort(Comparator.comparing(part -> part.type.getSimpleName()));
        final List<Part> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            final Part next = left.stream().filter(part -> ordered.containsAll(part.after)).findFirst()
                .orElseThrow(() -> new IllegalStateException("Circular ordering of layout parts: " + left));
            left.remove(next);
            ordered.add(next);
        }
        return ordered.stream().filter(Part::hasContent).toList();
    }

    /** @return the widgets in the order in which they are shown */
    Stream<Shown> widgets() {
        return Stream.concat(
            content.stream().flatMap(c -> c instanceof Part part ? part.widgets() : Stream.of((Shown)c)),
            ordered().stream().flatMap(Part::widgets));
    }

    /** @return this part and those in it, those that groups bring along too */
    Stream<Part> all() {
        return Stream.concat(Stream.of(this), Stream
            .concat(content.stream().filter(Part.class::isInstance).map(Part.class::cast), ordered().stream())
            .flatMap(Part::all));
    }

    @Override
    public String toString() {
        return type == null ? "(root)" : type.getSimpleName();
    }
}
