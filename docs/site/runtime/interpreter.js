// One Python: the module of WebAssembly with the files that it sees. The worker runs it in the
// browser, and memories.js in the build.
import { Directory, File, OpenFile, PreopenDirectory, WASI } from "./shim/index.js";

export const folder = (entries) => new Directory(new Map(Object.entries(entries)));

/** The folder at the top. The shim does not say that Python may write below it. */
class Root extends PreopenDirectory {
  fd_fdstat_get() {
    const found = super.fd_fdstat_get();
    found.fdstat.fs_rights_inherited = 0xffffffffn;
    return found;
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

/**
 * A new interpreter: a function that runs Python and gives zero unless it broke off, its memory,
 * and its folder for files. `answers` of the system come before those of the shim.
 */
export function interpreter(module, libraries, streams, answers = () => ({})) {
  const temporary = folder({});
  const files = { usr: folder({ local: folder({ lib: libraries }) }), tmp: temporary };
  const root = new Root("/", new Map(Object.entries(files)));
  const opened = [new OpenFile(new File([])), ...streams, root];
  const wasi = new WASI(["/usr/local/bin/python.wasm"], [], opened, { debug: false });
  wasi.inst = new WebAssembly.Instance(module, {
    wasi_snapshot_preview1: {
      ...wasi.wasiImport, poll_oneoff: waiting(wasi), sched_yield: () => 0, ...answers(wasi),
    },
    host: { call: () => -1 },
  });
  const python = wasi.inst.exports;
  const turn = (source) => {
    const data = new TextEncoder().encode(source);
    const at = python.host_alloc(data.length) >>> 0;
    new Uint8Array(python.memory.buffer).set(data, at);
    return python.turn(at, data.length);
  };
  return { turn, temporary, memory: python.memory };
}
