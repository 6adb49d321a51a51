/** The panel that lays a mixture over rows: histogram and densities, or scatter plot and ellipses. */
import { axis, bars, coarsened, format, frame, heightAt, line, stroke, theme, tip, upper } from "./chart.js";
import { componentDensity, density, ellipse, places } from "./mixture.js";
import { choice } from "./page.js";

const DENSITY = "density";

/** @returns the range of an axis over rows and mixture: all rows, and three standard deviations around each mean */
function range(data, j) {
    const { histograms, mixture } = data;
    const reach = mixture.means.map((mean, k) => [mean[j], 3 * Math.sqrt(mixture.covariances[k][j][j])]);
    return [Math.min(histograms[j].lower, ...reach.map(([mean, r]) => mean - r)),
        Math.max(upper(histograms[j]), ...reach.map(([mean, r]) => mean + r))];
}

function histogramOption(data, j, words, base) {
    const { colours } = base;
    const { mixture } = data;
    const histogram = coarsened(data.histograms[j], base.bins);
    const [from, to] = range(data, j);
    const xs = places([mixture], j, from, to);
    const components = mixture.weights.length > 1 ? mixture.weights.map((_, k) => ({
        name: `Component ${k + 1}`, at: (x) => componentDensity(mixture, k, j, x),
    })) : [];
    const option = frame(base, [
        bars(words.rows, histogram, colours),
        line(words.density, xs.map((x) => [x, density(mixture, j, x)]), colours.colour(0), { width: 2.5 }),
        ...components.map(({ name, at }, k) =>
            line(name, xs.map((x) => [x, at(x)]), colours.colour(k + 1), { width: 1.8, type: stroke(k + 1) })),
    ]);
    option.xAxis = axis(data.variables[j], { colours, least: from, most: to });
    option.yAxis = axis("Density", { colours, vertical: true });
    option.tooltip.formatter = ([{ axisValue: x }]) => tip(`${data.variables[j]} ${format(x)}`, [
        ["", words.rows, format(heightAt(histogram, x))],
        ["", words.density, format(density(mixture, j, x))],
        ...components.map(({ name, at }) => ["", name, format(at(x))])]);
    return option;
}

function scatterOption(data, i, j, words, base) {
    const { colours } = base;
    const { mixture, scatter, variables } = data;
    const [left, right] = range(data, i);
    const [low, high] = range(data, j);
    const option = frame(base, [
        { name: words.rows, type: "scatter", symbolSize: 4, itemStyle: { color: colours.bars, opacity: 0.7 },
            data: scatter[i].map((x, row) => [x, scatter[j][row]]) },
        ...mixture.weights.flatMap((weight, k) => [1, 2].map((radius) =>
            line(`Component ${k + 1} (${Number((100 * weight).toPrecision(3))} %)`, ellipse(mixture, k, i, j, radius),
                colours.colour(k), { width: radius === 1 ? 2.5 : 1.5, type: stroke(k) }))),
    ]);
    option.xAxis = axis(variables[i], { colours, least: left, most: right });
    option.yAxis = axis(variables[j], { colours, least: low, most: high, vertical: true });
    option.tooltip.trigger = "item";
    option.tooltip.formatter = ({ seriesName, value }) => tip(seriesName,
        [["", variables[i], format(value[0])], ["", variables[j], format(value[1])]]);
    return option;
}

/**
 * Adds the panel.
 * @param words what to call the panel, its rows and its density
 * @returns what draws it anew, after another mixture was put into the data
 */
export function addRowsPanel(stage, data, words, layout) {
    const several = data.variables.length > 1;
    const names = data.variables.map((name, j) => [j, name]);
    const across = choice("Across", names, () => redraw());
    const up = choice("Up", [...names, [DENSITY, "Density"]], () => redraw());
    up.input.value = several ? 1 : DENSITY;
    const panel = stage.figure("rows", words.title, several ? [across.element, up.element] : [], layout);
    function redraw() {
        const i = Number(across.input.value);
        const base = { colours: theme(), animated: stage.animated, bins: stage.settings.bins ?? Infinity };
        if (up.input.value === DENSITY || Number(up.input.value) === i) {
            panel.chart.draw(histogramOption(data, i, words, base));
            panel.chart.describe(`Histogram of ${data.variables[i]}: ${format(data.rows)} rows, with the ${words.density
                .toLowerCase()} over it, a mixture of ${data.mixture.weights.length} components.`);
            panel.say("The area under the histogram and under the density is one.");
        } else {
            const j = Number(up.input.value);
            panel.chart.draw(scatterOption(data, i, j, words, base));
            panel.chart.describe(`Scatter plot of ${data.variables[i]} and ${data.variables[j]} with the ellipses of ${
                data.mixture.weights.length} components.`);
            const shown = data.scatter[i].length;
            panel.say(`${shown < data.rows ? `${format(shown)} of the ${format(data.rows)} rows are shown. ` : ""}${
                ""}The ellipses lie at one and two standard deviations: within them are 39 % and 86 % of a component.`);
        }
    }
    stage.onRedraw(redraw);
    return redraw;
}
