package org.modelcollapse.knime.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names for the user's columns in a table that has columns of its own. */
public final class UnlikeNames {

    private UnlikeNames() {
    }

    /**
     * @param taken names of the table's own columns
     * @param variables names of the user's columns, all different
     * @return the same names, "(variable)" appended where the table has one already, and a number where the user has
     *         that one, too; all different
     */
    public static List<String> of(final List<String> taken, final List<String> variables) {
        final Set<String> used = new HashSet<>(taken);
        used.addAll(variables);
        return variables.stream().map(v -> taken.contains(v) ? unused(v, used) : v).toList();
    }

    private static String unused(final String variable, final Set<String> used) {
        String name = variable + " (variable)";
        for (int n = 2; !used.add(name); n++) {
            name = variable + " (variable " + n + ")";
        }
        return name;
    }
}
