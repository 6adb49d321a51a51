package org.modelcollapse.runner;

import java.util.List;
import java.util.Optional;
import org.modelcollapse.picture.Markup;
import org.modelcollapse.picture.Text;
import org.modelcollapse.runner.table.Preview;
import org.modelcollapse.picture.Table;

/** The page that shows the results. It needs no other file to be read, only its links do. Holds no time or place, so that the same results give the same page. */
final class Page {

    private static final int COLUMNS = 12;

    private static final String STYLE = """
        body { font: 15px/1.5 'Segoe UI', 'DejaVu Sans', Verdana, Helvetica, Arial, sans-serif; color: #222; background: #fff; max-width: 900px; margin: 2em auto; padding: 0 1em; }
        h1 { font-size: 1.6em; } h2 { font-size: 1.2em; margin-top: 2em; } p.note { color: #555; }
        svg { margin-top: 1em; max-width: 100%; height: auto; }
        div.wide { overflow-x: auto; }
        table { border-collapse: collapse; font-variant-numeric: tabular-nums; margin: 0.5em 0; }
        th, td { border-bottom: 1px solid #ddd; padding: 0.2em 0.9em 0.2em 0; text-align: right; white-space: nowrap; }
        th { font-weight: 600; color: #555; } th:first-child, td:first-child { text-align: left; }
        ul.warnings { color: #8a3b00; }
        """;

    private Page() {
    }

    /**
     * A table on the page.
     *
     * @param title of the table
     * @param file that holds it
     * @param rows how many it has
     * @param preview its first rows
     */
    record TableEntry(String title, String file, long rows, Preview preview) {
    }

    /**
     * A picture on the page.
     *
     * @param source title of the table it was made from
     * @param svgFile that holds it
     * @param pngFile that holds it, if it could be written
     * @param svg the picture itself
     * @param numbers that say the main thing in figures
     */
    record PictureEntry(String source, String svgFile, Optional<String> pngFile, String svg, List<Numbers.Entry> numbers) {
    }

    /**
     * A view that is a page of its own.
     *
     * @param title of the view
     * @param file that holds it
     * @param details how many details the view could show
     * @param embedded how many of them are in the file
     */
    record ViewEntry(String title, String file, int details, int embedded) {
    }

    /**
     * An image that a node gave out.
     *
     * @param title of the image
     * @param file that holds it
     */
    record ImageEntry(String title, String file) {
    }

    static String html(final String title, final List<ViewEntry> views, final List<ImageEntry> images, final List<PictureEntry> pictures, final List<TableEntry> tables, final List<String> warnings) {
        final StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.append(OutputFolder.MARK).append("\n<title>").append(Markup.escape(title)).append("</title>\n<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n");
        html.append("<h1>").append(Markup.escape(title)).append("</h1>\n");
        if (!warnings.isEmpty()) {
            html.append("<ul class=\"warnings\">\n");
            warnings.forEach(w -> html.append("<li>").append(Markup.escape(w)).append("</li>\n"));
            html.append("</ul>\n");
        }
        append(html, views);
        appendImages(html, images);
        pictures.forEach(p -> append(html, p));
        html.append("<h2>Tables</h2>\n");
        if (tables.isEmpty()) {
            html.append("<p>The workflow has no open output table.</p>\n");
        }
        tables.forEach(t -> append(html, t));
        return html.append("</body>\n</html>\n").toString();
    }

    private static void append(final StringBuilder html, final List<ViewEntry> views) {
        if (!views.isEmpty()) {
            html.append("<h2>Interactive views</h2>\n<p>The views of the nodes, as KNIME shows them, to be opened in a browser:</p>\n<ul>\n");
            for (final ViewEntry view : views) {
                html.append("<li>").append(link(view.file(), view.title()));
                if (view.embedded() < view.details()) {
                    html.append(". To keep the page small it holds ").append(Text.count(view.embedded())).append(" of ").append(Text.count(view.details()))
                        .append(" details; KNIME shows all");
                }
                html.append("</li>\n");
            }
            html.append("</ul>\n");
        }
    }

    private static void appendImages(final StringBuilder html, final List<ImageEntry> images) {
        if (!images.isEmpty()) {
            html.append("<h2>Images of the nodes</h2>\n<ul>\n");
            images.forEach(i -> html.append("<li>").append(link(i.file(), i.title())).append("</li>\n"));
            html.append("</ul>\n");
        }
    }

    private static void append(final StringBuilder html, final PictureEntry picture) {
        // the picture has its title in it
        html.append(picture.svg());
        html.append("<p class=\"note\">From ").append(Markup.escape(picture.source())).append(". ").append(link(picture.svgFile(), "SVG"));
        picture.pngFile().ifPresent(f -> html.append(", ").append(link(f, "PNG")));
        html.append("</p>\n<table>\n<tr><th></th><th>first</th><th>last</th><th>last / first</th></tr>\n");
        for (final Numbers.Entry entry : picture.numbers()) {
            row(html, "td", List.of(entry.name(), entry.first(), entry.last(), entry.left()));
        }
        html.append("</table>\n");
    }

    private static void append(final StringBuilder html, final TableEntry table) {
        final List<String> names = table.preview().columns().stream().map(Table.Column::name).toList();
        html.append("<h3>").append(Markup.escape(table.title())).append("</h3>\n<p>").append(link(table.file(), table.file())).append(", ")
            .append(Text.count(table.rows())).append(table.rows() == 1 ? " row, " : " rows, ").append(names.size()).append(names.size() == 1 ? " column" : " columns");
        html.append(table.rows() > table.preview().rows().size() || names.size() > COLUMNS ? "; it begins so:</p>\n" : ":</p>\n");
        html.append("<div class=\"wide\"><table>\n");
        row(html, "th", names);
        table.preview().rows().forEach(r -> row(html, "td", r));
        html.append("</table></div>\n");
    }

    private static void row(final StringBuilder html, final String tag, final List<String> cells) {
        html.append("<tr>");
        cells.stream().limit(COLUMNS).forEach(c -> html.append('<').append(tag).append('>').append(Markup.escape(c)).append("</").append(tag).append('>'));
        html.append("</tr>\n");
    }

    private static String link(final String file, final String text) {
        return "<a href=\"" + Markup.escape(file) + "\">" + Markup.escape(text) + "</a>";
    }
}
