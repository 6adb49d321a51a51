/** The view of "Sample GMM". */
import { format } from "./chart.js";
import { open } from "./page.js";
import { addRowsPanel } from "./rows.js";

open("Sample", (data, stage) => {
    const components = data.mixture.weights.length;
    stage.head("Sample", `${format(data.rows)} rows drawn from a Gaussian mixture of ${components} ${
        components === 1 ? "component" : "components"}.`);
    addRowsPanel(stage, data, { title: "Rows and true density", rows: "Rows drawn", density: "True density" },
        { wide: true });
});
