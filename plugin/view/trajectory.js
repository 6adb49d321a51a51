/** The view of "Recursive Collapse Loop End". */
import { axis, band, format, frame, line, stroke, theme, tip } from "./chart.js";
import { check, choice, make, open, placeOf } from "./page.js";
import { addSetsPanel } from "./sets.js";

const COMPONENTS = { wide: "Law of the components: nine of ten runs", half: "half of all runs", median: "median" };

/** @returns what the law of the components expects of each, in its colour */
const lawOfComponents = (bands, colours) => bands.flatMap(({ x, p05, q1, median, q3, p95 }, k) => [
    band(COMPONENTS.wide, x, p05, p95, colours.colour(k), 0.12),
    band(COMPONENTS.half, x, q1, q3, colours.colour(k), 0.2),
    line(COMPONENTS.median, x.map((at, i) => [at, median[i]]), colours.colour(k),
        { width: 1.2, type: [2, 4], symbols: "none", showSymbol: false, silent: true, z: 1 })]);

/** @returns a table: a row a component, how far the steps of its parameters are from what the law expects */
function stepsTable({ weights, means, variances, count, lengths }) {
    const short = (z) => format(Number(z.toFixed(2)));
    const cells = (tag, texts) => make("tr", {}, ...texts.map((text) => make(tag, {}, text)));
    const rows = means.map((mean, k) => cells("td", [`Component ${k + 1}`,
        weights.length > 1 ? short(weights[k]) : format(null), short(mean), short(variances[k])]));
    return make("details", { className: "steps" },
        make("summary", {}, `Steps of the components: z = ${short(lengths)} for their lengths`),
        make("p", {}, `${format(count)} steps from a fit to the next, held against those of EM run to convergence. Within ${
            ""}about 3 a z-score agrees; far below 0 a number is pulled down in every step. A z of the lengths far below ${
            ""}0 says that steps are too short (EM stopped early), far above 0 that fits jumped between local maxima.`),
        make("div", { className: "scroll" }, make("table", {}, make("thead", {},
            cells("th", ["", "z of the weight", "z of the mean", "z of the variance"])), make("tbody", {}, ...rows))));
}

const pointsOf = ({ x, y }) => y.map((value, i) => [x ? x[i] : i + 1, value]);

function addTrajectoryPanel(stage, data) {
    const metric = choice("Metric", data.metrics.map(({ name }, i) => [i, name]), () => redraw());
    metric.input.value = placeOf(data.metrics.map(({ name }) => name), stage.settings.metric);
    const logMetric = check("Logarithmic values", () => redraw(), stage.settings.logValues);
    const logGeneration = check("Logarithmic generations", () => redraw(), stage.settings.logGenerations);
    const law = check("Law", () => redraw(), stage.settings.law ?? true);
    const hasLaw = data.metrics.some(({ lines, bands }) => bands?.length > 0 || lines.some((values) => values.law));
    const panel = stage.figure("trajectory", "Over the generations", [metric.element, logMetric.element,
        logGeneration.element, ...(hasLaw ? [law.element] : [])], { wide: data.kept.length === 0 });
    function redraw() {
        const { name, lines: all, bands = [] } = data.metrics[Number(metric.input.value)];
        law.input.disabled = bands.length === 0 && !all.some((values) => values.law);
        const lines = all.filter((values) => !values.law || law.input.checked);
        const positive = lines.every(({ y }) => y.every((value) => value === null || value > 0));
        logMetric.input.disabled = !positive;
        logMetric.element.title = positive ? "" : "Not all values are positive.";
        const base = { colours: theme(), animated: stage.animated };
        const { colours } = base;
        const thinned = lines.some(({ x }) => x !== null);
        const behind = law.input.checked ? bands : [];
        const option = frame(base, [...lines.map((values, i) => (values.law
            ? line(values.name, pointsOf(values), colours.text, { type: [6, 5], z: 3 })
            : line(values.name, pointsOf(values), colours.colour(i),
                { type: stroke(i), symbols: data.generations <= 30 && "circle", z: 3 }))),
        ...lawOfComponents(behind, colours)]);
        option.xAxis = axis("Generation", { colours, log: logGeneration.input.checked, least: 1,
            most: Math.max(data.generations, 2), whole: true });
        option.yAxis = axis(name, { colours, log: logMetric.input.checked && positive, vertical: true });
        option.tooltip.formatter = (items) => tip(`Generation ${format(items[0].value[0])}`,
            items.filter(({ seriesName }) => !Object.values(COMPONENTS).includes(seriesName))
                .map(({ marker, seriesName, value }) => [marker, seriesName, format(value[1])]));
        panel.chart.draw(option);
        panel.chart.describe(`${name} over ${format(data.generations)} generations. ${lines.map(({ name: of, y }) =>
            `${of} goes from ${format(y[0])} to ${format(y[y.length - 1])}.`).join(" ")}`);
        panel.say([
            ...(thinned
                ? ["Of these many generations the lines show the least and largest value of each stretch."] : []),
            ...(behind.length > 0 ? [`Behind the lines: where the law of the components, for EM run to convergence, ${
                ""}expects half of all runs and nine of ten${data.componentsValidTo < data.generations
                ? `, up to generation ${format(data.componentsValidTo)}, as far as it is valid` : ""}.`] : []),
        ].join(" "));
    }
    stage.onRedraw(redraw);
}

open("Trajectory", (data, stage) => {
    const { y: [before, ...rest] } = data.metrics[0].lines[0];
    const after = rest.length === 0 ? before : rest[rest.length - 1];
    stage.head("Trajectory", `${format(data.generations)} ${data.generations === 1 ? "generation" : "generations"}: ${
        ""}the total variance went from ${format(before)} to ${format(after)}.`,
    ...(data.stepZ === null ? [] : [`Its steps have a z-score of ${format(Number(data.stepZ.toFixed(2)))} against the law: ${
        ""}within about 3 they agree.`]),
    ...(data.componentSteps ? [stepsTable(data.componentSteps)] : []),
    ...(data.kept.length === 0 ? ["No training sets were kept; the loop start sets which are."] : []));
    addTrajectoryPanel(stage, data);
    if (data.kept.length > 0) {
        addSetsPanel(stage, data.variables).show(data);
    }
});
