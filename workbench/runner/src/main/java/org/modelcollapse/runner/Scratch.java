package org.modelcollapse.runner;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A temporary folder that takes files until it is closed, which removes it. Safe for use by a thread that writes and another that closes: nothing is written into a
 * closed one, not even the rest of a file.
 */
final class Scratch implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private boolean closed;

    private Scratch(final Path folder) {
        this.folder = folder;
    }

    /**
     * @return a new one, empty
     * @throws RunException if there is no temporary folder to make it in
     */
    static Scratch create() throws RunException {
        try {
            return new Scratch(Files.createTempDirectory("model-collapse-run"));
        } catch (final IOException e) {
            throw new RunException(ExitCode.BAD_OPTIONS, "The temporary folder " + System.getProperty("java.io.tmpdir") + " is not there or cannot be written to: " + e
                + ". Name another one by the environment variable JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=FOLDER.", e);
        }
    }

    Path path() {
        return folder;
    }

    synchronized void makeFolder(final Path directory) throws IOException {
        failIfClosed();
        Files.createDirectories(directory);
    }

    /**
     * @param file in this folder, to be created, with the folders around it
     * @param in its content
     * @param most how many bytes it may have
     * @return how many it has
     * @throws IOException if it is there already, has more bytes, or cannot be written
     */
    long write(final Path file, final InputStream in, final long most) throws IOException {
        makeFolder(file.getParent());
        long written = 0;
        try (OutputStream out = create(file)) {
            final byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                written += n;
                if (written > most) {
                    throw new IOException(folder.relativize(file) + " is larger than it says or than what may be unpacked");
                }
                append(out, buffer, n);
            }
        }
        return written;
    }

    private synchronized OutputStream create(final Path file) throws IOException {
        failIfClosed();
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(folder.relativize(file) + " is there twice");
        }
        return Files.newOutputStream(file);
    }

    private synchronized void append(final OutputStream out, final byte[] bytes, final int length) throws IOException {
        failIfClosed();
        out.write(bytes, 0, length);
    }

    private void failIfClosed() throws IOException {
        if (closed) {
            throw new IOException("stopped");
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            Folders.delete(folder);
        } catch (final IOException e) {
            System.err.println("The temporary folder " + folder + " could not be removed: " + e);
        }
    }
}
