package org.knime.core.node.port.image;

import javax.swing.JComponent;

import org.knime.core.data.DataType;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

/** The type of cells that an image becomes. */
public final class ImagePortObjectSpec extends AbstractSimplePortObjectSpec {

    private DataType type;

    public ImagePortObjectSpec(final DataType type) {
        if (type == null) {
            throw new NullPointerException("Argument must not be null.");
        }
        this.type = type;
    }

    public DataType getDataType() {
        return type;
    }

    @Override
    protected void save(final ModelContentWO model) {
        type.save(model);
    }

    @Override
    protected void load(final ModelContentRO model) throws InvalidSettingsException {
        type = DataType.load(model);
    }

    @Override
    public JComponent[] getViews() {
        throw new UnsupportedOperationException("The stand-in for KNIME has no windows");
    }
}
