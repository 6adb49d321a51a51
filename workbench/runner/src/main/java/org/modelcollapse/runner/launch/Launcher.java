package org.modelcollapse.runner.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.adaptor.EclipseStarter;
import org.modelcollapse.runner.Folders;

/**
 * Boots Equinox from a folder of bundles and runs the runner's application in it. The framework and the runner's own jar must be on the class path, the folder is
 * given by the system property {@value #PLUGINS}; {@value #APPLICATION} names another application. Equinox keeps its files in a temporary folder that is removed at the end.
 */
public final class Launcher {

    private static final String PLUGINS = "modelcollapse.plugins";
    private static final String APPLICATION = "modelcollapse.application";
    private static final String RUN = "org.modelcollapse.runner.run";
    private static final String FRAMEWORK = "org.eclipse.osgi_";
    private static final String STARTED = "org.eclipse.core.runtime_";
    private static final int FAILED = 2;

    private Launcher() {
    }

    /**
     * Ends the process with the application's exit code, or with that of wrong options and a sentence if it could not be started.
     *
     * @param arguments for the application
     */
    public static void main(final String[] arguments) {
        final String folder = System.getProperty(PLUGINS);
        if (folder == null) {
            System.err.println("The folder of the bundles is missing: java -D" + PLUGINS + "=FOLDER ...");
            System.exit(FAILED);
        }
        final Path configuration = temporaryFolder();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(configuration), "clean up"));
        System.exit(run(folder, configuration, arguments));
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("model-collapse-equinox");
        } catch (final IOException | InvalidPathException e) {
            System.err.println("The temporary folder " + System.getProperty("java.io.tmpdir") + " is not there or cannot be written to: " + e
                + ".\nName another one by the environment variable JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=FOLDER.");
            System.exit(FAILED);
            throw new IllegalStateException(e);
        }
    }

    private static int run(final String plugins, final Path configuration, final String[] arguments) {
        try {
            EclipseStarter.setInitialProperties(properties(bundles(Path.of(plugins)), configuration));
            return EclipseStarter.run(arguments, null) instanceof Integer code ? code : FAILED;
        } catch (final Exception e) { // NOSONAR the framework declares no narrower one
            System.err.println("Equinox did not start from " + plugins + ": " + e);
            return FAILED;
        }
    }

    static Map<String, String> properties(final List<String> bundles, final Path configuration) {
        final Map<String, String> properties = new HashMap<>();
        properties.put("osgi.bundles", String.join(",", bundles));
        properties.put("osgi.bundles.defaultStartLevel", "4");
        properties.put("osgi.configuration.area", configuration.toUri().toString());
        properties.put("osgi.install.area", configuration.toUri().toString());
        properties.put("osgi.instance.area", "@none");
        properties.put("osgi.user.area", "@none");
        properties.put("eclipse.application", System.getProperty(APPLICATION, RUN));
        return properties;
    }

    private static List<String> bundles(final Path plugins) throws IOException {
        final List<String> bundles = new ArrayList<>();
        try (var files = Files.newDirectoryStream(plugins, "*.jar")) {
            for (final Path file : files) {
                final String name = file.getFileName().toString();
                if (!name.startsWith(FRAMEWORK)) {
                    bundles.add("reference:" + uri(file) + (name.startsWith(STARTED) ? "@start" : ""));
                }
            }
        }
        bundles.sort(null);
        return bundles;
    }

    /** @return the file's address without the characters that have a meaning in a list of bundles */
    static String uri(final Path file) {
        return file.toUri().toString().replace(",", "%2C").replace("@", "%40");
    }

    private static void delete(final Path configuration) {
        try {
            Folders.delete(configuration);
        } catch (final IOException e) {
            System.err.println("The temporary folder " + configuration + " could not be removed: " + e);
        }
    }
}
