package org.modelcollapse.tools;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources into bundles. */
final class Workshop {

    private final Path folder;

    Workshop(final Path folder) {
        this.folder = folder;
    }

    /**
     * @param name of the folder for the classes
     * @param sources by qualified name
     * @param classPath folders
     * @return the folder
     */
    Path compile(final String name, final Map<String, String> sources, final Path... classPath) throws IOException {
        final Path classes = Files.createDirectories(folder.resolve(name));
        final List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((type, text) -> units.add(new SimpleJavaFileObject(URI.create("string:///" + type.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(final boolean ignoreErrors) {
                return text;
            }
        }));
        final List<String> options = List.of("-d", classes.toString(), "-cp", String.join(System.getProperty("path.separator"), Stream.of(classPath).map(Path::toString).toList()));
        final StringWriter messages = new StringWriter();
        if (!ToolProvider.getSystemJavaCompiler().getTask(messages, null, null, options, null, units).call()) {
            throw new IllegalArgumentException(messages.toString());
        }
        return classes;
    }

    static void manifest(final Path bundle, final String... lines) throws IOException {
        Files.createDirectories(bundle.resolve("META-INF"));
        Files.writeString(bundle.resolve("META-INF/MANIFEST.MF"), "Manifest-Version: 1.0\nBundle-ManifestVersion: 2\n" + String.join("\n", lines) + "\n");
    }

    static void zip(final Path from, final Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        try (OutputStream out = Files.newOutputStream(jar); ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8); Stream<Path> all = Files.walk(from)) {
            for (final Path file : all.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(from.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        }
    }
}
