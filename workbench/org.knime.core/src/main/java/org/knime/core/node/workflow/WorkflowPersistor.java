package org.knime.core.node.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.knime.core.node.NodeAndBundleInformationPersistor;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.workflow.contextv2.WorkflowContextV2;
import org.knime.core.util.LoadVersion;
import org.knime.core.util.workflowalizer.AuthorInformation;

/** Reads a workflow; the stand-in only uses the results that are nested in here. */
public interface WorkflowPersistor extends NodeContainerPersistor {

    LoadVersion getLoadVersion();

    Map<Integer, NodeContainerPersistor> getNodeLoaderMap();

    Set<?> getConnectionSet();

    Set<?> getAdditionalConnectionSet();

    String getName();

    WorkflowContextV2 getWorkflowContext();

    WorkflowDataRepository getWorkflowDataRepository();

    MetaNodeTemplateInformation getTemplateInformation();

    AuthorInformation getAuthorInformation();

    WorkflowMetadata getWorkflowMetadata();

    List<FlowVariable> getWorkflowVariables();

    List<?> getCredentials();

    List<?> getWorkflowAnnotations();

    NodeSettingsRO getWizardExecutionControllerState();

    WorkflowPortTemplate[] getInPortTemplates();

    NodeUIInformation getInPortsBarUIInfo();

    WorkflowPortTemplate[] getOutPortTemplates();

    NodeUIInformation getOutPortsBarUIInfo();

    EditorUIInformation getEditorUIInformation();

    boolean mustWarnOnDataLoadError();

    boolean isProject();

    WorkflowCipher getWorkflowCipher();

    InputStream decipherInput(InputStream input) throws IOException;

    void postLoad(WorkflowManager wfm, LoadResult loadResult);

    List<?> getObsoleteNodeDirectories();

    Optional<?> getDataContainerSettings();

    /** A port of a metanode; never made by the stand-in. */
    final class WorkflowPortTemplate {

        private WorkflowPortTemplate() {
        }
    }

    /** Something that was noticed while a workflow was read. */
    class LoadResultEntry {

        private final LoadResultEntryType type;

        private final String message;

        public LoadResultEntry(final LoadResultEntryType type, final String message) {
            this.type = type;
            this.message = message == null ? "" : message;
        }

        /** How bad it is, from nothing to bad. */
        public enum LoadResultEntryType {
            Ok, Warning, DataLoadError, Error
        }

        public LoadResultEntryType getType() {
            return type;
        }

        public String getMessage() {
            return message;
        }

        public LoadResultEntry[] getChildren() {
            return new LoadResultEntry[0];
        }

        public boolean hasErrors() {
            return getType().ordinal() >= LoadResultEntryType.DataLoadError.ordinal();
        }

        public boolean hasWarningEntries() {
            return getType().ordinal() >= LoadResultEntryType.Warning.ordinal();
        }

        /** A line each, indented by depth, for everything at least that bad. */
        public String getFilteredError(final String indent, final LoadResultEntryType filter) {
            final StringBuilder text = new StringBuilder(indent);
            text.append("Status: ").append(getType()).append(": ").append(getMessage());
            for (final LoadResultEntry child : getChildren()) {
                if (child.getType().compareTo(filter) >= 0) {
                    text.append('\n').append(child.getFilteredError(indent + "  ", filter));
                }
            }
            return text.toString();
        }

        @Override
        public String toString() {
            return getFilteredError("", LoadResultEntryType.Ok);
        }
    }

    /** What was noticed while something was read, with its parts. */
    class LoadResult extends LoadResultEntry {

        private final List<LoadResultEntry> entries = new ArrayList<>();

        private final List<NodeAndBundleInformationPersistor> missing = new ArrayList<>();

        public LoadResult(final String name) {
            super(LoadResultEntryType.Ok, name);
        }

        public void addError(final String error) {
            entries.add(new LoadResultEntry(LoadResultEntryType.Error, error));
        }

        public void addChildError(final LoadResult loadResult) {
            entries.add(loadResult);
            missing.addAll(loadResult.missing);
        }

        final void addMissingNode(final NodeAndBundleInformationPersistor node) {
            missing.add(node);
        }

        public List<NodeAndBundleInformationPersistor> getMissingNodes() {
            return List.copyOf(missing);
        }

        @Override
        public LoadResultEntry[] getChildren() {
            return entries.toArray(LoadResultEntry[]::new);
        }

        @Override
        public LoadResultEntryType getType() {
            return entries.stream().map(LoadResultEntry::getType).reduce(super.getType(),
                (a, b) -> a.compareTo(b) >= 0 ? a : b);
        }
    }

    /** What was noticed while a workflow was read, and the workflow. */
    final class WorkflowLoadResult extends LoadResult {

        private WorkflowManager workflow;

        public WorkflowLoadResult(final String name) {
            super(name);
        }

        void setWorkflowManager(final WorkflowManager manager) {
            workflow = manager;
        }

        public WorkflowManager getWorkflowManager() {
            return workflow;
        }
    }
}
