/** The view of "Fit GMM". */
import { axis, finely, format, frame, line, percent, stroke, theme, tip } from "./chart.js";
import { open } from "./page.js";
import { addRowsPanel } from "./rows.js";
import { addSearchPanel } from "./search.js";

const CRITERIA = ["BIC", "AIC", "ICL"];

const SYMBOLS = ["circle", "rect", "triangle"];

function addLikelihoodPanel(stage, data) {
    const { x, y } = data.logLikelihood;
    const points = y.map((value, i) => [x ? x[i] : i + 1, value]);
    const panel = stage.figure("likelihood", "Log-likelihood by iteration", []);
    panel.say(`EM ${data.converged ? "converged" : "stopped before it converged,"} after ${format(data.iterations)} ${
        data.iterations === 1 ? "iteration" : "iterations"}.`);
    stage.onRedraw(() => {
        const base = { colours: theme(), animated: stage.animated };
        const { colours } = base;
        panel.chart.describe(`Mean log-likelihood a row rises from ${format(y[0])} to ${format(y[y.length - 1])}.`);
        const option = frame(base, [line("Mean log-likelihood", points, colours.colour(0),
            { width: 2.5, symbols: points.length <= 40 && "circle" })]);
        option.legend.show = false;
        option.xAxis = axis("Iteration", { colours, whole: true });
        option.yAxis = axis("Mean log-likelihood", { colours, vertical: true });
        option.yAxis.axisLabel.formatter = finely(y);
        option.tooltip.formatter = ([{ value }]) =>
            tip(`Iteration ${format(value[0])}`, [["", "Mean log-likelihood", value[1].toPrecision(8)]]);
        panel.chart.draw(option);
    });
}

function addCriteriaPanel(stage, data) {
    const chosen = data.mixture.weights.length;
    const panel = stage.figure("criteria", "Criteria by number of components", []);
    const ring = (name, colours) => ({
        symbol: "circle", symbolSize: 18, label: { show: false },
        itemStyle: { color: "transparent", borderColor: colours.text, borderWidth: 2 },
        data: data.fits.filter((fit) => fit.components === chosen)
            .map((fit) => ({ name: "chosen", coord: [fit.components, fit[name]] })),
    });
    panel.say(`${data.criterion} chose ${chosen} ${chosen === 1 ? "component" : "components"}. Smaller is better.`);
    stage.onRedraw(() => {
        const base = { colours: theme(), animated: stage.animated };
        const { colours } = base;
        panel.chart.describe(`${CRITERIA.join(", ")} over ${data.fits.length} numbers of components; ${
            data.criterion} chose ${chosen}.`);
        const option = frame(base, CRITERIA.map((name, i) => line(name,
            data.fits.map((fit) => [fit.components, fit[name]]), colours.colour(i),
            { type: stroke(i), symbols: SYMBOLS[i],
                markPoint: name === data.criterion ? ring(name, colours) : undefined })));
        option.xAxis = axis("Components", { colours, whole: true });
        option.yAxis = axis("Criterion", { colours, vertical: true });
        option.tooltip.formatter = (items) => tip(`${items[0].value[0]} components`,
            items.map(({ marker, seriesName, value }) => [marker, seriesName, format(value[1])]));
        panel.chart.draw(option);
    });
}

/** The criterion that decided, a line a kind of covariance; where a fit may not win, the line has a gap. */
function addFamiliesPanel(stage, data) {
    const { criteria, criterion, covariance } = data;
    const chosen = data.mixture.weights.length;
    const panel = stage.figure("families", `${criterion} by kind of covariance`, []);
    panel.say(`${criterion} chose ${covariance} with ${chosen} ${chosen === 1 ? "component" : "components"} of ${
        criteria.length} kinds of covariance. Smaller is better.`);
    stage.onRedraw(() => {
        const base = { colours: theme(), animated: stage.animated };
        const { colours } = base;
        panel.chart.describe(`${criterion} over the number of components for ${criteria.length} kinds of covariance; ${
            covariance} with ${chosen} was chosen.`);
        const option = frame(base, criteria.map(({ covariance: name, components, values }, i) => line(name,
            components.map((k, n) => [k, values[n]]), colours.colour(i), { type: stroke(Math.floor(i / 7)),
                symbols: SYMBOLS[i % SYMBOLS.length], width: name === covariance ? 3 : 1.5,
                markPoint: name === covariance ? {
                    symbol: "circle", symbolSize: 18, label: { show: false },
                    itemStyle: { color: "transparent", borderColor: colours.text, borderWidth: 2 },
                    data: [{ name: "chosen", coord: [chosen, values[components.indexOf(chosen)]] }],
                } : undefined })));
        option.xAxis = axis("Components", { colours, whole: true });
        option.yAxis = axis(criterion, { colours, vertical: true });
        option.tooltip.trigger = "item";
        option.tooltip.formatter = ({ seriesName, value }) =>
            tip(`${seriesName}, ${value[0]} components`, [["", criterion, format(value[1])]]);
        panel.chart.draw(option);
    });
}

open("Fit", (data, stage) => {
    const components = data.mixture.weights.length;
    const [only] = data.fits;
    const criteria = CRITERIA.map((name) => `${name} ${format(only[name])}`).join(", ");
    stage.head("Fit", `A Gaussian mixture of ${components} ${components === 1 ? "component" : "components"}, ${
        ""}fitted to ${format(data.rows)} rows.${data.fits.length > 1 ? "" : ` ${criteria}.`}`,
    ...(data.search?.found.length === 1 ? [`All ${format(data.search.starts.length)} starts of the search ended in this ${
        ""}maximum; the chance that one more ends in another is about ${percent(data.search.chance)}.`] : []));
    const redrawRows = addRowsPanel(stage, data, { title: "Rows and fitted density", rows: "Rows", density: "Fitted density" },
        { wide: data.fits.length > 1 });
    if (data.search?.found.length > 1) {
        addSearchPanel(stage, data, (mixture) => {
            data.mixture = mixture;
            redrawRows();
        });
    }
    addLikelihoodPanel(stage, data);
    if (data.fits.length > 1) {
        addCriteriaPanel(stage, data);
    }
    if (data.criteria) {
        addFamiliesPanel(stage, data);
    }
});
