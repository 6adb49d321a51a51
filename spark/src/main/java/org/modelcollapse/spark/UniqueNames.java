package org.modelcollapse.spark;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names for columns that are appended to a table. */
final class UniqueNames {

    private UniqueNames() {
    }

    /** The names, " (#1)" and so on appended where the table has one already, as KNIME does. */
    static List<String> of(final List<String> taken, final List<String> wanted) {
        final Set<String> all = new HashSet<>(taken);
        final List<String> names = new ArrayList<>();
        for (final String name : wanted) {
            String unique = name;
            for (int n = 1; !all.add(unique); n++) {
                unique = name + " (#" + n + ")";
            }
            names.add(unique);
        }
        return names;
    }
}
