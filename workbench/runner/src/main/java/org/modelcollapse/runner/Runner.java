package org.modelcollapse.runner;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.knime.core.data.image.ImageValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.image.ImagePortObject;
import org.modelcollapse.knime.picture.KnimeTable;

/** One run, from the command line's arguments to the files. */
public final class Runner {

    private final PrintStream out;
    private final PrintStream err;
    private final Thread hook = new Thread(this::stop, "stop");
    private volatile Workflow workflow;
    private volatile WorkflowSource source;
    private volatile OutputFolder output;
    private volatile boolean stopping;

    /**
     * @param out for what the person asked for
     * @param err for progress, warnings and errors
     */
    public Runner(final PrintStream out, final PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Runs a workflow. If the process is ended meanwhile, the workflow is cancelled and nothing is left behind.
     *
     * @param arguments of the command line
     * @return how it ended
     */
    public ExitCode run(final List<String> arguments) {
        if (Options.wantHelp(arguments)) {
            out.print(Options.USAGE);
            return ExitCode.SUCCESS;
        }
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return run(Options.parse(arguments));
        } catch (final RunException e) {
            return failed(e.code(), e.getMessage());
        } catch (final IOException e) {
            return failed(ExitCode.EXECUTION_ERROR, "The results cannot be written: " + e);
        } catch (final RuntimeException | Error e) { // NOSONAR else it would end in a log file that nobody looks at
            e.printStackTrace(err);
            return failed(ExitCode.EXECUTION_ERROR, "This is an error of the runner or of a node: " + e);
        } finally {
            release();
        }
    }

    private ExitCode failed(final ExitCode code, final String message) {
        if (!stopping) {
            err.println(message);
        }
        return code;
    }

    private ExitCode run(final Options options) throws RunException, IOException {
        final long begin = System.nanoTime();
        output = OutputFolder.of(options.output());
        // known to stop() before there is anything to remove
        source = WorkflowSource.of(options.workflow());
        source.fill(options.workflowName(), options.limits());
        workflow = Workflow.load(source);
        workflow.leftOut().forEach(err::println);
        workflow.apply(options).forEach(w -> err.println("Warning: " + w));
        final Progress progress = new Progress(System::nanoTime);
        final ProgressPrinter printer = ProgressPrinter.start(options.progress(), err, progress);
        try {
            workflow.execute(progress);
        } finally {
            printer.close();
        }
        final List<String> warnings = workflow.warnings();
        warnings.forEach(w -> err.println("Warning: " + w));
        final ResultWriter writer = new ResultWriter(output);
        for (final Workflow.OpenPort port : workflow.openPorts()) {
            if (port.object() instanceof BufferedDataTable table) {
                writer.add(port.name(), new KnimeTable(port.title(), table));
            } else if (port.object() instanceof ImagePortObject image && image.toDataCell() instanceof ImageValue value) {
                writer.addImage(port.name(), port.title(), value);
            }
        }
        for (final Workflow.ViewedNode node : workflow.viewedNodes()) {
            writer.addView(node.name(), node.label(), node::view);
        }
        writer.writePage(workflow.title(), Stream.of(workflow.leftOut(), warnings).flatMap(List::stream).toList());
        output.commit();
        report(writer, begin);
        return writer.problems().isEmpty() && workflow.leftOut().isEmpty() ? ExitCode.SUCCESS : ExitCode.WARNING;
    }

    private void report(final ResultWriter writer, final long begin) {
        final List<String> files = new ArrayList<>(writer.files());
        files.add(OutputFolder.PAGE);
        writer.problems().forEach(p -> err.println("Warning: " + p));
        out.println("Done in " + Progress.duration((System.nanoTime() - begin) / 1e9) + ". Results in " + output.path() + ":");
        files.forEach(f -> out.println("  " + f));
    }

    private void release() {
        if (workflow != null) {
            workflow.close();
        }
        if (source != null) {
            source.close();
        }
        if (output != null) {
            output.abort();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (final IllegalStateException e) {
            stopping = true; // the process is ending already
        }
    }

    /**
     * Cancels the workflow and removes what was written, as when the process is told to end before the run is over; may be called by any thread.
     */
    public void stop() {
        stopping = true;
        if (output != null) {
            output.abort();
        }
        if (workflow != null) {
            workflow.cancel();
        }
        if (source != null) {
            source.close();
        }
        err.println("\nStopped; nothing was written.");
    }
}
