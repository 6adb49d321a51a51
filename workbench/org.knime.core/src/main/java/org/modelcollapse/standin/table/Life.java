package org.modelcollapse.standin.table;

/** Whether the contents of a table are still there. Asked for every row that is read, hence as plain as can be. */
public final class Life {

    private boolean over;

    /** The contents are gone. */
    public void end() {
        over = true;
    }

    /** Whether any of the contents that a table is made of are gone. */
    public static boolean isOver(final Life[] lives) {
        for (final Life life : lives) {
            if (life.over) {
                return true;
            }
        }
        return false;
    }

    /** For reading: as KNIME says it. */
    public static void check(final Life[] lives) {
        if (isOver(lives)) {
            throw new IllegalStateException("Cannot iterate over table: buffer has been cleared.");
        }
    }
}
