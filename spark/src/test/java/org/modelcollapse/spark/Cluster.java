package org.modelcollapse.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.apache.spark.launcher.JavaModuleOptions;

/** A Spark of its own on this machine: a master and two workers, processes that talk by the network. */
final class Cluster implements AutoCloseable {

    private static final Path HOME = Path.of("target/spark-home").toAbsolutePath();

    private final List<Process> workers = new ArrayList<>();

    private final Process master;

    private final String url;

    private Cluster(final Process master, final String url) {
        this.master = master;
        this.url = url;
    }

    /** Starts master and workers, which have one core each. */
    static Cluster start(final Path place) throws IOException {
        final int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        final Process master = java("org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port",
            Integer.toString(port), "--webui-port", "0");
        final Cluster cluster = new Cluster(master, "spark://127.0.0.1:" + port);
        awaits(master, line -> line.contains("New state: ALIVE"));
        for (int w = 0; w < 2; w++) {
            final Process worker = java("org.apache.spark.deploy.worker.Worker", "--host", "127.0.0.1", "--port", "0",
                "--webui-port", "0", "--cores", "1", "--memory", "1g", "--work-dir", place.resolve("worker-" + w).toString(),
                cluster.url);
            cluster.workers.add(worker);
            awaits(worker, line -> line.contains("Successfully registered with master"));
        }
        return cluster;
    }

    private static Process java(final String main, final String... words) throws IOException {
        final List<String> command = new ArrayList<>(List.of(java(), "-Xmx256m"));
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptions().split(" ")));
        command.addAll(List.of("-Dspark.worker.cleanup.enabled=true", "-cp", HOME.resolve("jars") + "/*", main));
        command.addAll(List.of(words));
        final ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SPARK_HOME", HOME.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.12"); // told, because it would look for a build of Spark
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        return builder.start();
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Waits for a line that a process writes; what it writes later is read and dropped, so that it is never held up. */
    static void awaits(final Process process, final Predicate<String> wanted) throws IOException {
        final BufferedReader lines =
            new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        final StringBuilder all = new StringBuilder();
        String line = lines.readLine();
        while (line != null && !wanted.test(line)) {
            all.append(line).append('\n');
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("The process has ended: " + all);
        }
        final Thread reader = new Thread(() -> {
            try (lines) {
                while (lines.readLine() != null) {
                    // nobody wants it
                }
            } catch (final IOException e) {
                // the process has ended
            }
        });
        reader.setDaemon(true);
        reader.start();
    }

    String url() {
        return url;
    }

    /** Kills a worker at once, by its process; its executor ends with it. */
    void kill(final int worker) {
        workers.get(worker).descendants().forEach(ProcessHandle::destroyForcibly);
        workers.get(worker).destroyForcibly();
    }

    @Override
    public void close() {
        workers.forEach(worker -> worker.descendants().forEach(ProcessHandle::destroyForcibly));
        Stream.concat(workers.stream(), Stream.of(master)).forEach(Process::destroyForcibly);
    }

    /** Whether Spark's jars are there. */
    static boolean isThere() {
        return Files.isDirectory(HOME.resolve("jars"));
    }
}
