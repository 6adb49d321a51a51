package org.modelcollapse.collapse.experiment;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * How a run lies in a checkpoint: a head of {@value #HEAD} bytes, the run's bytes, their checksum. The head has a mark by
 * which it is found again behind damage, the experiment's identity, the run's numbers, the length, and a checksum of its
 * own, so that a damaged length is not believed. A hole, where damage was, is a head without a run. Immutable.
 *
 * @param scenario number of the scenario, from 0; {@value #HOLE} in the head of a hole
 * @param replicate number of the replicate, from 0
 * @param length bytes of the run, or of what the hole skips
 */
record CheckpointRecord(int scenario, int replicate, int length) {

    static final int HEAD = 8 + 8 + 4 + 4 + 4 + 4;

    static final int TAIL = 8;

    static final int HOLE = -1;

    /** Bytes that no number of a run is likely to have: not a number as a double, no text in UTF-8. */
    static final byte[] MARK = {(byte)0xff, (byte)0xfb, 'r', 'u', 'n', (byte)0xfe, (byte)0xc1, '\n'};

    /** Bytes of the whole record. */
    long size() {
        return HEAD + (long)length + (isHole() ? 0 : TAIL);
    }

    boolean isHole() {
        return scenario == HOLE;
    }

    /** @return a hole that takes as many bytes as there are from one place to another, at least {@link #HEAD} */
    static CheckpointRecord hole(final int bytes) {
        return new CheckpointRecord(HOLE, 0, bytes - HEAD);
    }

    byte[] head(final long identity) {
        final ByteBuffer head = ByteBuffer.allocate(HEAD).put(MARK).putLong(identity).putInt(scenario).putInt(replicate)
            .putInt(length);
        return head.putInt((int)checksum(head.array(), HEAD - 4)).array();
    }

    /** @return head, run and checksum */
    ByteBuffer encode(final long identity, final byte[] run) {
        final ByteBuffer whole = ByteBuffer.allocate(Math.addExact(run.length, HEAD + TAIL));
        return whole.put(head(identity)).put(run).putLong(checksum(run, run.length)).flip();
    }

    /** @return what the head says, or null if it is none of this experiment or damaged */
    static CheckpointRecord decodeHead(final byte[] head, final long identity) {
        final ByteBuffer in = ByteBuffer.wrap(head, MARK.length, HEAD - MARK.length);
        final boolean marked = Arrays.equals(MARK, Arrays.copyOf(head, MARK.length));
        final boolean ours = in.getLong() == identity && marked;
        final CheckpointRecord record = new CheckpointRecord(in.getInt(), in.getInt(), in.getInt());
        return ours && in.getInt() == (int)checksum(head, HEAD - 4) && record.length >= 0 ? record : null;
    }

    static long checksum(final byte[] bytes, final int length) {
        final CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return crc.getValue();
    }
}
