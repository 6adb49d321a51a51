package org.modelcollapse.runner.examples;

import java.util.List;
import java.util.function.Consumer;
import org.knime.core.node.NodeSettingsWO;

/** The nodes of KNIME's own that an example uses. They are not here, so what a workflow tells of them is written down. */
enum KnimeNode {
    LINE_PLOT("Line Plot", Origins.VIEWS, "org.knime.base.views.node.lineplot.LinePlotNodeFactory", 0),
    HISTOGRAM("Histogram", Origins.VIEWS, "org.knime.base.views.node.histogram.HistogramNodeFactory", 0),
    BOX_PLOT("Box Plot", Origins.VIEWS, "org.knime.base.views.node.boxplot.BoxPlotNodeFactory", 0),
    TABLE_VIEW("Table View", Origins.VIEWS, "org.knime.base.views.node.tableview.TableViewNodeFactory", 0),
    COLUMN_FILTER("Column Filter", Origins.BASE, "org.knime.base.node.preproc.filter.column.DataColumnSpecFilterNodeFactory", 1),
    ROW_FILTER("Row Filter", Origins.BASE, "org.knime.base.node.preproc.filter.row3.RowFilterNodeFactory", 1);

    private static final class Origins {
        static final String VENDOR = "KNIME AG, Zurich, Switzerland";
        static final Origin VIEWS = new Origin("KNIME Views", "org.knime.base.views", "KNIME Views", "org.knime.features.base.views", VENDOR, "5.8.0");
        static final Origin BASE = new Origin("KNIME Base Nodes", "org.knime.base", "KNIME Base nodes", "org.knime.features.base", VENDOR, "5.8.0");
    }

    private final String title;
    private final Origin origin;
    private final String factory;
    private final int outputs;

    KnimeNode(final String title, final Origin origin, final String factory, final int outputs) {
        this.title = title;
        this.origin = origin;
        this.factory = factory;
        this.outputs = outputs;
    }

    /** @return the name of the node */
    String title() {
        return title;
    }

    /** @return where it comes from */
    Origin origin() {
        return origin;
    }

    /** @return class name of its factory */
    String factory() {
        return factory;
    }

    /** @return number of its output ports, without that for flow variables */
    int outputs() {
        return outputs;
    }

    /**
     * @param columns to keep
     * @return settings of the Column Filter
     */
    static Consumer<NodeSettingsWO> keeping(final String... columns) {
        return model -> {
            final NodeSettingsWO filter = model.addNodeSettings("column-filter");
            filter.addString("filter-type", "STANDARD");
            filter.addStringArray("included_names", columns);
            filter.addStringArray("excluded_names");
            filter.addString("enforce_option", "EnforceInclusion");
            final NodeSettingsWO pattern = filter.addNodeSettings("name_pattern");
            pattern.addString("pattern", "");
            pattern.addString("type", "Wildcard");
            pattern.addBoolean("caseSensitive", true);
            pattern.addBoolean("excludeMatching", false);
            filter.addNodeSettings("datatype").addNodeSettings("typelist");
        };
    }

    /**
     * @param column of numbers
     * @param from least value that is kept
     * @param to greatest value that is kept
     * @return settings of the Row Filter
     */
    static Consumer<NodeSettingsWO> between(final String column, final double from, final double to) {
        return model -> {
            model.addString("matchCriteria", "AND");
            final NodeSettingsWO criteria = model.addNodeSettings("predicates");
            final List<String> operators = List.of("GTE", "LTE");
            for (int i = 0; i < operators.size(); i++) {
                final NodeSettingsWO criterion = criteria.addNodeSettings(Integer.toString(i));
                final NodeSettingsWO of = criterion.addNodeSettings("columnV2");
                of.addString("regularChoice", column);
                of.addString("specialChoice_Internals", null);
                criterion.addString("operator", operators.get(i));
                final NodeSettingsWO values = criterion.addNodeSettings("predicateValues");
                final NodeSettingsWO value = values.addNodeSettings("values").addNodeSettings("0");
                final NodeSettingsWO type = value.addNodeSettings("typeIdentifier");
                type.addString("cell_class", "org.knime.core.data.def.DoubleCell");
                type.addBoolean("is_null", false);
                value.addDouble("value", i == 0 ? from : to);
                values.addString("inputKind", "SINGLE");
            }
            model.addString("domains", "RETAIN");
            model.addString("outputMode", "MATCHING");
        };
    }
}
