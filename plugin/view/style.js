/** The letters of KNIME's window where the system has them. */
export const FONT = 'Roboto, "Segoe UI", "Helvetica Neue", Arial, sans-serif';

/** The colours on dark ground. */
const DARK = `
    --text: #eceff1;
    --muted: #a9b3bc;
    --ground: #16191c;
    --panel: #22272b;
    --edge: #454d55;
    --focus: #56b4e9;
    --error: #ff9a5c;
`;

/** The look of all pages. A module, since JavaScript is what every KNIME version is known to serve with its type. */
export const STYLE = `
:root {
    color-scheme: light dark;
    --text: #1d2329;
    --muted: #5a6470;
    --ground: #ffffff;
    --panel: #f5f6f7;
    --edge: #c8ced4;
    --focus: #0072b2;
    --error: #a33a00;
}
@media (prefers-color-scheme: dark) {
    :root:not([data-theme="light"]) {${DARK}}
}
:root[data-theme="dark"] { color-scheme: dark; ${DARK}}
:root[data-theme="light"] { color-scheme: light; }
* { box-sizing: border-box; }
body {
    margin: 0;
    padding: 12px 16px 16px;
    background: var(--ground);
    color: var(--text);
    font: 14px/1.45 ${FONT};
}
h1 { margin: 0; font-size: 18px; line-height: 1.3; }
h2 { margin: 0; font-size: 15px; line-height: 1.3; }
h3 { margin: 6px 0 0; font-size: 13px; font-weight: 600; line-height: 1.3; }
p { margin: 2px 0 0; color: var(--muted); }
.message { margin: 24px 0; max-width: 60ch; color: var(--text); }
.message.error { color: var(--error); }
.warning { color: var(--error); }
.panels { display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px; margin-top: 12px; }
@media (min-width: 1100px) {
    .panels { grid-template-columns: repeat(2, minmax(0, 1fr)); }
    .panels > .wide { grid-column: 1 / -1; }
}
figure { margin: 0; padding: 10px 12px; border: 1px solid var(--edge); border-radius: 4px; }
.controls { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 14px; margin: 8px 0 4px; }
.controls label { display: inline-flex; align-items: center; gap: 6px; min-width: 0; max-width: 100%; }
.controls output { color: var(--muted); font-variant-numeric: tabular-nums; }
.controls details { position: relative; }
.controls summary { min-height: 28px; padding: 3px 8px; border: 1px solid var(--edge); border-radius: 3px;
    background: var(--panel); cursor: pointer; }
.controls .list { position: absolute; z-index: 10; display: grid; gap: 6px; min-width: 200px;
    max-width: min(420px, 80vw); max-height: 300px; overflow: auto; margin-top: 2px; padding: 8px 10px;
    border: 1px solid var(--edge); border-radius: 3px; background: var(--ground); }
.legend { display: flex; flex-wrap: wrap; gap: 2px 16px; margin: 8px 0 0; padding: 0; list-style: none; }
.legend li { display: inline-flex; align-items: center; gap: 6px; }
.multiples { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr)); gap: 4px 18px; }
.multiples.single { grid-template-columns: minmax(0, 1fr); }
.multiples .chart { height: 240px; }
.multiples.single .chart { height: 320px; }
.scroll { overflow-x: auto; margin-top: 10px; }
.scroll.limited { max-height: 270px; overflow-y: auto; }
.limited th { position: sticky; top: 0; background: var(--ground); }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 3px 14px 3px 0; text-align: right; font-weight: normal; vertical-align: bottom; }
th { color: var(--muted); }
th:first-child, td:first-child { text-align: left; }
td:first-child { color: var(--text); }
tbody tr { border-top: 1px solid var(--edge); }
p.error { color: var(--error); }
[hidden] { display: none !important; }
.controls .slide { flex: 1 1 160px; }
.controls .slide input { flex: 1 1 auto; min-width: 90px; }
select, button {
    min-width: 0;
    max-width: 100%;
    min-height: 28px;
    padding: 2px 8px;
    border: 1px solid var(--edge);
    border-radius: 3px;
    background: var(--panel);
    color: inherit;
    font: inherit;
}
button { min-width: 64px; cursor: pointer; }
input[type="range"], input[type="checkbox"] { accent-color: var(--focus); }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
.chart { width: 100%; height: 320px; }
.window { --room: clamp(200px, 100vh - 210px, 640px); }
.window figure .chart, .window .multiples.single .chart { height: var(--room); }
.window .multiples:not(.single) .chart { height: 240px; }
@media (min-width: 1100px) {
    .wide .chart { height: 420px; }
    .wide .multiples .chart, .window .wide .multiples:not(.single) .chart { height: 260px; }
    .wide .multiples.single .chart { height: 420px; }
}
.report .controls { display: none; }
`;
