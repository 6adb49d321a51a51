/** The view of "Recursive Collapse Loop End". */
import { axis, format, frame, line, stroke, theme, tip } from "./chart.js";
import { check, choice, open } from "./page.js";
import { addSetsPanel } from "./sets.js";

const pointsOf = ({ x, y }) => y.map((value, i) => [x ? x[i] : i + 1, value]);

function addTrajectoryPanel(stage, data) {
    const metric = choice("Metric", data.metrics.map(({ name }, i) => [i, name]), () => redraw());
    const preferred = data.metrics.findIndex(({ name }) => name === stage.settings.metric);
    metric.input.value = Math.max(preferred, 0);
    const logMetric = check("Logarithmic values", () => redraw(), stage.settings.logValues);
    const logGeneration = check("Logarithmic generations", () => redraw(), stage.settings.logGenerations);
    const law = check("Law", () => redraw(), stage.settings.law ?? true);
    const hasLaw = data.metrics.some(({ lines }) => lines.some((values) => values.law));
    const panel = stage.figure("trajectory", "Over the generations", [metric.element, logMetric.element,
        logGeneration.element, ...(hasLaw ? [law.element] : [])], { wide: data.kept.length === 0 });
    function redraw() {
        const { name, lines: all } = data.metrics[Number(metric.input.value)];
        law.input.disabled = !all.some((values) => values.law);
        const lines = all.filter((values) => !values.law || law.input.checked);
        const positive = lines.every(({ y }) => y.every((value) => value === null || value > 0));
        logMetric.input.disabled = !positive;
        logMetric.element.title = positive ? "" : "Not all values are positive.";
        const base = { colours: theme(), animated: stage.animated };
        const { colours } = base;
        const thinned = lines.some(({ x }) => x !== null);
        const option = frame(base, lines.map((values, i) => (values.law
            ? line(values.name, pointsOf(values), colours.text, { type: [6, 5], z: 3 })
            : line(values.name, pointsOf(values), colours.colour(i),
                { type: stroke(i), symbols: data.generations <= 30 && "circle" }))));
        option.xAxis = axis("Generation", { colours, log: logGeneration.input.checked, least: 1,
            most: Math.max(data.generations, 2), whole: true });
        option.yAxis = axis(name, { colours, log: logMetric.input.checked && positive, vertical: true });
        option.tooltip.formatter = (items) => tip(`Generation ${format(items[0].value[0])}`,
            items.map(({ marker, seriesName, value }) => [marker, seriesName, format(value[1])]));
        panel.chart.draw(option);
        panel.chart.describe(`${name} over ${format(data.generations)} generations. ${lines.map(({ name: of, y }) =>
            `${of} goes from ${format(y[0])} to ${format(y[y.length - 1])}.`).join(" ")}`);
        panel.say(thinned
            ? "Of these many generations the lines show the least and largest value of each stretch." : "");
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
    ...(data.kept.length === 0 ? ["No training sets were kept; the loop start sets which are."] : []));
    addTrajectoryPanel(stage, data);
    if (data.kept.length > 0) {
        addSetsPanel(stage, data.variables).show(data);
    }
});
