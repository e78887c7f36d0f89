// Python in a worker, which speaks in messages and knows no page. In: `run` with the codes of
// cells, a task if they are to be checked and, once it has been compiled, the module. Out: `progress`, `module`, `output`, and `end`.
// Every run is a new instance, whose memory begins as the build left it: nothing of the run
// before is there. Who wants it to stop ends the worker.
import {
  ConsoleStdout, Directory, File, OpenFile, PreopenDirectory, WASI, WASIProcExit,
} from "./shim/index.js";

const PYTHON = new URL("python.bin", import.meta.url).href;
const LIBRARY = new URL("library.bin", import.meta.url).href;
const CACHE = "dlnotes-python";
const MOST = 200_000; // letters of output that a page is handed
const REST = 50; // milliseconds between two messages of output

/** The library, fetched when Python first reads it: for an import that is not in its memory. */
class Library extends File {
  constructor() {
    super([], { readonly: true });
    let bytes;
    const get = () => bytes ??= fetched(LIBRARY);
    Object.defineProperty(this, "data", { get });
  }
}

/** The bytes of a file; Python cannot wait in any other way. */
function fetched(url) {
  const request = new XMLHttpRequest();
  request.open("GET", url, false);
  request.responseType = "arraybuffer";
  request.send();
  if (request.status !== 200) throw new Error(`${request.status} ${url}`);
  return new Uint8Array(request.response);
}

/** The compressed module, kept by the browser between pages and visits. */
async function packed() {
  const cache = await caches.open(CACHE).catch(() => undefined);
  const kept = await cache?.match(PYTHON).catch(() => undefined);
  if (kept) return kept.body;
  const response = await fetch(PYTHON);
  if (!response.ok) throw new Error(`${response.status} ${PYTHON}`);
  const [body, copy] = response.body.tee();
  renew(cache, copy).catch(() => {}); // no room, or cut short
  return body;
}

async function renew(cache, body) {
  for (const old of await cache.keys()) await cache.delete(old);
  await cache.put(PYTHON, new Response(body));
}

async function compiled() {
  let got = 0, told = 0;
  const counted = new TransformStream({
    transform(chunk, controller) {
      got += chunk.length;
      if (performance.now() - told > REST) {
        told = performance.now();
        postMessage({ kind: "progress", got });
      }
      controller.enqueue(chunk);
    },
  });
  const body = (await packed()).pipeThrough(counted).pipeThrough(new DecompressionStream("gzip"));
  const headers = { "Content-Type": "application/wasm" };
  return WebAssembly.compileStreaming(new Response(body, { headers }));
}

/** Gathers output, so that a loop that prints does not drown the page. */
class Output {
  constructor() {
    this.parts = [];
    this.length = this.told = 0;
    this.streams = ["out", "err"].map((stream) => {
      const decoder = new TextDecoder();
      return new ConsoleStdout((data) => this.add(stream, decoder.decode(data, { stream: true })));
    });
  }
  add(stream, text) {
    if (this.length > MOST) return;
    this.length += text.length;
    if (this.length > MOST) text = text.slice(0, MOST - this.length) + "\n…\n";
    this.parts.push([stream, text]);
    if (performance.now() - this.told > REST) this.tell();
  }
  tell() {
    this.told = performance.now();
    if (this.parts.length) postMessage({ kind: "output", parts: this.parts.splice(0) });
  }
}

/** The shim looks for the flags of a wait four bytes too early, and would sleep for ages. */
function waiting(wasi) {
  const { poll_oneoff } = wasi.wasiImport;
  return (wait, ...others) => {
    const memory = new DataView(wasi.inst.exports.memory.buffer);
    memory.setUint16(wait + 36, memory.getUint16(wait + 40, true), true);
    return poll_oneoff(wait, ...others);
  };
}

const folder = (entries) => new Directory(new Map(Object.entries(entries)));
const library = new Library();

function interpreter(module, output) {
  const temporary = folder({});
  const lib = folder({ "python315.zip": library });
  const files = { usr: folder({ local: folder({ lib }) }), tmp: temporary };
  const root = new PreopenDirectory("/", new Map(Object.entries(files)));
  const opened = [new OpenFile(new File([])), ...output.streams, root];
  const wasi = new WASI(["/usr/local/bin/python.wasm"], [], opened, { debug: false });
  wasi.inst = new WebAssembly.Instance(module, {
    wasi_snapshot_preview1: {
      ...wasi.wasiImport, poll_oneoff: waiting(wasi), sched_yield: () => 0,
    },
    host: { call: () => -1 },
  });
  const python = wasi.inst.exports;
  const turn = (source) => {
    const data = new TextEncoder().encode(source);
    const at = python.host_alloc(data.length) >>> 0;
    new Uint8Array(python.memory.buffer).set(data, at);
    python.turn(at, data.length);
    const told = temporary.contents.get("told");
    return told && JSON.parse(new TextDecoder().decode(told.data));
  };
  return { turn };
}

/** The line of Python that runs a code, or checks it against a task. */
const line = (code, task) => `import driver; ${
  task ? `driver.check(${JSON.stringify(code)}, ${JSON.stringify(task)})`
    : `driver.run(${JSON.stringify(code)})`}`;

onmessage = async ({ data: { codes, task, module } }) => {
  const output = new Output(), end = { kind: "end", error: undefined };
  try {
    if (!module) postMessage({ kind: "module", module: module = await compiled() });
  } catch (error) {
    return postMessage({ ...end, failed: String(error) });
  }
  const began = performance.now();
  try {
    const { turn } = interpreter(module, output);
    for (const code of codes) {
      const told = turn(line(code, task));
      if (!told) continue;
      Object.assign(end, told);
      break;
    }
  } catch (error) { // a trap, or the browser's own stack or memory has run out
    if (!(error instanceof WASIProcExit)) end.broken = String(error);
  }
  output.tell();
  postMessage({ ...end, milliseconds: performance.now() - began });
};
