package org.modelcollapse.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A small KNIME of one's own, which is then changed in one place; what was made for the unchanged one must be found out. */
class CheckKnimeTest {

    private static final Map<String, String> CORE = Map.of(
        "org.knime.core.node.NodeModel", """
            package org.knime.core.node;
            public abstract class NodeModel implements Named {
                public static final int LIMIT = 5;
                protected NodeModel(int ports) { }
                protected abstract void reset();
                public final void run() { }
                public static int count() { return 0; }
                protected void warn(String text) { }
                public String getName() { return ""; }
            }
            """,
        "org.knime.core.node.Named", "package org.knime.core.node; public interface Named { String getName(); }",
        "org.knime.core.node.Cell", "package org.knime.core.node; public interface Cell { String text(int row); default int size() { return 0; } }",
        "org.knime.core.node.Kind", "package org.knime.core.node; public enum Kind { GOOD, BAD }",
        "org.knime.core.node.internal.Secret", "package org.knime.core.node.internal; public class Secret { }");

    private static final Map<String, String> UI = Map.of(
        "org.knime.node.Widget", "package org.knime.node; public @interface Widget { String title(); boolean advanced() default false; }");

    private static final Map<String, String> NODES = Map.of(
        "org.example.MyModel", """
            package org.example;
            import org.knime.core.node.*;
            import org.knime.node.Widget;
            public class MyModel extends NodeModel {
                @Widget(title = "Number", advanced = true)
                int number = NodeModel.count();
                Cell cell = row -> "row " + row;
                Kind kind = Kind.GOOD;
                public MyModel() { super(1); run(); warn("text"); cell.text(cell.size()); }
                @Override protected void reset() { }
            }
            """);

    @TempDir
    Path folder;
    private final StringBuilder out = new StringBuilder();

    /** The core is an unpacked bundle with its classes in a jar inside, the other one a jar, as in an installation. */
    private Path knime(final String name, final Map<String, String> core, final Map<String, String> ui) throws IOException {
        final Workshop workshop = new Workshop(folder.resolve(name));
        final Path coreClasses = workshop.compile("core", core);
        final Path uiClasses = workshop.compile("ui", ui);
        final Path plugins = folder.resolve(name).resolve("plugins");
        final Path bundle = plugins.resolve("org.knime.core_5.8.2");
        Workshop.zip(coreClasses, bundle.resolve("lib/knime-core.jar"));
        Workshop.manifest(bundle, "Bundle-SymbolicName: org.knime.core;singleton:=true", "Bundle-ClassPath: lib/knime-core.jar",
            "Export-Package: org.knime.core.node;version=\"5.8,x\",org.knime.more");
        Workshop.manifest(uiClasses, "Bundle-SymbolicName: org.knime.core.ui", "Export-Package: org.knime.node",
            "Require-Bundle: org.knime.core;bundle-version=\"[5.8,6)\";visibility:=reexport");
        Workshop.zip(uiClasses, plugins.resolve("org.knime.core.ui_5.8.1.jar"));
        return folder.resolve(name);
    }

    private Path standIn() throws IOException {
        final Path classes = new Workshop(folder).compile("org.knime.standin", CORE);
        new Workshop(folder).compile("org.knime.standin", UI);
        return classes;
    }

    private Path nodes() throws IOException {
        return new Workshop(folder).compile("nodes", NODES, standIn());
    }

    private static Map<String, String> changed(final Map<String, String> sources, final String what, final String into) {
        final Map<String, String> result = new TreeMap<>();
        sources.forEach((name, text) -> result.put(name, text.replace(what, into)));
        return result;
    }

    private int check(final Path home, final Path... files) throws IOException {
        final List<String> arguments = new java.util.ArrayList<>(List.of(home.toString()));
        for (final Path file : files) {
            arguments.add(file.toString());
        }
        return CheckKnime.run(arguments, out);
    }

    private void assertFound(final int code, final String line) {
        assertEquals(1, code, out.toString());
        assertTrue(out.toString().lines().anyMatch(line::equals), out.toString());
    }

    @Test
    void whatIsTheSameIsFoundTheSame() throws IOException {
        assertEquals(0, check(knime("home", CORE, UI), standIn(), nodes()), out.toString());
        assertTrue(out.toString().startsWith("1 stand-ins: "), out.toString());
        assertEquals(2, out.toString().lines().filter(l -> l.endsWith(" checked, 0 differ")).count(), out.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "public final void run() { }|                  |org.knime.core.node.NodeModel.run()V: KNIME has no such member",
        "public final void run() { }|public void run() { }|org.knime.core.node.NodeModel.run()V: not final in KNIME",
        "public static int count()|public int count()|org.knime.core.node.NodeModel.count()I: not static in KNIME",
        "protected void warn|public void warn|org.knime.core.node.NodeModel.warn(Ljava.lang.String;)V: public in KNIME",
        "protected void warn|void warn|org.knime.core.node.NodeModel.warn(Ljava.lang.String;)V: not visible in KNIME",
        "NodeModel(int ports)|NodeModel(long ports)|org.knime.core.node.NodeModel.<init>(I)V: KNIME has no such member",
        "LIMIT = 5|LIMIT = 6|org.knime.core.node.NodeModel.LIMIT:I: in KNIME the constant is 6, here 5",
        "abstract class NodeModel implements Named|abstract class NodeModel|org.knime.core.node.NodeModel: in KNIME no org.knime.core.node.Named",
        "protected abstract void reset();|protected abstract void reset(); protected abstract void save();|org.knime.core.node.NodeModel.save()V: abstract in KNIME, so whoever implements the type must have it, but not declared so here",
        "public enum Kind|enum Kind|org.knime.core.node.Kind: not visible in KNIME",
        "default int size() { return 0; }|int size();|org.knime.core.node.Cell.size()I: abstract in KNIME"})
    void aStandInThatDiffersIsFound(final String what, final String into, final String line) throws IOException {
        assertFound(check(knime("home", changed(CORE, what, into == null ? "" : into), UI), standIn()), line);
    }

