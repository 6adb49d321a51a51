/** What all charts share: colours, numbers as texts, axes, and the echarts instance. */
import { FONT } from "./style.js";

/** Okabe and Ito's colours, which the colour-blind can tell apart too; on dark ground the light ones first. */
const COLOURS = {
    light: ["#0072b2", "#e69f00", "#009e73", "#d55e00", "#cc79a7", "#56b4e9", "#000000"],
    dark: ["#56b4e9", "#e69f00", "#009e73", "#f0e442", "#cc79a7", "#d55e00", "#ffffff"],
};

const GROUND = {
    light: { text: "#1d2329", muted: "#5a6470", grid: "#e3e6e9", ground: "#ffffff", bars: "#9aa5b1",
        wider: "#d55e00", narrower: "#0072b2" },
    dark: { text: "#eceff1", muted: "#a9b3bc", grid: "#343b41", ground: "#22272b", bars: "#6b7783",
        wider: "#e69f00", narrower: "#56b4e9" },
};

/** About how wide a letter of the legend is, and what else an entry needs beside its letters, in pixels. */
const LETTER = 6.5;

const ENTRY_GAP = 12;

const ENTRY_SIGN = 34;

const ROW = 22;

const MOST_ROWS = 4;

/** Lines differ by more than colour. */
const STROKES = ["solid", [8, 4], [2, 3], [10, 3, 2, 3]];

const darkness = window.matchMedia("(prefers-color-scheme: dark)");

/** Sets the colours: "light", "dark", or anything else for those that the system has. */
export function setTheme(name) {
    if (name in GROUND) {
        document.documentElement.dataset.theme = name;
    } else {
        delete document.documentElement.dataset.theme;
    }
}

/** @returns the colours in force */
export function theme() {
    const name = document.documentElement.dataset.theme ?? (darkness.matches ? "dark" : "light");
    return { ...GROUND[name], colour: (i) => COLOURS[name][i % COLOURS[name].length] };
}

/** Calls back when the system's colours change, until the signal ends this. */
export function onThemeChange(action, signal) {
    darkness.addEventListener("change", action, { signal });
}

/** @returns the stroke of the i-th of several lines of a kind */
export function stroke(i) {
    return STROKES[i % STROKES.length];
}

/** @returns the number with five digits that matter, or with all of them if it is whole */
export function format(value) {
    if (value === null || value === undefined || Number.isNaN(value)) {
        return "\u2013";
    }
    if (Number.isInteger(value) && Math.abs(value) < 1e9) {
        return value.toLocaleString("en");
    }
    const size = Math.abs(value);
    return size >= 1e-4 && size < 1e9 ? String(Number(value.toPrecision(5))) : value.toExponential(3);
}

/** @returns what writes numbers with as many digits as it takes to tell these apart */
export function finely(values) {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const digits = Math.ceil(Math.log10(Math.max(Math.abs(least), Math.abs(most)) / (most - least))) + 2;
    return (value) => (digits > 5 && digits <= 15 ? String(Number(value.toPrecision(digits))) : format(value));
}

/** @returns a share as a text */
export function percent(share) {
    return `${Number((100 * share).toPrecision(3))} %`;
}

/** @returns a text in which markup is only text */
export function escape(text) {
    return String(text).replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
}

/** @returns the content of a tooltip: a heading, then a line a value */
export function tip(heading, lines) {
    const rows = lines.map(([marker, name, value]) =>
        `<div>${marker}${escape(name)}: <b>${escape(value)}</b></div>`);
    return `<div>${escape(heading)}</div>${rows.join("")}`;
}

/** @returns the histogram with no more bins than so many, by joining neighbours */
export function coarsened({ lower, width, counts }, most) {
    const joined = Math.ceil(counts.length / most);
    const sums = [];
    counts.forEach((count, i) => {
        const bin = Math.floor(i / joined);
        sums[bin] = (sums[bin] ?? 0) + count;
    });
    return { lower, width: joined * width, counts: sums };
}

/** @returns the outline of a histogram as a line: each bin as high as its density, so that the area is one */
export function outline({ lower, width, counts }) {
    const total = counts.reduce((sum, count) => sum + count, 0);
    const points = [[lower, 0]];
    counts.forEach((count, i) => {
        const height = count / (total * width);
        points.push([lower + i * width, height], [lower + (i + 1) * width, height]);
    });
    points.push([lower + counts.length * width, 0]);
    return points;
}

