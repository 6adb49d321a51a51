package org.modelcollapse.knime.recursion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Consumer;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modelcollapse.collapse.model.CategoryLearner;
import org.modelcollapse.collapse.model.GaussianLearner;
import org.modelcollapse.collapse.model.HistogramLearner;
import org.modelcollapse.collapse.model.KernelLearner;
import org.modelcollapse.collapse.model.Learner;
import org.modelcollapse.collapse.model.MixtureLearner;
import org.modelcollapse.gmm.FitSettings;

@DisplayName("The outlook of a recursion that is typed")
class OutlookTest {

    private static final Learner MIXTURE = new MixtureLearner(FitSettings.sklearn(2), 1);

    private static Outlook outlook(final int generations, final int rows, final Learner learner,
        final Consumer<RegimeParameters> change) {
        final RegimeParameters next = new RegimeParameters();
        change.accept(next);
        return Outlook.of(generations, rows, next, learner);
    }

    private static void assertLeft(final String percent, final Outlook outlook) {
        assertEquals("Expected by the exact law: " + percent + " of the variance left", outlook.title());
    }

    @Test
    @DisplayName("of the post: (1 - 1/N)^t, which halves every 6,931 generations")
    void post() {
        final Outlook outlook = outlook(2000, 10_000, MIXTURE, next -> { });
        assertLeft("81.9 %", outlook); // (1 - 1/10000)^2000 = 0.81872
        assertTrue(outlook.description().startsWith("After 2,000 generations, 10,000 rows in a training set"),
            outlook.description());
        assertTrue(outlook.description().contains("It halves every 6,931 generations."), outlook.description());
    }

    @Test
    @DisplayName("with original points: where they hold the variance in the long run")
    void original() {
        final Outlook outlook = outlook(2000, 10_000, MIXTURE, next -> {
            next.m_ratioOriginal = 0.01;
            next.m_ratioFitted = 0.99;
        });
        assertLeft("99.5 %", outlook);
        assertTrue(outlook.description().contains("hold it at 99.5 % in the long run"), outlook.description());
    }

    @Test
    @DisplayName("with accumulated data: the bound that it never falls below")
    void accumulate() {
        final Outlook outlook = outlook(100, 100, MIXTURE, next -> next.m_regime = RegimeChoice.ACCUMULATE);
        assertLeft("98.4 %", outlook); // product of 1 - 1/(100 i^2), i = 1 to 100
        assertTrue(outlook.description().contains("it stays above 98.4 %"), outlook.description()); // sin(x)/x, x = pi/10
    }

    @Test
    @DisplayName("of one Gaussian with the divisor n - 1: the average stays, and nothing is said of a half-life")
    void unbiased() {
        final Outlook outlook = outlook(1000, 50, new GaussianLearner(1), next -> { });
        assertLeft("100 %", outlook);
        assertFalse(outlook.description().contains("halves"), outlook.description());
    }

    @Test
    @DisplayName("does not pretend where there is no law, or one that depends on the unit of the data")
    void none() {
        final String none = "No exact law is known for these settings";
        assertEquals(none, outlook(10, 100, MIXTURE, next -> next.m_temperature = 0.5).title());
        final String depends = "The exact law depends on the original";
        assertEquals(depends, outlook(10, 100, new HistogramLearner(-6, 6, 60), next -> { }).title());
        assertEquals(depends, outlook(10, 100, new KernelLearner(0.1), next -> { }).title());
    }

    @Test
    @DisplayName("of categories: their diversity is lost as the variance is")
    void categories() {
        assertEquals(outlook(100, 50, MIXTURE, next -> { }), outlook(100, 50, new CategoryLearner(4), next -> { }));
    }

    @Test
    @DisplayName("is that of a converged fit for a mixture whose regularisation would be a floor, as that depends on the unit of the data")
    void regularisation() {
        final Learner floored = new MixtureLearner(FitSettings.sklearn(2).withRegularization(1), 1);
        assertEquals(outlook(500, 100, MIXTURE, next -> { }), outlook(500, 100, floored, next -> { }));
    }

    @Test
    @DisplayName("of more generations than a dialog has time for says how far it looks")
    void far() {
        assertTrue(outlook(Integer.MAX_VALUE, 1_000_000, MIXTURE, next -> { }).description()
            .startsWith("After 200,000 generations"));
    }

    @Test
    @DisplayName("of settings that are not ready yet is an error that names them")
    void halfTyped() {
        assertTrue(assertThrows(IllegalArgumentException.class,
            () -> outlook(10, 100, MIXTURE, next -> next.m_ratioOriginal = 0.5)).getMessage().contains("Invalid ratio"));
        assertThrows(IllegalArgumentException.class, () -> outlook(0, 100, MIXTURE, next -> { }));
        assertThrows(IllegalArgumentException.class, () -> outlook(10, 1, MIXTURE, next -> { }));
    }

    @Test
    @DisplayName("of the smallest training sets, of two points: a half is lost each time, the first time too")
    void smallest() {
        assertLeft("25 %", outlook(2, 2, new GaussianLearner(0), next -> { }));
    }
}
