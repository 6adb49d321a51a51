package org.modelcollapse.tools;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** OSGi bundles on disk, as jars or unpacked, with the class files in them and in the jars they hold, and the packages they export. */
final class Bundles {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String CLASS = ".class";

    private final Map<String, byte[]> classes = new TreeMap<>();
    private final Map<String, Set<String>> exports = new HashMap<>();
    private final Map<String, Set<String>> reexports = new HashMap<>();
    private final Map<String, ClassInfo> read = new HashMap<>();

    /**
     * @param plugins a folder with bundles
     * @param prefix that the file names of the wanted bundles have
     * @return the bundles
     * @throws IOException if one cannot be read
     */
    static Bundles inFolder(final Path plugins, final String prefix) throws IOException {
        try (Stream<Path> files = Files.list(plugins)) {
            return of(files.filter(f -> f.getFileName().toString().startsWith(prefix)).filter(f -> Files.isDirectory(f) || f.toString().endsWith(".jar")).sorted().toList());
        }
    }

    /**
     * @param files jars, or directories of bundles or of class files
     * @return the bundles
     * @throws IOException if one cannot be read
     */
    static Bundles of(final List<Path> files) throws IOException {
        final Bundles bundles = new Bundles();
        for (final Path file : files) {
            bundles.add(file);
        }
        return bundles;
    }

    private void add(final Path file) throws IOException {
        final Map<String, byte[]> content = new LinkedHashMap<>();
        if (Files.isDirectory(file)) {
            try (Stream<Path> all = Files.walk(file)) {
                for (final Path path : all.filter(Files::isRegularFile).toList()) {
                    final String name = file.relativize(path).toString().replace('\\', '/');
                    if (isWanted(name)) {
                        content.put(name, Files.readAllBytes(path));
                    }
                }
            }
        } else {
            try (InputStream in = Files.newInputStream(file)) {
                unzip(in, content);
            }
        }
        addBundle(content);
    }

    private void addBundle(final Map<String, byte[]> content) throws IOException {
        final byte[] bytes = content.get(MANIFEST);
        final Attributes manifest = bytes == null ? new Attributes() : new Manifest(new ByteArrayInputStream(bytes)).getMainAttributes();
        final String path = manifest.getValue("Bundle-ClassPath");
        for (final String entry : path == null ? List.of(".") : Headers.names(path)) {
            addClassPath(content, entry);
        }
        final String name = manifest.getValue("Bundle-SymbolicName");
        if (name != null) {
            exports.computeIfAbsent(Headers.names(name).get(0), n -> new LinkedHashSet<>()).addAll(Headers.names(manifest.getValue("Export-Package")));
            reexports.computeIfAbsent(Headers.names(name).get(0), n -> new LinkedHashSet<>()).addAll(Headers.reexported(manifest.getValue("Require-Bundle")));
        }
    }

    private void addClassPath(final Map<String, byte[]> content, final String entry) throws IOException {
        if (entry.endsWith(".jar")) {
            final byte[] jar = content.get(entry);
            if (jar != null) {
                final Map<String, byte[]> nested = new LinkedHashMap<>();
                unzip(new ByteArrayInputStream(jar), nested);
                addClassPath(nested, ".");
            }
            return;
        }
        final String folder = entry.equals(".") ? "" : entry.replaceAll("/*$", "/");
        content.forEach((name, bytes) -> {
            if (name.startsWith(folder) && name.endsWith(CLASS)) {
                classes.putIfAbsent(name.substring(folder.length(), name.length() - CLASS.length()), bytes);
            }
        });
    }

    private static boolean isWanted(final String name) {
        return name.endsWith(CLASS) && !name.endsWith("module-info.class") && !name.startsWith("META-INF/versions/") || name.endsWith(".jar") || name.equals(MANIFEST);
    }

    private static void unzip(final InputStream in, final Map<String, byte[]> content) throws IOException {
        final ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (!entry.isDirectory() && isWanted(entry.getName())) {
                final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                zip.transferTo(bytes);
                content.put(entry.getName(), bytes.toByteArray());
            }
        }
    }

    /** @return the internal names of all types, sorted */
    Set<String> typeNames() {
        return classes.keySet();
    }

    byte[] bytes(final String name) {
        return classes.get(name);
    }

    /** @return the symbolic names of the bundles */
    Set<String> names() {
        return exports.keySet();
    }

    /** @return what the type declares, or null if no bundle has it */
    ClassInfo find(final String name) {
        final byte[] bytes = classes.get(name);
        return bytes == null ? null : read.computeIfAbsent(name, n -> ClassInfo.read(bytes));
    }

    /**
     * @param required symbolic names of bundles that another one requires
     * @return the packages that the other one can see in them, also through what they re-export
     */
    Set<String> visiblePackages(final String... required) {
        final Set<String> bundles = new LinkedHashSet<>();
        final List<String> open = new ArrayList<>(Arrays.asList(required));
        while (!open.isEmpty()) {
            final String next = open.remove(0);
            if (bundles.add(next)) {
                open.addAll(reexports.getOrDefault(next, Set.of()));
            }
        }
        final Set<String> packages = new LinkedHashSet<>();
        bundles.forEach(b -> packages.addAll(exports.getOrDefault(b, Set.of())));
        return packages;
    }
}
