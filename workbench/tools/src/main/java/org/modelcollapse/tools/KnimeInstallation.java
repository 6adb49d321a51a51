package org.modelcollapse.tools;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** A KNIME installation, started with bundles of ours beside its own, but without changing anything in it: all that is written goes into a folder given. */
final class KnimeInstallation {

    private static final String LAUNCHER = "org.eclipse.equinox.launcher_";
    private static final String BUNDLES_INFO = "org.eclipse.equinox.simpleconfigurator/bundles.info";
    private static final String APPLICATION = "org.modelcollapse.runner.run";
    /** Bundles of ours that may already be installed; the given ones take their place. */
    private static final String OWN = "org.modelcollapse.";

    private final Path home;
    private final Path launcher;

    private KnimeInstallation(final Path home, final Path launcher) {
        this.home = home;
        this.launcher = launcher;
    }

    /**
     * @param home folder of the installation
     * @return the installation
     * @throws IOException if the folder holds none; the message says what is missing
     */
    static KnimeInstallation of(final Path home) throws IOException {
        for (final String needed : List.of("plugins", "configuration/config.ini", "configuration/" + BUNDLES_INFO)) {
            if (!Files.exists(home.resolve(needed))) {
                throw new IOException("no KNIME in " + home + ": there is no " + needed);
            }
        }
        try (Stream<Path> files = Files.list(home.resolve("plugins"))) {
            final Path launcher = files.filter(f -> f.getFileName().toString().startsWith(LAUNCHER) && f.toString().endsWith(".jar")).findFirst()
                .orElseThrow(() -> new IOException("no KNIME in " + home + ": there is no plugins/" + LAUNCHER + "*.jar"));
            return new KnimeInstallation(home.toAbsolutePath().normalize(), launcher);
        }
    }

    /**
     * @param area folder for what this start writes
     * @param bundles jars to add, named {@code NAME_VERSION.jar}
     * @param arguments for the runner
     * @return the command to start
     * @throws IOException if the installation's configuration cannot be read or the area not written
     */
    List<String> command(final Path area, final List<Path> bundles, final List<String> arguments) throws IOException {
        final Path configuration = area.resolve("configuration");
        Files.createDirectories(configuration.resolve(BUNDLES_INFO).getParent());
        Files.write(configuration.resolve(BUNDLES_INFO), bundlesInfo(bundles));
        writeConfigIni(configuration);
        final List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(vmArguments());
        command.addAll(List.of("-Djava.awt.headless=true", "-jar", launcher.toString(), "-install", home.toUri().toString(), "-configuration", configuration.toUri().toString(),
            "-data", area.resolve("workspace").toString(), "-user", area.resolve("user").toString(), "-nosplash", "-application", APPLICATION));
        command.addAll(arguments);
        return command;
    }

    private List<String> bundlesInfo(final List<Path> bundles) throws IOException {
        final List<String> lines = new ArrayList<>();
        for (final String line : Files.readAllLines(home.resolve("configuration").resolve(BUNDLES_INFO))) {
            if (!line.startsWith(OWN)) {
                lines.add(line);
            }
        }
        for (final Path bundle : bundles) {
            final String name = bundle.getFileName().toString().replaceFirst("\\.jar$", "");
            final int underscore = name.lastIndexOf('_');
            lines.add(name.substring(0, underscore) + "," + name.substring(underscore + 1) + "," + bundle.toUri() + ",4,false");
        }
        return lines;
    }

    private void writeConfigIni(final Path configuration) throws IOException {
        final Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(home.resolve("configuration/config.ini"))) {
            properties.load(in);
        }
        properties.setProperty("org.eclipse.equinox.simpleconfigurator.configUrl", configuration.resolve(BUNDLES_INFO).toUri().toString());
        properties.setProperty("osgi.configuration.cascaded", "false");
        properties.setProperty("eclipse.p2.data.area", configuration.resolveSibling("p2").toUri().toString());
        try (OutputStream out = Files.newOutputStream(configuration.resolve("config.ini"))) {
            properties.store(out, null);
        }
    }

    /** @return the Java that the installation brings along, else the one that runs this */
    private String java() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("plugins"))) {
            return files.filter(f -> f.getFileName().toString().startsWith("org.knime.binary.jre")).flatMap(f -> Stream.of(f.resolve("jre/bin/java"), f.resolve("jre/bin/java.exe")))
                .filter(Files::isExecutable).map(Path::toString).findFirst().orElse(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        }
    }

    /** @return what stands below -vmargs in knime.ini */
    private List<String> vmArguments() throws IOException {
        final Path ini = home.resolve("knime.ini");
        final List<String> lines = Files.exists(ini) ? Files.readAllLines(ini).stream().map(String::strip).filter(l -> !l.isEmpty()).toList() : List.of();
        final int begin = lines.indexOf("-vmargs");
        return begin < 0 ? List.of() : lines.subList(begin + 1, lines.size());
    }
}