/** @returns the density that a histogram gives a value, 0 outside */
export function heightAt({ lower, width, counts }, x) {
    const total = counts.reduce((sum, count) => sum + count, 0);
    return (counts[Math.floor((x - lower) / width)] ?? 0) / (total * width);
}

/** @returns the right end of a histogram */
export function upper({ lower, width, counts }) {
    return lower + width * counts.length;
}

/** @returns an axis of numbers */
export function axis(name, { colours, log = false, least, most, whole = false, vertical = false }) {
    return {
        type: log ? "log" : "value",
        name,
        nameLocation: vertical ? "end" : "middle",
        nameGap: vertical ? 12 : 28,
        nameTextStyle: { color: colours.muted, fontSize: 12, align: vertical ? "left" : "center" },
        min: least,
        max: most,
        minInterval: whole ? 1 : undefined,
        scale: !log,
        axisLine: { show: !vertical, onZero: false, lineStyle: { color: colours.muted } },
        axisLabel: {
            color: colours.muted, fontSize: 12, hideOverlap: true, formatter: format,
            // the ends of a range are seldom round, and their labels would push the round ones aside
            showMinLabel: whole || least === undefined, showMaxLabel: whole || most === undefined,
        },
        splitLine: { show: vertical, lineStyle: { color: colours.grid } },
    };
}

/** @returns a series that is a line of points [x, y] */
export function line(name, data, colour, { width = 2, type = "solid", symbols = false, ...more } = {}) {
    return {
        name, type: "line", data, symbol: symbols || "circle", showSymbol: Boolean(symbols), symbolSize: 7,
        lineStyle: { color: colour, width, type }, itemStyle: { color: colour },
        // what echarts takes for granted it must be told, or it warns when it marks a point under the mouse
        zlevel: 0, z: 2, ...more,
    };
}

/** @returns a series that is the filled outline of a histogram */
export function bars(name, histogram, colours) {
    const areaStyle = { color: colours.bars, opacity: 0.45 };
    return line(name, outline(histogram), colours.bars, { width: 1, areaStyle });
}

/** @returns a series that is the area between two lines over the same places; gaps split it nowhere */
export function band(name, xs, lows, highs, colour, opacity) {
    const there = xs.map((_, i) => i).filter((i) => lows[i] !== null && highs[i] !== null);
    const path = [...there.map((i) => [xs[i], highs[i]]), ...there.reverse().map((i) => [xs[i], lows[i]])];
    // the way there along the upper edge and back along the lower one: what is filled is what lies between
    return line(name, path, colour, { width: 0, symbols: "none", showSymbol: false, silent: true, z: 1,
        areaStyle: { color: colour, opacity } });
}

/** @returns the least and largest round numbers around some numbers, for an axis that several charts share */
export function roundRange(values, log) {
    const all = values.filter((value) => value !== null && (!log || value > 0));
    const least = all.reduce((a, b) => Math.min(a, b), Infinity);
    const most = all.reduce((a, b) => Math.max(a, b), -Infinity);
    if (least > most) {
        return [undefined, undefined];
    }
    if (log) {
        return [10 ** Math.floor(Math.log10(least)), 10 ** Math.ceil(Math.log10(most) || 1e-9)];
    }
    const size = most - least || Math.abs(most) || 1;
    const power = 10 ** Math.floor(Math.log10(size / 4));
    const step = [1, 2, 2.5, 5, 10].map((f) => f * power).find((s) => size / s <= 5);
    return [Math.floor(least / step) * step, Math.ceil(most / step) * step];
}

/** @returns how a series looks in the legend: as a box, as a line with a symbol, or as a line only */
const entryOf = ({ name, areaStyle, showSymbol }) => {
    if (areaStyle) {
        return { name, icon: "roundRect" };
    }
    return showSymbol === false ? { name, itemStyle: { opacity: 0 } } : { name };
};

/** @returns the entries of the legend, one a name */
const entriesOf = (series) =>
    series.filter(({ name }, i) => series.findIndex((s) => s.name === name) === i).map(entryOf);

