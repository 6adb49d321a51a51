package org.modelcollapse.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A private copy of the workflow to run, so that the original is never locked or changed. To be closed, which removes the copy. */
final class WorkflowSource implements AutoCloseable {

    private static final String WORKFLOW = "workflow.knime";

    private final Path original;
    private final Path temporary;
    private Path directory;

    private WorkflowSource(final Path original, final Path temporary) {
        this.original = original;
        this.temporary = temporary;
    }

    /**
     * @param original workflow directory, or {@code .knwf} file with one directory in it
     * @return the copy
     * @throws RunException if it cannot be read or holds no workflow
     */
    static WorkflowSource copyOf(final Path original) throws RunException {
        WorkflowSource source = null;
        try {
            source = new WorkflowSource(original, Files.createTempDirectory("model-collapse-run"));
            source.fill();
            return source;
        } catch (final IOException | IllegalArgumentException e) {
            closeIfOpen(source);
            throw new RunException(ExitCode.LOAD_ERROR, "The workflow " + original + " cannot be read: " + e.getMessage() + ".", e);
        } catch (final RunException e) {
            closeIfOpen(source);
            throw e;
        }
    }

    private static void closeIfOpen(final WorkflowSource source) {
        if (source != null) {
            source.close();
        }
    }

    private void fill() throws IOException, RunException {
        final Path copy = temporary.resolve(Options.nameOf(original));
        if (Files.isDirectory(original)) {
            requireWorkflow(original);
            Folders.copy(original, copy);
            directory = copy;
            return;
        }
        final Path unzipped = temporary.resolve("unzipped");
        Files.createDirectories(unzipped);
        Folders.unzip(original, unzipped);
        final List<Path> children = Folders.children(unzipped);
        directory = Files.exists(unzipped.resolve(WORKFLOW)) || children.size() != 1 ? unzipped : children.get(0);
        requireWorkflow(directory);
    }

    private void requireWorkflow(final Path folder) throws RunException {
        if (!Files.isRegularFile(folder.resolve(WORKFLOW))) {
            throw new RunException(ExitCode.LOAD_ERROR,
                original + " holds no file " + WORKFLOW + ". Name the directory of one workflow, or a .knwf file with one workflow.");
        }
    }

    /** @return the directory to load */
    Path directory() {
        return directory;
    }

    /** @return the text with the copy's place replaced by the original's */
    String inTermsOfOriginal(final String text) {
        return text.replace(directory.toString(), original.toString());
    }

    @Override
    public void close() {
        try {
            Folders.delete(temporary);
        } catch (final IOException e) {
            System.err.println("The temporary folder " + temporary + " could not be removed: " + e);
        }
    }
}
