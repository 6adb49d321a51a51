/** The view of "Recursive Collapse Loop End". */
import { axis, bars, format, frame, heightAt, line, outline, stroke, theme, tip, upper } from "./chart.js";
import { density, places } from "./mixture.js";
import { check, choice, make, open } from "./page.js";

/** Milliseconds that a generation is shown for while playing. */
const PACE = 600;

const pointsOf = ({ x, y }) => y.map((value, i) => [x ? x[i] : i + 1, value]);

function addTrajectoryPanel(stage, data) {
    const metric = choice("Metric", data.metrics.map(({ name }, i) => [i, name]), () => redraw());
    const logMetric = check("Logarithmic values", () => redraw());
    const logGeneration = check("Logarithmic generations", () => redraw());
    const panel = stage.figure("trajectory", "Over the generations",
        [metric.element, logMetric.element, logGeneration.element], { wide: data.kept.length === 0 });
    function redraw() {
        const { name, lines } = data.metrics[Number(metric.input.value)];
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

/** @returns the range that holds the first and all kept training sets */
function commonRange(data, j) {
    const all = [data.first[j], ...data.kept.map(({ histograms }) => histograms[j])];
    return [Math.min(...all.map(({ lower }) => lower)), Math.max(...all.map(upper))];
}

function trainingSetOption(data, shown, j, ownRange, base) {
    const { colours } = base;
    const { mixture } = shown;
    const histogram = shown.histograms[j];
    const [from, to] = ownRange ? [histogram.lower, upper(histogram)] : commonRange(data, j);
    const { original } = data;
    const xs = places(original ? [original, mixture] : [mixture], j, from, to);
    const first = original ? "Original density" : "Original rows";
    const firstAt = (x) => (original ? density(original, j, x) : heightAt(data.first[j], x));
    const firstLine = original ? xs.map((x) => [x, firstAt(x)])
        : outline(data.first[j]).filter(([x]) => x >= from && x <= to);
    const option = frame(base, [
        bars("Training set", histogram, colours),
        line("Fitted density", xs.map((x) => [x, density(mixture, j, x)]), colours.colour(0), { width: 2.5 }),
        line(first, firstLine, colours.colour(1), { type: [6, 5] }),
    ]);
    option.xAxis = axis(data.variables[j], { colours, least: from, most: to });
    option.yAxis = axis("Density", { colours, vertical: true });
    option.tooltip.formatter = ([{ axisValue: x }]) => tip(`${data.variables[j]} ${format(x)}`, [
        ["", "Training set", format(heightAt(histogram, x))],
        ["", "Fitted density", format(density(mixture, j, x))],
        ["", first, format(firstAt(x))]]);
    return option;
}

/** The slider through the kept generations and the button that plays them. */
class Player {

    #timer = null;

    #show;

    constructor(kept, show) {
        this.#show = show;
        this.slider = make("input", { type: "range", min: 0, max: kept.length - 1, step: 1, value: 0 });
        this.slider.addEventListener("input", () => {
            this.#stop();
            show();
        });
        this.button = make("button", { type: "button" }, "Play");
        this.button.addEventListener("click", () => (this.#timer === null ? this.#play() : this.#stop()));
        this.shown = make("output", {});
        this.elements = [this.button, make("label", { className: "slide" }, "Generation", this.slider), this.shown];
    }

    get position() {
        return Number(this.slider.value);
    }

    #play() {
        if (this.position === Number(this.slider.max)) {
            this.#goTo(0);
        }
        this.button.textContent = "Pause";
        this.#timer = setTimeout(() => this.#step(), PACE);
    }

    #step() {
        this.#goTo(this.position + 1);
        if (this.position === Number(this.slider.max)) {
            this.#stop();
        } else {
            this.#timer = setTimeout(() => this.#step(), PACE);
        }
    }

    #stop() {
        clearTimeout(this.#timer);
        this.#timer = null;
        this.button.textContent = "Play";
    }

    #goTo(position) {
        this.slider.value = position;
        this.#show();
    }
}

function addTrainingSetPanel(stage, data) {
    const variable = choice("Column", data.variables.map((name, j) => [j, name]), () => redraw());
    const ownRange = check("Zoom in on each generation", () => redraw());
    const player = new Player(data.kept, () => redraw());
    const panel = stage.figure("sets", "Training sets",
        [...player.elements, ...(data.variables.length > 1 ? [variable.element] : []), ownRange.element]);
    function redraw() {
        const shown = data.kept[player.position];
        const j = Number(variable.input.value);
        player.shown.textContent = `${format(shown.generation)} of ${format(data.generations)}`;
        player.slider.setAttribute("aria-valuetext", `generation ${shown.generation}`);
        panel.chart.draw(trainingSetOption(data, shown, j, ownRange.input.checked,
            { colours: theme(), animated: stage.animated }));
        panel.chart.describe(`Histogram of the training set of generation ${shown.generation} with the density fitted ${
            ""}to it and the original's.`);
        panel.say(`${format(shown.rows)} rows, the density fitted to them, and what the recursion began from. ${
            data.kept.length === 1 ? "Only this generation was kept."
                : `${format(data.kept.length)} generations can be looked at; the loop start sets which are kept.`}`);
    }
    stage.onRedraw(redraw);
}

open("Trajectory", (data, stage) => {
    const { y: [before, ...rest] } = data.metrics[0].lines[0];
    const after = rest.length === 0 ? before : rest[rest.length - 1];
    stage.head("Trajectory", `${format(data.generations)} ${data.generations === 1 ? "generation" : "generations"}: ${
        ""}the total variance went from ${format(before)} to ${format(after)}.`,
    ...(data.kept.length === 0 ? ["No training sets were kept; the loop start sets which are."] : []));
    addTrajectoryPanel(stage, data);
    if (data.kept.length > 0) {
        addTrainingSetPanel(stage, data);
    }
});
