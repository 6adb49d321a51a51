package org.modelcollapse.view;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Keeps the data of a page in files, so that a view shows after opening a workflow what it showed before. */
public final class PageFiles {

    private static final String INITIAL = "view.json";

    /** The number of details, then for each its name, its length in bytes, and its text in UTF-8, packed by gzip. */
    private static final String DETAILS = "view-details.bin";

    private PageFiles() {
    }

    /**
     * @param data of the page
     * @param folder where the files go
     * @throws IOException if they cannot be written
     */
    public static void save(final PageData data, final Path folder) throws IOException {
        Files.writeString(folder.resolve(INITIAL), data.initial());
        if (data.details().isEmpty()) {
            return;
        }
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(folder.resolve(DETAILS)))) {
            out.writeInt(data.details().size());
            for (final String name : data.details()) {
                final byte[] packed = pack(data.detail(name));
                out.writeUTF(name);
                out.writeInt(packed.length);
                out.write(packed);
            }
        }
    }

    /**
     * @param folder where the files are
     * @return the data of the page, read into memory since the folder may go away; details stay packed until they are
     *         asked for; nothing if there are no files
     * @throws IOException if the files cannot be read
     */
    public static Optional<PageData> load(final Path folder) throws IOException {
        final Path initial = folder.resolve(INITIAL);
        if (!Files.exists(initial)) {
            return Optional.empty();
        }
        final Path file = folder.resolve(DETAILS);
        final Map<String, byte[]> details = new LinkedHashMap<>();
        if (Files.exists(file)) {
            try (InputStream bytes = Files.newInputStream(file);
                    DataInputStream in = new DataInputStream(bytes)) {
                for (int n = in.readInt(); n > 0; n--) {
                    final String name = in.readUTF();
                    details.put(name, in.readNBytes(in.readInt()));
                }
            }
        }
        return Optional.of(new Saved(Files.readString(initial), details));
    }

    private static byte[] pack(final String text) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private record Saved(String initial, Map<String, byte[]> packed) implements PageData {

        @Override
        public List<String> details() {
            return List.copyOf(packed.keySet());
        }

        @Override
        public String detail(final String name) {
            final byte[] bytes = packed.get(name);
            if (bytes == null) {
                return PageData.super.detail(name);
            }
            try (InputStream unpacking = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                return new String(unpacking.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException("The detail \"" + name + "\" cannot be unpacked.", e);
            }
        }
    }
}
