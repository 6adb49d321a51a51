package org.modelcollapse.collapse.experiment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.modelcollapse.collapse.law.Steps;
import org.modelcollapse.collapse.math.Columns;
import org.modelcollapse.collapse.recursion.EndReason;
import org.modelcollapse.gmm.Points;

/** Writes a run as bytes and reads it back, bit by bit the same. */
final class RunCodec {

    private RunCodec() {
    }

    static byte[] encode(final RunResult run) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(run.scenario());
            out.writeInt(run.replicate());
            out.writeInt(run.fits());
            out.writeByte(run.reason().ordinal());
            writeText(out, run.message());
            out.writeInt(run.halfLife());
            out.writeInt(run.collapsedAt());
            out.writeBoolean(run.widened());
            out.writeLong(run.steps().count());
            out.writeDouble(run.steps().sum());
            out.writeDouble(run.steps().squares());
            out.writeInt(run.recorded().size());
            for (final double[] row : run.recorded()) {
                writeArray(out, row);
            }
            writeArray(out, run.last());
            out.writeInt(run.kept().size());
            for (final RunResult.Kept kept : run.kept()) {
                out.writeInt(kept.generation());
                out.writeInt(kept.points().dimension());
                for (final double[] column : Columns.of(kept.points())) {
                    writeArray(out, column);
                }
                out.writeInt(kept.components().size());
                for (final double[] component : kept.components()) {
                    writeArray(out, component);
                }
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    static RunResult decode(final byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            final int scenario = in.readInt();
            final int replicate = in.readInt();
            final int fits = in.readInt();
            final EndReason reason = EndReason.values()[in.readByte()];
            final String message = readText(in);
            final int halfLife = in.readInt();
            final int collapsedAt = in.readInt();
            final boolean widened = in.readBoolean();
            final Steps steps = new Steps(in.readLong(), in.readDouble(), in.readDouble());
            final List<double[]> recorded = new ArrayList<>();
            for (int rows = in.readInt(); rows > 0; rows--) {
                recorded.add(readArray(in));
            }
            final double[] last = readArray(in);
            final List<RunResult.Kept> kept = new ArrayList<>();
            for (int sets = in.readInt(); sets > 0; sets--) {
                final int generation = in.readInt();
                final double[][] columns = new double[in.readInt()][];
                for (int j = 0; j < columns.length; j++) {
                    columns[j] = readArray(in);
                }
                final List<double[]> components = new ArrayList<>();
                for (int k = in.readInt(); k > 0; k--) {
                    components.add(readArray(in));
                }
                kept.add(new RunResult.Kept(generation, Points.wrap(columns), components));
            }
            return new RunResult(scenario, replicate, fits, reason, message, halfLife, collapsedAt, widened, steps,
                recorded, last, kept);
        }
    }

    static void writeArray(final DataOutputStream out, final double[] values) throws IOException {
        out.writeInt(values.length);
        for (final double value : values) {
            out.writeLong(Double.doubleToRawLongBits(value));
        }
    }

    static double[] readArray(final DataInputStream in) throws IOException {
        final double[] values = new double[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.longBitsToDouble(in.readLong());
        }
        return values;
    }

    static void writeText(final DataOutputStream out, final String text) throws IOException {
        final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String readText(final DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
