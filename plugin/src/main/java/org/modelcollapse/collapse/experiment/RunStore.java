package org.modelcollapse.collapse.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the finished runs of an experiment are. Its methods may be called by several threads at once.
 */
public interface RunStore extends AutoCloseable {

    /**
     * Prepares the store for an experiment; finished runs that it has already are kept if they are of the same one.
     *
     * @param experiment the experiment to come
     * @throws IOException if the store cannot be read or written, or holds runs of another experiment
     */
    void open(Experiment experiment) throws IOException;

    /**
     * @param scenario number of the scenario, from 0
     * @param replicate number of the replicate, from 0
     * @return whether that run is here
     */
    boolean has(int scenario, int replicate);

    /**
     * Takes a finished run.
     *
     * @param run the run
     * @throws IOException if it cannot be written
     */
    void add(RunResult run) throws IOException;

    /**
     * @param scenario number of the scenario, from 0
     * @param replicate number of the replicate, from 0
     * @return that run
     * @throws IOException if it cannot be read or is not here
     */
    RunResult get(int scenario, int replicate) throws IOException;

    /** @return what was found damaged when the store was opened, in a sentence that says what becomes of it */
    default Optional<String> damage() {
        return Optional.empty();
    }

    /** @throws IOException if it cannot be closed */
    @Override
    void close() throws IOException;

    /**
     * Reads the plan of an experiment, which is at the head of its checkpoint from the moment it was opened.
     *
     * @param file a checkpoint, finished or not
     * @return the experiment: everything that decides its results
     * @throws IOException if the file cannot be read, is no checkpoint, is damaged or of another version; the message says
     *             which
     */
    static Experiment plan(final Path file) throws IOException {
        return FileStore.plan(file);
    }

    /**
     * Takes the runs that a checkpoint has and another store has not; the checkpoint is left as it is.
     *
     * @param from a checkpoint of the experiment
     * @param experiment the experiment
     * @param into a store that was opened for it
     * @return what was found damaged in the checkpoint, as {@link #damage()} tells it
     * @throws IOException if it is of another experiment, or cannot be read or written
     */
    static Optional<String> take(final Path from, final Experiment experiment, final RunStore into) throws IOException {
        return FileStore.take(from, experiment, into);
    }

    /** @return a store in memory */
    static RunStore inMemory() {
        return new MemoryStore();
    }

    /**
     * A store in a file, which serves as checkpoint: runs are appended as they are finished, each with its checksum,
     * and found again when the same experiment is started anew with the same file. Runs are read from the file when
     * they are wanted, so that memory does not grow with them.
     *
     * @param file the file; it is made if it does not exist
     * @return the store
     */
    static RunStore inFile(final Path file) {
        return new FileStore(file, false);
    }

    /**
     * A store in a file that nobody will go on with: as {@link #inFile}, with other advice when the disk is full.
     *
     * @param file the file; the caller deletes it
     * @return the store
     */
    static RunStore inTemporaryFile(final Path file) {
        return new FileStore(file, true);
    }
}
