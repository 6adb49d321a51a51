package org.modelcollapse.bench.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.DoubleStream;

/**
 * Takes orders, a line each, and answers with a line each.
 *
 * <p>{@code load FILE N D}: the rows are N x D doubles, little-endian. {@code fit K ITERATIONS TOLERANCE REPEATS w.. m.. c..}:
 * answers {@code ok SECONDS CPU ITERATIONS w.. m.. c..}: the seconds of one of the repeats by the clock, and what its
 * threads took of the processors. Anything that goes wrong is
 * answered with {@code refused} and the reason.
 */
public final class PeerServer {

    private final Peer peer;

    private Peer.Data data;

    private int dimension;

    private PeerServer(final Peer peer) {
        this.peer = peer;
    }

    /**
     * Serves one library.
     *
     * @param args its name
     * @throws IOException if standard input cannot be read
     */
    public static void main(final String[] args) throws IOException {
        serve(switch (args[0]) {
            case "ours" -> new OurPeer(1, false);
            case "ours-2-threads" -> new OurPeer(2, false);
            case "ours-accelerated" -> new OurPeer(1, true);
            case "commons-math" -> new CommonsMathPeer();
            case "smile" -> new SmilePeer(false);
            case "smile-restarted" -> new SmilePeer(true);
            case "jsat" -> new JsatPeer();
            case "elki" -> new ElkiPeer();
            case "weka" -> new WekaPeer();
            default -> throw new IllegalArgumentException("Unknown peer " + args[0]);
        });
    }

    /**
     * Answers until the input ends.
     *
     * @param peer the library
     * @throws IOException if standard input cannot be read
     */
    public static void serve(final Peer peer) throws IOException {
        final PrintStream answers = System.out;
        System.setOut(System.err); // some libraries print
        final PeerServer server = new PeerServer(peer);
        final BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            String answer;
            try {
                answer = server.obey(order.split(" "));
            } catch (Exception | LinkageError | OutOfMemoryError refused) {
                answer = "refused " + refused.toString().replace('\n', ' ');
            }
            answers.println(answer);
            answers.flush();
        }
        System.exit(0); // some libraries leave threads behind
    }

    private String obey(final String[] order) throws Exception {
        if (order[0].equals("load")) {
            data = null;
            dimension = Integer.parseInt(order[3]);
            data = peer.prepare(rows(Path.of(order[1]), Integer.parseInt(order[2]), dimension));
            return "ok";
        }
        final int iterations = Integer.parseInt(order[2]);
        final double tolerance = Double.parseDouble(order[3]);
        final int repeats = Integer.parseInt(order[4]);
        final Mix start = mix(order, 5, Integer.parseInt(order[1]), dimension);
        final long cpu = cpu();
        final long begin = System.nanoTime();
        Peer.Answer answer = null;
        for (int r = 0; r < repeats; r++) {
            answer = data.fit(start, iterations, tolerance);
        }
        final double seconds = (System.nanoTime() - begin) / 1e9 / repeats;
        return text(seconds, (cpu() - cpu) / 1e9 / repeats, answer);
    }

    /** Nanoseconds of all threads that live; not those of the compiler and the garbage collector. */
    private static long cpu() {
        final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long sum = 0;
        for (final long id : threads.getAllThreadIds()) {
            sum += Math.max(0, threads.getThreadCpuTime(id));
        }
        return sum;
    }

    private static double[][] rows(final Path file, final int n, final int d) throws IOException {
        final ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        final double[][] rows = new double[n][d];
        for (final double[] row : rows) {
            for (int j = 0; j < d; j++) {
                row[j] = bytes.getDouble();
            }
        }
        return rows;
    }

    private static Mix mix(final String[] words, final int from, final int k, final int d) {
        final Mix mix = Mix.create(k, d);
        int at = from;
        for (int c = 0; c < k; c++) {
            mix.weights()[c] = Double.parseDouble(words[at++]);
        }
        for (final double[] mean : mix.means()) {
            for (int j = 0; j < d; j++) {
                mean[j] = Double.parseDouble(words[at++]);
            }
        }
        for (final double[][] covariance : mix.covariances()) {
            for (final double[] row : covariance) {
                for (int j = 0; j < d; j++) {
                    row[j] = Double.parseDouble(words[at++]);
                }
            }
        }
        return mix;
    }

    private static String text(final double seconds, final double cpu, final Peer.Answer answer) {
        final StringBuilder text = new StringBuilder("ok " + seconds + " " + cpu + " " + answer.iterations());
        DoubleStream.of(answer.mix().weights()).forEach(v -> text.append(' ').append(v));
        for (final double[] mean : answer.mix().means()) {
            DoubleStream.of(mean).forEach(v -> text.append(' ').append(v));
        }
        for (final double[][] covariance : answer.mix().covariances()) {
            for (final double[] row : covariance) {
                DoubleStream.of(row).forEach(v -> text.append(' ').append(v));
            }
        }
        return text.toString();
    }
}
