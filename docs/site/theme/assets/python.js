// Python for a page: `run` and `stop`. All that a page knows of the runtime; another one
// takes its place by a worker that speaks the same messages.

/** Python from the folder at `base`. Nothing is fetched before the first run. */
export class Python {
  constructor(base) {
    this.worker = undefined;
    this.base = base;
  }

  /**
   * Run a code, after whatever runs has been stopped: in a new interpreter if it shall be `fresh`,
   * with scikit-learn and Matplotlib if it needs `more`, drawing in these `colours`; with a `task`,
   * check it against its cases.
   * `hear` gets `progress`, `module`, `output` and `figures`; the promise gives how it ended:
   * `error` with a line, `verdict`, `broken`, `failed` to load, or `stopped`.
   */
  run(code, { fresh = true, more = false, colours = [], task }, hear) {
    this.stop();
    this.worker ??= new Worker(`${this.base}worker.js`, { type: "module" });
    return new Promise((finish) => {
      this.finish = (end) => {
        this.finish = undefined;
        if (end.failed || end.stopped) this.worker = this.worker.terminate();
        finish(end);
      };
      const { worker } = this;
      worker.onmessage = ({ data }) => {
        if (worker !== this.worker) return; // it was stopped as it spoke
        this.module = data.module ?? this.module; // so a stop costs no new compile
        if (data.kind === "end") this.finish(data);
        else hear(data);
      };
      worker.onerror = () => this.finish?.({ failed: "worker" });
      worker.postMessage({ kind: "run", code, task, fresh, more, colours, module: this.module });
    });
  }

  /** End what runs at once, whatever it does. */
  stop() {
    this.finish?.({ stopped: true });
  }
}
