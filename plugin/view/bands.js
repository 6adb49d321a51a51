/** The panel of an experiment that shows a metric over the generations: bands, law and single runs of each scenario. */
import { axis, band, format, frame, line, roundRange, sign, stroke, theme, tip } from "./chart.js";
import { check, choice, placeOf } from "./page.js";

const LAW = [6, 5];

/** A run is thin, for there may be a hundred. */
const RUN = { width: 1, symbols: "none", showSymbol: false, silent: true, z: 1 };

const LABELS = { wide: "Middle 90 % of the runs", half: "Middle half", median: "Median", mean: "Mean",
    law: "Expected by the law (of the mean)", lawMedian: "Law of the components: median",
    lawHalf: "Law: half of all runs", lawWide: "Law: nine of ten runs", wider: "Runs that widened",
    narrower: "Runs that did not" };

/** What the law of a component expects of all runs: the edges of two bands, and the median. */
const OF_LAW = [["median", "lawMedian", { width: 1.6, type: LAW }], ["q1", "lawHalf", { width: 1.2, type: [2, 3] }],
    ["q3", "lawHalf", { width: 1.2, type: [2, 3] }], ["p05", "lawWide", { width: 1, type: [1, 5] }],
    ["p95", "lawWide", { width: 1, type: [1, 5] }]];

/** @returns the index of the place that is nearest to x */
const nearest = (xs, x) => xs.reduce((best, at, i) => (Math.abs(at - x) < Math.abs(xs[best] - x) ? i : best), 0);

const points = (xs, ys) => ys.map((y, i) => [xs[i], y]);

/** @returns all numbers that are drawn of a scenario */
function numbersOf({ values, runs }, shown) {
    const bands = shown.over ? [values.q1, values.q3] : [values.p05, values.p95];
    return [...(shown.bands ? bands : []), ...(shown.over ? [] : [values.median]), values.mean,
        ...(shown.law ? [values.expected] : []),
        ...(shown.law && !shown.over && values.component ? [values.component.p05, values.component.p95] : []),
        ...(runs?.y ?? [])].flat();
}

function run(data, widened, colours) {
    const colour = widened ? colours.wider : colours.narrower;
    return line(widened ? LABELS.wider : LABELS.narrower, data, colour,
        { ...RUN, lineStyle: { color: colour, width: 1, opacity: 0.45 } });
}

function seriesOfOne({ x, values, runs }, shown, colours) {
    const faint = runs ? 0.5 : 1;
    return [
        ...(shown.bands ? [band(LABELS.wide, x, values.p05, values.p95, colours.colour(0), 0.16 * faint),
            band(LABELS.half, x, values.q1, values.q3, colours.colour(0), 0.26 * faint)] : []),
        ...(runs ? runs.y.map((y, r) => run(points(runs.x, y), runs.widened[r], colours)) : []),
        line(LABELS.median, points(x, values.median), runs ? colours.text : colours.colour(0), { width: 2.5, z: 3 }),
        line(LABELS.mean, points(x, values.mean), colours.colour(2), { width: 1.8, z: 3 }),
        ...(shown.law && values.expected.some((y) => y !== null)
            ? [line(LABELS.law, points(x, values.expected), colours.text, { type: LAW, z: 4 })] : []),
        ...(shown.law && values.component ? OF_LAW.map(([of, label, look]) => line(LABELS[label],
            points(values.component.x, values.component[of]), colours.text,
            { ...look, symbols: "none", showSymbol: false, silent: true, z: 4 })) : []),
    ];
}

function seriesOfAll(scenarios, shown, colours) {
    return scenarios.flatMap(({ name, x, values }, i) => [
        ...(shown.bands ? [band(`${name}: middle half`, x, values.q1, values.q3, colours.colour(i), 0.16)] : []),
        line(name, points(x, values.mean), colours.colour(i), { type: stroke(Math.floor(i / 7)), width: 2.2, z: 3 }),
        ...(shown.law && values.expected.some((y) => y !== null)
            ? [line(`${name}: law`, points(x, values.expected), colours.colour(i), { width: 1.4, type: LAW, z: 4 })]
            : []),
    ]);
}

