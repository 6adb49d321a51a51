package org.modelcollapse.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkflowFilesTest {

    @TempDir
    Path folder;

    @BeforeEach
    void makeWorkflow() throws IOException {
        Files.writeString(folder.resolve("workflow.knime"), """
            <?xml version="1.0" encoding="UTF-8"?>
            <config xmlns="http://www.knime.org/2008/09/XMLConfig" key="workflow.knime">
                <entry key="name" type="xstring" value="x"/>
                <config key="nodes">
                    <config key="node_3">
                        <entry key="id" type="xint" value="3"/>
                        <entry key="node_settings_file" type="xstring" value="Fit (#3)/settings.xml"/>
                    </config>
                    <config key="node_7">
                        <entry key="node_settings_file" type="xstring" value="Fit (#7)/settings.xml"/>
                        <entry key="id" type="xint" value="7"/>
                    </config>
                </config>
                <config key="connections">
                    <config key="connection_0">
                        <entry key="sourceID" type="xint" value="3"/>
                        <entry key="destID" type="xint" value="7"/>
                    </config>
                    <config key="connection_1">
                        <entry key="sourceID" type="xint" value="-1"/>
                        <entry key="destID" type="xint" value="3"/>
                    </config>
                </config>
            </config>
            """);
        for (final int node : List.of(3, 7)) {
            Files.createDirectory(folder.resolve("Fit (#" + node + ")"));
            write(node, """
                <config xmlns="http://www.knime.org/2008/09/XMLConfig" key="settings.xml">
                    <config key="model"><entry key="factory" type="xstring" value="not this"/></config>
                    <entry key="factory" type="xstring" value="org.example.FitFactory"/>
                </config>
                """);
        }
    }

    private void write(final int node, final String text) throws IOException {
        Files.writeString(folder.resolve("Fit (#" + node + ")/settings.xml"), text);
    }

    private String error() {
        final RunException e = assertThrows(RunException.class, () -> WorkflowFiles.of(folder));
        assertEquals(ExitCode.LOAD_ERROR, e.code());
        return e.getMessage();
    }

    @Test
    void everyNodeHasItsFileAndFactory() throws RunException {
        final WorkflowFiles files = WorkflowFiles.of(folder);
        assertEquals("x", files.title());
        assertEquals("Fit (#3)/settings.xml", files.settingsFile(3));
        assertEquals("", files.settingsFile(4));
        assertEquals(List.of(3, 7), files.nodesOf("org.example.FitFactory"));
        assertEquals(List.of(), files.nodesOf("not this"));
        assertEquals(List.of(new WorkflowFiles.Link(3, 7)), files.links());
    }

    @Test
    void everyBrokenOrMissingFileIsNamed() throws IOException {
        write(3, "<config>\n<entry\n");
        Files.delete(folder.resolve("Fit (#7)/settings.xml"));
        final String error = error();
        assertTrue(error.contains("The file " + folder.resolve("Fit (#3)/settings.xml") + " of node 3 is broken in line "), error);
        assertTrue(error.contains("The file " + folder.resolve("Fit (#7)/settings.xml") + " of node 7 is missing."), error);
    }

    @Test
    void aBrokenWorkflowFileIsNamed() throws IOException {
        Files.writeString(folder.resolve("workflow.knime"), "no XML");
        assertTrue(error().contains("The file " + folder.resolve("workflow.knime") + " of the workflow is broken in line 1: "), error());
    }

    @Test
    void aFileCannotMakeTheRunnerReadOthers() throws IOException {
        write(3, "<!DOCTYPE config [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><config key=\"settings.xml\">&x;</config>");
        assertTrue(error().contains("DOCTYPE is disallowed"), error());
    }

    @Test
    void aKeyMayHoldASlash() throws Exception {
        write(3, """
            <config xmlns="http://www.knime.org/2008/09/XMLConfig" key="settings.xml">
                <config key="model"><config key="speed (km/h)"><entry key="a/b" type="xstring" value="c"/></config></config>
                <config key="x/y"/><config key="/"/><config key=""/>
                <entry key="factory" type="xstring" value="org.example.FitFactory"/>
            </config>
            """);
        assertEquals(List.of(3, 7), WorkflowFiles.of(folder).nodesOf("org.example.FitFactory"));
    }
}
