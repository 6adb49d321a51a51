package org.modelcollapse.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.modelcollapse.gmm.CriterionTable;
import org.modelcollapse.gmm.Fit;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.SearchReport;
import org.modelcollapse.gmm.Selection;

/**
 * What the view of a fit shows: the rows, the fitted density, the way EM took, and the criteria of all numbers of
 * components and kinds of covariance tried.
 *
 * @param variables a name a dimension
 * @param rows the rows fitted
 * @param mixture the fitted mixture, as the node gives it out
 * @param selection the fits; the chosen one is that of the mixture
 */
public record FitSummary(List<String> variables, RowsSummary rows, GaussianMixture mixture, Selection selection) {

    /** Most points of the log-likelihood's line. */
    private static final int MOST_POINTS = 2_000;

    /** Most maxima whose mixtures go to the page. */
    private static final int MOST_MAXIMA = 100;

    /** {@return the text that the page takes} */
    public String toJson() {
        final Map<String, Object> json = SampleSummary.json(variables, rows, mixture);
        final Fit best = selection.best();
        json.put("iterations", best.iterations());
        json.put("converged", best.converged());
        json.put("logLikelihood", Line.of(best.trace(), MOST_POINTS));
        json.put("criterion", selection.criterion().name());
        best.search().ifPresent(search -> json.put("search", search(search)));
        json.put("covariance", best.mixture().covarianceType().letters(variables.size()));
        json.put("fits", selection.fits().stream()
            .filter(fit -> fit.mixture().covarianceType() == best.mixture().covarianceType()).map(FitSummary::criteria)
            .toList());
        if (selection.table().lines().size() > 1) {
            json.put("criteria", table(selection.table(), variables.size()));
        }
        return Json.write(json);
    }

    /** The criterion by kind of covariance and number of components; null where a fit may not win. */
    private static List<Map<String, Object>> table(final CriterionTable table, final int d) {
        return table.lines().stream().map(line -> {
            final Map<String, Object> json = new LinkedHashMap<>();
            json.put("covariance", line.family().letters(d));
            json.put("components", line.entries().stream().map(CriterionTable.Entry::components).toList());
            json.put("values", line.entries().stream().map(e -> e.mayWin() ? e.value() : null).toList());
            return json;
        }).toList();
    }

    /** The starts and where they ended; of the maxima, those that can be told apart on a page. */
    private static Map<String, Object> search(final SearchReport search) {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("effort", search.effort().name());
        json.put("chance", search.chanceOfBetter());
        json.put("starts", search.endings().stream().map(SearchReport.Ending::start).toList());
        json.put("maximum", search.endings().stream().map(SearchReport.Ending::maximum).toList());
        json.put("logLikelihoods", search.maxima().stream().map(SearchReport.Maximum::logLikelihood).toList());
        json.put("found", search.maxima().stream().map(SearchReport.Maximum::found).toList());
        json.put("spikes", search.maxima().stream().map(SearchReport.Maximum::spike).toList());
        json.put("mixtures",
            search.maxima().stream().limit(MOST_MAXIMA).map(m -> Mixtures.full(m.mixture())).toList());
        return json;
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
