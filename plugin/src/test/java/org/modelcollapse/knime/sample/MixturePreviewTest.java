package org.modelcollapse.knime.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.node.parameters.widget.message.TextMessage.Message;
import org.knime.node.parameters.widget.message.TextMessage.MessageType;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.knime.node.OpenDialog;

@DisplayName("The preview of a mixture that is typed")
class MixturePreviewTest {

    private static Message preview(final int ports, final ComponentParameters... components) {
        final SampleGmmParameters parameters = new SampleGmmParameters();
        parameters.m_components = components;
        return OpenDialog.on(parameters).withPorts(ports).show(new MixturePreview()).orElseThrow();
    }

    @Test
    @DisplayName("draws the post's mixture with blocks and gives mean, standard deviation and peaks")
    void post() {
        final Message message =
            preview(0, new ComponentParameters(0.5, -2, 1), new ComponentParameters(0.5, 2, 1));
        assertEquals(MessageType.INFO, message.type());
        assertEquals("▁▁▂▃▅▇██▇▆▄▃▃▄▆▇██▇▅▃▂▁▁ from -5 to 5. Mean 0, standard deviation 2.236, 2 peaks.",
            message.description());
    }

    @ParameterizedTest
    @CsvSource({"0.99, one peak", "1.01, 2 peaks"})
    @DisplayName("knows that two equal components have two peaks from a distance of two standard deviations on")
    void peaks(final double mean, final String peaks) {
        // de Helguero 1904: bimodal if and only if the means are more than two standard deviations apart
        final String text = MixtureSketch
            .of(GaussianMixture.of(new double[]{0.5, 0.5}, new double[]{-mean, mean}, new double[]{1, 1}));
        assertTrue(text.endsWith(", " + peaks + "."), text);
    }

    @Test
    @DisplayName("shows a component that is narrower than a block")
    void narrow() {
        final String text = MixtureSketch.of(
            GaussianMixture.of(new double[]{0.5, 0.3, 0.2}, new double[]{0, 1.1, 3}, new double[]{1e-6, 1e-6, 1e-6}));
        assertEquals("█▁▁▁▁▁▁▁▅▁▁▁▁▁▁▁▁▁▁▁▁▁▁▄", text.substring(0, 24));
        assertTrue(text.endsWith(", 3 peaks."), text);
    }

    @Test
    @DisplayName("leaves out a component without weight")
    void weightless() {
        final String text = MixtureSketch
            .of(GaussianMixture.of(new double[]{1, 0}, new double[]{1, 1000}, new double[]{2, 1}));
        assertTrue(text.endsWith(" from -5 to 7. Mean 1, standard deviation 2, one peak."), text);
    }

    @Test
    @DisplayName("says what is wrong with a mixture that is not ready yet")
    void halfTyped() {
        final Message sum = preview(0, new ComponentParameters(0.5, -2, 1), new ComponentParameters(0.4, 2, 1));
        assertEquals(MessageType.WARNING, sum.type());
        assertTrue(sum.description().contains("sum"), sum.description());
        assertTrue(preview(0).description().contains("no component"));
        for (final double sd : new double[]{0, -1, Double.NaN, 1e-320, Double.POSITIVE_INFINITY}) {
            assertEquals(MessageType.WARNING, preview(0, new ComponentParameters(1, 0, sd)).type(), "sd " + sd);
        }
        assertEquals(MessageType.WARNING, preview(0, new ComponentParameters(1, Double.NaN, 1)).type());
    }

    @Test
    @DisplayName("says that the connected mixture counts, where one is connected")
    void connected() {
        assertEquals("A mixture table is connected", preview(1, new ComponentParameters(0.5, -2, 1)).title());
    }
}
