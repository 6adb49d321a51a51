package org.modelcollapse.runner;

import java.util.List;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;

/** The application {@code org.modelcollapse.runner.run}: takes the command line's arguments, returns the exit code. */
public final class RunApplication implements IApplication {

    @Override
    public Object start(final IApplicationContext context) {
        System.setProperty("java.awt.headless", "true");
        context.applicationRunning();
        final String[] arguments = (String[])context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        return new Runner(System.out, System.err).run(List.of(arguments)).number();
    }

    @Override
    public void stop() {
        // a run is stopped by ending the process, see Runner
    }
}
