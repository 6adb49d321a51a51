package org.modelcollapse.runner.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.knime.core.node.NodeFactory;
import org.modelcollapse.runner.examples.ExampleCatalog;

/** The application {@code org.modelcollapse.runner.write-docs}: writes a page a node, their index, and pictures of examples' canvases into the folder given. */
public final class WriteDocsApplication implements IApplication {

    private static final String EXTENSION_POINT = "org.knime.workbench.repository.nodes";
    private static final String OURS = "org.modelcollapse.knime.";

    @Override
    public Object start(final IApplicationContext context) throws IOException {
        context.applicationRunning();
        final String[] arguments = (String[])context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        if (arguments.length != 1) {
            System.err.println("Name the folder to write the pages into.");
            return 2;
        }
        writeAll(Path.of(arguments[0]).toAbsolutePath());
        return EXIT_OK;
    }

    /**
     * @param folder to write into
     * @return the files written, seen from the folder
     * @throws IOException if something cannot be written
     */
    public static List<Path> writeAll(final Path folder) throws IOException {
        final List<NodePage> pages = new ArrayList<>();
        for (final NodeFactory<?> factory : factories()) {
            pages.add(new NodePage(factory));
        }
        final List<Path> files = new ArrayList<>();
        for (final NodePage page : pages) {
            files.add(write(folder, "nodes/" + page.file(), page.text()));
        }
        files.add(write(folder, "README.md", index(pages)));
        for (final ExampleCatalog.Entry example : ExampleCatalog.entries()) {
            files.add(write(folder, "pictures/canvas/" + example.name() + ".svg", CanvasPicture.of(example)));
        }
        return files;
    }

    private static Path write(final Path folder, final String name, final String text) throws IOException {
        final Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        return folder.relativize(file);
    }

    /** @return a factory of each of our nodes, in the order of the node repository's file */
    static List<NodeFactory<?>> factories() throws IOException {
        final List<NodeFactory<?>> factories = new ArrayList<>();
        for (final IConfigurationElement element : Platform.getExtensionRegistry().getConfigurationElementsFor(EXTENSION_POINT)) {
            final String name = element.getAttribute("factory-class");
            if (name != null && name.startsWith(OURS)) {
                try {
                    final NodeFactory<?> factory = (NodeFactory<?>)element.createExecutableExtension("factory-class");
                    factory.init();
                    factories.add(factory);
                } catch (final CoreException e) {
                    throw new IOException(name + " cannot be created: " + e.getMessage(), e);
                }
            }
        }
        return factories;
    }

    private static String index(final List<NodePage> pages) {
        final StringBuilder index = new StringBuilder("""
            # Documentation

            - [Watch a model forget, in ten minutes](tutorial.md): the tutorial, for a class or for oneself
            - [Clusters with uncertainty](clusters-with-uncertainty.md): the tutorial on mixtures; how many clusters, how surely, outliers
            - [Gallery](gallery.md): what the example workflows draw, and what one sees
            - [Why the variances sometimes widen](why-variances-widen.md): the law of the components, beside 300 runs
            - [Kinds of covariance](covariance-families.md), and how to get the answers of mclust and scikit-learn
            - [More than one machine](more-than-one-machine.md): fits and experiments on Apache Spark, the same bytes
            - [Example workflows](../examples/README.md)
            - [How fast](../benchmarks/README.md)
            - [For developers](../CONTRIBUTING.md)

            ## The nodes

            | | node | what it does |
            |---|---|---|
            """);
        for (final NodePage page : pages) {
            index.append("| <img src=\"").append(page.icon().substring("../".length())).append("\" width=\"20\" alt=\"\"> | [").append(page.name()).append("](nodes/").append(page.file())
                .append(") | ").append(page.summary()).append(" |\n");
        }
        return index.append("\nThese pages are written by `workbench/tools/write-docs` from what the nodes say about themselves, so they never disagree with KNIME.\n").toString();
    }

    @Override
    public void stop() {
        // it is done in a moment
    }
}
