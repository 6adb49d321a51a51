/** What all pages share: they connect, take their data, draw, and say in words when there is nothing to draw. */
import { Chart, onThemeChange, setTheme } from "./chart.js";
import { connect } from "./protocol.js";
import { STYLE } from "./style.js";

/** @returns a new element with properties and children */
export function make(tag, properties = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
        if (name in element && name !== "role") {
            element[name] = value;
        } else {
            element.setAttribute(name, value);
        }
    }
    element.append(...children);
    return element;
}

/** @returns a labelled list to choose from; each choice is [value, text] */
export function choice(label, choices, onChange) {
    const select = make("select", {}, ...choices.map(([value, text]) => make("option", { value }, text)));
    select.addEventListener("change", onChange);
    return { element: make("label", {}, label, select), input: select };
}

/** @returns a labelled box to check */
export function check(label, onChange, checked = false) {
    const input = make("input", { type: "checkbox", checked });
    input.addEventListener("change", onChange);
    return { element: make("label", {}, input, label), input };
}

/** @returns a name by its letters and digits alone */
const plain = (name) => String(name).toLowerCase().replace(/[^a-z0-9]/g, "");

/** @returns the place of the name that is asked for, else of the first that begins so, else 0 */
export function placeOf(names, wanted) {
    const [all, start] = [names.map(plain), plain(wanted ?? "")];
    const found = all.indexOf(start);
    return found >= 0 ? found : Math.max(start === "" ? 0 : all.findIndex((name) => name.startsWith(start)), 0);
}

/** Sets the colours. KNIME's window is light on every system, so those of a system are only for a page by itself. */
function paint(workbench, colours) {
    setTheme(["light", "dark"].includes(colours) || workbench.kind === "alone" ? colours : "light");
}

/** The settings that change how a page looks, and nothing that a reader may have changed in it. */
const LOOKS = ["title", "colours", "bins"];

/** The figures of a page, redrawn when its colours change. */
class Stage {

    #charts = new Map();

    #redraws = [];

    #main;

    #ending = new AbortController();

    #title = "";

    #heading = make("h1", {});

