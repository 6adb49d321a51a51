package org.modelcollapse.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.modelcollapse.gmm.GaussianMixture;

/**
 * What the view of a sample shows: the rows drawn and the true density.
 *
 * @param variables a name a dimension
 * @param rows the rows drawn
 * @param mixture that they were drawn from
 */
public record SampleSummary(List<String> variables, RowsSummary rows, GaussianMixture mixture) {

    /** {@return the text that the page takes} */
    public String toJson() {
        return Json.write(json(variables, rows, mixture));
    }

    /** @return rows and mixture as the panel takes them that draws one over the other */
    static Map<String, Object> json(final List<String> variables, final RowsSummary rows,
        final GaussianMixture mixture) {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("variables", variables);
        json.put("rows", rows.total());
        json.put("histograms", rows.histograms().stream().map(Histogram::toJson).toList());
        json.put("scatter", rows.scatter());
        json.put("mixture", Mixtures.full(mixture));
        return json;
    }
}
