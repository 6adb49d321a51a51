/** The view of "Recursive Collapse Experiment". */
import { addBandsPanel } from "./bands.js";
import { format } from "./chart.js";
import { choice, open } from "./page.js";
import { Chooser, outcomes } from "./scenarios.js";
import { addSetsPanel } from "./sets.js";
import { addTimesPanel } from "./times.js";

const counted = (many, one, more) => `${format(many)} ${many === 1 ? one : more}`;

/** @returns what the experiment was, in a sentence */
function summary({ scenarios, replicates }) {
    const generations = [...new Set(scenarios.map((scenario) => scenario.generations))];
    return `${scenarios.length > 1 ? `${format(scenarios.length)} scenarios of ` : ""}${
        counted(replicates, "run", "runs")} of ${generations.length === 1
        ? counted(generations[0], "generation", "generations") : "different numbers of generations"}${
        scenarios.length > 1 ? " each" : ""}: a model is fitted to rows, new rows are drawn from it, and so on.`;
}

/** Adds the panel of kept training sets; returns a promise of its having drawn the first. */
function addKeptPanel(stage, data) {
    const withSets = data.scenarios.map((scenario, s) => [s, scenario])
        .filter(([, { keptReplicates }]) => keptReplicates > 0);
    const scenario = choice("Scenario", withSets.map(([s, { name }]) => [s, name]), () => changed());
    const replicate = choice("Run", [], () => load());
    const most = Math.max(...withSets.map(([, { keptReplicates }]) => keptReplicates));
    const panel = addSetsPanel(stage, data.variables, [...(withSets.length > 1 ? [scenario.element] : []),
        ...(most > 1 ? [replicate.element] : [])]);
    const known = new Map();
    let wanted = "";
    async function load() {
        const s = Number(scenario.input.value);
        const name = `sets/${s}/${replicate.input.value}`;
        wanted = name;
        try {
            if (!known.has(name)) {
                panel.wait();
                known.set(name, await stage.workbench.detail(name));
            }
            if (wanted === name) {
                panel.show({ ...known.get(name), generations: data.scenarios[s].generations });
            }
        } catch (error) {
            if (wanted === name) {
                panel.fail(error);
            }
        }
    }
    function changed() {
        const many = data.scenarios[Number(scenario.input.value)].keptReplicates;
        replicate.input.replaceChildren(...Array.from({ length: many }, (_, r) => new Option(format(r + 1), r)));
        return load();
    }
    return changed();
}

open("Experiment", async (data, stage) => {
    const keeps = data.scenarios.some(({ keptReplicates }) => keptReplicates > 0);
    stage.head("Experiment", summary(data), outcomes(data, !stage.workbench.reporting),
        ...(keeps ? [] : ["No training sets were kept; the dialog of the node sets which are."]));
    const chooser = new Chooser(data.scenarios, () => {
        drawBands();
        drawTimes();
    }, stage.ended);
    const drawBands = addBandsPanel(stage, data, chooser);
    const drawTimes = addTimesPanel(stage, data, chooser, { wide: !keeps });
    await Promise.all([drawBands(), keeps ? addKeptPanel(stage, data) : null]);
});
