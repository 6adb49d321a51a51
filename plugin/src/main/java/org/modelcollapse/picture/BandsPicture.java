package org.modelcollapse.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.modelcollapse.picture.Canvas.Stroke;
import org.modelcollapse.picture.Bands.Scenario;
import org.modelcollapse.picture.Bands.Statistic;

/**
 * What an experiment found. Scenarios that form a grid of two settings become a {@link GridPicture}; all others have
 * a panel each, with the band of their runs. Scenarios of mixtures that share one law differ in what it does not see,
 * so they have a second panel each, for the first component.
 */
public final class BandsPicture {

    private static final int WIDTH = 860;
    private static final int LEFT = 84;
    private static final int RIGHT = WIDTH - 28;
    private static final int HEAD = 80;
    private static final int ABOVE = 36;
    private static final int BELOW = 34;
    private static final int FOOT = 22;
    private static final int GAP = 48;
    private static final int PANEL = 240;
    private static final int MOST_PANELS = 12;
    private static final int MOST_IN_A_ROW = 3;
    private static final String COMPONENT = "Sd 1";
    /** Laws that differ by less than this, as a share, look the same. */
    private static final double SAME = 1e-3;

    private static final int WIDE_BAND = 0xDCEAF4;
    private static final int NARROW_BAND = 0xABCDE6;
    private static final Stroke MEDIAN = Stroke.solid(Style.BLUE, 1.6);
    private static final Stroke MEAN = Stroke.solid(Style.VERMILLION, 1.6);
    private static final Stroke LAW = new Stroke(Style.INK, 1.6, true);

    private BandsPicture() {
    }

    /**
     * @param bands of at least one scenario
     * @param name of the picture's files, without ending
     * @return the picture
     */
    public static Picture of(final Bands bands, final String name) {
        return GridPicture.of(bands, name).orElseGet(() -> panels(bands, name));
    }

    private static boolean shareLaw(final Bands bands) {
        final List<Scenario> scenarios = bands.scenarios();
        if (scenarios.size() < 2 || scenarios.size() > MOST_IN_A_ROW || !scenarios.stream()
            .allMatch(s -> s.values().containsKey(COMPONENT) && s.hasLaw(Bands.TOTAL_VARIANCE))) {
            return false;
        }
        final double[] law = scenarios.get(0).of(Bands.TOTAL_VARIANCE, Statistic.EXPECTED);
        return scenarios.stream().allMatch(s -> same(law, s.of(Bands.TOTAL_VARIANCE, Statistic.EXPECTED)));
    }

    private static boolean same(final double[] one, final double[] other) {
        final int common = Math.min(one.length, other.length);
        for (int i = 0; i < common; i++) {
            if (!(Math.abs(one[i] - other[i]) <= SAME * Math.abs(one[i]))) {
                return false;
            }
        }
        return true;
    }

    private static double last(final Scenario scenario) {
        return scenario.generations()[scenario.generations().length - 1];
    }

    private static double highest(final List<Scenario> scenarios, final String number,
        final List<Statistic> statistics) {
        return scenarios.stream().flatMap(s -> statistics.stream().map(t -> s.of(number, t)))
            .flatMapToDouble(Arrays::stream).filter(Double::isFinite).max().orElse(1);
    }

    /** A panel: a number of a scenario. */
    private record Part(Scenario scenario, String number, double highest) {
        String label() {
            return number.equals(COMPONENT) ? "Sd of component 1" : number;
        }
    }

