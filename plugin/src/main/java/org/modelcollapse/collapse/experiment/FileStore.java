package org.modelcollapse.collapse.experiment;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs in a file: a line that says what it is, the fingerprint of the experiment, its {@linkplain PlanCodec plan}, then a
 * {@link CheckpointRecord} for each run. Whatever is damaged costs the run that it hits and no other: that one is made
 * again. What a crash has left half-written at the end is cut off when the file is opened again.
 *
 * <p>A run counts only if its checksum is right, so a power failure can lose runs of which the disk had not taken all, and
 * those are made again, too. The file is forced onto the disk when it is made, once a second while runs come, and when it
 * is closed.
 */
class FileStore implements RunStore {

    private static final byte[] KIND = "Recursive Collapse Experiment, checkpoint ".getBytes(StandardCharsets.UTF_8);

    private static final byte[] TITLE = concatenate(KIND, "3\n".getBytes(StandardCharsets.UTF_8));

    /**
     * A killed process loses nothing that it has written; for a power failure it is enough to force runs onto the disk
     * now and then, which takes longer than many a run.
     */
    private static final long FORCE_AFTER = 1_000_000_000;

    private static final int WINDOW = 1 << 20;

    private static final int FINGERPRINT = 32;

    private final Path file;
    private final boolean temporary;
    private final Map<Long, Long> places = new HashMap<>();
    private final List<String> damage = new ArrayList<>();
    private FileChannel channel;
    private FileLock lock;
    private Experiment experiment;
    private long identity;
    private long end;
    private long forced = System.nanoTime();

    /** @param temporary whether the file is gone with the experiment, so that nobody can go on with it */
    FileStore(final Path file, final boolean temporary) {
        this.file = file;
        this.temporary = temporary;
    }

    @Override
    public synchronized void open(final Experiment toCome) throws IOException {
        experiment = toCome;
        if (channel == null) {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
            lock();
        }
        places.clear();
        damage.clear();
        final byte[] fingerprint = toCome.fingerprint();
        identity = ByteBuffer.wrap(fingerprint).getLong();
        final byte[] head = head(toCome, fingerprint);
        final boolean soundHead = channel.size() >= head.length && Arrays.equals(head, read(0, head.length));
        if (!soundHead) {
            requireOurs(head);
            writeAt(0, ByteBuffer.wrap(head));
            channel.force(true);
            forceFolder();
        }
        end = head.length;
        findRuns();
        channel.truncate(end);
    }

    static byte[] head(final Experiment experiment, final byte[] fingerprint) {
        final byte[] plan = PlanCodec.encode(experiment);
        return ByteBuffer.allocate(TITLE.length + fingerprint.length + Integer.BYTES + plan.length + Long.BYTES).put(TITLE)
            .put(fingerprint).putInt(plan.length).put(plan).putLong(CheckpointRecord.checksum(plan, plan.length)).array();
    }

