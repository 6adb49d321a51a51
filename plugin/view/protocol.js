/**
 * How a page in an iframe talks with the KNIME workbench: requests and answers by postMessage.
 *
 * A node gives its page the initial data, a JSON object, and if that is too little, details on demand. Details have
 * names, and are asked for by JSON-RPC: method "detail", params [name]; the result is a JSON text. Where there are
 * details the initial data have a member "details": a list of all requests { method, params } that the page may make.
 *
 * A page that is opened by itself, without KNIME, carries the initial data in
 * <script id="data" type="application/json">, and the answers to the requests in
 * <script id="details" type="application/json">: an object with the texts JSON.stringify([method, params]) as keys, the
 * (parsed) results as values. What it lacks the page says in words.
 */

/** Milliseconds after which a request that has no answer has failed. */
export const TIME_LIMIT = 10_000;

const clockOfBrowser = {
    start: (action, delay) => setTimeout(action, delay),
    stop: (timer) => clearTimeout(timer),
};

/** Sends one request after the other under its own number. */
class Channel {

    #self;

    #clock;

    #sent = 0;

    constructor(self, clock) {
        this.#self = self;
        this.#clock = clock;
    }

    request(method, ...params) {
        this.#sent += 1;
        const requestId = `request-${this.#sent}`;
        return new Promise((resolve, reject) => {
            const finish = () => {
                this.#clock.stop(timer);
                this.#self.removeEventListener("message", listener);
            };
            const listener = (event) => {
                const message = event.data;
                if (event.source === this.#self.parent && message?.type === "UIExtensionResponse"
                    && message.requestId === requestId) {
                    finish();
                    resolve(message.payload);
                }
            };
            const timer = this.#clock.start(() => {
                finish();
                reject(new Error(`KNIME did not answer "${method}" within ${TIME_LIMIT / 1000} seconds.`
                    + " Close the view and open it again."));
            }, TIME_LIMIT);
            this.#self.addEventListener("message", listener);
            this.#self.parent.postMessage({ type: "UIExtensionRequest", requestId, payload: { method, params } }, "*");
        });
    }

    tell(type) {
        this.#self.parent.postMessage({ type }, "*");
    }

    /** Calls back with what KNIME sends of its own accord under a name. */
    hear(name, action) {
        this.#self.addEventListener("message", ({ source, data }) => {
            if (source === this.#self.parent && data?.type === "UIExtensionPushEvent"
                && data.payload?.eventType === name) {
                action(data.payload.payload);
            }
        });
    }
}

const parsed = (value) => (typeof value === "string" && value !== "" ? JSON.parse(value) : value);

const received = (answer) => {
    const data = parsed(answer);
    if (!data) {
        throw new Error("The node sent no data. Reset and execute it again.");
    }
    return data;
};

/** @returns what the node sent, and its warnings; throws its error */
const unwrap = (answer) => {
    const data = received(answer);
    const error = data.userError ?? data.internalError;
    if (error) {
        throw new Error(error.message ?? "The node could not give its data.");
    }
    return { data: parsed(data.result), warnings: data.warningMessages ?? [] };
};

/** @returns the result of a JSON-RPC call, whose answer KNIME hands on as the result of its own; throws its error */
const unwrapCall = (answer) => {
    const outer = received(answer);
    const inner = parsed(outer.result);
    const response = inner?.jsonrpc ? inner : outer;
    if (response.error) {
        throw new Error(response.error.message ?? "The node could not give its data.");
    }
    return parsed(response.result);
};

/** @returns the settings of the page as the node sends them, from those of its dialog, which KNIME publishes */
const settingsOf = (published) => {
    const view = parsed(published)?.data?.view;
    if (!view) {
        return null;
    }
    const { look = {}, lines = {}, arrangement, ...more } = view;
    return { ...look, colours: look.colours?.toLowerCase(), ...lines, ...more,
        ...(arrangement === undefined ? {} : { overlaid: arrangement === "OVERLAID" }) };
};

/** A page inside KNIME. */
class Workbench {

    #channel;

    #config;

    #calls = 0;

    constructor(channel, config) {
        this.#channel = channel;
        this.#config = config;
    }

    /** Whether the page is drawn for a report: once, without animation, and KNIME waits to be told when. */
    get reporting() {
        return this.#config.renderingConfig?.type === "REPORT";
    }

    /** What the page is part of: a window with room of its own, or a report. */
    get kind() {
        return this.reporting ? "report" : "window";
    }

    /** The settings in the open dialog of the node, if it is open and they have changed. */
    get triedSettings() {
        return settingsOf(this.#config.initialSharedData);
    }

    /** Calls back with the settings in the dialog of the node whenever they change. */
    onTriedSettings(action) {
        this.#channel.hear("DataEvent", (published) => {
            const settings = settingsOf(published);
            if (settings !== null) {
                action(settings);
            }
        });
    }

    /** "SVG" or "PNG": what a report wants its charts as. */
    get imageFormat() {
        return this.#config.renderingConfig?.imageFormat ?? "SVG";
    }

    async initialData() {
        return unwrap(this.#config.initialData ?? await this.#callNode("initial_data", ""));
    }

    /** @returns a promise of a detail of the node's data */
    async detail(name) {
        this.#calls += 1;
        return unwrapCall(await this.#callNode("data", JSON.stringify(
            { jsonrpc: "2.0", id: this.#calls, method: "detail", params: [name] })));
    }

    #callNode(serviceType, dataServiceRequest) {
        const { extensionType, nodeId, projectId, workflowId } = this.#config;
        return this.#channel.request("callNodeDataService",
            { serviceType, dataServiceRequest, extensionType, nodeId, projectId, workflowId });
    }

    /** Gives KNIME the finished page for its report. */
    async setReport(html) {
        if (this.reporting) {
            await this.#channel.request("setReportingContent", html);
        }
    }
}

/** A page opened by itself. */
class Alone {

    #document;

    /** Many megabytes of text, which are taken in once, and not before somebody asks. */
    #details;

    constructor(document) {
        this.#document = document;
    }

    get reporting() {
        return false;
    }

    get kind() {
        return "alone";
    }

    get triedSettings() {
        return null;
    }

    onTriedSettings() {
        // nobody tries any
    }

    get imageFormat() {
        return "SVG";
    }

    async initialData() {
        const element = this.#document.getElementById("data");
        if (!element) {
            throw new Error("This page shows the result of a node. Open it in KNIME, as the view of the node.");
        }
        return unwrap({ result: element.textContent });
    }

    async detail(name) {
        this.#details ??= parsed(this.#document.getElementById("details")?.textContent) || {};
        const answer = this.#details[JSON.stringify(["detail", [name]])];
        if (answer === undefined) {
            throw new Error("This page was saved without it. Open the view in KNIME to see it.");
        }
        return answer;
    }

    async setReport() {
        // nobody waits for it
    }
}

/**
 * Finds out who shows the page.
 * @param self the page's window
 * @param clock starts and stops timers
 * @returns a promise of the workbench, or of what stands in for it
 */
export async function connect(self = window, clock = clockOfBrowser) {
    // a page that carries its data is by itself even within another page, such as that of a course
    if (self.parent === self || self.document?.getElementById("data")) {
        return new Alone(self.document);
    }
    const channel = new Channel(self, clock);
    const config = await channel.request("getConfig");
    channel.tell("UIExtensionReady");
    self.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && !event.defaultPrevented) {
            channel.tell("UIExtensionEscapePressed");
        }
    });
    return new Workbench(channel, config ?? {});
}