/** @returns what there is to say about a scenario at a generation */
function tellOne({ x, values, replicates }, at) {
    const i = nearest(x, at);
    const range = (low, high) => `${format(low)} to ${format(high)}`;
    return tip(`Generation ${format(x[i])}`, [
        ["", "Median", format(values.median[i])], ["", "Mean", format(values.mean[i])],
        ...(values.expected[i] === null ? [] : [["", "Expected mean", format(values.expected[i])]]),
        ...(values.z[i] === null ? [] : [["", "z of the mean", format(values.z[i])]]),
        ["", "Middle half", range(values.q1[i], values.q3[i])],
        ["", "Middle 90 %", range(values.p05[i], values.p95[i])],
        ["", "Runs", values.runs[i] === replicates ? format(values.runs[i])
            : `${format(values.runs[i])} of ${format(replicates)}`]]);
}

function tellAll(scenarios, at) {
    const first = scenarios[0].x;
    return tip(`Generation ${format(first[nearest(first, at)])}, mean`, scenarios.map(({ name, x, values }) => {
        const i = nearest(x, at);
        const law = values.expected[i];
        return ["", name, `${format(values.mean[i])}${law === null ? "" : ` (law ${format(law)})`}`];
    }));
}

function legendOfOne(shown, hasLaw, ofComponent, runs, colours) {
    const faint = runs ? 0.5 : 1;
    return [
        ...(shown.bands ? [sign(LABELS.wide, colours.colour(0), { opacity: 0.16 * faint }),
            sign(LABELS.half, colours.colour(0), { opacity: 0.4 * faint })] : []),
        sign(LABELS.median, runs ? colours.text : colours.colour(0), { width: 2.5 }),
        sign(LABELS.mean, colours.colour(2)),
        ...(hasLaw ? [sign(LABELS.law, colours.text, { type: LAW })] : []),
        ...(ofComponent ? [OF_LAW[0], OF_LAW[1], OF_LAW[3]].map(([, label, look]) =>
            sign(LABELS[label], colours.text, look)) : []),
        ...(runs ? [sign(LABELS.wider, colours.wider, { width: 1 }), sign(LABELS.narrower, colours.narrower,
            { width: 1 })] : []),
    ];
}

const legendOfAll = (scenarios, hasLaw, colours) => [
    ...scenarios.map(({ name }, i) => sign(`${name}: mean`, colours.colour(i), { type: stroke(Math.floor(i / 7)) })),
    ...(hasLaw ? [sign("Expected by the law", colours.text, { type: LAW })] : [])];

/**
 * Adds the panel.
 * @param chooser of the scenarios
 * @returns a function that draws anew, and a promise of its having done so
 */