    /** The experiment that a file is of. */
    static Experiment plan(final Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            final byte[] title = in.readNBytes(TITLE.length);
            if (!Arrays.equals(TITLE, title)) {
                throw new IOException(title.length < KIND.length || !Arrays.equals(KIND, Arrays.copyOf(title, KIND.length))
                    ? "The file " + file + " is no checkpoint or plan of an experiment"
                    : "The checkpoint " + file + " was written by another version of this extension");
            }
            final byte[] fingerprint = in.readNBytes(FINGERPRINT);
            final int length = in.readInt();
            final byte[] plan = in.readNBytes(Math.max(0, length));
            if (in.readLong() != CheckpointRecord.checksum(plan, plan.length)) {
                throw new EOFException();
            }
            final Experiment experiment;
            try {
                experiment = PlanCodec.decode(plan);
            } catch (final IOException e) {
                throw new IOException("The plan in " + file + " cannot be used: " + e.getMessage(), e);
            }
            if (!Arrays.equals(fingerprint, experiment.fingerprint())) {
                throw new IOException("The plan in " + file + " cannot be used: it is of another version of this extension");
            }
            return experiment;
        } catch (final EOFException e) {
            throw new IOException("The plan in " + file + " is damaged: write it anew", e);
        }
    }

    static Optional<String> take(final Path from, final Experiment experiment, final RunStore into) throws IOException {
        // of a copy, because opening a checkpoint mends it
        final Path copy = Files.createTempFile("checkpoint", ".runs");
        try (FileStore store = new FileStore(copy, true)) {
            Files.copy(from, copy, StandardCopyOption.REPLACE_EXISTING);
            try {
                store.open(experiment);
            } catch (final IOException e) {
                throw new IOException(e.getMessage().replace(copy.toString(), from.toString()), e);
            }
            for (int s = 0; s < experiment.scenarios().size(); s++) {
                for (int r = 0; r < experiment.replicates(); r++) {
                    if (store.has(s, r) && !into.has(s, r)) {
                        into.add(store.get(s, r));
                    }
                }
            }
            return store.damage().map(damage -> damage.replace(copy.toString(), from.toString()));
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private void lock() throws IOException {
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException alreadyOurs) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            channel = null;
            throw new IOException("The checkpoint " + file + " is in use by another experiment that is running");
        }
    }

    /** The name of a new file reaches the disk with its folder; not all systems let a folder be opened for that. */
    private void forceFolder() {
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException | RuntimeException unsupported) {
            // the file itself is forced
        }
    }

    /** A file without this experiment's head may be new, cut short by a crash, or damaged at its start, or not be ours. */
    private void requireOurs(final byte[] head) throws IOException {
        final int size = (int)Math.min(channel.size(), head.length);
        final byte[] start = read(0, size);
        if (size < head.length && Arrays.equals(Arrays.copyOf(head, size), start)) {
            return;
        }
        if (nextHead(0) < channel.size()) {
            damage.add("its start");
            return;
        }
        if (!Arrays.equals(Arrays.copyOf(KIND, Math.min(size, KIND.length)), Arrays.copyOf(start,
            Math.min(size, KIND.length)))) {
            throw new IOException("The file " + file + " is no checkpoint; choose another file");
        }
        throw new IOException(Arrays.equals(TITLE, Arrays.copyOf(start, TITLE.length))
            ? "The checkpoint " + file + " is of another experiment (other settings, seed or input); choose another file,"
                + " or delete it to start anew"
            : "The checkpoint " + file + " was written by another version of this extension, which cannot be gone on"
                + " with; choose another file, or delete it to start anew");
    }

    /** Reads all runs that are sound, and notes what is not. */
    private void findRuns() throws IOException {
        final List<String> hit = new ArrayList<>();
        while (end < channel.size()) {
            final CheckpointRecord record = headAt(end);
            if (record != null && end + record.size() <= channel.size()) {
                long after = end + record.size();
                if (!record.isHole() && run(end, record) != null) {
                    places.put(MemoryStore.key(record.scenario(), record.replicate()), end);
                } else if (!record.isHole()) {
                    hit.add(name(record));
                    // where bytes are gone from a run, the next one begins before the length says
                    after = Math.min(after, nextHead(end + 1));
                    punch(end, after);
                }
                end = after;
                continue;
            }
            final long next = nextHead(end + 1);
            if (next == channel.size() && (record != null || isStartOfHead(end))) {
                break; // half-written, as a crash leaves it
            }
            hit.add("bytes " + end + " to " + (next - 1));
            if (next == channel.size()) {
                break;
            }
            punch(end, next);
            end = next;
        }
        damage.addAll(hit);
    }

    private String name(final CheckpointRecord record) {
        return "replicate " + (record.replicate() + 1) + " of scenario \""
            + experiment.scenarios().get(record.scenario()).name() + "\"";
    }

    /** Marks what is damaged as a hole, so that it is told of once. */
    private void punch(final long from, final long to) throws IOException {
        for (long at = from; to - at >= CheckpointRecord.HEAD;) {
            final long bytes = to - at > Integer.MAX_VALUE ? Integer.MAX_VALUE / 2 : to - at;
            writeAt(at, ByteBuffer.wrap(CheckpointRecord.hole((int)bytes).head(identity)));
            at += bytes;
        }
    }

    /** @return the record whose head is at a place, or null if there is none */
    private CheckpointRecord headAt(final long place) throws IOException {
        if (channel.size() - place < CheckpointRecord.HEAD) {
            return null;
        }
        final CheckpointRecord record = CheckpointRecord.decodeHead(read(place, CheckpointRecord.HEAD), identity);
        return record == null || record.isHole() || record.scenario() >= 0
            && record.scenario() < experiment.scenarios().size() && record.replicate() >= 0
            && record.replicate() < experiment.replicates() ? record : null;
    }

    /** Whether what is left is shorter than a head and begins like one. */
    private boolean isStartOfHead(final long place) throws IOException {
        final int rest = (int)Math.min(channel.size() - place, CheckpointRecord.HEAD);
        final int compared = Math.min(rest, CheckpointRecord.MARK.length);
        return rest < CheckpointRecord.HEAD && Arrays.equals(Arrays.copyOf(CheckpointRecord.MARK, compared),
            read(place, compared));
    }

    /** @return the first place from the given one on at which a head is, or the end of the file */
    private long nextHead(final long from) throws IOException {
        final long size = channel.size();
        final byte[] mark = CheckpointRecord.MARK;
        for (long start = from; size - start >= CheckpointRecord.HEAD; start += WINDOW) {
            final byte[] window = read(start, (int)Math.min(size - start, WINDOW + mark.length - 1));
            for (int i = 0; i + mark.length <= window.length; i++) {
                if (window[i] == mark[0] && Arrays.equals(window, i, i + mark.length, mark, 0, mark.length)
                    && headAt(start + i) != null) {
                    return start + i;
                }
            }
        }
        return size;
    }

    /** @return the bytes of a run, or null if their checksum is another */
    private byte[] run(final long place, final CheckpointRecord record) throws IOException {
        final byte[] run = read(place + CheckpointRecord.HEAD, record.length());
        final long checksum =
            ByteBuffer.wrap(read(place + CheckpointRecord.HEAD + record.length(), CheckpointRecord.TAIL)).getLong();
        return checksum == CheckpointRecord.checksum(run, run.length) ? run : null;
    }

    @Override
    public synchronized Optional<String> damage() {
        return damage.isEmpty() ? Optional.empty() : Optional.of("The checkpoint " + file + " was damaged: "
            + String.join(", ", damage.subList(0, Math.min(5, damage.size())))
            + (damage.size() > 5 ? " and " + (damage.size() - 5) + " more" : "")
            + (damage.size() == 1 ? " was" : " were") + " lost. The runs that it hit are made again, all others are kept");
    }

    @Override
    public synchronized boolean has(final int scenario, final int replicate) {
        return places.containsKey(MemoryStore.key(scenario, replicate));
    }

    @Override
    public void add(final RunResult run) throws IOException {
        final byte[] payload = RunCodec.encode(run);
        final ByteBuffer record =
            new CheckpointRecord(run.scenario(), run.replicate(), payload.length).encode(identity, payload);
        append(MemoryStore.key(run.scenario(), run.replicate()), record);
    }

    private synchronized void append(final long key, final ByteBuffer record) throws IOException {
        final int length = record.remaining();
        try {
            writeAt(end, record);
            if (System.nanoTime() - forced > FORCE_AFTER) {
                channel.force(false);
                forced = System.nanoTime();
            }
        } catch (IOException e) {
            throw new IOException(notWritten(e, length), e);
        }
        places.put(key, end);
        end += length;
    }

    private String notWritten(final IOException cause, final int length) {
        final long all = (long)experiment.scenarios().size() * experiment.replicates();
        final String more = OutputSize.inUnits((all - places.size()) * length);
        return "The file " + file + " cannot be written: " + cause.getMessage() + ". " + (temporary
            ? "It is a temporary file; the runs would need about " + OutputSize.inUnits(all * length)
                + ". Name a checkpoint file where there is as much room, or record and keep less"
            : "The " + places.size() + " of " + all + " runs that are finished are kept in it; the others need about "
                + more + ". Make room and execute again to go on, or record and keep less");
    }

    @Override
    public synchronized RunResult get(final int scenario, final int replicate) throws IOException {
        final Long place = places.get(MemoryStore.key(scenario, replicate));
        if (place == null) {
            throw new IOException("Replicate " + (replicate + 1) + " of scenario " + (scenario + 1) + " is not in "
                + file);
        }
        final CheckpointRecord record = headAt(place);
        final byte[] run = record == null || record.isHole() ? null : run(place, record);
        if (run == null) {
            throw new IOException("The checkpoint " + file + " has changed while it was in use");
        }
        return RunCodec.decode(run);
    }

    @Override
    public synchronized void close() throws IOException {
        if (channel != null) {
            try {
                channel.force(true);
            } finally {
                channel.close(); // releases the lock too
                channel = null;
                lock = null;
            }
        }
    }

    private byte[] read(final long place, final int length) throws IOException {
        final ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, place + buffer.position()) < 0) {
                throw new EOFException("The checkpoint " + file + " ends too early");
            }
        }
        return buffer.array();
    }

    private void writeAt(final long place, final ByteBuffer buffer) throws IOException {
        long at = place;
        while (buffer.hasRemaining()) {
            at += write(channel, buffer, at);
        }
    }

    /** Apart so that a test can play a full disk. */
    int write(final FileChannel to, final ByteBuffer buffer, final long at) throws IOException {
        return to.write(buffer, at);
    }

    private static byte[] concatenate(final byte[] first, final byte[] second) {
        final byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