    private static Picture panels(final Bands bands, final String name) {
        final String number = bands.subject();
        final List<Scenario> shown = bands.scenarios().subList(0, Math.min(MOST_PANELS, bands.scenarios().size()));
        final boolean twice = shareLaw(bands);
        final List<Part> parts = new ArrayList<>(parts(shown, number));
        if (twice) {
            parts.addAll(parts(shown, COMPONENT));
        }
        final int columns = twice || shown.size() == 1 ? shown.size() : shown.size() == 3 || shown.size() > 4 ? 3 : 2;
        final int rows = (parts.size() + columns - 1) / columns;
        final double width = (RIGHT - LEFT - (columns - 1) * GAP) / (double)columns;
        final String title = number + (twice ? " and one component" : "") + " over the generations, many runs";
        return new Picture(name, title, WIDTH, HEAD + rows * (ABOVE + PANEL + BELOW) + FOOT, canvas -> {
            canvas.text(LEFT, 32, title, Style.TITLE);
            drawKey(canvas, shown.stream().anyMatch(s -> s.hasLaw(number)));
            for (int i = 0; i < parts.size(); i++) {
                final Part part = parts.get(i);
                final double left = LEFT + i % columns * (width + GAP);
                final double top = HEAD + i / columns * (ABOVE + PANEL + BELOW) + ABOVE;
                final Axis x = Axis.round(0, last(part.scenario()), left, left + width, columns == 1 ? 8 : 4);
                final Panel panel = new Panel(x, Axis.round(0, part.highest(), top + PANEL, top, 5));
                final boolean lowest = i + columns >= parts.size();
                drawBands(canvas, panel, part, lowest ? "Generation" : "", i % columns == 0 ? part.label() : "");
            }
        });
    }

    private static List<Part> parts(final List<Scenario> scenarios, final String number) {
        final double highest = highest(scenarios, number, List.of(Statistic.P95, Statistic.MEAN, Statistic.EXPECTED));
        return scenarios.stream().map(s -> new Part(s, number, highest)).toList();
    }

    private static void drawBands(final Canvas canvas, final Panel panel, final Part part, final String xLabel,
        final String yLabel) {
        final Scenario scenario = part.scenario();
        final String number = part.number();
        final double[] x = scenario.generations();
        drawBand(canvas, panel, x, scenario.of(number, Statistic.P05), scenario.of(number, Statistic.P95), WIDE_BAND);
        drawBand(canvas, panel, x, scenario.of(number, Statistic.Q1), scenario.of(number, Statistic.Q3), NARROW_BAND);
        panel.drawFrame(canvas, Text.quiet(scenario.name()), xLabel, yLabel);
        panel.drawSeries(canvas, x, scenario.of(number, Statistic.MEDIAN), MEDIAN);
        panel.drawSeries(canvas, x, scenario.of(number, Statistic.MEAN), MEAN);
        panel.drawSeries(canvas, x, scenario.of(number, Statistic.EXPECTED), LAW);
    }

    private static void drawBand(final Canvas canvas, final Panel panel, final double[] x, final double[] low,
        final double[] high, final int colour) {
        final int n = x.length;
        final double[] px = new double[2 * n];
        final double[] py = new double[2 * n];
        for (int i = 0; i < n; i++) {
            px[i] = panel.x().at(x[i]);
            py[i] = panel.y().at(high[i]);
            px[2 * n - 1 - i] = px[i];
            py[2 * n - 1 - i] = panel.y().at(low[i]);
        }
        canvas.area(px, py, colour);
    }

    private static void drawKey(final Canvas canvas, final boolean withLaw) {
        double at = swatch(canvas, LEFT, "90 % of the runs", WIDE_BAND);
        at = swatch(canvas, at, "half of them", NARROW_BAND);
        at = line(canvas, at, "median", MEDIAN);
        at = line(canvas, at, "mean", MEAN);
        if (withLaw) {
            line(canvas, at, "mean by the exact law", LAW);
        }
    }

    private static double swatch(final Canvas canvas, final double x, final String label, final int colour) {
        canvas.rectangle(x, 50, 24, 12, colour);
        return label(canvas, x, label);
    }

    private static double line(final Canvas canvas, final double x, final String label, final Stroke stroke) {
        canvas.line(new double[] {x, x + 24}, new double[] {56, 56}, new Stroke(stroke.colour(), 2, stroke.dashed()));
        return label(canvas, x, label);
    }

    private static double label(final Canvas canvas, final double x, final String label) {
        canvas.text(x + 30, 60.5, label, Style.LEGEND);
        return x + 30 + label.length() * Style.LEGEND.size() * Style.LETTER_WIDTH + 12;
    }
}
