package org.modelcollapse.collapse.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelcollapse.collapse.metric.Metric;
import org.modelcollapse.collapse.model.GaussianLearner;
import org.modelcollapse.collapse.original.Original;
import org.modelcollapse.collapse.regime.Regime;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Monitor;

/** A checkpoint keeps every sound run, whatever happens to the file. */
class FileStoreTest {

    private static final int RUNS = 40;

    private static final Experiment EXPERIMENT = Experiment.of(7, RUNS / 2, List.of(scenario("a"), scenario("b")));

    /** Title, fingerprint and plan. */
    private static final int HEAD = FileStore.head(EXPERIMENT, EXPERIMENT.fingerprint()).length;

    @TempDir
    private Path folder;
    private Path file;
    private byte[] whole;
    private byte[] results;

    private static Scenario scenario(final String name) {
        return Scenario.of(name, Original.of(GaussianMixture.of(new double[] {1}, new double[] {0}, new double[] {1})), 5,
            Regime.replace(), new GaussianLearner(0), 6).withMetrics(Set.of(Metric.TOTAL_VARIANCE), 2);
    }

    @BeforeEach
    void makeCheckpoint() throws IOException {
        file = folder.resolve("checkpoint");
        try (RunStore store = new FileStore(file, false)) {
            EXPERIMENT.run(store, 1, Monitor.NONE);
            results = bytes(store);
        }
        whole = Files.readAllBytes(file);
    }

