package org.modelcollapse.collapse;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Runs in a file: a line that says what it is, the fingerprint of the experiment, then for each run its length, its
 * bytes and their checksum. What a crash has left half-written at the end is cut off when the file is opened again.
 */
final class FileStore implements RunStore {

    private static final byte[] TITLE =
        "Recursive Collapse Experiment, checkpoint 1\n".getBytes(StandardCharsets.UTF_8);

    private static final int LENGTH_AND_CHECKSUM = Integer.BYTES + Long.BYTES;

    /**
     * A killed process loses nothing that it has written; for a power failure it is enough to force runs onto the disk
     * now and then, which takes longer than many a run.
     */
    private static final long FORCE_AFTER = 1_000_000_000;

    private final Path file;
    private final Map<Long, Long> places = new HashMap<>();
    private FileChannel channel;
    private FileLock lock;
    private long end;
    private long forced = System.nanoTime();

    FileStore(final Path file) {
        this.file = file;
    }

    @Override
    public synchronized void open(final Experiment experiment) throws IOException {
        if (channel == null) {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
            lock();
        }
        places.clear();
        final byte[] head = concatenate(TITLE, experiment.fingerprint());
        if (channel.size() < head.length) {
            requireStartOf(head);
            writeAt(0, ByteBuffer.wrap(head));
            channel.force(true);
        } else if (!Arrays.equals(head, read(0, head.length))) {
            throw new IOException("The checkpoint " + file + " is of another experiment, or no checkpoint at all;"
                + " choose another file, or delete it to start anew");
        }
        end = head.length;
        while (findNext()) {
            // the index grows by one run
        }
        channel.truncate(end);
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

    /** A file shorter than the head may be one that a crash cut short, but nobody's else. */
    private void requireStartOf(final byte[] head) throws IOException {
        final int size = (int)channel.size();
        if (!Arrays.equals(Arrays.copyOf(head, size), read(0, size))) {
            throw new IOException("The file " + file + " is no checkpoint; choose another file");
        }
    }

    /** Reads the run at the end of what is known to be sound. */
    private boolean findNext() throws IOException {
        final long rest = channel.size() - end;
        if (rest < LENGTH_AND_CHECKSUM) {
            return false;
        }
        final int length = ByteBuffer.wrap(read(end, Integer.BYTES)).getInt();
        if (length < 2 * Integer.BYTES || rest < (long)length + LENGTH_AND_CHECKSUM) {
            return false;
        }
        final byte[] payload = sound(end, length);
        if (payload == null) {
            return false;
        }
        final ByteBuffer start = ByteBuffer.wrap(payload);
        places.put(MemoryStore.key(start.getInt(), start.getInt()), end);
        end += (long)length + LENGTH_AND_CHECKSUM;
        return true;
    }

    /** @return the bytes of a run, or null if their checksum is another */
    private byte[] sound(final long place, final int length) throws IOException {
        final byte[] payload = read(place + Integer.BYTES, length);
        final long checksum = ByteBuffer.wrap(read(place + Integer.BYTES + length, Long.BYTES)).getLong();
        return checksum == checksum(payload) ? payload : null;
    }

    @Override
    public synchronized boolean has(final int scenario, final int replicate) {
        return places.containsKey(MemoryStore.key(scenario, replicate));
    }

    @Override
    public void add(final RunResult run) throws IOException {
        final byte[] payload = RunCodec.encode(run);
        final ByteBuffer buffer = ByteBuffer.allocate(Math.addExact(payload.length, LENGTH_AND_CHECKSUM));
        buffer.putInt(payload.length).put(payload).putLong(checksum(payload)).flip();
        append(MemoryStore.key(run.scenario(), run.replicate()), buffer);
    }

    private synchronized void append(final long key, final ByteBuffer buffer) throws IOException {
        final int length = buffer.remaining();
        writeAt(end, buffer);
        places.put(key, end);
        end += length;
        if (System.nanoTime() - forced > FORCE_AFTER) {
            channel.force(false);
            forced = System.nanoTime();
        }
    }

    @Override
    public synchronized RunResult get(final int scenario, final int replicate) throws IOException {
        final Long place = places.get(MemoryStore.key(scenario, replicate));
        if (place == null) {
            throw new IOException("Replicate " + (replicate + 1) + " of scenario " + (scenario + 1) + " is not in "
                + file);
        }
        final byte[] payload = sound(place, ByteBuffer.wrap(read(place, Integer.BYTES)).getInt());
        if (payload == null) {
            throw new IOException("The checkpoint " + file + " has changed while it was in use");
        }
        return RunCodec.decode(payload);
    }

    @Override
    public synchronized void close() throws IOException {
        if (channel != null) {
            channel.close(); // releases the lock too
            channel = null;
            lock = null;
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
            at += channel.write(buffer, at);
        }
    }

    private static byte[] concatenate(final byte[] first, final byte[] second) {
        final byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static long checksum(final byte[] bytes) {
        final CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }
}
