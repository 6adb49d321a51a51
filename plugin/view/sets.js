/** The panel that plays through the training sets that a recursion has kept. */
import { axis, bars, coarsened, format, frame, heightAt, line, outline, theme, tip, upper } from "./chart.js";
import { density, places } from "./mixture.js";
import { check, choice, make } from "./page.js";

/** Milliseconds that a generation is shown for while playing. */
const PACE = 600;

/** @returns the range that holds the first and all kept training sets */
function commonRange(data, j) {
    const all = [data.first[j], ...data.kept.map(({ histograms }) => histograms[j])];
    return [Math.min(...all.map(({ lower }) => lower)), Math.max(...all.map(upper))];
}

function trainingSetOption(data, variable, shown, j, ownRange, base) {
    const { colours } = base;
    const { mixture } = shown;
    const histogram = shown.histograms[j];
    const [from, to] = ownRange ? [histogram.lower, upper(histogram)] : commonRange(data, j);
    const { original } = data;
    const xs = places([original, mixture].filter(Boolean), j, from, to);
    const first = original ? "Original density" : "Original rows";
    const firstAt = (x) => (original ? density(original, j, x) : heightAt(data.first[j], x));
    const firstLine = original ? xs.map((x) => [x, firstAt(x)])
        : outline(data.first[j]).filter(([x]) => x >= from && x <= to);
    const option = frame(base, [
        bars("Training set", histogram, colours),
        ...(mixture ? [line("Fitted density", xs.map((x) => [x, density(mixture, j, x)]), colours.colour(0),
            { width: 2.5 })] : []),
        line(first, firstLine, colours.colour(1), { type: [6, 5] }),
    ]);
    option.xAxis = axis(variable, { colours, least: from, most: to });
    option.yAxis = axis("Density", { colours, vertical: true });
    option.tooltip.formatter = ([{ axisValue: x }]) => tip(`${variable} ${format(x)}`, [
        ["", "Training set", format(heightAt(histogram, x))],
        ...(mixture ? [["", "Fitted density", format(density(mixture, j, x))]] : []),
        ["", first, format(firstAt(x))]]);
    return option;
}

/** The slider through the kept generations and the button that plays them. */
class Player {

    #timer = null;

    #show;

    constructor(show) {
        this.#show = show;
        this.slider = make("input", { type: "range", min: 0, max: 0, step: 1, value: 0 });
        this.slider.addEventListener("input", () => {
            this.stop();
            show();
        });
        this.button = make("button", { type: "button" }, "Play");
        this.button.addEventListener("click", () => (this.#timer === null ? this.#play() : this.stop()));
        this.shown = make("output", {});
        this.elements = [this.button, make("label", { className: "slide" }, "Generation", this.slider), this.shown];
    }

    /** Makes the slider as long as there are generations; it stays where it is if it can. */
    reach(many) {
        this.stop();
        this.slider.max = many - 1;
        this.slider.disabled = this.button.disabled = many < 2;
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
            this.stop();
        } else {
            this.#timer = setTimeout(() => this.#step(), PACE);
        }
    }

    stop() {
        clearTimeout(this.#timer);
        this.#timer = null;
        this.button.textContent = "Play";
    }

    #goTo(position) {
        this.slider.value = position;
        this.#show();
    }
}

/** @returns the sets with histograms of no more than so many bins */
const withBins = (data, most) => ({
    ...data,
    first: data.first.map((histogram) => coarsened(histogram, most)),
    kept: data.kept.map((set) => ({ ...set, histograms: set.histograms.map((h) => coarsened(h, most)) })),
});

/**
 * Adds the panel.
 * @param variables names of the columns
 * @param controls further controls, which come first
 * @returns { show, wait, fail } show takes sets { generations, original, first, kept }
 */
export function addSetsPanel(stage, variables, controls = []) {
    let all = null;
    const variable = choice("Column", variables.map((name, j) => [j, name]), () => redraw());
    const ownRange = check("Zoom in on each generation", () => redraw());
    const player = new Player(() => redraw());
    stage.ended.addEventListener("abort", () => player.stop());
    const panel = stage.figure("sets", "Training sets", [...controls, ...player.elements,
        ...(variables.length > 1 ? [variable.element] : []), ownRange.element]);
    function redraw() {
        if (all === null) {
            return;
        }
        const data = withBins(all, stage.settings.bins ?? Infinity);
        const shown = data.kept[player.position];
        const j = Number(variable.input.value);
        player.shown.textContent = `${format(shown.generation)} of ${format(data.generations)}`;
        player.slider.setAttribute("aria-valuetext", `generation ${shown.generation}`);
        panel.show();
        panel.chart.draw(trainingSetOption(data, variables[j], shown, j, ownRange.input.checked,
            { colours: theme(), animated: stage.animated }));
        panel.chart.describe(`Histogram of the training set of generation ${shown.generation} with the original's${
            shown.mixture ? " density and the density fitted to it" : " density"}.`);
        const fitted = shown.mixture ? "the density fitted to them" : "to which no mixture was fitted";
        const many = data.kept.length === 1 ? "Only this generation was kept."
            : `${format(data.kept.length)} generations can be looked at.`;
        panel.say(`${format(shown.rows)} rows, ${fitted}, and what the recursion began from. ${many}`);
    }
    stage.onRedraw(redraw);
    return {
        show: (sets) => {
            all = sets;
            player.reach(all.kept.length);
            redraw();
        },
        wait: () => panel.say("Asking the node \u2026"),
        fail: (error) => {
            all = null;
            panel.fail(error);
        },
    };
}
