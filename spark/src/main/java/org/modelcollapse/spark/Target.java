package org.modelcollapse.spark;

import java.io.IOException;
import java.util.UUID;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;

/**
 * A folder that a command writes. Everything goes to a folder beside it, which takes the name when all is written: nobody
 * ever sees half of a result. Closing before {@link #finish()} leaves nothing behind.
 */
final class Target implements AutoCloseable {

    private final FileSystem files;

    private final Path target;

    private final Path aside;

    private final boolean overwrite;

    private boolean finished;

    private Target(final FileSystem files, final Path target, final boolean overwrite) {
        this.files = files;
        this.target = target;
        this.overwrite = overwrite;
        aside = new Path(target.getParent(), "." + target.getName() + "-" + UUID.randomUUID() + ".unfinished");
    }

    /**
     * Claims a place, before there is anything to write.
     *
     * @param name of the folder
     * @param overwrite whether one that exists is replaced, in the end
     * @param configuration of the file systems
     */
    static Target of(final String name, final boolean overwrite, final Configuration configuration) {
        try {
            final Path path = new Path(name);
            final FileSystem files = path.getFileSystem(configuration);
            files.setWriteChecksum(false); // no hidden files beside the results
            final Path whole = files.makeQualified(path);
            if (files.exists(whole) && !overwrite) {
                throw Refusal.of("The output " + name + " exists: give another name, or --overwrite.");
            }
            final Target target = new Target(files, whole, overwrite);
            if (!files.mkdirs(target.aside)) {
                throw new IOException("it cannot be made");
            }
            return target;
        } catch (final IOException | IllegalArgumentException e) {
            throw Refusal.of("Nothing can be written to " + name + ": " + reason(e), e);
        }
    }

    private static String reason(final Exception e) {
        final String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage().lines().findFirst().orElse("");
        return message.endsWith(".") ? message : message + ".";
    }

    FileSystem files() {
        return files;
    }

    /** Where to write a file of the folder until all is finished. */
    Path file(final String name) {
        return new Path(aside, name);
    }

    /** Writes a table as the files of the folder, in Parquet, a file a partition. */
    void write(final Dataset<Row> table) {
        table.write().mode(SaveMode.Append).option("compression", "snappy").parquet(aside.toString());
    }

    /** Gives the folder its name. */
    void finish() {
        try {
            if (overwrite && files.exists(target)) {
                files.delete(target, true);
            }
            if (!files.rename(aside, target)) {
                throw new IOException("it cannot be renamed");
            }
            finished = true;
        } catch (final IOException e) {
            throw Refusal.of("The result is written, but cannot be named " + target + ": " + reason(e), e);
        }
    }

    @Override
    public void close() {
        if (!finished) {
            try {
                files.delete(aside, true);
            } catch (final IOException e) {
                System.err.println("The unfinished folder " + aside + " could not be removed: " + reason(e));
            }
        }
    }
}
