package org.modelcollapse.runner.page;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.modelcollapse.picture.Markup;

/**
 * A page with all its scripts and data in one file, which a browser shows from a disk as from a server, without a network.
 * Modules cannot be read from files by a page that is a file; so they become {@code data:} URLs, which an import map gives
 * to the browser under their names.
 */
public final class SelfContainedPage {

    /** A script of a page. Other attributes than these two are not kept. */
    private static final Pattern SCRIPT =
        Pattern.compile("<script( type=\"module\")? src=\"([^\"]+)\"></script>", Pattern.CASE_INSENSITIVE);

    private static final Pattern TITLE = Pattern.compile("<title>(.*?)</title>", Pattern.DOTALL);

    /** What a module imports from: by "from", by "import" alone, or on demand by "import(". */
    private static final Pattern IMPORT = Pattern.compile("(\\b(?:from|import)\\s*\\(?\\s*)([\"'])(\\.[^\"']*)\\2");

    /** What ends or nests a script wherever it stands, be it in a text or a comment. */
    private static final Pattern UNSAFE = Pattern.compile("</?script|<!--", Pattern.CASE_INSENSITIVE);

    private final Files files;

    private final Map<String, String> modules = new LinkedHashMap<>();

    private SelfContainedPage(final Files files) {
        this.files = files;
    }

    /** The files that a page needs. */
    @FunctionalInterface
    public interface Files {
        /**
         * @param path of a file, from the folder of the page
         * @return its text, or nothing if there is no such file
         * @throws IOException if it cannot be read
         */
        Optional<String> read(String path) throws IOException;
    }

    /**
     * @param html the page
     * @return what it is called
     */
    public static String title(final String html) {
        final Matcher title = TITLE.matcher(html);
        return title.find() ? title.group(1).strip() : "View";
    }

    /**
     * Makes a page self-contained.
     *
     * @param html the page; its scripts are written {@code <script src="...">} or {@code <script type="module" src="...">}
     * @param files that it needs
     * @param title what the browser shows as its title
     * @param embedded JSON texts by the ids of the elements that will hold them
     * @return the page in one
     * @throws IOException if a file is missing or cannot be read
     */
    public static String of(final String html, final Files files, final String title,
        final Map<String, String> embedded) throws IOException {
        return new SelfContainedPage(files).make(html, title, embedded);
    }

    private String make(final String html, final String title, final Map<String, String> embedded)
        throws IOException {
        final StringBuilder scripts = new StringBuilder();
        final Matcher script = SCRIPT.matcher(html);
        while (script.find()) {
            final boolean module = script.group(1) != null;
            final String path = script.group(2);
            scripts.append(element(module ? "<script type=\"module\"" : "<script", module ? module(path) : read(path)));
        }
        final StringBuilder head = new StringBuilder();
        embedded.forEach((id, json) -> head.append("<script id=\"").append(id).append("\" type=\"application/json\">")
            .append(json.replace("<", "\\u003c")).append("</script>\n"));
        if (!modules.isEmpty()) {
            head.append("<script type=\"importmap\">").append(modules.entrySet().stream()
                .map(m -> JsonText.quote(m.getKey()) + ":" + JsonText.quote(url(m.getValue())))
                .collect(Collectors.joining(",", "{\"imports\":{", "}}"))).append("</script>\n");
        }
        final String page = TITLE.matcher(html).replaceFirst(
            Matcher.quoteReplacement("<title>" + Markup.escape(title) + "</title>"));
        // all that is embedded stands before the first script, which may look for it
        final Matcher first = SCRIPT.matcher(page);
        if (!first.find()) {
            throw new IOException("The page has no script.");
        }
        return page.substring(0, first.start()) + head + scripts.toString().stripTrailing()
            + SCRIPT.matcher(page.substring(first.end())).replaceAll("").replaceFirst("^\\s*\\n", "\n");
    }

    private static String element(final String tag, final String code) {
        return UNSAFE.matcher(code).find() ? tag + " src=\"" + url(code) + "\"></script>\n"
            : tag + ">" + code.stripTrailing() + "\n</script>\n";
    }

    private static String url(final String code) {
        return "data:text/javascript;charset=utf-8;base64,"
            + Base64.getEncoder().encodeToString(code.getBytes(StandardCharsets.UTF_8));
    }

    /** @return the text of a module in which imports name the entries of the import map, to which it adds what is imported */
    private String module(final String path) throws IOException {
        final Matcher imports = IMPORT.matcher(read(path));
        final StringBuilder code = new StringBuilder();
        while (imports.find()) {
            final String imported = URI.create(path).resolve(imports.group(3)).toString();
            if (!modules.containsKey(imported)) {
                modules.put(imported, ""); // so that modules that import each other come to an end
                modules.put(imported, module(imported));
            }
            imports.appendReplacement(code, Matcher.quoteReplacement(
                imports.group(1) + imports.group(2) + imported + imports.group(2)));
        }
        return imports.appendTail(code).toString();
    }

    private String read(final String path) throws IOException {
        return files.read(path).orElseThrow(() -> new IOException("The file " + path + " of the page is missing."));
    }
}
