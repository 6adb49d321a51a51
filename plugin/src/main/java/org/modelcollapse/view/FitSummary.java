package org.modelcollapse.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.modelcollapse.gmm.Fit;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Selection;

/**
 * What the view of a fit shows: the rows, the fitted density, the way EM took, and the criteria of all numbers of
 * components tried.
 *
 * @param variables a name a dimension
 * @param rows the rows fitted
 * @param mixture the fitted mixture, as the node gives it out
 * @param selection the fits; the chosen one is that of the mixture
 */
public record FitSummary(List<String> variables, RowsSummary rows, GaussianMixture mixture, Selection selection) {

    /** Most points of the log-likelihood's line. */
    private static final int MOST_POINTS = 2_000;

    /** {@return the text that the page takes} */
    public String toJson() {
        final Map<String, Object> json = SampleSummary.json(variables, rows, mixture);
        final Fit best = selection.best();
        json.put("iterations", best.iterations());
        json.put("converged", best.converged());
        json.put("logLikelihood", Line.of(best.trace(), MOST_POINTS));
        json.put("criterion", selection.criterion().name());
        json.put("fits", selection.fits().stream().map(FitSummary::criteria).toList());
        return Json.write(json);
    }

    private static Map<String, Object> criteria(final Fit fit) {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("components", fit.mixture().components());
        json.put("AIC", fit.aic());
        json.put("BIC", fit.bic());
        json.put("ICL", fit.icl());
        json.put("iterations", fit.iterations());
        json.put("converged", fit.converged());
        return json;
    }
}
