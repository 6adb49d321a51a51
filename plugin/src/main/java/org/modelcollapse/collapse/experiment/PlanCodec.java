package org.modelcollapse.collapse.experiment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.modelcollapse.collapse.math.Columns;
import org.modelcollapse.gmm.CovarianceType;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Points;

/**
 * Writes an experiment as bytes and reads it back: everything that decides its results, bit by bit. Settings are records,
 * which are written as the name of their class and their components, so that a new kind of regime, learner or original
 * needs nothing here. Whoever reads compares the fingerprint, which tells whether all was understood.
 */
final class PlanCodec {

    private static final String OURS = "org.modelcollapse.";

    /** What a value is; the place in the list is written. */
    private enum Kind {
        INT, LONG, DOUBLE, BOOLEAN, TEXT, ENUM, SET, MIXTURE, POINTS, GENERATIONS, RECORD, OPTIONAL
    }

    private PlanCodec() {
    }

    static byte[] encode(final Experiment experiment) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(experiment.seed());
            out.writeInt(experiment.replicates());
            out.writeInt(experiment.scenarios().size());
            for (final Scenario scenario : experiment.scenarios()) {
                write(out, scenario);
            }
        } catch (final IOException impossible) {
            throw new IllegalStateException(impossible); // memory does not fail
        }
        return bytes.toByteArray();
    }

    /** @throws IOException if the bytes are no experiment that this version knows */
    static Experiment decode(final byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            final long seed = in.readLong();
            final int replicates = in.readInt();
            final List<Scenario> scenarios = new ArrayList<>();
            for (int s = in.readInt(); s > 0; s--) {
                scenarios.add((Scenario)read(in));
            }
            return Experiment.of(seed, replicates, scenarios);
        } catch (final ReflectiveOperationException | RuntimeException e) {
            throw new IOException("it is of another version of this extension", e);
        }
    }

    private static void write(final DataOutputStream out, final Object value) throws IOException {
        if (value instanceof Integer number) {
            out.writeByte(Kind.INT.ordinal());
            out.writeInt(number);
        } else if (value instanceof Long number) {
            out.writeByte(Kind.LONG.ordinal());
            out.writeLong(number);
        } else if (value instanceof Double number) {
            out.writeByte(Kind.DOUBLE.ordinal());
            out.writeLong(Double.doubleToRawLongBits(number));
        } else if (value instanceof Boolean yes) {
            out.writeByte(Kind.BOOLEAN.ordinal());
            out.writeBoolean(yes);
        } else if (value instanceof String text) {
            out.writeByte(Kind.TEXT.ordinal());
            RunCodec.writeText(out, text);
        } else if (value instanceof Enum<?> constant) {
            out.writeByte(Kind.ENUM.ordinal());
            RunCodec.writeText(out, constant.getDeclaringClass().getName());
            RunCodec.writeText(out, constant.name());
        } else if (value instanceof Set<?> set) {
            out.writeByte(Kind.SET.ordinal());
            out.writeInt(set.size());
            for (final Object element : set) {
                write(out, element);
            }
        } else if (value instanceof Optional<?> perhaps) {
            out.writeByte(Kind.OPTIONAL.ordinal());
            out.writeBoolean(perhaps.isPresent());
            if (perhaps.isPresent()) {
                write(out, perhaps.get());
            }
        } else if (value instanceof GaussianMixture mixture) {
            out.writeByte(Kind.MIXTURE.ordinal());
            writeMixture(out, mixture);
        } else if (value instanceof Points points) {
            out.writeByte(Kind.POINTS.ordinal());
            writeArrays(out, Columns.of(points));
        } else if (value instanceof Generations generations) {
            out.writeByte(Kind.GENERATIONS.ordinal());
            generations.write(out);
        } else if (value instanceof Record settings) {
            out.writeByte(Kind.RECORD.ordinal());
            writeRecord(out, settings);
        } else {
            throw new IllegalStateException("A plan has no place for " + value);
        }
    }

    private static void writeRecord(final DataOutputStream out, final Record settings) throws IOException {
        RunCodec.writeText(out, settings.getClass().getName());
        final RecordComponent[] components = settings.getClass().getRecordComponents();
        out.writeInt(components.length);
        for (final RecordComponent component : components) {
            component.getAccessor().setAccessible(true);
            try {
                write(out, component.getAccessor().invoke(settings));
            } catch (final IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void writeMixture(final DataOutputStream out, final GaussianMixture mixture) throws IOException {
        RunCodec.writeText(out, mixture.covarianceType().name());
        RunCodec.writeArray(out, mixture.weights());
        writeArrays(out, mixture.means());
        for (final double[][] covariance : mixture.covariances()) {
            writeArrays(out, covariance);
        }
    }

    private static void writeArrays(final DataOutputStream out, final double[][] arrays) throws IOException {
        out.writeInt(arrays.length);
        for (final double[] array : arrays) {
            RunCodec.writeArray(out, array);
        }
    }

    private static Object read(final DataInputStream in) throws IOException, ReflectiveOperationException {
        return switch (Kind.values()[in.readByte()]) {
            case INT -> in.readInt();
            case LONG -> in.readLong();
            case DOUBLE -> Double.longBitsToDouble(in.readLong());
            case BOOLEAN -> in.readBoolean();
            case TEXT -> RunCodec.readText(in);
            case ENUM -> readEnum(in);
            case SET -> readSet(in);
            case MIXTURE -> readMixture(in);
            case POINTS -> Points.wrap(readArrays(in));
            case GENERATIONS -> Generations.read(in);
            case RECORD -> readRecord(in);
            case OPTIONAL -> in.readBoolean() ? Optional.of(read(in)) : Optional.empty();
        };
    }

    private static Class<?> ours(final String name) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) {
            throw new ClassNotFoundException(name);
        }
        return Class.forName(name, false, PlanCodec.class.getClassLoader());
    }

    private static Object readEnum(final DataInputStream in) throws IOException, ReflectiveOperationException {
        final Class<?> type = ours(RunCodec.readText(in));
        final String name = RunCodec.readText(in);
        return Arrays.stream(type.getEnumConstants()).filter(c -> ((Enum<?>)c).name().equals(name)).findFirst()
            .orElseThrow(() -> new NoSuchFieldException(name));
    }

    private static Set<Object> readSet(final DataInputStream in) throws IOException, ReflectiveOperationException {
        final Set<Object> set = new LinkedHashSet<>();
        for (int i = in.readInt(); i > 0; i--) {
            set.add(read(in));
        }
        return set;
    }

    private static Object readRecord(final DataInputStream in) throws IOException, ReflectiveOperationException {
        final Class<?> type = ours(RunCodec.readText(in));
        final RecordComponent[] components = type.getRecordComponents();
        if (components == null || in.readInt() != components.length) {
            throw new ClassNotFoundException(type.getName());
        }
        final Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = read(in);
        }
        final Constructor<?> constructor = type
            .getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private static GaussianMixture readMixture(final DataInputStream in) throws IOException {
        final CovarianceType type = CovarianceType.valueOf(RunCodec.readText(in));
        final double[] weights = RunCodec.readArray(in);
        final double[][] means = readArrays(in);
        final double[][][] covariances = new double[weights.length][][];
        for (int k = 0; k < covariances.length; k++) {
            covariances[k] = readArrays(in);
        }
        return GaussianMixture.restored(type, weights, means, covariances);
    }

    private static double[][] readArrays(final DataInputStream in) throws IOException {
        final double[][] arrays = new double[in.readInt()][];
        for (int j = 0; j < arrays.length; j++) {
            arrays[j] = RunCodec.readArray(in);
        }
        return arrays;
    }
}
