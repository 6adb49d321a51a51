package org.modelcollapse.tools;

import java.util.ArrayList;
import java.util.List;

/** Reads headers of OSGi manifests: clauses with commas between, each a name and attributes with semicolons between, where quoted text may hold both. */
final class Headers {

    private Headers() {
    }

    /** @return the names in a header, without attributes; none for null */
    static List<String> names(final String header) {
        return split(header == null ? "" : header, ',').stream().map(c -> split(c, ';').get(0)).toList();
    }

    /** @return the names of the required bundles that are re-exported */
    static List<String> reexported(final String requireBundle) {
        return split(requireBundle == null ? "" : requireBundle, ',').stream().filter(c -> c.replace("\"", "").contains("visibility:=reexport"))
            .map(c -> split(c, ';').get(0)).toList();
    }

    private static List<String> split(final String text, final char separator) {
        final List<String> parts = new ArrayList<>();
        final StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (final char c : text.toCharArray()) {
            quoted ^= c == '"';
            if (c == separator && !quoted) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        if (!part.toString().isBlank()) {
            parts.add(part.toString().strip());
        }
        return parts;
    }
}