    private static byte[] bytes(final RunStore store) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int s = 0; s < 2; s++) {
            for (int r = 0; r < RUNS / 2; r++) {
                bytes.writeBytes(RunCodec.encode(store.get(s, r)));
            }
        }
        return bytes.toByteArray();
    }

    /** What became of a damaged file: how many runs were kept, what was told; the results are always those of the whole. */
    private record Opened(int kept, Optional<String> damage) {
    }

    private Opened open(final byte[] content) throws IOException {
        Files.write(file, content);
        try (RunStore store = new FileStore(file, false)) {
            store.open(EXPERIMENT);
            int kept = 0;
            for (int s = 0; s < 2; s++) {
                for (int r = 0; r < RUNS / 2; r++) {
                    kept += store.has(s, r) ? 1 : 0;
                }
            }
            final Optional<String> damage = store.damage();
            EXPERIMENT.run(store, 2, Monitor.NONE);
            assertArrayEquals(results, bytes(store));
            return new Opened(kept, damage);
        }
    }

    private byte[] damaged(final Consumer<byte[]> change) {
        final byte[] content = whole.clone();
        change.accept(content);
        return content;
    }

    @Test
    @DisplayName("a sound file gives all its runs and says nothing")
    void sound() throws IOException {
        assertEquals(new Opened(RUNS, Optional.empty()), open(whole));
    }

    @Test
    @DisplayName("one bit flipped, anywhere in the file, costs the run that it hits, and a warning says so")
    void bits() throws IOException {
        // every byte of title, fingerprint and a run, of the others every 23rd: each reopening forces the file onto the disk
        for (int at = 0; at < whole.length; at += at < 80 || at >= HEAD - 23 && at < HEAD + (whole.length - HEAD) / RUNS ? 1
            : 23) {
            final int place = at;
            final Opened opened = open(damaged(content -> content[place] ^= (byte)(1 << place % 8)));
            assertEquals(at < HEAD ? RUNS : RUNS - 1, opened.kept, "byte " + at);
            assertTrue(opened.damage.isPresent(), "byte " + at);
        }
    }

    @Test
    @DisplayName("eight bytes zeroed, anywhere, cost the runs that they hit, one or two neighbours")
    void zeros() throws IOException {
        for (int at = 0; at <= whole.length - 8; at += 19) {
            final int place = at;
            final byte[] content = damaged(c -> Arrays.fill(c, place, place + 8, (byte)0));
            final Opened opened = open(content);
            assertTrue(opened.kept >= RUNS - 2, "byte " + at + ": " + opened.kept);
            assertEquals(!Arrays.equals(content, whole), opened.damage.isPresent(), "byte " + at);
        }
    }

    @Test
    @DisplayName("a block of the disk that was never written, between others that were, costs the runs in it")
    void lostBlock() throws IOException {
        final int size = (whole.length - HEAD) / RUNS;
        final Opened opened = open(damaged(c -> Arrays.fill(c, HEAD + 10 * size + 5, HEAD + 13 * size - 5, (byte)0)));
        assertEquals(RUNS - 3, opened.kept);
        assertTrue(opened.damage.orElseThrow().contains("The runs that it hit are made again, all others are kept"));
    }

    @Test
    @DisplayName("bytes that are gone from anywhere in a run cost that run, not the next")
    void gone() throws IOException {
        final int size = (whole.length - HEAD) / RUNS;
        for (int at = 0; at + 5 <= size; at++) {
            final int place = HEAD + 10 * size + at;
            final byte[] content = Arrays.copyOf(whole, whole.length - 5);
            System.arraycopy(whole, place + 5, content, place, content.length - place);
            final Opened opened = open(content);
            assertEquals(RUNS - 1, opened.kept, "byte " + at);
            assertTrue(opened.damage.isPresent(), "byte " + at);
        }
    }

    @Test
    @DisplayName("bytes that came in anywhere in a run cost that run, not the next")
    void added() throws IOException {
        final int size = (whole.length - HEAD) / RUNS;
        for (int at = 1; at < size; at++) {
            final int place = HEAD + 10 * size + at;
            final byte[] content = Arrays.copyOf(whole, whole.length + 5);
            System.arraycopy(whole, place, content, place + 5, whole.length - place);
            for (int i = 0; i < 5; i++) {
                content[place + i] = (byte)~whole[place + i]; // else the run may still be whole
            }
            final Opened opened = open(content);
            assertEquals(RUNS - 1, opened.kept, "byte " + at);
            assertTrue(opened.damage.isPresent(), "byte " + at);
        }
    }

    @Test
    @DisplayName("the warning names the run")
    void names() throws IOException {
        final int size = (whole.length - HEAD) / RUNS;
        final Opened opened = open(damaged(c -> c[HEAD + 22 * size + CheckpointRecord.HEAD + 9]++));
        assertEquals("The checkpoint " + file + " was damaged: replicate 3 of scenario \"b\" was lost."
            + " The runs that it hit are made again, all others are kept", opened.damage.orElseThrow());
    }

    @Test
    @DisplayName("damage is told of once: the next time the file is sound")
    void once() throws IOException {
        for (int at = HEAD; at < whole.length; at += 97) {
            final int place = at;
            open(damaged(content -> content[place] ^= 1));
            assertEquals(new Opened(RUNS, Optional.empty()), open(Files.readAllBytes(file)), "byte " + at);
        }
    }

    @Test
    @DisplayName("cut off anywhere, as a crash does, it keeps all whole runs and has nothing to warn of")
    void cut() throws IOException {
        final int size = (whole.length - HEAD) / RUNS;
        for (int length = 0; length < whole.length; length += 7) {
            final Opened opened = open(Arrays.copyOf(whole, length));
            assertEquals(new Opened(Math.max(0, (length - HEAD) / size), Optional.empty()), opened, length + " bytes");
        }
    }

    @Test
    @DisplayName("an end of zeros, as a power failure leaves it, is cut off, and told of")
    void zerosAtTheEnd() throws IOException {
        final Opened opened = open(Arrays.copyOf(whole, whole.length + 4096));
        assertEquals(RUNS, opened.kept);
        assertTrue(opened.damage.isPresent());
        assertEquals(whole.length, Files.size(file));
    }

    @Test
    @DisplayName("a run that is there twice is no harm")
    void twice() throws IOException {
        final int size = (whole.length - HEAD) / RUNS;
        final byte[] content = Arrays.copyOf(whole, whole.length + size);
        System.arraycopy(whole, HEAD, content, whole.length, size);
        assertEquals(new Opened(RUNS, Optional.empty()), open(content));
    }

    @Test
    @DisplayName("a file of an earlier version, of another experiment or of another kind is refused and left as it is")
    void strangers() throws IOException {
        assertRefused("Recursive Collapse Experiment, checkpoint 2\n" + "x".repeat(200), "by another version");
        assertRefused("Recursive Collapse Experiment, checkpoint 3\n" + "x".repeat(200), "of another experiment");
        assertRefused("a,b\n" + "1,2\n".repeat(100), "no checkpoint");
        assertRefused("short", "no checkpoint");
    }

    private void assertRefused(final String content, final String reason) throws IOException {
        Files.writeString(file, content, StandardCharsets.UTF_8);
        try (RunStore store = new FileStore(file, false)) {
            final String message = assertThrows(IOException.class, () -> store.open(EXPERIMENT)).getMessage();
            assertTrue(message.contains(reason), message);
        }
        assertEquals(content, Files.readString(file));
    }

    /** A disk that takes so many bytes. */
    private static final class SmallDisk extends FileStore {
        private int room;

        SmallDisk(final Path file, final boolean temporary, final int room) {
            super(file, temporary);
            this.room = room;
        }

        @Override
        int write(final FileChannel to, final ByteBuffer buffer, final long at) throws IOException {
            if (room == 0) {
                throw new IOException("No space left on device");
            }
            final ByteBuffer part = buffer.slice(buffer.position(), Math.min(room, buffer.remaining()));
            final int written = to.write(part, at);
            buffer.position(buffer.position() + written);
            room -= written;
            return written;
        }
    }

    @Test
    @DisplayName("a full disk: the message says which file, how much is needed, and how to go on; and one can go on")
    void fullDisk() throws IOException {
        Files.delete(file);
        try (RunStore store = new SmallDisk(file, false, HEAD + (whole.length - HEAD) / 2)) {
            final String message =
                assertThrows(IOException.class, () -> EXPERIMENT.run(store, 1, Monitor.NONE)).getMessage();
            assertTrue(message.startsWith("The file " + file + " cannot be written: No space left on device. The 20 of 40"
                + " runs that are finished are kept in it; the others need about "), message);
            assertTrue(message.endsWith("Make room and execute again to go on, or record and keep less"), message);
        }
        assertEquals(new Opened(20, Optional.empty()), open(Files.readAllBytes(file)));
    }

    @Test
    @DisplayName("a full disk with a temporary file: the advice is to name a file")
    void fullTemporaryDisk() throws IOException {
        Files.delete(file);
        try (RunStore store = new SmallDisk(file, true, HEAD + (whole.length - HEAD) / 2)) {
            final String message =
                assertThrows(IOException.class, () -> EXPERIMENT.run(store, 1, Monitor.NONE)).getMessage();
            assertTrue(message.contains("Name a checkpoint file where there is as much room"), message);
        }
    }
}
