package org.modelcollapse.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.modelcollapse.picture.Canvas.Stroke;
import org.modelcollapse.picture.Panel.Entry;
import org.modelcollapse.view.Thinning;

/**
 * The fitted variances over the generations: a panel a dimension, and one for the total variance with its expectation
 * where the table has them.
 */
public final class VariancePicture {

    private static final int WIDTH = 860;
    private static final int LEFT = 84;
    private static final int RIGHT = WIDTH - 28;
    private static final int HEAD = 46;
    private static final int PANEL = 300;
    private static final int ABOVE = 40;
    private static final int BELOW = 28;
    private static final int FOOT = 24;
    /** More points than this in a line cannot be told apart. */
    private static final int POINTS = 4000;

    private VariancePicture() {
    }

    private record Line(String label, double[] values, Stroke stroke) {
    }

    private record Part(String title, String yLabel, List<Line> lines) {
    }

    /**
     * @param trajectory of at least one generation
     * @param name of the picture's files, without ending
     * @return the picture
     */
    public static Picture of(final Trajectory trajectory, final String name) {
        final List<Part> parts = parts(trajectory);
        final int height = HEAD + parts.size() * (ABOVE + PANEL + BELOW) + FOOT;
        final String title = "Fitted variances over the generations";
        return new Picture(name, title, WIDTH, height, canvas -> {
            canvas.text(LEFT, 32, title, Style.TITLE);
            for (int i = 0; i < parts.size(); i++) {
                final double top = HEAD + i * (ABOVE + PANEL + BELOW) + (double)ABOVE;
                draw(canvas, trajectory.generations(), parts.get(i), top, i == parts.size() - 1);
            }
        });
    }

    private static List<Part> parts(final Trajectory trajectory) {
        final List<Part> parts = new ArrayList<>();
        for (final Trajectory.Dimension dimension : trajectory.dimensions()) {
            final List<Line> lines = new ArrayList<>();
            for (int k = 0; k < dimension.variances().size(); k++) {
                lines.add(new Line("component " + (k + 1), dimension.variances().get(k), Style.series(k, 1.4)));
            }
            final String of = dimension.name().isEmpty() ? "Each component" : "Each component, " + dimension.name();
            parts.add(new Part(of, "Variance", lines));
        }
        if (trajectory.total().isPresent() || trajectory.expected().isPresent()) {
            final List<Line> lines = new ArrayList<>();
            trajectory.total().ifPresent(v -> lines.add(new Line("fitted", v, Stroke.solid(Style.INK, 1.4))));
            trajectory.expected().filter(v -> Arrays.stream(v).anyMatch(Double::isFinite))
                .ifPresent(v -> lines.add(new Line("expected by the law", v, new Stroke(Style.FAINT_INK, 1.4, true))));
            parts.add(new Part("Whole mixture", "Total variance", lines));
        }
        return parts;
    }

    private static void draw(final Canvas canvas, final double[] generations, final Part part, final double top,
        final boolean lowest) {
        final double highest = part.lines().stream().flatMapToDouble(l -> Arrays.stream(l.values()))
            .filter(Double::isFinite).max().orElse(1);
        final Axis x = Axis.round(Math.min(generations[0], 0), generations[generations.length - 1], LEFT, RIGHT, 8);
        final Panel panel = new Panel(x, Axis.round(0, highest, top + PANEL, top, 5));
        panel.drawFrame(canvas, part.title(), lowest ? "Generation" : "", part.yLabel());
        for (final Line line : part.lines()) {
            final int[] shown = Thinning.indices(line.values(), POINTS);
            panel.drawSeries(canvas, pick(generations, shown), pick(line.values(), shown), line.stroke());
        }
        panel.drawLegend(canvas, part.lines().stream().map(l -> new Entry(l.label(), l.stroke())).toList());
    }

    private static double[] pick(final double[] values, final int[] indices) {
        return Arrays.stream(indices).mapToDouble(i -> values[i]).toArray();
    }
}