    @Test
    void aMethodWithANarrowerResultInKnimeCanBeCalledAllTheSame() throws IOException {
        final Map<String, String> wide = new TreeMap<>(CORE);
        wide.put("org.knime.core.node.Maker", "package org.knime.core.node; public abstract class Maker { public abstract Named make(); }");
        wide.put("org.knime.core.node.ModelMaker", "package org.knime.core.node; public class ModelMaker extends Maker { public Named make() { return null; } }");
        final Map<String, String> narrow = changed(wide, "public Named make() {", "public NodeModel make() {");
        final Path classes = new Workshop(folder).compile("org.knime.wide", wide);
        assertEquals(0, check(knime("home", narrow, UI), classes), out.toString());
    }

    @Test
    void aTypeThatOnlyTheStandInHasIsFound() throws IOException {
        final Map<String, String> fewer = new TreeMap<>(CORE);
        fewer.remove("org.knime.core.node.Kind");
        assertFound(check(knime("home", fewer, UI), standIn()), "org.knime.core.node.Kind: KNIME has no such type");
    }

    @Test
    void anAnnotationsDefaultThatDiffersIsFound() throws IOException {
        assertFound(check(knime("home", CORE, changed(UI, "default false", "")), standIn()), "org.knime.node.Widget.advanced()Z: has a default here only");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "public static int count()|static int count()|org.example.MyModel: org.knime.core.node.NodeModel.count()I may not be used from here in KNIME",
        "public static int count()|public int count()|org.example.MyModel: org.knime.core.node.NodeModel.count()I is not static in KNIME",
        "NodeModel(int ports)|NodeModel(long ports)|org.example.MyModel: KNIME has no org.knime.core.node.NodeModel.<init>(I)V",
        "protected void warn(String text)|protected void warn(Object text)|org.example.MyModel: KNIME has no org.example.MyModel.warn(Ljava/lang/String;)V",
        "protected abstract void reset();|protected final void reset() { }|org.example.MyModel: overrides reset()V, which is final in KNIME's org.knime.core.node.NodeModel",
        "protected abstract void reset();|protected abstract void reset(); protected abstract void save();|org.example.MyModel: does not implement save()V of KNIME's org.knime.core.node.NodeModel",
        "String text(int row);|String text(int row); String more();|org.example.MyModel: in KNIME org.knime.core.node.Cell also has the abstract more()Ljava/lang/String;, so it cannot be a lambda",
        "String text(int row);|String text(long row);|org.example.MyModel: in KNIME org.knime.core.node.Cell has no abstract text(I)Ljava/lang/String;, which is written as a lambda here",
        "enum Kind { GOOD, BAD }|enum Kind { FINE, BAD }|org.example.MyModel: KNIME has no org.knime.core.node.Kind.GOOD:Lorg/knime/core/node/Kind;",
        "public enum Kind|enum Kind|org.example.MyModel: org.knime.core.node.Kind is not visible in KNIME"})
    void codeThatWouldNotRunIsFound(final String what, final String into, final String line) throws IOException {
        assertFound(check(knime("home", changed(CORE, what, into), UI), nodes()), line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "boolean advanced() default false;|int more() default 0;|org.example.MyModel: in KNIME @org.knime.node.Widget has no element advanced",
        "String title();|String title(); String description();|org.example.MyModel: in KNIME @org.knime.node.Widget needs the element description"})
    void annotationsThatDifferAreFound(final String what, final String into, final String line) throws IOException {
        assertFound(check(knime("home", CORE, changed(UI, what, into)), nodes()), line);
    }

    @Test
    void aPackageThatIsNotExportedIsFound() throws IOException {
        final Path code = new Workshop(folder).compile("code",
            Map.of("org.example.Spy", "package org.example; class Spy { Object secret = new org.knime.core.node.internal.Secret(); }"), standIn());
        assertFound(check(knime("home", CORE, UI), code), "org.example.Spy: the package org.knime.core.node.internal is not exported to this bundle in KNIME");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "empty"})
    void withoutAnInstallationNothingIsChecked(final String home) throws IOException {
        Files.createDirectories(folder.resolve("empty/plugins"));
        assertEquals(2, check(folder.resolve(home), nodes()));
        assertTrue(out.toString().startsWith("no KNIME in "), out.toString());
    }

    @Test
    void aFileThatIsNotThereIsSaid() throws IOException {
        assertEquals(2, check(knime("home", CORE, UI), folder.resolve("none.jar")));
        assertEquals("there is no " + folder.resolve("none.jar") + "\n", out.toString());
    }
}
