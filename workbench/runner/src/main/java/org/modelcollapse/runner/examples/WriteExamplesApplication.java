package org.modelcollapse.runner.examples;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.knime.core.node.InvalidSettingsException;

/** The application {@code org.modelcollapse.runner.write-examples}: writes each example as a workflow directory and as a {@code .knwf} file into the folder given. */
public final class WriteExamplesApplication implements IApplication {

    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    @Override
    public Object start(final IApplicationContext context) throws IOException {
        context.applicationRunning();
        final String[] arguments = (String[])context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        if (arguments.length != 1) {
            System.err.println("Name the folder to write the examples into.");
            return 2;
        }
        try {
            writeAll(Path.of(arguments[0]).toAbsolutePath());
            return EXIT_OK;
        } catch (final InvalidSettingsException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    /**
     * @param folder to write into
     * @throws IOException if something cannot be written
     * @throws InvalidSettingsException if a node refuses a setting
     */
    public static void writeAll(final Path folder) throws IOException, InvalidSettingsException {
        for (final Example example : Examples.all()) {
            final Path directory = folder.resolve(example.name());
            ExampleWriter.write(example, directory);
            zip(directory, folder.resolve(example.name() + ".knwf"));
        }
    }

    /** Entries are stored, not packed, so that the bytes do not depend on a packer's version; what is not KNIME's is left out. */
    private static void zip(final Path directory, final Path file) throws IOException {
        final List<Path> files;
        try (Stream<Path> all = Files.walk(directory)) {
            files = all.filter(f -> f.toString().endsWith(".xml") || f.endsWith("workflow.knime")).sorted().toList();
        }
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (final Path path : files) {
                final byte[] bytes = Files.readAllBytes(path);
                final CRC32 crc = new CRC32();
                crc.update(bytes);
                final ZipEntry entry = new ZipEntry(directory.getFileName() + "/" + directory.relativize(path).toString().replace('\\', '/'));
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(bytes.length);
                entry.setCrc(crc.getValue());
                entry.setTimeLocal(TIME);
                zip.putNextEntry(entry);
                zip.write(bytes);
            }
        }
    }

    @Override
    public void stop() {
        // it is done in a moment
    }
}