/** @returns what all options begin with */
export function frame({ colours, animated }, series) {
    return {
        backgroundColor: "transparent",
        animation: animated,
        animationDuration: 250,
        animationDurationUpdate: 250,
        textStyle: { color: colours.text, fontFamily: FONT },
        grid: { left: 8, right: 18, top: 38, bottom: 34, containLabel: true },
        legend: {
            data: entriesOf(series), top: 2, left: 0, right: 0, itemWidth: 28, itemGap: ENTRY_GAP,
            textStyle: { color: colours.text }, inactiveColor: colours.muted, pageIconColor: colours.text,
            pageTextStyle: { color: colours.muted },
        },
        tooltip: {
            trigger: "axis", confine: true, transitionDuration: 0, backgroundColor: colours.ground,
            borderColor: colours.muted, textStyle: { color: colours.text, fontSize: 13 },
        },
        series,
    };
}

/** @returns an entry of a legend beside the charts: a line or a box in the colour of what it explains */
export function sign(label, colour, { type = "solid", width = 2, opacity = 0 } = {}) {
    const dashes = type === "solid" ? "" : ` stroke-dasharray="${type.join(" ")}"`;
    const drawn = opacity > 0 ? `<rect width="28" height="12" rx="2" fill="${colour}" fill-opacity="${opacity}"/>`
        : `<line x1="0" x2="28" y1="6" y2="6" stroke="${colour}" stroke-width="${width}"${dashes}/>`;
    const entry = document.createElement("li");
    entry.innerHTML = `<svg width="28" height="12" aria-hidden="true">${drawn}</svg>`;
    entry.append(label);
    return entry;
}

/** @returns how many rows the legend takes in a chart of this width, were it written out */
function legendRows({ show = true, data }, width) {
    let rows = show ? 1 : 0;
    let used = 0;
    for (const { name } of show ? data : []) {
        const entry = ENTRY_SIGN + LETTER * name.length + ENTRY_GAP;
        rows += used > 0 && used + entry > width ? 1 : 0;
        used = used > 0 && used + entry > width ? entry : used + entry;
    }
    return rows;
}

/** Puts the drawing below the legend; a legend of many rows is leafed through instead. */
function placed(option, width) {
    const rows = legendRows(option.legend, width);
    const leafed = rows > MOST_ROWS;
    return {
        ...option,
        legend: { ...option.legend, type: leafed ? "scroll" : "plain" },
        grid: { ...option.grid, top: option.grid.top + ROW * (leafed ? 1 : rows) },
    };
}

/** A chart in an element of the page. */
export class Chart {

    #instance;

    #element;

    #option = null;

    #observer = new ResizeObserver(() => this.#resize());

    constructor(element, { png }) {
        this.#element = element;
        this.#instance = window.echarts.init(element, null, { renderer: png ? "canvas" : "svg" });
        this.#observer.observe(element);
    }

    /** Gives back what the browser holds for the chart. */
    dispose() {
        this.#observer.disconnect();
        this.#instance.dispose();
    }

    draw(option) {
        if (this.#instance.isDisposed()) {
            return; // what was asked for has come too late
        }
        this.#option = option;
        this.#instance.setOption(placed(option, this.#element.clientWidth), { notMerge: true });
    }

    #resize() {
        const { clientWidth, clientHeight } = this.#element;
        const changed = this.#instance.getWidth() !== clientWidth || this.#instance.getHeight() !== clientHeight;
        if (this.#option && clientWidth > 0 && changed) {
            this.#instance.resize();
            this.draw({ ...this.#option, animation: false });
        }
    }

    /** Calls back with the index of a point that is clicked. */
    onClick(action) {
        this.#instance.on("click", ({ dataIndex }) => action(dataIndex));
    }

    /** Says what the chart shows to those who do not see it. */
    describe(text) {
        this.#element.setAttribute("aria-label", text);
    }

    /** @returns the chart as it stands, as markup */
    toMarkup() {
        if (this.#element.querySelector("svg")) {
            return this.#element.querySelector("svg").outerHTML;
        }
        return `<img alt="${escape(this.#element.getAttribute("aria-label") ?? "")}" src="${
            this.#instance.getDataURL({ type: "png", pixelRatio: 2 })}">`;
    }
}
