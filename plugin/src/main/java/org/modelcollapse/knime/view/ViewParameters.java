package org.modelcollapse.knime.view;

import java.util.Map;

import org.knime.node.parameters.NodeParameters;

/** The settings of a view. */
public interface ViewParameters extends NodeParameters {

    /** @return what the page is told: texts, numbers and truth values by the names that the page knows them by */
    Map<String, Object> toPage();
}
