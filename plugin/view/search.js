/** The panel of the starts of a search: a strip of the log-likelihoods at which they ended. */
import { axis, finely, format, frame, percent, theme, tip } from "./chart.js";
import { choice } from "./page.js";

/** @returns a maximum in a few words */
function words(search, m) {
    const below = search.logLikelihoods[0] - search.logLikelihoods[m];
    const times = `${format(search.found[m])} of ${format(search.starts.length)} starts`;
    return `${m === 0 ? "The best" : `${format(below)} lower`}${search.spikes[m] ? ", a spike" : ""}: ${times}`;
}

/**
 * Adds the panel.
 * @param show draws the mixture of a maximum over the rows
 */
export function addSearchPanel(stage, data, show) {
    const { search } = data;
    const drawn = search.mixtures.map((_, m) => [m, words(search, m)]);
    const maximum = choice("Shown", drawn, () => choose(Number(maximum.input.value)));
    const panel = stage.figure("search", "Where the starts ended", [maximum.element]);
    function choose(m) {
        if (m < search.mixtures.length) {
            maximum.input.value = m;
            show(search.mixtures[m]);
            redraw();
        }
    }
    function redraw() {
        const shown = Number(maximum.input.value);
        const colours = theme();
        const points = search.starts.map((_, start) => {
            const m = search.maximum[start];
            return { value: [start + 1, search.logLikelihoods[m]],
                symbol: search.spikes[m] ? "triangle" : "circle",
                itemStyle: { color: m === 0 ? colours.colour(0) : colours.bars,
                    borderColor: colours.text, borderWidth: m === shown ? 2 : 0 } };
        });
        const option = frame({ colours, animated: false },
            [{ name: "Starts", type: "scatter", symbolSize: 10, data: points }]);
        option.legend.show = false;
        option.xAxis = axis("Start", { colours, whole: true });
        option.yAxis = axis("Log-likelihood", { colours, vertical: true });
        option.yAxis.axisLabel.formatter = finely(search.logLikelihoods);
        option.tooltip.trigger = "item";
        option.tooltip.formatter = ({ dataIndex }) => tip(`Start ${format(dataIndex + 1)}: ${search.starts[dataIndex]}`,
            [["", "Log-likelihood", search.logLikelihoods[search.maximum[dataIndex]].toPrecision(8)],
                ["", "Maximum", words(search, search.maximum[dataIndex])]]);
        panel.chart.draw(option);
        panel.chart.describe(`The log-likelihoods at which ${format(search.starts.length)} starts ended; the highest was ${
            ""}found by ${format(search.found[0])}.`);
        panel.say(`${words(search, 0)}; ${format(search.found.length)} ${
            search.found.length === 1 ? "maximum was" : "maxima were"} seen. The chance that one more start ends in another ${
            ""}maximum is about ${percent(search.chance)}. A click on a start shows its clustering.`);
    }
    panel.chart.onClick((start) => choose(search.maximum[start]));
    stage.onRedraw(redraw);
}
