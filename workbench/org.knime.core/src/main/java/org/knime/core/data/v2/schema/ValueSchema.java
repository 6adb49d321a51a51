package org.knime.core.data.v2.schema;

import org.knime.core.data.DataColumnSpec;

/** The columns of a table in the making; index 0 is the row key. */
public interface ValueSchema {

    ValueSchemaColumn getColumn(int index);

    default DataColumnSpec getDataColumnSpec(final int index) {
        return getColumn(index).dataColumnSpec();
    }

    /** A column, or the row key, which has no spec. */
    final class ValueSchemaColumn {

        private final DataColumnSpec spec;

        ValueSchemaColumn(final DataColumnSpec spec) {
            this.spec = spec;
        }

        public DataColumnSpec dataColumnSpec() {
            return spec;
        }

        public boolean isRowKey() {
            return spec == null;
        }
    }
}
