package org.knime.core.node.config;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;

/** The simple cells as sub-trees: the class name and one value, as KNIME stores them. */
final class DataCellConfig {

    private static final String CELL_CLASS = "datacell";

    private DataCellConfig() {
    }

    static void save(final Config config, final DataCell cell) {
        if (cell == null) {
            config.addString(CELL_CLASS, null);
            return;
        }
        config.addString(CELL_CLASS, cell.getClass().getName());
        final Config value = config.addConfig(cell.getClass().getName());
        if (cell instanceof StringCell c) {
            value.addString("StringCell", c.getStringValue());
        } else if (cell instanceof BooleanCell c) {
            value.addBoolean("BooleanCell", c.getBooleanValue());
        } else if (cell instanceof IntCell c) {
            value.addInt("IntCell", c.getIntValue());
        } else if (cell instanceof LongCell c) {
            value.addLong("LongCell", c.getLongValue());
        } else if (cell instanceof DoubleCell c) {
            value.addDouble("DoubleCell", c.getDoubleValue());
        } else if (!cell.isMissing()) {
            throw new IllegalArgumentException("Cells of " + cell.getClass() + " cannot be stored by the stand-in");
        }
    }

    static DataCell load(final Config config) throws InvalidSettingsException {
        final String name = config.getString(CELL_CLASS);
        if (name == null) {
            return null;
        }
        if (name.equals(MissingCell.class.getName())) {
            return DataType.getMissingCell();
        }
        final Config value = config.getConfig(name);
        final String simple = name.substring(name.lastIndexOf('.') + 1);
        return switch (simple) {
            case "StringCell" -> new StringCell(value.getString(simple));
            case "BooleanCell" -> BooleanCell.BooleanCellFactory.create(value.getBoolean(simple));
            case "IntCell" -> new IntCell(value.getInt(simple));
            case "LongCell" -> new LongCell(value.getLong(simple));
            case "DoubleCell" -> new DoubleCell(value.getDouble(simple));
            default -> throw new InvalidSettingsException("Cells of " + name + " cannot be read by the stand-in");
        };
    }
}
