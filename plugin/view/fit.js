/** The view of "Fit GMM". */
import { axis, format, frame, stroke, theme, tip } from "./chart.js";
import { open } from "./page.js";
import { addRowsPanel } from "./rows.js";

const CRITERIA = ["BIC", "AIC", "ICL"];

function addLikelihoodPanel(stage, data) {
    const { x, y } = data.logLikelihood;
    const points = y.map((value, i) => [x ? x[i] : i + 1, value]);
    const panel = stage.figure("likelihood", "Log-likelihood by iteration", []);
    panel.say(`EM ${data.converged ? "converged" : "stopped before it converged,"} after ${format(data.iterations)} ${
        data.iterations === 1 ? "iteration" : "iterations"}.`);
    stage.onRedraw(() => {
        const base = { colours: theme(), animated: stage.animated, title: "Log-likelihood by iteration" };
        const { colours } = base;
        panel.chart.describe(`Mean log-likelihood a row rises from ${format(y[0])} to ${format(y[y.length - 1])}.`);
        panel.chart.draw({
            ...frame(base),
            legend: { show: false },
            grid: { ...frame(base).grid, top: 34 },
            xAxis: axis("Iteration", { colours, whole: true }),
            yAxis: axis("Mean log-likelihood", { colours, vertical: true }),
            tooltip: {
                ...frame(base).tooltip,
                formatter: ([{ value }]) => tip(`Iteration ${format(value[0])}`,
                    [[null, "Mean log-likelihood", value[1].toPrecision(8)]]),
            },
            series: [{ name: "Mean log-likelihood", type: "line", showSymbol: points.length <= 40,
                lineStyle: { color: colours.colour(0), width: 2.5 }, itemStyle: { color: colours.colour(0) },
                data: points }],
        });
    });
}

function addCriteriaPanel(stage, data) {
    const chosen = data.mixture.weights.length;
    const panel = stage.figure("criteria", "Criteria by number of components", []);
    panel.say(`${data.criterion} chose ${chosen} ${chosen === 1 ? "component" : "components"}. Smaller is better.`);
    stage.onRedraw(() => {
        const base = { colours: theme(), animated: stage.animated, title: "Criteria by number of components" };
        const { colours } = base;
        panel.chart.describe(`${CRITERIA.join(", ")} over ${data.fits.length} numbers of components; ${
            data.criterion} chose ${chosen}.`);
        panel.chart.draw({
            ...frame(base),
            xAxis: axis("Components", { colours, whole: true }),
            yAxis: axis("Criterion", { colours, vertical: true }),
            tooltip: {
                ...frame(base).tooltip,
                formatter: (items) => tip(`${items[0].value[0]} components`,
                    items.map(({ marker, seriesName, value }) => [marker, seriesName, format(value[1])])),
            },
            series: CRITERIA.map((name, i) => ({
                name, type: "line", symbolSize: 8, symbol: ["circle", "rect", "triangle"][i],
                lineStyle: { color: colours.colour(i), type: stroke(i), width: 2 },
                itemStyle: { color: colours.colour(i) },
                data: data.fits.map((fit) => [fit.components, fit[name]]),
                markPoint: name === data.criterion ? {
                    symbol: "circle", symbolSize: 18, label: { show: false },
                    itemStyle: { color: "transparent", borderColor: colours.text, borderWidth: 2 },
                    data: data.fits.filter((fit) => fit.components === chosen)
                        .map((fit) => ({ name: "chosen", coord: [fit.components, fit[name]] })),
                } : undefined,
            })),
        });
    });
}

open("Fit", (data, stage) => {
    const components = data.mixture.weights.length;
    const [only] = data.fits;
    stage.head("Fit", `A Gaussian mixture of ${components} ${components === 1 ? "component" : "components"}, fitted to ${
        format(data.rows)} rows.${data.fits.length > 1 ? "" : ` BIC ${format(only.BIC)}, AIC ${format(only.AIC)}, ICL ${
        format(only.ICL)}.`}`);
    addRowsPanel(stage, data, { title: "Rows and fitted density", rows: "Rows", density: "Fitted density" },
        { wide: data.fits.length > 1 });
    addLikelihoodPanel(stage, data);
    if (data.fits.length > 1) {
        addCriteriaPanel(stage, data);
    }
});