    constructor(main, workbench, settings) {
        this.#main = main;
        this.workbench = workbench;
        this.settings = settings;
        this.animated = !workbench.reporting && !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
        onThemeChange(() => this.#redraw(), this.ended);
        paint(workbench, settings.colours);
    }

    /** Adds the page's heading: its title, unless the settings have another, and sentences or elements below it. */
    head(title, ...content) {
        this.#title = title;
        this.#writeTitle();
        this.#main.append(make("header", {}, this.#heading,
            ...content.map((c) => (typeof c === "string" ? make("p", {}, c) : c))));
        this.#main.append(make("div", { className: "panels" }));
    }

    #writeTitle() {
        this.#heading.replaceChildren(this.settings.title?.trim() || this.#title);
    }

    #redraw() {
        this.#redraws.forEach((redraw) => redraw());
    }

    /**
     * Takes new settings over.
     * @returns whether it could: what a reader changes in the page itself begins anew with its settings
     */
    take(settings) {
        const before = this.settings;
        if (Object.keys(settings).some((name) => settings[name] !== before[name] && !LOOKS.includes(name))) {
            return false;
        }
        this.settings = settings;
        this.#writeTitle();
        if (settings.colours !== before.colours || settings.bins !== before.bins) {
            paint(this.workbench, settings.colours);
            this.#redraw();
        }
        return true;
    }

    /** Signals that the page is drawn anew, and nobody looks at these figures any more. */
    get ended() {
        return this.#ending.signal;
    }

    /** Gives back what the browser holds for the figures. */
    dispose() {
        this.#ending.abort();
        this.#charts.forEach((chart) => chart.dispose());
    }

    #chart(place) {
        const element = make("div", { className: "chart", role: "img" });
        place.append(element);
        const chart = new Chart(element, { png: this.workbench.reporting && this.workbench.imageFormat === "PNG" });
        this.#charts.set(element, chart);
        return chart;
    }

    /** Adds a figure of controls and something to look at; returns what writes below it. */
    #frame(id, title, controls, content, wide) {
        const note = make("p", {});
        this.#main.querySelector(".panels").append(make("figure", { id, className: wide ? "wide" : "" },
            make("h2", {}, title), make("div", { className: "controls" }, ...controls), content, note));
        const write = (text, kind) => {
            note.className = kind;
            note.setAttribute("role", kind === "error" ? "alert" : "status");
            note.replaceChildren(text);
        };
        return {
            say: (text) => write(text, ""),
            /** Says in place of the drawing why there is none. */
            fail: (error) => {
                content.hidden = true;
                write(`This cannot be shown. ${error.message}`, "error");
            },
            show: () => {
                content.hidden = false;
            },
        };
    }

    /** Adds a figure of controls and a chart. */
    figure(id, title, controls, { wide = false } = {}) {
        const place = make("div", {});
        const frame = this.#frame(id, title, controls, place, wide);
        return { chart: this.#chart(place), ...frame };
    }

    /** Adds a figure of controls, a legend, and as many charts as are asked for, each with a heading. */
    multiples(id, title, controls) {
        const legend = make("ul", { className: "legend" });
        const grid = make("div", { className: "multiples" });
        const frame = this.#frame(id, title, controls, make("div", {}, legend, grid), true);
        const cells = [];
        return {
            ...frame,
            explain: (entries) => legend.replaceChildren(...entries),
            /** @returns a chart for each heading */
            charts: (headings) => {
                while (cells.length < headings.length) {
                    const h3 = make("h3", {});
                    const cell = make("div", {}, h3);
                    grid.append(cell);
                    cells.push({ h3, cell, chart: this.#chart(cell) });
                }
                grid.classList.toggle("single", headings.length === 1);
                cells.forEach(({ h3, cell }, i) => {
                    cell.hidden = i >= headings.length;
                    h3.replaceChildren(headings[i] ?? "");
                });
                return cells.slice(0, headings.length).map(({ chart }) => chart);
            },
        };
    }

    /** Draws, now and again whenever the colours change. */
    onRedraw(redraw) {
        this.#redraws.push(redraw);
        redraw();
    }

    /** @returns the page as it stands, for a report */
    toMarkup() {
        const main = this.#main.cloneNode(true);
        const shown = [...this.#main.querySelectorAll(".chart")];
        main.querySelectorAll(".chart").forEach((element, i) => {
            element.innerHTML = this.#charts.get(shown[i]).toMarkup();
        });
        main.querySelectorAll(".controls, [hidden]").forEach((element) => element.remove());
        return `<style>${STYLE}</style>${main.outerHTML}`;
    }
}

function write(main, text, kind) {
    const role = kind === "error" ? "alert" : "status";
    main.replaceChildren(make("p", { className: `message ${kind}`, role }, text));
}

/** A page that is drawn anew when its settings change, as they do while somebody tries them in the node's dialog. */
class Picture {

    #main;

    #workbench;

    #answer;

    #draw;

    #stage = null;

    /** Drawings wait for the one before, which may still be asking the node. */
    #done = Promise.resolve();

    constructor(main, workbench, answer, draw) {
        this.#main = main;
        this.#workbench = workbench;
        this.#answer = answer;
        this.#draw = draw;
    }

    /** @returns a promise of the stage with everything drawn on it */
    show(settings) {
        const shown = this.#done.then(() => (this.#stage?.take(settings) ? this.#stage : this.#begin(settings)));
        this.#done = shown.catch(() => undefined);
        return shown;
    }

    async #begin(settings) {
        this.#stage?.dispose();
        const { data, warnings } = this.#answer;
        this.#main.replaceChildren(...warnings.map((w) => make("p", { className: "warning", role: "status" }, w)));
        this.#stage = new Stage(this.#main, this.#workbench, settings);
        await this.#draw(data, this.#stage);
        return this.#stage;
    }
}

/**
 * Opens a page.
 * @param name what the view is called
 * @param draw draws the data on the stage; may return a promise of having done so
 * @returns a promise that is kept when the page shows something, be it an error
 */
export async function open(name, draw) {
    document.head.append(make("style", {}, STYLE));
    document.documentElement.lang = "en";
    const main = document.querySelector("main");
    write(main, `Opening \u201c${name}\u201d \u2026`, "waiting");
    const fail = (error) => write(main, `The view \u201c${name}\u201d cannot be shown. ${error.message}`, "error");
    let workbench = null;
    try {
        workbench = await connect();
        document.body.classList.add(workbench.kind);
        const answer = await workbench.initialData();
        const { empty, settings = {} } = answer.data;
        paint(workbench, settings.colours);
        if (empty) {
            write(main, empty, "empty");
        } else {
            const picture = new Picture(main, workbench, answer, draw);
            const stage = await picture.show({ ...settings, ...workbench.triedSettings });
            await workbench.setReport(stage.toMarkup());
            workbench.onTriedSettings((tried) => picture.show({ ...settings, ...tried }).catch(fail));
        }
    } catch (error) {
        fail(error);
        // a report must not wait for a view that will never come
        await workbench?.setReport(main.outerHTML).catch(() => undefined);
    }
    document.documentElement.dataset.state = "open";
}
