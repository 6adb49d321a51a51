/** The panel of an experiment that tells how many runs have come so far by which generation. */
import { axis, format, frame, line, percent, stroke, theme, tip } from "./chart.js";
import { choice } from "./page.js";

/** @returns the share of runs that have come so far, as steps [generation, share] up to the last generation */
function steps(times, generations) {
    const reached = times.filter((time) => time !== null).sort((a, b) => a - b);
    const path = [[0, 0]];
    reached.forEach((time, i) => {
        if (time !== reached[i + 1]) {
            path.push([time, path[path.length - 1][1]], [time, (i + 1) / times.length]);
        }
    });
    return [...path, [generations, path[path.length - 1][1]]];
}

const shareBy = (times, generation) =>
    times.filter((time) => time !== null && time <= generation).length / times.length;

/** @returns in words how many runs of a scenario have come so far */
function counted({ name, fits, generations }, times, several) {
    const missing = times.filter((time) => time === null).length;
    const early = times.filter((time, r) => time === null && fits[r] < generations).length;
    const reached = `${format(times.length - missing)} of ${format(times.length)} runs`;
    const ended = early === 0 ? "" : ` (${format(early)} of the others ended before it)`;
    return `${several ? `${name}: ` : ""}${reached} by generation ${format(generations)}${ended}.`;
}

/** @returns what is to be said below the chart */
function words(chosen, key, several) {
    if (chosen.length === 0) {
        return "No scenario is chosen.";
    }
    const open = chosen.some((scenario) => scenario[key].includes(null));
    return `${chosen.map((scenario) => counted(scenario, scenario[key], several)).join(" ")}${
        open ? " What the others would have done later is not known: they are censored." : ""}`;
}

/**
 * Adds the panel.
 * @returns a function that draws anew
 */
export function addTimesPanel(stage, data, chooser, layout) {
    const shares = [...new Set(data.scenarios.map(({ collapseShare }) => percent(collapseShare)))].join(" or ");
    const what = choice("Share of runs that", [["halfLives", "have lost half of the variance"],
        ["collapseTimes", `have collapsed (less than ${shares} of the variance left)`]], () => redraw());
    const panel = stage.figure("times", "When it happens", [what.element], layout);
    function redraw() {
        const key = what.input.value;
        const base = { colours: theme(), animated: stage.animated };
        const { colours } = base;
        const chosen = chooser.chosen.map((s) => data.scenarios[s]);
        const several = data.scenarios.length > 1;
        const option = frame(base, chosen.map((scenario, i) => line(several ? scenario.name : "Runs",
            steps(scenario[key], scenario.generations), colours.colour(i),
            { type: stroke(Math.floor(i / 7)), width: 2.2 })));
        option.legend.show = several;
        option.xAxis = axis("Generation", { colours, least: 0, whole: true,
            most: Math.max(2, ...chosen.map(({ generations }) => generations)) });
        option.yAxis = { ...axis("Share of runs", { colours, vertical: true }), min: 0, max: 1 };
        option.yAxis.axisLabel.formatter = percent;
        option.tooltip.formatter = ([{ axisValue }]) => tip(`Up to generation ${format(Math.round(axisValue))}`,
            chosen.map((scenario) => ["", several ? scenario.name : "Share of runs",
                percent(shareBy(scenario[key], axisValue))]));
        panel.chart.draw(option);
        const text = words(chosen, key, several);
        panel.chart.describe(`Share of the runs that have come so far, over the generations. ${text}`);
        panel.say(text);
    }
    stage.onRedraw(redraw);
    return redraw;
}
