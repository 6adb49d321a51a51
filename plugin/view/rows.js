/** The panel that lays a mixture over rows: histogram and densities, or scatter plot and ellipses. */
import { axis, format, frame, heightAt, outline, stroke, theme, tip, upper } from "./chart.js";
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
    const histogram = data.histograms[j];
    const [from, to] = range(data, j);
    const xs = places([mixture], j, from, to);
    const several = mixture.weights.length > 1;
    const components = several ? mixture.weights.map((_, k) => ({
        name: `Component ${k + 1}`, type: "line", showSymbol: false,
        lineStyle: { color: colours.colour(k + 1), type: stroke(k + 1), width: 1.8 },
        itemStyle: { color: colours.colour(k + 1) },
        data: xs.map((x) => [x, componentDensity(mixture, k, j, x)]),
    })) : [];
    return {
        ...frame(base),
        xAxis: axis(data.variables[j], { colours, least: from, most: to }),
        yAxis: axis("Density", { colours, vertical: true }),
        tooltip: {
            ...frame(base).tooltip,
            formatter: ([{ axisValue: x }]) => tip(`${data.variables[j]} ${format(x)}`, [
                [null, words.rows, format(heightAt(histogram, x))],
                [null, words.density, format(density(mixture, j, x))],
                ...(several ? mixture.weights.map((_, k) =>
                    [null, `Component ${k + 1}`, format(componentDensity(mixture, k, j, x))]) : [])]),
        },
        series: [
            { name: words.rows, type: "line", showSymbol: false, lineStyle: { width: 1, color: colours.bars },
                itemStyle: { color: colours.bars }, areaStyle: { color: colours.bars, opacity: 0.45 },
                data: outline(histogram) },
            { name: words.density, type: "line", showSymbol: false, lineStyle: { color: colours.colour(0), width: 2.5 },
                itemStyle: { color: colours.colour(0) }, data: xs.map((x) => [x, density(mixture, j, x)]) },
            ...components,
        ],
    };
}

function scatterOption(data, i, j, words, base) {
    const { colours } = base;
    const { mixture, scatter, variables } = data;
    const [left, right] = range(data, i);
    const [low, high] = range(data, j);
    return {
        ...frame(base),
        xAxis: axis(variables[i], { colours, least: left, most: right }),
        yAxis: axis(variables[j], { colours, least: low, most: high, vertical: true }),
        tooltip: {
            ...frame(base).tooltip,
            trigger: "item",
            formatter: ({ seriesName, value }) => tip(seriesName,
                [[null, variables[i], format(value[0])], [null, variables[j], format(value[1])]]),
        },
        series: [
            { name: words.rows, type: "scatter", symbolSize: 4, itemStyle: { color: colours.bars, opacity: 0.7 },
                data: scatter[i].map((x, row) => [x, scatter[j][row]]) },
            ...mixture.weights.flatMap((weight, k) => [1, 2].map((radius) => ({
                name: `Component ${k + 1} (${format(100 * weight)} %)`, type: "line", showSymbol: false,
                lineStyle: { color: colours.colour(k), type: stroke(k), width: radius === 1 ? 2.5 : 1.5 },
                itemStyle: { color: colours.colour(k) }, data: ellipse(mixture, k, i, j, radius),
            }))),
        ],
    };
}

/**
 * Adds the panel.
 * @param words what to call the panel, its rows and its density
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
        const base = { colours: theme(), animated: stage.animated, title: words.title };
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
}
