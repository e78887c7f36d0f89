// Runs in the build, by Node.js, in a folder of snapshot.py: one Python runs the codes one after
// another, and after each its memory is written down. Chance and clocks are zero, so that two
// builds write the same.
import { readdirSync, readFileSync, statSync, writeFileSync, writeSync } from "node:fs";
import { folder, interpreter } from "./interpreter.js";
import { ConsoleStdout, File } from "./shim/index.js";

/** A file or folder of the disk, in memory and in the order of names. */
function copied(path) {
  if (!statSync(path).isDirectory()) return new File(readFileSync(path));
  const names = readdirSync(path).sort();
  return folder(Object.fromEntries(names.map((name) => [name, copied(`${path}/${name}`)])));
}

const still = (wasi) => ({
  random_get(at, length) {
    new Uint8Array(wasi.inst.exports.memory.buffer, at >>> 0, length).fill(0);
    return 0;
  },
  clock_time_get(clock, precision, at) {
    new DataView(wasi.inst.exports.memory.buffer).setBigUint64(at >>> 0, 0n, true);
    return 0;
  },
});

const module = new WebAssembly.Module(readFileSync("python.wasm"));
const libraries = copied("lib");
const streams = [1, 2].map((number) => new ConsoleStdout((data) => writeSync(number, data)));
const python = interpreter(module, libraries, streams, still);
for (const [i, code] of JSON.parse(readFileSync("codes.json")).entries()) {
  if (python.turn(code)) throw new Error(`code ${i} broke off`);
  writeFileSync(`memory${i}`, new Uint8Array(python.memory.buffer));
}
