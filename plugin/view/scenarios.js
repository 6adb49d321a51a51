/** The scenarios of an experiment: what became of them, and which of them are looked at. */
import { format, percent } from "./chart.js";
import { make } from "./page.js";

/** So many are shown side by side at first. */
const AT_FIRST = 6;

/** The columns of the table, with what they mean. */
const COLUMNS = [["Scenario", ""], ["Rows", "in the first training set"],
    ["Total variance at the end", "mean over the runs that got so far"],
    ["Law expects", "the exact expectation of this mean"],
    ["Step z-score", "how far all steps of all runs together are from the law: within about 3 they agree"],
    ["z of the mean", "distance of mean and expectation in standard errors; empty where too few runs carry the mean"],
    ["Median half-life", "first generation with at most half of the original's variance"],
    ["Collapsed", "share of the runs whose variance fell below the share that counts as collapse"],
    ["Widened", "share of the runs that ended with more variance than the original"]];

/** @returns a number of a table: three digits that matter, or so many after the point */
const short = (value, places) => format(typeof value !== "number" ? null
    : Number(places === undefined ? value.toPrecision(3) : value.toFixed(places)));

/**
 * @param limited whether many rows are to be scrolled through, which a report cannot
 * @returns a table: a row a scenario, what became of its runs
 */
export function outcomes(data, limited) {
    const cell = (tag, text) => make(tag, {}, text);
    const rows = data.scenarios.map((scenario, s) => {
        const band = data.bands[s];
        const collapsed = scenario.collapseTimes.filter((time) => time !== null).length;
        return make("tr", {}, ...[
            scenario.name, format(scenario.rows), short(band?.mean.at(-1)), short(band?.expected.at(-1)),
            short(scenario.stepZ, 2), short(band?.z.at(-1), 2), scenario.halfLife === null ? "not reached" : format(scenario.halfLife),
            percent(collapsed / data.replicates), percent(scenario.widened),
        ].map((text) => cell("td", text)));
    });
    const heads = COLUMNS.map(([text, title]) => make("th", { title, scope: "col" }, text));
    return make("div", { className: limited ? "scroll limited" : "scroll", tabIndex: 0, role: "region",
        "aria-label": "What became of the scenarios" },
        make("table", {}, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...rows)));
}

/** The list of scenarios to check. */
export class Chooser {

    #boxes;

    #summary = make("summary", {});

    /** @param ended signals that nobody looks at the list any more */
    constructor(scenarios, onChange, ended) {
        this.#boxes = scenarios.map(({ name }, s) => {
            const box = make("input", { type: "checkbox", checked: s < AT_FIRST });
            box.addEventListener("change", () => this.#changed(onChange));
            return { box, label: make("label", {}, box, name) };
        });
        const all = (checked) => {
            this.#boxes.forEach(({ box }) => {
                box.checked = checked;
            });
            this.#changed(onChange);
        };
        const button = (text, action) => {
            const element = make("button", { type: "button" }, text);
            element.addEventListener("click", action);
            return element;
        };
        const list = make("div", { className: "list" }, ...this.#boxes.map(({ label }) => label),
            make("div", {}, button("All", () => all(true)), " ", button("None", () => all(false))));
        this.element = make("details", { className: "chooser" }, this.#summary, list);
        this.element.addEventListener("keydown", (event) => {
            if (event.key === "Escape" && this.element.open) {
                this.element.open = false;
                this.#summary.focus();
                event.preventDefault();
            }
        });
        document.addEventListener("click", ({ target }) => {
            if (!this.element.contains(target)) {
                this.element.open = false;
            }
        }, { signal: ended });
        this.#count();
    }

    /** @returns the numbers of the scenarios that are checked */
    get chosen() {
        return this.#boxes.flatMap(({ box }, s) => (box.checked ? [s] : []));
    }

    #changed(onChange) {
        this.#count();
        onChange();
    }

    #count() {
        this.#summary.replaceChildren(`Scenarios: ${this.chosen.length} of ${this.#boxes.length}`);
    }
}
