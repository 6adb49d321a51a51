package org.modelcollapse.view;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A line over 1, 2, 3, ..., as the pages take it. */
final class Line {

    private Line() {
    }

    /**
     * @param y its values at 1, 2, 3, ...; NaN where it has a gap
     * @param most how many points may stay
     * @return {@code {x, y}}; {@code x} is null if all points stayed
     */
    static Map<String, Object> of(final double[] y, final int most) {
        final int[] kept = Thinning.indices(y, most);
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("x", kept.length == y.length ? null : Arrays.stream(kept).mapToDouble(i -> i + 1.0).toArray());
        json.put("y", Arrays.stream(kept).mapToDouble(i -> y[i]).toArray());
        return json;
    }
}
