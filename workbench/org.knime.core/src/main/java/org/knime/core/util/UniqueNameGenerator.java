package org.knime.core.util;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;

/** Gives names that were not given before, by a suffix " (#2)" where needed. */
public final class UniqueNameGenerator {

    private static final Pattern SUFFIX = Pattern.compile("(^.*) \\(#(\\d+)\\)$");

    private final Set<String> names = new HashSet<>();

    public UniqueNameGenerator(final Set<String> taken) {
        if (taken != null) {
            names.addAll(taken);
        }
    }

    public UniqueNameGenerator(final DataTableSpec spec) {
        if (spec != null) {
            names.addAll(Set.of(spec.getColumnNames()));
        }
    }

    public String newName(final String suggested) {
        if (suggested == null) {
            throw new NullPointerException("Argument must not be null.");
        }
        final String trimmed = suggested.trim();
        if (names.add(trimmed)) {
            return trimmed;
        }
        String base = trimmed;
        int number = 1;
        final Matcher matcher = SUFFIX.matcher(base);
        if (matcher.matches()) {
            base = matcher.group(1);
            try {
                number = Integer.parseInt(matcher.group(2)) + 1;
            } catch (NumberFormatException e) { // NOSONAR: a number beyond int is no suffix of ours
                number = 1;
            }
        }
        String name;
        do {
            name = base + " (#" + number++ + ")";
        } while (!names.add(name));
        return name;
    }

    public DataColumnSpecCreator newCreator(final String suggested, final DataType type) {
        return new DataColumnSpecCreator(newName(suggested), type);
    }

    public DataColumnSpec newColumn(final String suggested, final DataType type) {
        return newCreator(suggested, type).createSpec();
    }
}
