package org.knime.core.node;

import java.util.List;
import java.util.Optional;

import javax.xml.parsers.DocumentBuilderFactory;

import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.util.Version;
import org.w3c.dom.Element;

/** What the user reads about a node. */
public abstract class NodeDescription {

    private boolean deprecated;

    public NodeDescription() {
        // for sub-classes
    }

    public static DocumentBuilderFactory getDocumentBuilderFactory() {
        final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory;
    }

    public abstract String getIconPath();

    public abstract String getInportDescription(int index);

    public abstract String getInportName(int index);

    public abstract String getInteractiveViewName();

    public abstract String getNodeName();

    public abstract String getOutportDescription(int index);

    public abstract String getOutportName(int index);

    public abstract NodeType getType();

    public abstract int getViewCount();

    public abstract String getViewDescription(int index);

    public abstract String getViewName(int index);

    /** The whole description in the form of KNIME's node schema. */
    public abstract Element getXMLDescription();

    public Optional<String> getShortDescription() {
        return Optional.empty();
    }

    public Optional<String> getIntro() {
        return Optional.empty();
    }

    public Optional<Version> getSinceVersion() {
        return Optional.empty();
    }

    public String[] getKeywords() {
        return new String[0];
    }

    public boolean isDeprecated() {
        return deprecated;
    }

    protected void setIsDeprecated(final boolean isDeprecated) {
        deprecated = isDeprecated;
    }

    /** Dialog options by tab or section. */
    public List<DialogOptionGroup> getDialogOptionGroups() {
        return List.of();
    }

    /** An option of the dialog. */
    public static final class DialogOption {

        private final String name;

        private final String description;

        private final boolean optional;

        DialogOption(final String name, final String description, final boolean optional) {
            this.name = name;
            this.description = description;
            this.optional = optional;
        }

        public String getName() {
            return name;
        }

        public String getDescription() {
            return description;
        }

        public boolean isOptional() {
            return optional;
        }
    }

    /** Options that belong together. */
    public static final class DialogOptionGroup {

        private final String name;

        private final String description;

        private final List<DialogOption> options;

        DialogOptionGroup(final String name, final String description, final List<DialogOption> options) {
            this.name = name;
            this.description = description;
            this.options = List.copyOf(options);
        }

        public Optional<String> getName() {
            return Optional.ofNullable(name);
        }

        public Optional<String> getDescription() {
            return Optional.ofNullable(description);
        }

        public List<DialogOption> getOptions() {
            return options;
        }
    }
}
