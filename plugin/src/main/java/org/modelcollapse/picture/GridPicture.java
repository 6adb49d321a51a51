package org.modelcollapse.picture;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.modelcollapse.picture.Canvas.Anchor;
import org.modelcollapse.picture.Canvas.Font;
import org.modelcollapse.picture.Bands.Scenario;
import org.modelcollapse.picture.Bands.Statistic;

/**
 * Scenarios that are a grid of two settings, as a heat map: which share of the first generation's expected variance
 * the last generation has, simulated and by the law.
 */
final class GridPicture {

    /**
     * A scenario's name as the node Scenario Grid gives it: two settings with their values, and those that change
     * together with the second.
     */
    private static final Pattern NAME = Pattern.compile("(\\S+) ([^\\s,]+), (\\S+) ([^\\s,]+)(?:, .*)?");
    private static final String SUBTITLE =
        "as a share of the first fit's: mean of the runs, and below it what the exact law gives";
    private static final int WIDTH = 860;
    private static final int LEFT = 130;
    private static final int RIGHT = WIDTH - 28;
    private static final int TOP = 78;
    private static final int CELL = 62;
    private static final int FOOT = 64;
    private static final int FEWEST = 2;

    private final String columnSetting;
    private final String rowSetting;
    private final List<String> columns;
    private final List<String> rows;
    private final List<Cell> cells;
    private final double generations;
    private final String number;

    private record Cell(String column, String row, double share, double law) {
    }

    private GridPicture(final Bands bands, final List<Matcher> names) {
        rowSetting = names.get(0).group(1);
        columnSetting = names.get(0).group(3);
        number = bands.subject();
        final Set<String> ofRows = new LinkedHashSet<>();
        final Set<String> ofColumns = new LinkedHashSet<>();
        cells = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            ofRows.add(names.get(i).group(2));
            ofColumns.add(names.get(i).group(4));
            cells.add(cell(bands.scenarios().get(i), names.get(i)));
        }
        rows = List.copyOf(ofRows);
        columns = List.copyOf(ofColumns);
        final double[] all = bands.scenarios().get(0).generations();
        generations = all[all.length - 1];
    }

    private Cell cell(final Scenario scenario, final Matcher name) {
        final double[] mean = scenario.of(number, Statistic.MEAN);
        final double[] law = scenario.of(number, Statistic.EXPECTED);
        final double first = scenario.hasLaw(number) ? law[0] : mean[0];
        return new Cell(name.group(4), name.group(2), mean[mean.length - 1] / first, law[law.length - 1] / first);
    }

    /**
     * @param bands any bands
     * @param name of the picture's files, without ending
     * @return the picture, if the scenarios are a grid of two settings, each with two values or more
     */
    static Optional<Picture> of(final Bands bands, final String name) {
        final List<Matcher> names =
            bands.scenarios().stream().map(s -> NAME.matcher(s.name())).filter(Matcher::matches).toList();
        if (names.isEmpty() || names.size() < bands.scenarios().size()
            || names.stream().anyMatch(m -> !m.group(1).equals(names.get(0).group(1))
                || !m.group(3).equals(names.get(0).group(3)))) {
            return Optional.empty();
        }
        final GridPicture grid = new GridPicture(bands, names);
        final boolean whole = grid.rows.size() >= FEWEST && grid.columns.size() >= FEWEST
            && grid.rows.size() * grid.columns.size() == names.size();
        return whole ? Optional.of(grid.picture(name)) : Optional.empty();
    }

    private Picture picture(final String name) {
        final String title = number + " kept after " + Text.count((long)generations) + " generations";
        return new Picture(name, title, WIDTH, TOP + rows.size() * CELL + FOOT, canvas -> {
            canvas.text(LEFT, 32, title, Style.TITLE);
            canvas.text(LEFT, 54, SUBTITLE, Style.SUBTITLE);
            cells.forEach(c -> draw(canvas, c));
            final double bottom = TOP + rows.size() * (double)CELL;
            for (int i = 0; i < rows.size(); i++) {
                canvas.text(LEFT - 10, TOP + (i + 0.5) * CELL + 4, count(rows.get(i)), Style.TICK_LEFT);
            }
            for (int i = 0; i < columns.size(); i++) {
                canvas.text(LEFT + (i + 0.5) * width(), bottom + 19, columns.get(i), Style.TICK);
            }
            canvas.text((LEFT + RIGHT) / 2.0, bottom + 44, columnSetting, Style.AXIS);
            canvas.textUpwards(LEFT - 78, (TOP + bottom) / 2, rowSetting, Style.AXIS);
        });
    }

    private double width() {
        return (RIGHT - LEFT) / (double)columns.size();
    }

    private void draw(final Canvas canvas, final Cell cell) {
        final double left = LEFT + columns.indexOf(cell.column()) * width();
        final double top = TOP + rows.indexOf(cell.row()) * (double)CELL;
        final double shade = Math.max(0, Math.min(1, cell.share()));
        canvas.rectangle(left + 1, top + 1, width() - 2, CELL - 2.0, mixed(shade));
        final int ink = shade > 0.72 ? Style.WHITE : Style.INK;
        canvas.text(left + width() / 2, top + CELL / 2.0 - 2, percent(cell.share()),
            new Font(ink, 15, true, Anchor.MIDDLE));
        if (Double.isFinite(cell.law())) {
            canvas.text(left + width() / 2, top + CELL / 2.0 + 17, "law " + percent(cell.law()),
                new Font(ink, 11.5, false, Anchor.MIDDLE));
        }
    }

    /** From a light grey for nothing to the blue of all pictures. */
    private static int mixed(final double share) {
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            final int from = 0xF2F2F2 >> shift & 0xFF;
            final int to = Style.BLUE >> shift & 0xFF;
            colour |= (int)Math.round(from + share * (to - from)) << shift;
        }
        return colour;
    }

    private static String percent(final double share) {
        return share < 0.001 ? "< 0.1 %" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String count(final String value) {
        return value.matches("\\d{4,9}") ? Text.count(Long.parseLong(value)) : value;
    }
}
