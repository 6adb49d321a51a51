/** What all pages share: they connect, take their data, draw, and say in words when there is nothing to draw. */
import { Chart, onThemeChange } from "./chart.js";
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
export function check(label, onChange) {
    const input = make("input", { type: "checkbox" });
    input.addEventListener("change", onChange);
    return { element: make("label", {}, input, label), input };
}

/** The figures of a page, redrawn when its colours change. */
class Stage {

    #charts = [];

    #redraws = [];

    #main;

    constructor(main, workbench) {
        this.#main = main;
        this.workbench = workbench;
        this.animated = !workbench.reporting && !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
        onThemeChange(() => this.#redraws.forEach((redraw) => redraw()));
    }

    /** Adds the page's heading. */
    head(title, ...sentences) {
        this.#main.append(make("header", {}, make("h1", {}, title), ...sentences.map((s) => make("p", {}, s))));
        this.#main.append(make("div", { className: "panels" }));
    }

    /** Adds a figure of controls and a chart. */
    figure(id, title, controls, { wide = false } = {}) {
        const chart = make("div", { className: "chart", role: "img" });
        const note = make("p", {});
        this.#main.querySelector(".panels").append(make("figure", { id, className: wide ? "wide" : "" },
            make("h2", {}, title), make("div", { className: "controls" }, ...controls), chart, note));
        const drawn = new Chart(chart, { png: this.workbench.reporting && this.workbench.imageFormat === "PNG" });
        this.#charts.push(drawn);
        return { chart: drawn, say: (text) => note.replaceChildren(text) };
    }

    /** Draws, now and again whenever the colours change. */
    onRedraw(redraw) {
        this.#redraws.push(redraw);
        redraw();
    }

    /** @returns the page as it stands, for a report */
    toMarkup() {
        const main = this.#main.cloneNode(true);
        main.querySelectorAll(".controls").forEach((controls) => controls.remove());
        main.querySelectorAll(".chart").forEach((element, i) => {
            element.innerHTML = this.#charts[i].toMarkup();
        });
        return `<style>${STYLE}</style>${main.outerHTML}`;
    }
}

function write(main, text, kind) {
    const role = kind === "error" ? "alert" : "status";
    main.replaceChildren(make("p", { className: `message ${kind}`, role }, text));
}

/**
 * Opens a page.
 * @param name what the view is called
 * @param draw draws the data on the stage
 * @returns a promise that is kept when the page shows something, be it an error
 */
export async function open(name, draw) {
    document.head.append(make("style", {}, STYLE));
    document.documentElement.lang = "en";
    const main = document.querySelector("main");
    write(main, `Opening \u201c${name}\u201d \u2026`, "waiting");
    let workbench = null;
    try {
        workbench = await connect();
        const { data, warnings } = await workbench.initialData();
        if (data.empty) {
            write(main, data.empty, "empty");
        } else {
            main.replaceChildren(...warnings.map((w) => make("p", { className: "warning", role: "status" }, w)));
            const stage = new Stage(main, workbench);
            document.body.classList.toggle("report", workbench.reporting);
            draw(data, stage);
            await workbench.setReport(stage.toMarkup());
        }
    } catch (error) {
        write(main, `The view \u201c${name}\u201d cannot be shown. ${error.message}`, "error");
        // a report must not wait for a view that will never come
        await workbench?.setReport(main.outerHTML).catch(() => undefined);
    }
    document.documentElement.dataset.state = "open";
}