export function addBandsPanel(stage, data, chooser) {
    const { settings, workbench } = stage;
    const bandsOf = new Map([[0, data.bands]]);
    const runsOf = new Map();
    const update = () => refresh();
    const metric = choice("Metric", data.metrics.map((name, m) => [m, name]), update);
    metric.input.value = placeOf(data.metrics, settings.metric);
    const several = data.scenarios.length > 1;
    const arrangement = choice("Arrange", [["beside", "Side by side"], ["over", "In one chart"]], update);
    arrangement.input.value = settings.overlaid && several ? "over" : "beside";
    const logMetric = check("Logarithmic values", update, settings.logValues);
    const logGeneration = check("Logarithmic generations", update, settings.logGenerations);
    const bands = check("Bands", update, settings.bands ?? true);
    const law = check("Law", update, settings.law ?? true);
    const single = check("Single runs", update, settings.runs);
    const panel = stage.multiples("bands", "Over the generations", [metric.element,
        ...(several ? [chooser.element, arrangement.element] : []), logMetric.element, logGeneration.element,
        bands.element, law.element, single.element]);
    let drawn = null;

    const detail = async (known, key, name) => {
        if (!known.has(key)) {
            known.set(key, await workbench.detail(name));
        }
        return known.get(key);
    };

    /** @returns a promise of the chosen scenarios that have the metric, with their numbers */
    async function load(m, withRuns) {
        const all = await detail(bandsOf, m, `bands/${m}`);
        const chosen = chooser.chosen.filter((s) => all[s] !== null && all[s].mean.length > 0);
        return Promise.all(chosen.map(async (s) => ({
            ...data.scenarios[s], replicates: data.replicates, values: all[s],
            runs: withRuns ? await detail(runsOf, `${s}/${m}`, `runs/${s}/${m}`) : null })));
    }

    function words(scenarios, shown, m) {
        if (scenarios.length === 0) {
            return chooser.chosen.length === 0 ? "No scenario is chosen."
                : `No chosen scenario measures ${data.metrics[m]}.`;
        }
        const [{ x, generations, replicates, runs }] = scenarios;
        const parts = [shown.over ? `Each line is the mean over the runs of a scenario${shown.bands
            ? ", around it the middle half of the runs" : ""}.` : ""];
        if (runs && runs.y.length < replicates) {
            parts.push(`The first ${format(runs.y.length)} of ${format(replicates)} runs are drawn as lines.`);
        }
        if (x.length < generations) {
            parts.push(`Drawn are ${format(x.length)} of ${format(generations)} generations.`);
        }
        if (shown.law && !shown.over && scenarios.some(({ values }) => values.component)) {
            parts.push("The law of the components is for EM run to convergence, and drawn as far as it is valid.");
        }
        return parts.filter(Boolean).join(" ");
    }

    function draw() {
        const { m, scenarios, shown } = drawn;
        const colours = theme();
        const base = { colours, animated: stage.animated };
        const numbers = scenarios.flatMap((scenario) => numbersOf(scenario, shown));
        const positive = numbers.every((value) => value === null || value > 0);
        logMetric.input.disabled = !positive;
        logMetric.element.title = positive ? "" : "Not all values are positive.";
        const hasLaw = scenarios.some(({ values }) => values.expected.some((y) => y !== null));
        const ofComponent = !shown.over && scenarios.some(({ values }) => values.component);
        law.input.disabled = !hasLaw && !ofComponent;
        single.input.disabled = shown.over;
        const log = logMetric.input.checked && positive;
        const [least, most] = roundRange(numbers, log);
        const name = data.metrics[m];
        const groups = shown.over && scenarios.length > 0 ? [scenarios] : scenarios.map((scenario) => [scenario]);
        const charts = panel.charts(groups.map((group) => (shown.over || !several ? "" : group[0].name)));
        groups.forEach((group, i) => {
            const option = frame(base, shown.over ? seriesOfAll(group, shown, colours)
                : seriesOfOne(group[0], shown, colours));
            option.legend.show = false;
            option.xAxis = axis("Generation", { colours, log: logGeneration.input.checked, least: 1,
                most: Math.max(2, ...scenarios.map(({ generations }) => generations)), whole: true });
            option.yAxis = { ...axis(name, { colours, log, vertical: true }), min: least, max: most };
            option.tooltip.formatter = (items) => (shown.over ? tellAll(group, items[0].axisValue)
                : tellOne(group[0], items[0].axisValue));
            charts[i].draw(option);
            charts[i].describe(`${name} over the generations. ${group.map((scenario) => {
                const { mean } = scenario.values;
                return `${scenario.name}: the mean of ${format(data.replicates)} runs goes from ${format(mean[0])} to ${
                    format(mean[mean.length - 1])}.`;
            }).join(" ")}`);
        });
        panel.explain(shown.over ? legendOfAll(scenarios, hasLaw && shown.law, colours)
            : legendOfOne(shown, hasLaw && shown.law, ofComponent && shown.law, scenarios.some(({ runs }) => runs),
                colours));
        panel.say(words(scenarios, shown, m));
        panel.show();
    }

    let asked = 0;
    async function refresh() {
        asked += 1;
        const mine = asked;
        const shown = { bands: bands.input.checked, law: law.input.checked, over: arrangement.input.value === "over" };
        const m = Number(metric.input.value);
        try {
            const scenarios = await load(m, single.input.checked && !shown.over);
            if (mine === asked) {
                drawn = { m, scenarios, shown };
                draw();
            }
        } catch (error) {
            if (mine === asked) {
                panel.fail(error);
            }
        }
    }
    stage.onRedraw(() => drawn && draw());
    return refresh;
}
