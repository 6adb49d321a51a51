package org.modelcollapse.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @TempDir
    Path folder;
    private Path workflow;
    private Path file;

    @BeforeEach
    void makeWorkflow() throws Exception {
        workflow = Files.createDirectory(folder.resolve("the-post"));
        file = Files.createFile(folder.resolve("three-way-mix.knwf"));
    }

    private Options parse(final String... more) throws RunException {
        final List<String> arguments = new ArrayList<>(List.of(more));
        arguments.add(workflow.toString());
        return Options.parse(arguments);
    }

    private static String errorOf(final String... arguments) {
        final RunException e = assertThrows(RunException.class, () -> Options.parse(List.of(arguments)));
        assertEquals(ExitCode.BAD_OPTIONS, e.code());
        return e.getMessage();
    }

    @Test
    void aWorkflowAloneIsEnough() throws RunException {
        final Options options = parse();
        assertEquals(workflow.toAbsolutePath(), options.workflow());
        assertEquals(Path.of("out", "the-post").toAbsolutePath(), options.output());
        assertFalse(options.reset());
        assertEquals(Options.ProgressMode.AUTO, options.progress());
    }

    @Test
    void aFilesResultsAreNamedWithoutItsEnding() throws RunException {
        assertEquals(Path.of("out", "three-way-mix").toAbsolutePath(), Options.parse(List.of(file.toString())).output());
    }

    @Test
    void theFolderForTheResultsMayBeGivenInTwoWays() throws RunException {
        final Path wanted = folder.resolve("results").toAbsolutePath();
        assertEquals(wanted, parse("-o", wanted.toString()).output());
        assertEquals(wanted, parse("-outputDir=" + wanted).output());
    }

    @Test
    void knimesOwnOptionsAreUnderstood() throws RunException {
        final Options options = Options.parse(List.of("-reset", "-nosave", "-nosplash", "-consoleLog", "-failonloaderror", "-workflowDir=" + workflow,
            "-workflow.variable=n,100,int", "-workflow.variable=\"my name\",\"a, b\",String", "-workflow.variable=ratio,0.5,double"));
        assertTrue(options.reset());
        assertEquals(workflow.toAbsolutePath(), options.workflow());
        assertEquals(List.of(new Options.Variable("n", 100), new Options.Variable("my name", "a, b"), new Options.Variable("ratio", 0.5)), options.variables());
        assertEquals(file.toAbsolutePath(), Options.parse(List.of("-workflowFile=" + file)).workflow());
    }

    @Test
    void settingsOfNodesCanBeChanged() throws RunException {
        assertEquals(
            List.of(new Options.Setting(3, List.of("generations"), 50), new Options.Setting(1, List.of("output", "seed"), 7L), new Options.Setting(2, List.of("pure"), true),
                new Options.Setting(2, List.of("name"), "a,b")),
            parse("-option=3,generations,50,int", "-option=1,output/seed,7,long", "-option=2,pure,true,boolean", "-option=2,name,a,b,String").settings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-help", "-h"})
    void helpIsHelp(final String option) {
        assertTrue(Options.wantHelp(List.of("-reset", option)));
        assertFalse(Options.wantHelp(List.of("-reset")));
        assertTrue(Options.wantHelp(List.of()));
    }

    @Test
    void theHelpTextNamesEveryExitCode() {
        for (final ExitCode code : ExitCode.values()) {
            assertTrue(Options.USAGE.contains("\n " + code.number() + "  "), "exit code " + code);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "-rset|Unknown option '-rset'. --help lists all options.",
        "-destDir=x|-destDir is not available here: the runner saves tables (-outputDir=FOLDER), not the executed workflow.",
        "-workflow.variable=n|-workflow.variable=n: expected NAME,VALUE,TYPE.",
        "-workflow.variable=n,1|-workflow.variable=n,1: expected NAME,VALUE,TYPE.",
        "-workflow.variable=n,1,long|-workflow.variable=n,1,long: the type is String, int or double, not 'long'.",
        "-workflow.variable=n,1.5,int|-workflow.variable=n,1.5,int: '1.5' is not of type int.",
        "-option=x,key,1,int|-option=x,key,1,int: expected NODE,KEY,VALUE,TYPE with the node's number.",
        "-option=1,/,1,int|-option=1,/,1,int: the key '/' has nothing before, between or after its slashes.",
        "-option=1,a/,1,int|-option=1,a/,1,int: the key 'a/' has nothing before, between or after its slashes.",
        "-option=1,/a,1,int|-option=1,/a,1,int: the key '/a' has nothing before, between or after its slashes.",
        "-option=1,a//b,1,int|-option=1,a//b,1,int: the key 'a//b' has nothing before, between or after its slashes.",
        "-option=1,key,yes,boolean|-option=1,key,yes,boolean: 'yes' is not of type boolean.",
        "-option=1,key,1,IntCell|-option=1,key,1,IntCell: the type is String, int, long, double or boolean, not 'IntCell'.",
        "-maxUnpacked=0|-maxUnpacked is a whole number from 1 to 999999999, not '0'.",
        "-maxEntries=many|-maxEntries is a whole number from 1 to 999999999, not 'many'.",
        "-progress=loud|-progress is line, log or none, not 'loud'.",
        "-outputDir|-outputDir needs a value: -outputDir=...",
        "-o|-o needs a folder after it."})
    void aWrongOptionIsSaid(final String option, final String message) {
        assertEquals(message, errorOf(option));
    }

    @Test
    void withoutAWorkflowOrWithTwoNothingIsRun() {
        assertEquals("No workflow given: name a workflow directory or a .knwf file.", errorOf("-reset"));
        assertTrue(errorOf(workflow.toString(), file.toString()).startsWith("Give one workflow, not 2"));
        assertTrue(errorOf(folder.resolve("none").toString()).startsWith("There is no workflow "));
        assertTrue(errorOf("-workflowDir=" + file).endsWith("is not a directory."));
        assertTrue(errorOf("-workflowFile=" + workflow).endsWith("is not a file."));
    }
}
