package org.knime.core.webui.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A page for a browser and the files that it is made of. */
public class Page implements Resource {

    private final Supplier<InputStream> content;

    private final String path;

    private final Map<String, Function<String, InputStream>> folders = new LinkedHashMap<>();

    Page(final Supplier<InputStream> content, final String path) {
        this.content = content;
        this.path = path;
    }

    public static RequireFromFileOrString create() {
        return new RequireFromFileOrString() {

            @Override
            public RequireBundle fromFile() {
                throw new UnsupportedOperationException("the stand-in makes pages of texts only");
            }

            @Override
            public RequireRelativePath fromString(final InputStreamSupplier content, final Charset charset) {
                return path -> new Page(content, path);
            }

            @Override
            public RequireRelativePath fromString(final StringSupplier content, final Charset charset) {
                return path -> new Page(() -> new ByteArrayInputStream(content.get().getBytes(charset)), path);
            }
        };
    }

    /** Gives the bytes of a page. */
    public interface InputStreamSupplier extends Supplier<InputStream> {
    }

    /** Gives the text of a page. */
    public interface StringSupplier extends Supplier<String> {
    }

    /** Asks what the page is made from. */
    public interface RequireFromFileOrString {

        RequireBundle fromFile();

        RequireRelativePath fromString(InputStreamSupplier content, Charset charset);

        RequireRelativePath fromString(StringSupplier content, Charset charset);
    }

    /** Asks which bundle has the file. */
    public interface RequireBundle {

        RequireBasePath bundleClass(Class<?> clazz);

        RequireBasePath bundleID(String bundleID);
    }

    /** Asks in which folder it is. */
    public interface RequireBasePath {

        RequireRelativeFilePath basePath(String basePath);
    }

    /** Asks for the file. */
    public interface RequireRelativeFilePath {

        FromFilePage relativeFilePath(String relativeFilePath);
    }

    /** Asks what the page is called. */
    public interface RequireRelativePath {

        Page relativePath(String relativePath);
    }

    public Page addResources(final Function<String, InputStream> supplier, final String relativePathPrefix,
        final boolean areStatic, final Charset charset) {
        folders.put(relativePathPrefix, supplier);
        return this;
    }

    /** The first folder whose prefix fits has its say; KNIME asks those of longer prefixes first. */
    public Optional<Resource> getResource(final String relativePath) {
        return folders.entrySet().stream().filter(e -> relativePath.startsWith(e.getKey()))
            .map(e -> file(relativePath, e.getValue().apply(
                e.getKey().isEmpty() ? relativePath : relativePath.substring(e.getKey().length() + 1))))
            .flatMap(Optional::stream).findFirst();
    }

    private static Optional<Resource> file(final String path, final InputStream content) {
        return Optional.ofNullable(content).map(c -> new Page(() -> c, path));
    }

    @Override
    public String getRelativePath() {
        return path;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return content.get();
    }

    @Override
    public boolean isStatic() {
        return false;
    }

    @Override
    public ContentType getContentType() {
        final String ending = path.substring(path.lastIndexOf('.') + 1);
        return switch (ending) {
            case "html" -> ContentType.HTML;
            case "js" -> ContentType.SHADOW_APP;
            case "svg" -> ContentType.SVG;
            case "png" -> ContentType.PNG;
            default -> throw new IllegalArgumentException("no page can be a " + path);
        };
    }
}
