package org.modelcollapse.runner;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.knime.core.data.image.ImageValue;
import org.modelcollapse.picture.BandsPicture;
import org.modelcollapse.picture.Picture;
import org.modelcollapse.picture.SamplesPicture;
import org.modelcollapse.picture.VariancePicture;
import org.modelcollapse.picture.Bands;
import org.modelcollapse.runner.table.CsvWriter;
import org.modelcollapse.runner.table.Preview;
import org.modelcollapse.picture.Samples;
import org.modelcollapse.picture.Table;
import org.modelcollapse.picture.Trajectory;

/** Writes the results of a run: each table as CSV, each view as a page, the pictures, and the page that shows them. */
final class ResultWriter {

    private final OutputFolder folder;
    private final List<Page.TableEntry> tables = new ArrayList<>();
    private final List<Page.PictureEntry> pictures = new ArrayList<>();
    private final List<Page.ViewEntry> views = new ArrayList<>();
    private final List<Page.ImageEntry> images = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final List<String> problems = new ArrayList<>();

    ResultWriter(final OutputFolder folder) {
        this.folder = folder;
    }

    /**
     * Reads the table once, writes it as CSV and draws what it is fit for.
     *
     * @param name of its file, before it is made fit for file names
     * @param table to write
     * @throws IOException if it cannot be written
     */
    void add(final String name, final Table table) throws IOException {
        final String stem = unique(fileName(name));
        final Optional<Trajectory.Collector> trajectory = Trajectory.Collector.of(table);
        final Optional<Bands.Collector> bands = Bands.Collector.of(table);
        final Optional<Samples.Collector> samples = Samples.Collector.of(table);
        final Preview preview = new Preview(table.columns());
        try (Writer out = new BufferedWriter(folder.create(stem + ".csv"), 1 << 16)) {
            final CsvWriter csv = CsvWriter.of(out, table.columns());
            table.read(row -> {
                csv.visit(row);
                preview.visit(row);
                trajectory.ifPresent(c -> c.visit(row));
                bands.ifPresent(c -> c.visit(row));
                samples.ifPresent(c -> c.visit(row));
            });
        }
        tables.add(new Page.TableEntry(table.title(), stem + ".csv", table.size(), preview));
        final Optional<Trajectory> path = trajectory.flatMap(Trajectory.Collector::result);
        if (path.isPresent()) {
            draw(table.title(), VariancePicture.of(path.get(), unique("variances")), Numbers.of(path.get()));
        }
        final Optional<Bands> many = bands.flatMap(Bands.Collector::result);
        if (many.isPresent()) {
            draw(table.title(), BandsPicture.of(many.get(), unique("bands")), Numbers.of(many.get()));
        }
        final Optional<Samples> ends = samples.flatMap(Samples.Collector::result);
        if (ends.isPresent()) {
            draw(table.title(), SamplesPicture.of(ends.get(), unique(ends.get().columns().size() == 1 ? "histograms" : "scatter")), Numbers.of(ends.get()));
        }
    }

    /**
     * Writes an image as a file.
     *
     * @param name of the file, before it is made fit for file names
     * @param title what a reader calls the image
     * @param image in any format
     * @throws IOException if it cannot be written
     */
    void addImage(final String name, final String title, final ImageValue image) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        image.getImageContent().save(bytes);
        final String file = unique(fileName(name)) + "." + image.getImageExtension();
        folder.write(file, bytes.toByteArray());
        images.add(new Page.ImageEntry(title, file));
    }

    /** Makes a view. */
    @FunctionalInterface
    interface ViewMaker {
        /** @return the view, or nothing if there is nothing to see */
        Optional<KnimeView> make() throws IOException;
    }

    /**
     * Writes a node's view as a page of its own. That a view cannot be made is told, and no reason to lose the tables.
     *
     * @param name of its file, before it is made fit for file names
     * @param node what a reader calls the node
     * @param maker makes the view
     * @throws IOException if the file cannot be written
     */
    void addView(final String name, final String node, final ViewMaker maker) throws IOException {
        final Optional<KnimeView> made;
        try {
            made = maker.make();
        } catch (final IOException e) {
            problems.add("The view of " + node + " is not written: " + e.getMessage());
            return;
        }
        if (made.isPresent()) {
            final KnimeView view = made.get();
            final String file = unique(fileName(name)) + ".html";
            folder.write(file, view.html().getBytes(StandardCharsets.UTF_8));
            views.add(new Page.ViewEntry(node + ": " + view.title(), file, view.details().asked(), view.details().embedded()));
        }
    }

    private void draw(final String source, final Picture picture, final List<Numbers.Entry> numbers) throws IOException {
        final String svg = picture.toSvg();
        folder.write(picture.name() + ".svg", svg.getBytes(StandardCharsets.UTF_8));
        Optional<String> png = Optional.empty();
        try {
            final byte[] bytes = picture.toPng();
            png = Optional.of(picture.name() + ".png");
            folder.write(png.get(), bytes);
        } catch (final Picture.DrawingException e) {
            problems.add(picture.name() + ".png is not written: " + e.getMessage() + ". " + picture.name() + ".svg is complete.");
        }
        pictures.add(new Page.PictureEntry(source, picture.name() + ".svg", png, svg, numbers));
    }

    /**
     * Writes the page.
     *
     * @param title of the page
     * @param warnings of the nodes
     * @throws IOException if it cannot be written
     */
    void writePage(final String title, final List<String> warnings) throws IOException {
        folder.write(OutputFolder.PAGE, Page.html(title, views, images, pictures, tables, warnings).getBytes(StandardCharsets.UTF_8));
    }

    /** @return what could not be written though the tables are */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** @return the files that tables, images and views went into */
    List<String> files() {
        final List<String> files = new ArrayList<>();
        tables.forEach(t -> files.add(t.file()));
        images.forEach(i -> files.add(i.file()));
        views.forEach(v -> files.add(v.file()));
        return files;
    }

    /** @return the name in small letters, digits and hyphens only, so that it is the same on every file system */
    static String fileName(final String name) {
        final String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.isEmpty() ? "table" : plain;
    }

    private String unique(final String name) {
        String free = name;
        for (int i = 2; !names.add(free); i++) {
            free = name + "-" + i;
        }
        return free;
    }
}
