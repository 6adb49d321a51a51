package org.modelcollapse.runner;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * The folder for the results. Everything is written into a temporary folder beside it that takes its place at the end, so that there is never half a result.
 * Safe for use by a thread that writes and another that aborts.
 */
final class OutputFolder {

    /** Stands in the page of every folder that a runner wrote; only such folders are replaced. */
    static final String MARK = "<meta name=\"generator\" content=\"org.modelcollapse.runner\">";
    static final String PAGE = "index.html";

    private static final Set<String> ENDINGS = Set.of("csv", "svg", "png", "html");

    private final Path folder;
    private final Path temporary;
    private boolean aborted;

    private OutputFolder(final Path folder, final Path temporary) {
        this.folder = folder;
        this.temporary = temporary;
    }

    /**
     * Checks that results may go into the folder. Creates nothing yet.
     *
     * @param wanted absolute path; may exist if it is empty or holds nothing but results of an earlier run
     * @return the folder
     * @throws RunException if something else is there
     */
    static OutputFolder of(final Path wanted) throws RunException {
        Path folder = wanted;
        try {
            if (Files.isSymbolicLink(wanted)) {
                // the link stays, what it leads to is replaced
                folder = wanted.toRealPath();
            }
            if (Files.exists(folder) && !isReplaceable(folder)) {
                throw new RunException(ExitCode.BAD_OPTIONS,
                    "The output folder " + folder + " exists and holds something other than results of this program. Name another one with -o FOLDER.");
            }
        } catch (final IOException e) {
            throw new RunException(ExitCode.BAD_OPTIONS, "The output folder " + wanted + " cannot be read: " + e + ".", e);
        }
        Path above = folder.getParent();
        while (above != null && !Files.exists(above)) {
            above = above.getParent();
        }
        if (above != null && !(Files.isDirectory(above) && Files.isWritable(above))) {
            throw new RunException(ExitCode.BAD_OPTIONS, "The output folder " + folder + " cannot be made: " + above + " is not a folder that can be written to.");
        }
        return new OutputFolder(folder, folder.resolveSibling("." + folder.getFileName() + "." + ProcessHandle.current().pid() + ".part"));
    }

    private static boolean isReplaceable(final Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        boolean empty = true;
        for (final Path child : Folders.children(folder)) {
            empty = false;
            final String name = child.getFileName().toString();
            if (!Files.isRegularFile(child) || !ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))) {
                return false;
            }
        }
        final Path page = folder.resolve(PAGE);
        return empty || Files.isRegularFile(page) && Files.readString(page).contains(MARK);
    }

    Path path() {
        return folder;
    }

    /**
     * @param name of a file to be written
     * @return takes its text, in UTF-8; fails once the folder is aborted
     * @throws IOException if the file cannot be created
     */
    synchronized Writer create(final String name) throws IOException {
        failIfAborted();
        Files.createDirectories(temporary);
        return new OutputStreamWriter(new Guarded(Files.newOutputStream(temporary.resolve(name))), StandardCharsets.UTF_8);
    }

    synchronized void write(final String name, final byte[] content) throws IOException {
        failIfAborted();
        Files.createDirectories(temporary);
        Files.write(temporary.resolve(name), content);
    }

    /**
     * Puts what was written in the place of the folder.
     *
     * @throws IOException if that fails; then what was there before is still there
     */
    synchronized void commit() throws IOException {
        failIfAborted();
        Files.createDirectories(temporary);
        if (!Files.exists(folder)) {
            Files.move(temporary, folder);
            return;
        }
        final Path old = temporary.resolveSibling(temporary.getFileName() + ".old");
        Files.move(folder, old);
        try {
            Files.move(temporary, folder);
        } catch (final IOException e) {
            Files.move(old, folder);
            throw e;
        }
        Folders.delete(old);
    }

    /** Removes what was written; nothing can be written any more. */
    synchronized void abort() {
        aborted = true;
        try {
            Folders.delete(temporary);
        } catch (final IOException e) {
            System.err.println("The temporary folder " + temporary + " could not be removed: " + e);
        }
    }

    private synchronized void failIfAborted() throws IOException {
        if (aborted) {
            throw new IOException("stopped");
        }
    }

    private final class Guarded extends OutputStream {
        private final OutputStream out;

        Guarded(final OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(final int b) throws IOException {
            write(new byte[] {(byte)b}, 0, 1);
        }

        @Override
        public void write(final byte[] bytes, final int offset, final int length) throws IOException {
            failIfAborted();
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
