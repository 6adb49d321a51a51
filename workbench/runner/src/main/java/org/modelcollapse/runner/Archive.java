package org.modelcollapse.runner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A zip file with workflows, as KNIME or people make them: what systems leave in archives is passed over, backslashes count as slashes.
 *
 * @param file the zip file
 * @param limits of what may be unpacked
 */
record Archive(Path file, Limits limits) {

    /** What Macs and Windows put beside people's files. */
    private static final Set<String> LITTER = Set.of("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini");

    /** How old tools write names that are not in UTF-8. */
    private static final String OLD_NAMES = "IBM437";

    /** In bytes. */
    static final long GIGABYTE = 1_000_000_000L;

    /**
     * How much an archive may hold.
     *
     * @param bytes sum of the sizes of all entries, unpacked
     * @param entries number of entries
     */
    record Limits(long bytes, int entries) {
        /** Far more than workflows have, far less than fills a disk. */
        static final Limits DEFAULT = new Limits(4 * GIGABYTE, 100_000);
    }

    /**
     * Unpacks all entries; says what is too much before it writes anything.
     *
     * @param scratch takes the files
     * @param to folder in it
     * @throws IOException if the file cannot be read, holds too much, or would be written elsewhere
     */
    void unpack(final Scratch scratch, final Path to) throws IOException {
        try (ZipFile zip = open()) {
            require(zip, to);
            long left = limits.bytes;
            for (final ZipEntry entry : Collections.list(zip.entries())) {
                final String name = nameOf(entry);
                final Path target = to.resolve(name).normalize();
                if (!target.startsWith(to)) {
                    throw new IOException("its entry " + entry.getName() + " would be written outside of the workflow");
                }
                if (isLitter(to.relativize(target))) {
                    continue;
                }
                if (name.endsWith("/")) {
                    scratch.makeFolder(target);
                } else {
                    try (InputStream in = zip.getInputStream(entry)) {
                        left -= scratch.write(target, in, left);
                    }
                }
            }
        }
    }

    private ZipFile open() throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (final ZipException e) {
            if (e.getMessage() != null && e.getMessage().contains("bad entry name") && Charset.isSupported(OLD_NAMES)) {
                return new ZipFile(file.toFile(), Charset.forName(OLD_NAMES));
            }
            throw new IOException("it is no zip file or an empty one", e);
        }
    }

    private void require(final ZipFile zip, final Path to) throws IOException {
        if (zip.size() == 0) {
            throw new IOException("it is no zip file or an empty one");
        }
        if (zip.size() > limits.entries) {
            throw new IOException("it holds " + zip.size() + " files and folders, more than the " + limits.entries + " that are unpacked. If you trust it, allow more by "
                + "-maxEntries=" + zip.size());
        }
        // counted in doubles, which do not overflow
        final double bytes = Collections.list(zip.entries()).stream().mapToDouble(e -> Math.max(0, e.getSize())).sum();
        if (bytes > limits.bytes) {
            throw new IOException("it holds " + (long)Math.ceil(bytes / GIGABYTE) + " GB, more than the " + limits.bytes / GIGABYTE
                + " GB that are unpacked. If you trust it, allow more by -maxUnpacked=" + (long)Math.ceil(bytes / GIGABYTE));
        }
        final long room = Files.getFileStore(to).getUsableSpace();
        if (bytes > room) {
            throw new IOException("it holds " + bytes / GIGABYTE + " GB, and " + to.getParent() + " has room for " + room / (double)GIGABYTE
                + " GB. Name another temporary folder by the environment variable JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=FOLDER");
        }
    }

    private static String nameOf(final ZipEntry entry) {
        return entry.getName().replace('\\', '/');
    }

    private static boolean isLitter(final Path entry) {
        for (final Path part : entry) {
            if (LITTER.contains(part.toString()) || part.toString().startsWith("._")) {
                return true;
            }
        }
        return false;
    }

    /** @return the workflows among unpacked files, as paths from there; not those inside of others, which are metanodes and components */
    static List<String> workflowsIn(final Path folder, final String mark) throws IOException {
        if (Files.isRegularFile(folder.resolve(mark))) {
            return List.of("");
        }
        final List<String> found = new ArrayList<>();
        for (final Path child : Folders.children(folder)) {
            if (Files.isDirectory(child)) {
                workflowsIn(child, mark).forEach(w -> found.add(w.isEmpty() ? child.getFileName().toString() : child.getFileName() + "/" + w));
            }
        }
        return found;
    }
}
