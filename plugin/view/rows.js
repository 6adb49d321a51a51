/** The panel that lays a mixture over rows: histogram and densities, or scatter plot and ellipses. */
import { axis, bars, coarsened, format, frame, heightAt, line, stroke, theme, tip, upper } from "./chart.js";
import { componentDensity, density, ellipse, places } from "./mixture.js";
import { choice } from "./page.js";
import { contours, hull, planeDensity, verdicts } from "./verdicts.js";

const DENSITY = "density";

/** How the rows are marked. */
const [PLAIN, COMPONENT, UNSURE, OUT] = ["plain", "component", "unsure", "outliers"];

const MARKS = [[PLAIN, "All alike"], [COMPONENT, "By component"], [UNSURE, "By uncertainty"], [OUT, "Outliers"]];

const LINES = [["ellipses", "Ellipses"], ["contours", "Density contours"]];

/** Components differ by more than colour. */
const SYMBOLS = ["circle", "rect", "triangle", "diamond"];

/** What the contours enclose. */
const SHARES = [0.5, 0.75, 0.95];

/** Rows that belong to another component with a higher probability are shown to be unsure. */
const UNSURE_ABOVE = 0.05;

/** The level of the outliers, as the default of "GMM Assigner". */
const OUTLIER = 0.01;

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

/** @returns the rows as series: all alike, by component, by how unsure that is, or outliers and others */
function rowSeries(data, i, j, words, marked, colours) {
    const points = data.scatter[i].map((x, row) => [x, data.scatter[j][row]]);
    const series = (name, of, color, symbolSize = 4, more = {}) => ({ name, type: "scatter", symbolSize,
        itemStyle: { color, opacity: 0.7 }, data: points.filter((_, row) => of(row)), ...more });
    if (marked === PLAIN) {
        return [series(words.rows, () => true, colours.bars)];
    }
    const said = verdicts(data.mixture, points.map((_, row) => data.scatter.map((column) => column[row])));
    if (marked === COMPONENT) {
        return data.mixture.weights.map((_, k) =>
            series(componentName(data.mixture, k), (row) => said[row].component === k, colours.colour(k), 5,
                { symbol: SYMBOLS[k % SYMBOLS.length] }));
    }
    if (marked === UNSURE) {
        return [series(words.rows, () => true, colours.bars, 4), { ...series("Unsure rows",
            (row) => said[row].uncertainty > UNSURE_ABOVE, colours.text), symbolSize: ([, , u]) => 4 + 16 * u,
        data: points.map((point, row) => [...point, said[row].uncertainty]).filter(([, , u]) => u > UNSURE_ABOVE) }];
    }
    const others = points.filter((_, row) => said[row].p >= OUTLIER);
    return [series(words.rows, (row) => said[row].p >= OUTLIER, colours.bars),
        series("Outliers", (row) => said[row].p < OUTLIER, colours.wider, 8, { symbol: "diamond" }),
        ...(others.length > 2 ? [line("Hull of the other rows", hull(others), colours.muted, { width: 1, type: [4, 3] })] : [])];
}

const componentName = ({ weights }, k) => `Component ${k + 1} (${Number((100 * weights[k]).toPrecision(3))} %)`;

function scatterOption(data, i, j, words, { marked, contoured, ...base }) {
    const { colours } = base;
    const { mixture, variables } = data;
    const across = range(data, i);
    const up = range(data, j);
    const drawn = contoured
        ? contours(planeDensity(mixture, i, j), across, up, SHARES).map((path, s) =>
            line(`${100 * SHARES[s]} %`, path, colours.colour(0), { width: 2.2 - 0.6 * s, type: stroke(s) }))
        : mixture.weights.flatMap((_, k) => [1, 2].map((radius) =>
            line(componentName(mixture, k), ellipse(mixture, k, i, j, radius),
                colours.colour(k), { width: radius === 1 ? 2.5 : 1.5, type: stroke(k) })));
    const option = frame(base, [...rowSeries(data, i, j, words, marked, colours), ...drawn]);
    option.xAxis = axis(variables[i], { colours, least: across[0], most: across[1] });
    option.yAxis = axis(variables[j], { colours, least: up[0], most: up[1], vertical: true });
    option.tooltip.trigger = "item";
    option.tooltip.formatter = ({ seriesName, value }) => tip(seriesName,
        [["", variables[i], format(value[0])], ["", variables[j], format(value[1])],
            ...(value.length > 2 ? [["", "Uncertainty", format(value[2])]] : [])]);
    return option;
}

/** @returns what the marks and lines of the scatter plot mean */
function explained(marked, contoured) {
    const marks = {
        [PLAIN]: "",
        [COMPONENT]: "Each row has the colour of its most probable component. ",
        [UNSURE]: `The rows that stand out are those whose component is wrong with a probability above ${
            100 * UNSURE_ABOVE} %: the larger, the more probable. `,
        [OUT]: `Outliers are farther from their component than ${
            100 - 100 * OUTLIER} % of its rows, in all columns together, so that they may lie among others here. `,
    }[marked];
    return marks + (contoured ? `The contours go around ${SHARES.map((share) => `${100 * share} %`).join(", ")
    } of the mixture, where it is densest.`
        : "The ellipses lie at one and two standard deviations: within them are 39 % and 86 % of a component.");
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
    const marks = choice("Mark rows", MARKS, () => redraw());
    const lines = choice("Lines", LINES, () => redraw());
    up.input.value = several ? 1 : DENSITY;
    const panel = stage.figure("rows", words.title,
        several ? [across.element, up.element, marks.element, lines.element] : [], layout);
    function redraw() {
        const i = Number(across.input.value);
        const base = { colours: theme(), animated: stage.animated, bins: stage.settings.bins ?? Infinity };
        const flat = up.input.value === DENSITY || Number(up.input.value) === i;
        marks.element.hidden = flat;
        lines.element.hidden = flat;
        if (flat) {
            panel.chart.draw(histogramOption(data, i, words, base));
            panel.chart.describe(`Histogram of ${data.variables[i]}: ${format(data.rows)} rows, with the ${words.density
                .toLowerCase()} over it, a mixture of ${data.mixture.weights.length} components.`);
            panel.say("The area under the histogram and under the density is one.");
        } else {
            const j = Number(up.input.value);
            const marked = marks.input.value;
            const contoured = lines.input.value === "contours";
            panel.chart.draw(scatterOption(data, i, j, words, { ...base, marked, contoured }));
            panel.chart.describe(`Scatter plot of ${data.variables[i]} and ${data.variables[j]} with the ${
                contoured ? "density contours" : "ellipses"} of ${data.mixture.weights.length} components.`);
            const shown = data.scatter[i].length;
            panel.say(`${shown < data.rows ? `${format(shown)} of the ${format(data.rows)} rows are shown. ` : ""}${
                explained(marked, contoured)}`);
        }
    }
    stage.onRedraw(redraw);
    return redraw;
}
