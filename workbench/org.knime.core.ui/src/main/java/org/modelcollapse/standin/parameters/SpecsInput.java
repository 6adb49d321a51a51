package org.modelcollapse.standin.parameters;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.node.parameters.NodeParametersInput;

/** The input of a node of which only the specs are known. */
public final class SpecsInput implements NodeParametersInput {

    private final PortObjectSpec[] specs;

    /** @param specs a spec a port; null where nothing is connected */
    public SpecsInput(final PortObjectSpec[] specs) {
        this.specs = Objects.requireNonNull(specs, "Port object specs must not be null.").clone();
    }

    @Override
    public PortType[] getInPortTypes() {
        return Arrays.stream(specs)
            .map(spec -> spec instanceof DataTableSpec ? BufferedDataTable.TYPE
                : PortTypeRegistry.getInstance().getPortType(PortObject.class))
            .toArray(PortType[]::new);
    }

    @Override
    public PortObjectSpec[] getInPortSpecs() {
        return specs.clone();
    }

    @Override
    public Optional<PortObjectSpec> getInPortSpec(final int portIndex) {
        return Optional.ofNullable(specs[portIndex]);
    }

    @Override
    public DataTableSpec[] getInTableSpecs() {
        return Arrays.stream(specs).map(DataTableSpec.class::cast).toArray(DataTableSpec[]::new);
    }

    @Override
    public Optional<DataTableSpec> getInTableSpec(final int portIndex) {
        return getInPortSpec(portIndex).map(DataTableSpec.class::cast);
    }

    @Override
    public PortObject[] getInPortObjects() {
        return new PortObject[specs.length];
    }

    @Override
    public Optional<PortObject> getInPortObject(final int portIndex) {
        return Optional.ofNullable(getInPortObjects()[portIndex]);
    }

    @Override
    public BufferedDataTable[] getInTables() {
        return new BufferedDataTable[specs.length];
    }

    @Override
    public Optional<BufferedDataTable> getInTable(final int portIndex) {
        return Optional.ofNullable(getInTables()[portIndex]);
    }

    @Override
    public PortType[] getOutPortTypes() {
        return new PortType[0];
    }
}
