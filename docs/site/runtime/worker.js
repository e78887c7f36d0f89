// Python in a worker, which speaks in messages and knows no page. In: `run` with a code, a `task` if
// it is to be checked, the colours to draw in, and the module once it has been compiled. `fresh` asks
// for a new interpreter, whose memory begins as the build left it; else the one before goes on. `more`
// asks for the memory that has scikit-learn and Matplotlib too. Out: `progress`, `module`, `output`,
// `figures`, and `end`. Who wants it to stop ends the worker.
import { folder, interpreter } from "./interpreter.js";
import { ConsoleStdout, File, WASIProcExit } from "./shim/index.js";

const [PYTHON, MORE, LIBRARY, MODULES] = ["python", "more", "library", "modules"]
  .map((name) => new URL(`${name}.bin`, import.meta.url).href);
const CACHE = "dlnotes-python";
const MOST = 200_000; // letters of output that a page is handed
const REST = 50; // milliseconds between two messages of output

/** Modules, fetched when Python first reads them: for an import that is not in its memory. */
class Library extends File {
  constructor(url) {
    super([], { readonly: true });
    let bytes;
    const get = () => bytes ??= fetched(url);
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

/** A compressed file, kept by the browser between pages and visits. */
async function packed(url) {
  const cache = await caches.open(CACHE).catch(() => undefined);
  const kept = await cache?.match(url).catch(() => undefined);
  if (kept) return kept.body;
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  const [body, copy] = response.body.tee();
  renew(cache, url, copy).catch(() => {}); // no room, or cut short
  return body;
}

async function renew(cache, url, body) {
  const here = new URL(".", url).href;
  for (const old of await cache.keys()) if (!old.url.startsWith(here)) await cache.delete(old);
  await cache.put(url, new Response(body));
}

let got = 0, told = 0; // of all that this worker fetches
async function unpacked(url, type = "") {
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
  const body = (await packed(url)).pipeThrough(counted).pipeThrough(new DecompressionStream("gzip"));
  return new Response(body, { headers: { "Content-Type": type } });
}

const compiled = async () => WebAssembly.compileStreaming(await unpacked(PYTHON, "application/wasm"));

/** How the second memory differs from the first, which is nearly everything beyond its end. */
let change;
const changed = async () => new Uint32Array(await (await unpacked(MORE)).arrayBuffer());

function apply(memory) {
  memory.grow((change.byteLength - memory.buffer.byteLength) / 65536);
  const words = new Uint32Array(memory.buffer);
  for (let i = 0; i < words.length; i += 1) words[i] ^= change[i];
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

const libraries = folder({ "python315.zip": new Library(LIBRARY), "more.zip": new Library(MODULES) });

/** The line of Python that runs a code, or checks it against a task. */
const line = (code, task) => `import driver; ${
  task ? `driver.check(${JSON.stringify(code)}, ${JSON.stringify(task)})`
    : `driver.run(${JSON.stringify(code)})`}`;

/** What the code that ran has left: its error or a verdict, and its figures. */
function left({ contents }) {
  const told = contents.get("told"), drawn = contents.get("figures");
  contents.delete("told");
  contents.delete("figures");
  const figures = [...drawn?.contents.values() ?? []].map(({ data }) => {
    const end = data.indexOf(10); // of its first line
    return { ...JSON.parse(new TextDecoder().decode(data.subarray(0, end))), pixels: data.slice(end + 1) };
  });
  if (figures.length) postMessage({ kind: "figures", figures }, figures.map(({ pixels }) => pixels.buffer));
  return told && JSON.parse(new TextDecoder().decode(told.data));
}

const output = new Output();
let living;

async function run({ code, task, fresh, more, colours, module }, end) {
  try {
    if (!module) postMessage({ kind: "module", module: module = await compiled() });
    if (more) change ??= await changed();
  } catch (error) {
    return { ...end, failed: String(error) };
  }
  output.length = 0;
  const began = performance.now();
  try {
    if (fresh || !living) {
      living = interpreter(module, libraries, output.streams);
      if (more) apply(living.memory);
      living.turn(`import driver; driver.begin(${JSON.stringify(colours)})`);
    }
    living.turn(line(code, task));
    Object.assign(end, left(living.temporary));
  } catch (error) { // a trap, or the browser's own stack or memory has run out
    living = undefined;
    if (!(error instanceof WASIProcExit)) end.broken = String(error);
  }
  output.tell();
  return { ...end, milliseconds: performance.now() - began };
}

onmessage = async ({ data }) => postMessage(await run(data, { kind: "end", error: undefined }));
