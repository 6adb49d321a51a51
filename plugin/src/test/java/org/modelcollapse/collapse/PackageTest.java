package org.modelcollapse.collapse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.modelcollapse.collapse.recursion.Recursion;

/** Holds the rooms to what their documentation says: what they may depend on, and which arithmetic they may use. */
class PackageTest {

    private static final List<String> ALLOWED = List.of("java/", "org/modelcollapse/gmm/",
        "org/modelcollapse/collapse/", "org/apache/commons/math3/");

    /** Everything else in Math has an intrinsic whose last bit differs between machines. */
    private static final Set<String> EXACT = Set.of("abs", "max", "min", "sqrt", "fma", "floor", "ceil", "round", "ulp",
        "nextUp", "addExact", "multiplyExact", "toIntExact");

    private static final Set<String> FOREIGN = Set.of("java/util/Random", "java/security/SecureRandom",
        "java/util/concurrent/ThreadLocalRandom", "java/util/SplittableRandom");

    @Test
    void dependsOnNothingButMixturesAndCommonsMath() throws IOException, URISyntaxException {
        final Set<String> strangers = new TreeSet<>();
        for (final ClassFile file : classes()) {
            for (final String name : file.classes) {
                if (ALLOWED.stream().noneMatch(name::startsWith) || FOREIGN.contains(name)) {
                    strangers.add(file.name + " -> " + name);
                }
            }
        }
        assertEquals(Set.of(), strangers);
    }

    @Test
    void computesWithOperationsThatAreTheSameEverywhere() throws IOException, URISyntaxException {
        final Set<String> inexact = new TreeSet<>();
        for (final ClassFile file : classes()) {
            for (final String method : file.methods) {
                if (method.startsWith("java/lang/Math.") && !EXACT.contains(method.substring(15))) {
                    inexact.add(file.name + " -> " + method);
                }
            }
        }
        assertEquals(Set.of(), inexact);
    }

    private static List<ClassFile> classes() throws IOException, URISyntaxException {
        final Path folder = Path.of(Recursion.class.getResource("Recursion.class").toURI()).getParent().getParent();
        final List<ClassFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (final Path path : paths.filter(p -> p.toString().endsWith(".class")).toList()) {
                files.add(ClassFile.read(path));
            }
        }
        assertTrue(files.size() > 90, "only " + files.size() + " classes in " + folder);
        return files;
    }

    /** The classes and methods that a class file refers to (Java Virtual Machine Specification, 4.4). */
    private static final class ClassFile {
        private final String name;
        private final Set<String> classes = new TreeSet<>();
        private final Set<String> methods = new TreeSet<>();

        private ClassFile(final String name) {
            this.name = name;
        }

        static ClassFile read(final Path path) throws IOException {
            final ClassFile file = new ClassFile(path.getFileName().toString());
            try (DataInputStream in = new DataInputStream(Files.newInputStream(path))) {
                in.skipNBytes(8);
                final Object[] pool = new Object[in.readUnsignedShort()];
                for (int i = 1; i < pool.length; i++) {
                    final int tag = in.readUnsignedByte();
                    pool[i] = entry(tag, in);
                    i += tag == 5 || tag == 6 ? 1 : 0; // long and double take two places
                }
                file.resolve(pool);
            }
            return file;
        }

        private static Object entry(final int tag, final DataInputStream in) throws IOException {
            return switch (tag) {
                case 1 -> in.readUTF();
                case 7, 8, 16, 19, 20 -> new int[] {tag, in.readUnsignedShort()};
                case 9, 10, 11, 12, 17, 18 -> new int[] {tag, in.readUnsignedShort(), in.readUnsignedShort()};
                case 15 -> new int[] {tag, in.readUnsignedByte(), in.readUnsignedShort()};
                case 3, 4 -> in.readInt();
                case 5, 6 -> in.readLong();
                default -> throw new IOException("unknown constant " + tag);
            };
        }

        private void resolve(final Object[] pool) {
            for (final Object entry : pool) {
                if (entry instanceof int[] parts && parts[0] == 7) {
                    final String type = ((String)pool[parts[1]]).replaceFirst("^\\[+L?", "").replace(";", "");
                    if (type.length() > 1) {
                        classes.add(type);
                    }
                } else if (entry instanceof int[] parts && parts[0] == 10) {
                    final String owner = (String)pool[((int[])pool[parts[1]])[1]];
                    methods.add(owner + "." + pool[((int[])pool[parts[2]])[1]]);
                }
            }
        }
    }
}
