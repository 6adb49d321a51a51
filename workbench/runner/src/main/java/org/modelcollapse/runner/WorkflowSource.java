package org.modelcollapse.runner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;

/**
 * A private copy of the workflow to run, so that the original is never locked or changed. To be closed, which removes the copy; another thread may do so while it is
 * still being made, which then fails.
 */
final class WorkflowSource implements AutoCloseable {

    private static final String WORKFLOW = "workflow.knime";

    private final Path original;
    private final Scratch scratch;
    private Path directory;

    private WorkflowSource(final Path original, final Scratch scratch) {
        this.original = original;
        this.scratch = scratch;
    }

    /**
     * @param original workflow directory, or {@code .knwf} file
     * @return its copy, still empty
     * @throws RunException if there is no place for a copy
     */
    static WorkflowSource of(final Path original) throws RunException {
        return new WorkflowSource(original, Scratch.create());
    }

    /**
     * Copies or unpacks the workflow.
     *
     * @param name of the workflow to take from a file with several, as a path in it; "" if there is one
     * @param limits of what may be unpacked
     * @throws RunException if it cannot be read or holds no such workflow
     */
    void fill(final String name, final Archive.Limits limits) throws RunException {
        try {
            if (Files.isDirectory(original)) {
                copyDirectory(name);
            } else {
                unpack(name, limits);
            }
        } catch (final IOException | IllegalArgumentException e) {
            throw new RunException(ExitCode.LOAD_ERROR, "The workflow " + original + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private void copyDirectory(final String name) throws IOException, RunException {
        final Path from = original.resolve(name).normalize();
        if (!Files.isRegularFile(from.resolve(WORKFLOW))) {
            throw new RunException(ExitCode.LOAD_ERROR,
                from + " holds no file " + WORKFLOW + ". Name the directory of one workflow, or a .knwf file with one workflow." + workflowsBeneath(from));
        }
        final Path copy = scratch.path().resolve(Options.nameOf(original));
        scratch.makeFolder(copy);
        // links are followed, as the copy must stand for itself; a link that leads nowhere or back into itself adds nothing
        Files.walkFileTree(from, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(final Path folder, final BasicFileAttributes attributes) throws IOException {
                scratch.makeFolder(copy.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) throws IOException {
                // the lock belongs to whoever has the original open
                if (attributes.isRegularFile() && !file.getFileName().toString().equals(".knimeLock")) {
                    try (InputStream in = Files.newInputStream(file)) {
                        scratch.write(copy.resolve(from.relativize(file).toString()), in, Long.MAX_VALUE);
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(final Path file, final IOException e) throws IOException {
                if (e instanceof FileSystemLoopException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        });
        directory = copy;
    }

    private static String workflowsBeneath(final Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return "";
        }
        final List<String> workflows = Folders.children(folder).stream().filter(c -> Files.isRegularFile(c.resolve(WORKFLOW))).map(c -> c.getFileName().toString()).toList();
        return workflows.isEmpty() ? "" : " Workflows in it: " + String.join(", ", workflows) + ".";
    }

    private void unpack(final String name, final Archive.Limits limits) throws IOException, RunException {
        final Path unpacked = scratch.path().resolve("unzipped").resolve(Options.nameOf(original));
        scratch.makeFolder(unpacked);
        new Archive(original, limits).unpack(scratch, unpacked);
        final List<String> workflows = Archive.workflowsIn(unpacked, WORKFLOW);
        if (workflows.isEmpty()) {
            throw new RunException(ExitCode.LOAD_ERROR,
                original + " holds no file " + WORKFLOW + ". Name the directory of one workflow, or a .knwf file with one workflow.");
        }
        final List<String> chosen = workflows.stream().filter(w -> name.isEmpty() || w.equals(name) || w.endsWith("/" + name)).toList();
        if (chosen.size() != 1) {
            throw new RunException(ExitCode.LOAD_ERROR, original + (name.isEmpty() ? " holds several workflows: " : chosen.isEmpty()
                ? " holds no workflow \"" + name + "\", but: " : " holds several workflows \"" + name + "\": ")
                + String.join(", ", chosen.isEmpty() ? workflows : chosen) + ". Choose one by -workflowName=NAME.");
        }
        directory = unpacked.resolve(chosen.get(0));
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
        scratch.close();
    }
}
