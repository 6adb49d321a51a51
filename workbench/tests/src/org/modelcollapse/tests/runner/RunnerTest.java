package org.modelcollapse.tests.runner;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.io.OutputStream;
import java.io.PrintStream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modelcollapse.runner.ExitCode;
import org.modelcollapse.runner.Runner;

@DisplayName("The runner")
class RunnerTest {

    private static final String[] SHORT = {"-option=2,generations,20,int", "-option=2,rows,200,int"};
    private static final String START = "Recursive Collapse Loop Start (#2)/settings.xml";
    private static final String FIT = "Fit GMM (#3)/settings.xml";

    private Path folder;
    private Path output;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("runner-test");
        output = folder.resolve("out");
    }

    @AfterEach
    void deleteFolder() throws IOException {
        Run.delete(folder);
    }

    /** A copy of an example in which a file's text is changed. */
    private Path changed(final String file, final String what, final String into) throws IOException {
        final Path workflow = folder.resolve("workflow");
        Run.copy(Run.example("the-post"), workflow);
        final String before = Files.readString(workflow.resolve(file));
        assertTrue(before.contains(what), what + " is in " + file);
        Files.writeString(workflow.resolve(file), before.replace(what, into));
        return workflow;
    }

    private void assertFails(final Run run, final ExitCode code, final String... texts) throws IOException {
        assertEquals(code, run.code(), run.err());
        for (final String text : texts) {
            assertTrue(run.err().contains(text), "\"" + text + "\" in: " + run.err());
        }
        assertFalse(run.err().contains("Exception"), run.err());
        assertFalse(Run.names(folder).stream().anyMatch(n -> n.contains("out")), "nothing is left: " + Run.names(folder));
    }

    @Test
    @DisplayName("writes every open table, every view, the two pictures and the page")
    void results() throws IOException {
        final Run run = Run.of(Run.example("the-post"), output, SHORT);
        assertEquals(ExitCode.SUCCESS, run.code(), run.err());
        assertEquals(
            List.of("fit-gmm-3-fit-report.csv", "fit-gmm-3.html", "histograms.png", "histograms.svg", "index.html",
                "recursive-collapse-loop-end-4-kept-training-sets.csv", "recursive-collapse-loop-end-4-last-training-set.csv",
                "recursive-collapse-loop-end-4-trajectory.csv", "recursive-collapse-loop-end-4.html", "sample-gmm-1-sample.csv",
                "sample-gmm-1.html", "variances.png", "variances.svg"),
            Run.names(output));
        final List<String> trajectory = Files.readAllLines(output.resolve("recursive-collapse-loop-end-4-trajectory.csv"));
        assertEquals(21, trajectory.size());
        assertTrue(trajectory.get(0).startsWith("Generation,Variance 1,Variance 2,"), trajectory.get(0));
        assertTrue(run.out().contains("Results in " + output), run.out());
        assertTrue(Files.readString(output.resolve("index.html")).contains("<li><a href=\"recursive-collapse-loop-end-4.html\">Recursive Collapse Loop End (node 4): Trajectory</a></li>"));
    }

    @Test
    @DisplayName("writes an open image port as a PNG file, the same picture as it draws of the table itself")
    void imagePort() throws IOException {
        final Path workflow = changed("Recursive Collapse Loop End (#4)/settings.xml", "<config key=\"Picture\"/>", """
            <config key="Picture">
                <config key="port_0">
                    <entry key="object_class" type="xstring" value="org.knime.core.node.port.image.ImagePortObject"/>
                </config>
            </config>""");
        final Run run = Run.of(workflow, output, SHORT);
        assertEquals(ExitCode.SUCCESS, run.code(), run.err());
        final String name = "recursive-collapse-loop-end-4-picture.png";
        final BufferedImage all = ImageIO.read(output.resolve(name).toFile());
        final BufferedImage above = ImageIO.read(output.resolve("variances.png").toFile());
        final BufferedImage below = ImageIO.read(output.resolve("histograms.png").toFile());
        assertEquals(above.getHeight() + below.getHeight(), all.getHeight());
        final int[] expected = above.getRGB(0, 0, above.getWidth(), above.getHeight(), null, 0, above.getWidth());
        assertArrayEquals(expected, all.getRGB(0, 0, above.getWidth(), above.getHeight(), null, 0, above.getWidth()));
        assertTrue(run.out().contains(name), run.out());
        assertTrue(Files.readString(output.resolve("index.html")).contains("<a href=\"" + name + "\">"), "linked");
    }

    @Test
    @DisplayName("gives the same bytes for the same seed, other ones for another")
    void sameBytes() throws IOException {
        Run.of(Run.example("the-post"), output, SHORT);
        final Path again = folder.resolve("again");
        Run.of(Run.example("the-post.knwf"), again, SHORT);
        for (final String name : Run.names(output)) {
            assertEquals(-1, Files.mismatch(output.resolve(name), again.resolve(name)), name);
        }
        final Path other = folder.resolve("other");
        Run.of(Run.example("the-post"), other, SHORT[0], SHORT[1], "-option=2,random/seed,3,long");
        final String trajectory = "recursive-collapse-loop-end-4-trajectory.csv";
        assertTrue(Files.mismatch(output.resolve(trajectory), other.resolve(trajectory)) >= 0);
    }

    @Test
    @DisplayName("leaves the workflow as it was")
    void workflowIsNotChanged() throws IOException {
        final Path workflow = folder.resolve("workflow");
        Run.copy(Run.example("the-post"), workflow);
        final List<String> before = Run.names(workflow);
        assertEquals(ExitCode.SUCCESS, Run.of(workflow, output, SHORT).code());
        assertEquals(before, Run.names(workflow));
        assertEquals(-1, Files.mismatch(Run.example("the-post").resolve(START), workflow.resolve(START)));
    }

    /** The workflow with a start whose generations a variable n sets. */
    private Path setByVariable() throws IOException {
        return changed(START, "<config key=\"nodeAnnotation\">", """
            <config key="variables">
                <entry key="version" type="xstring" value="V_2019_09_13"/>
                <config key="tree">
                    <config key="generations">
                        <entry key="used_variable" type="xstring" value="n"/>
                        <entry key="exposed_variable" type="xstring" isnull="true" value=""/>
                    </config>
                </config>
            </config>
            <config key="nodeAnnotation">""");
    }

    @Test
    @DisplayName("takes workflow variables")
    void variables() throws IOException {
        final Path workflow = setByVariable();
        final Path file = workflow.resolve("workflow.knime");
        Files.writeString(file, Files.readString(file).replace("<config key=\"workflow_credentials\"/>", """
            <config key="workflow_credentials"/>
            <config key="workflow_variables">
                <config key="Var_0">
                    <entry key="name" type="xstring" value="n"/>
                    <entry key="class" type="xstring" value="INTEGER"/>
                    <entry key="value" type="xint" value="3"/>
                </config>
            </config>"""));
        final Run run = Run.of(workflow, output, "-workflow.variable=n,7,int", "-workflow.variable=other,x,String");
        assertEquals(ExitCode.SUCCESS, run.code(), run.err());
        assertEquals(8, Files.readAllLines(output.resolve("recursive-collapse-loop-end-4-trajectory.csv")).size());
        assertTrue(run.err().contains("\"other\" changes nothing"), run.err());
        assertFalse(run.err().contains("\"n\""), run.err());
    }

    @Test
    @DisplayName("a variable that the workflow does not define but a node uses is no cause for a warning")
    void usedVariable() throws IOException {
        final Run run = Run.of(setByVariable(), output, "-workflow.variable=n,4,int");
        assertEquals(ExitCode.SUCCESS, run.code(), run.err());
        assertEquals(5, Files.readAllLines(output.resolve("recursive-collapse-loop-end-4-trajectory.csv")).size());
        assertFalse(run.err().contains("changes nothing"), run.err());
    }

    @Test
    @DisplayName("cancels at once and leaves nothing behind when it is stopped")
    void stop() throws Exception {
        final CountDownLatch running = new CountDownLatch(1);
        final PrintStream err = new PrintStream(new OutputStream() {
            private final StringBuilder text = new StringBuilder();

            @Override
            public void write(final int b) {
                text.append((char)b);
                if (text.indexOf("Generation ") >= 0) {
                    running.countDown();
                }
            }
        }, true, StandardCharsets.UTF_8);
        final Runner runner = new Runner(new PrintStream(OutputStream.nullOutputStream()), err);
        // far more generations than the time limits below allow for
        final FutureTask<ExitCode> run = new FutureTask<>(() -> runner.run(List.of("-progress=line", "-option=2,generations,100000000,int",
            Run.example("the-post").toString(), "-o", output.toString())));
        new Thread(run, "run").start();
        assertTrue(running.await(60, TimeUnit.SECONDS), "progress is shown");
        runner.stop();
        assertEquals(ExitCode.EXECUTION_ERROR, run.get(10, TimeUnit.SECONDS));
        assertEquals(List.of(), Run.names(folder));
    }

    @Test
    @DisplayName("names the node that is not installed, its number and its file")
    void notInstalled() throws IOException {
        final Path workflow = changed(FIT, "org.modelcollapse.knime.fit.FitGmmNodeFactory", "org.example.OtherNodeFactory");
        assertFails(Run.of(workflow, output), ExitCode.LOAD_ERROR, "Not installed: the node \"Fit GMM\"", "org.example.OtherNodeFactory", "node 3 in " + FIT);
    }

    @Test
    @DisplayName("names the node and port without a connection")
    void missingConnection() throws IOException {
        final Path workflow = changed("workflow.knime", "", "");
        final Path file = workflow.resolve("workflow.knime");
        Files.writeString(file, Files.readString(file).replaceFirst("(?s)<config key=\"connection_1\">.*?</config>", ""));
        assertFails(Run.of(workflow, output), ExitCode.EXECUTION_ERROR, "Fit GMM (node 3): nothing is connected to its input port 1 (Rows).");
    }

    @Test
    @DisplayName("names the connection that leads nowhere")
    void connectionToNowhere() throws IOException {
        final Path workflow = changed("workflow.knime", "<entry key=\"destID\" type=\"xint\" value=\"4\"/>", "<entry key=\"destID\" type=\"xint\" value=\"9\"/>");
        assertFails(Run.of(workflow, output), ExitCode.LOAD_ERROR, "9");
    }

    @Test
    @DisplayName("names node, setting and file of a setting that is unknown, refused or missing")
    void wrongSettings() throws IOException {
        assertFails(Run.of(changed(START, "<entry key=\"generations\" type=\"xint\" value=\"2000\"/>", "<entry key=\"generation\" type=\"xint\" value=\"2000\"/>"), output),
            ExitCode.LOAD_ERROR, "Recursive Collapse Loop Start (node 2, " + START + ")", "generations");
        Run.delete(folder.resolve("workflow"));
        assertFails(Run.of(changed(START, "key=\"generations\" type=\"xint\" value=\"2000\"", "key=\"generations\" type=\"xint\" value=\"0\""), output),
            ExitCode.LOAD_ERROR, "Recursive Collapse Loop Start (node 2, " + START + ")", "number of generations is 0");
        Run.delete(folder.resolve("workflow"));
        assertFails(Run.of(changed(START, "key=\"generations\" type=\"xint\" value=\"2000\"", "key=\"generations\" type=\"xstring\" value=\"many\""), output),
            ExitCode.LOAD_ERROR, "Recursive Collapse Loop Start (node 2, " + START + ")", "generations");
    }

    @Test
    @DisplayName("names a file that is broken or missing")
    void brokenFiles() throws IOException {
        final Path workflow = changed(FIT, "</config>", "</confic>");
        assertFails(Run.of(workflow, output), ExitCode.LOAD_ERROR, workflow.resolve(FIT) + " of node 3 is broken in line ");
        Files.delete(workflow.resolve(FIT));
        assertFails(Run.of(workflow, output), ExitCode.LOAD_ERROR, workflow.resolve(FIT) + " of node 3 is missing.");
        Files.writeString(workflow.resolve("workflow.knime"), "");
        assertFails(Run.of(workflow, output), ExitCode.LOAD_ERROR, workflow.resolve("workflow.knime") + " of the workflow is broken in line 1");
    }

    @Test
    @DisplayName("says which node failed and why, and writes nothing")
    void failedNode() throws IOException {
        final Path workflow = changed("Sample GMM (#1)/settings.xml", "", "");
        final Run run = Run.of(workflow, output, "-option=2,rows,3,int", "-option=3,components,7,int");
        assertFails(run, ExitCode.EXECUTION_ERROR, "Fit GMM (node 3): ");
        assertFalse(run.err().contains("it does not say why"), run.err());
    }

    @Test
    @DisplayName("says which option for a node is wrong")
    void wrongOptions() throws IOException {
        assertFails(Run.of(Run.example("the-post"), output, "-option=9,generations,1,int"), ExitCode.BAD_OPTIONS, "no such node", "Fit GMM (node 3)");
        assertFails(Run.of(Run.example("the-post"), output, "-option=2,generatoins,1,int"), ExitCode.BAD_OPTIONS, "Recursive Collapse Loop Start (node 2)",
            "there is no setting \"generatoins\"");
        assertFails(Run.of(Run.example("the-post"), output, "-option=2,next/ratioOriginal,0.5,double"), ExitCode.BAD_OPTIONS, "Invalid ratio");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("an option for a setting of another type says which type to write")
    @CsvSource(delimiter = '|', value = {
        "2,random/seed,3,int|the setting \"random/seed\" is of type long, not int; write -option=2,random/seed,VALUE,long.",
        "2,next/ratioOriginal,1,int|the setting \"next/ratioOriginal\" is of type double, not int; write -option=2,next/ratioOriginal,VALUE,double.",
        "2,generations,3,long|the setting \"generations\" is of type int, not long; write -option=2,generations,VALUE,int.",
        "2,random/useFixedSeed,true,String|the setting \"random/useFixedSeed\" is of type boolean, not String; write -option=2,random/useFixedSeed,VALUE,boolean.",
        "2,next/regime,1,double|the setting \"next/regime\" is of type String, not double; write -option=2,next/regime,VALUE,String."})
    void wrongType(final String option, final String message) throws IOException {
        assertFails(Run.of(Run.example("the-post"), output, "-option=" + option), ExitCode.BAD_OPTIONS,
            "-option for Recursive Collapse Loop Start (node 2): " + message);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("an option whose path is none says what there is")
    @CsvSource(delimiter = '|', value = {
        "2,random,3,long|\"random\" is a group of settings; name one in it: random/useFixedSeed, random/seed.",
        "2,rnadom/seed,3,long|there is no setting \"rnadom\" among ",
        "2,random/sede,3,long|there is no setting \"random/sede\" among random/useFixedSeed, random/seed.",
        "2,generations/seed,3,long|\"generations\" is a setting, not a group; there is nothing in it."})
    void wrongPath(final String option, final String message) throws IOException {
        assertFails(Run.of(Run.example("the-post"), output, "-option=" + option), ExitCode.BAD_OPTIONS,
            "-option for Recursive Collapse Loop Start (node 2): " + message);
    }

    @Test
    @DisplayName("prints its usage")
    void usage() {
        final Run run = Run.of("--help");
        assertEquals(ExitCode.SUCCESS, run.code());
        assertTrue(run.out().startsWith("Usage: run-workflow "), run.out());
    }
}
