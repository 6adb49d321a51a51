package org.modelcollapse.tests.parameters;

import java.util.List;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistor;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;

/** Every kind of field that can be stored. */
final class Kinds extends KindsBase {

    enum Colour {
        RED, GREEN_BLUE
    }

    static final class Group implements NodeParameters {

        int m_a = 3;

        @Persist(configKey = "other")
        String m_b = "x";

        double plain = 2.5;
    }

    static final class Doubled implements NodeParametersPersistor<Integer> {

        @Override
        public Integer load(final NodeSettingsRO settings) throws InvalidSettingsException {
            return settings.getInt("doubled") / 2;
        }

        @Override
        public void save(final Integer param, final NodeSettingsWO settings) {
            settings.addInt("doubled", 2 * param);
        }

        @Override
        public String[][] getConfigPaths() {
            return new String[][]{{"doubled"}};
        }
    }

    int m_int = 1;

    long m_long = 2;

    double m_double = 0.1;

    boolean m_boolean = true;

    Integer m_boxed = 5;

    String m_text = "two\nlines";

    Colour m_enum = Colour.GREEN_BLUE;

    int[] m_ints = {1, 2};

    double[] m_noDoubles = {};

    String[] m_texts = {"a", "b"};

    Optional<Integer> m_noInt = Optional.empty();

    Optional<Double> m_someDouble = Optional.of(2.5);

    Optional<String> m_noText = Optional.empty();

    Optional<Colour> m_noEnum = Optional.empty();

    Optional<String[]> m_noTexts = Optional.empty();

    Group m_group = new Group();

    Group[] m_array = {new Group(), new Group()};

    List<Group> m_list = List.of(new Group());

    Group[] m_noGroups = {};

    @Persist(configKey = "renamed", hidden = true)
    int m_hidden = 1;

    ColumnFilter m_columns = new ColumnFilter(new String[]{"q"});

    @Persistor(Doubled.class)
    int m_ownWay = 4;

    transient int m_transient = 8;
}
