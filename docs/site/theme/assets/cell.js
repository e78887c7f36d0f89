// A cell: a block of code that its reader changes and runs. Fetched when a button is pressed.
import { Python } from "./python.js";

export const words = {
  ko: {
    code: "코드", run: "▶ 실행", stop: "■ 멈춤", reset: "처음 코드로", close: "닫기",
    keys: "Ctrl+Enter 실행 · Esc 닫기", printed: "방금 나온 출력", below: "페이지에 적힌 출력",
    loading: (got, all) => `Python을 내려받는 중: ${all} MB 가운데 ${got} MB`,
    starting: "Python을 준비하는 중", running: "실행하는 중",
    done: (seconds) => `${seconds}초 만에 끝났다.`, none: "출력은 없다.",
    same: "✓ 페이지에 적힌 출력과 같다.", other: "페이지에 적힌 출력과 다르다. 끝자리는 기계마다 다를 수 있다.",
    at: (line, code) => `${line}번째 줄에서 멈췄다: ${code}`, failed: "코드가 멈췄다.",
    missing: (name) => `${name}: 여기에는 없다. 쓸 수 있는 것은 NumPy, dlnotes, SciPy, scikit-learn, Matplotlib, Python 표준 라이브러리다.`,
    top: "▶ 위부터 여기까지", first: "이 이름은 위 셀에서 정한다. ‘위부터 여기까지’를 누르면 위 셀부터 차례로 실행한다.",
    figure: (number, about) => `그림 ${number}. ${about || "제목이 없다."}`,
    broken: "실행이 끊겼다. 재귀가 너무 깊거나 메모리가 모자라면 이렇게 된다. 다시 실행하면 새로 시작한다.",
    lost: "Python을 내려받지 못했다. 인터넷 연결을 확인하고 다시 실행한다.",
    stopped: "멈췄다. 다시 실행하면 처음부터 시작한다.",
    quiet: "이 Python의 NumPy는 오버플로나 0으로 나누기를 경고하지 않는다. 결과가 inf나 nan이면 살펴본다.",
  },
  en: {
    code: "Code", run: "▶ Run", stop: "■ Stop", reset: "Original code", close: "Close",
    keys: "Ctrl+Enter runs · Esc closes", printed: "Output of this run", below: "Output printed on the page",
    loading: (got, all) => `Downloading Python: ${got} of ${all} MB`,
    starting: "Starting Python", running: "Running",
    done: (seconds) => `Finished in ${seconds} s.`, none: "It printed nothing.",
    same: "✓ As printed on the page.", other: "Not as printed on the page. Last digits can differ between machines.",
    at: (line, code) => `Stopped at line ${line}: ${code}`, failed: "The code stopped.",
    missing: (name) => `${name} is not available here: only NumPy, dlnotes, SciPy, scikit-learn, Matplotlib and Python's standard library are.`,
    top: "▶ From the top to here", first: "Is this name set in a cell above? “From the top to here” runs those cells first.",
    figure: (number, about) => `Figure ${number}. ${about || "It has no title."}`,
    broken: "The run broke off. Very deep recursion or too little memory can do this. The next run starts afresh.",
    lost: "Python could not be downloaded. Check the network, then run again.",
    stopped: "Stopped. The next run starts from the beginning.",
    quiet: "NumPy gives no warnings of overflow or division by zero here. If a result is inf or nan, look into it.",
  },
}[document.documentElement.lang];

export const { content: base, dataset: { size, more } } = document.querySelector("meta[name=runtime]");
export const python = new Python(new URL(base, location).href);
export const megabytes = (bytes) => Math.round(bytes / 1e6);
const cells = new Map();
const USES = /^[ \t]*(?:from|import)\b.*\b(?:matplotlib|scipy|sklearn)\b/m; // which are the second download
const lab = [...document.querySelectorAll("[data-run=lab]")]; // its cells share one interpreter
let living = false; // that interpreter

export const make = (tag, settings, ...children) => {
  const element = Object.assign(document.createElement(tag), settings);
  element.append(...children);
  return element;
};

/** The cell of a block, whose own button is `opener`; of another kind for a function to write. */
export function cellOf(block, opener, Kind = Cell) {
  if (!cells.has(block)) cells.set(block, new Kind(block, opener));
  return cells.get(block);
}

/** Run the cells of a lab in a new interpreter, the first to the one of a block, while all is well. */
export async function runLab(last) {
  living = false;
  for (const block of lab.slice(0, lab.indexOf(last) + 1)) {
    const cell = cellOf(block, block.querySelector(".run"));
    cell.show();
    if (!await cell.run()) return cell.whole.scrollIntoView({ block: "nearest" });
  }
}

/** The colours of the page as drawings need them, that of its paper last. */
function colours() {
  const brush = document.createElement("canvas").getContext("2d");
  const style = getComputedStyle(document.body);
  return Array.from({ length: 9 }, (_, i) => {
    brush.fillStyle = style.getPropertyValue(`--fig-${i}`).trim();
    return brush.fillStyle;
  });
}

/** A figure of Matplotlib, which a screen reader hears by its titles and the names of its axes. */
function drawn({ width, height, words: about, pixels }, number) {
  const canvas = make("canvas", { width, height, role: "img" });
  canvas.ariaLabel = words.figure(number, about.join(", "));
  const image = new ImageData(new Uint8ClampedArray(pixels.buffer), width, height);
  canvas.getContext("2d").putImageData(image, 0, 0);
  return canvas;
}

export class Cell {
  constructor(block, opener) {
    Object.assign(this, { block, opener });
    const below = block.nextElementSibling;
    this.shown = below?.matches(".language-text, .lab-output") ? below : undefined;
    const [name] = opener.ariaLabel.split(":"); // of one cell alone
    this.field = make("textarea", {
      spellcheck: false, autocapitalize: "off", autocomplete: "off", wrap: "off",
      ariaLabel: name,
    });
    this.button = make("button", { type: "button", className: "go" });
    const reset = make("button", { type: "button", textContent: words.reset });
    const close = make("button", { type: "button", textContent: words.close });
    this.told = make("p", { role: "status" });
    this.output = make("pre", { tabIndex: 0, role: "region", ariaLabel: `${name}: ${words.printed}` });
    this.result = make("div", {}, make("small", { textContent: words.printed }), this.output);
    this.figures = make("div");
    this.bar = make("p", { className: "bar" }, this.button, " ", reset, " ", close, " ",
      make("small", { textContent: this.words.keys }));
    this.whole = make("div", { className: "cell" }, this.field, this.bar, this.told, this.result, this.figures);
    if (this.shown) this.whole.append(make("small", { textContent: words.below }));
    this.whole.dataset.only = "screen";
    if (lab.includes(block)) {
      const top = make("button", { type: "button", textContent: words.top });
      top.addEventListener("click", () => runLab(block));
      this.button.after(" ", top);
    }
    this.button.addEventListener("click", () => this.going ? python.stop() : this.run());
    reset.addEventListener("click", () => this.fill(this.original()));
    close.addEventListener("click", () => this.close());
    this.whole.addEventListener("keydown", (event) => this.key(event));
    this.field.addEventListener("input", () => { this.grow(); this.label(this.going); });
    block.before(this.whole);
    this.fill(this.original());
    this.label(false);
  }

  /** The words of its button and of its keys. */
  get words() {
    return words;
  }

  original() {
    return this.block.querySelector("code").textContent.trimEnd();
  }

  show() {
    this.whole.hidden = false;
    this.grow();
  }

  /** Whether the code, or one that it shares an interpreter with, needs the second download. */
  more() {
    return "more" in this.block.dataset || USES.test(this.field.value);
  }

  /** Show the cell, and run its code. */
  start() {
    this.show();
    this.field.focus();
    this.run();
  }

  close() {
    if (this.going) python.stop();
    this.whole.hidden = true;
    this.opener.focus();
  }

  /** Put in a code, and forget what the one before did. */
  fill(code) {
    this.field.value = code;
    this.grow();
    this.mark();
    this.tell();
    this.result.hidden = true;
    this.figures.replaceChildren();
  }

  grow() {
    this.field.rows = this.field.value.split("\n").length;
  }

  key(event) {
    if (event.isComposing) return;
    if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.run();
    else return;
    event.preventDefault();
  }

  /** Note whether the code runs, on the button too. */
  label(going) {
    this.going = going;
    this.whole.toggleAttribute("data-more", this.more());
    const second = this.more() ? ` + ${megabytes(more)}` : "";
    const told = make("small", { textContent: ` · ${megabytes(size)}${second} MB` });
    this.button.replaceChildren(...going ? [words.stop] : [this.words.run, told]);
  }

  tell(...lines) {
    this.told.replaceChildren(...lines.flatMap((line) => [line, make("br")]).slice(0, -1));
  }

  /** Mark a line of the code, or none. */
  mark(line) {
    this.field.classList.toggle("failed", Boolean(line));
    this.field.style.setProperty("--line", line || 1);
  }

  async run(code = this.field.value) {
    const text = { out: "", err: "" }, turn = this.turn = {};
    this.mark();
    this.result.hidden = true;
    this.output.textContent = "";
    this.figures.replaceChildren();
    const shared = lab.includes(this.block), more = this.more();
    const settings = { fresh: !(shared && living), more, colours: colours(), task: this.task };
    const started = python.run(code, settings, (message) => this.hear(message, text));
    this.label(true);
    this.tell(python.module ? words.running : words.starting);
    const end = await started;
    const lost = end.failed || end.stopped || end.broken;
    if (shared && this.turn === turn) living = !lost;
    if (this.turn !== turn) return false; // it was stopped by the next one
    this.label(false);
    if (!end.failed && python.module) loaded(more);
    this.finish(end, code, text);
    return !lost && !end.error;
  }

  hear({ kind, got, parts, figures }, text) {
    const all = +size + (this.more() ? +more : 0);
    const said = kind === "progress"
      ? words.loading(5 * Math.floor(got / 5e6), megabytes(all)) : words.running;
    if (this.told.textContent !== said) this.tell(said); // which is read aloud
    for (const [stream, part] of parts ?? []) {
      this.result.hidden = false;
      text[stream] += part;
      this.output.append(part);
    }
    this.figures.append(...(figures ?? []).map((figure, i) => drawn(figure, i + 1)));
  }

  finish({ error, broken, failed, stopped, milliseconds }, code, { out, err }) {
    if (failed) return this.tell(words.lost);
    if (stopped) return this.tell(words.stopped);
    if (broken) return this.tell(words.broken);
    if (error) return this.fail(error, code);
    const lines = [words.done((milliseconds / 1000).toFixed(2))];
    const printed = this.shown?.textContent.trimEnd();
    if (!out && !err && !this.figures.children.length) lines.push(words.none);
    else if (printed === out.trimEnd()) lines.push(words.same);
    else if (this.shown && code === this.original()) lines.push(words.other);
    if (/\b(inf|nan)\b/.test(out)) lines.push(words.quiet);
    this.tell(...lines);
  }

  fail({ line, kind, text, missing }, code) {
    const where = line ? words.at(line, code.split("\n")[line - 1]?.trim() ?? "") : words.failed;
    this.mark(line);
    this.tell(where, missing ? words.missing(missing) : `${kind}: ${text}`);
    if (kind === "NameError" && lab.indexOf(this.block) > 0) this.told.append(make("br"), words.first);
  }
}

/** Note that Python is here, the second download too or not, so that its size need not be told again. */
export function loaded(both) {
  const here = document.documentElement.classList;
  here.add("has-python");
  here.toggle("has-more", both || here.contains("has-more"));
  try {
    localStorage.setItem("dlnotes.python", base.split("/").at(-2) + (here.contains("has-more") ? "+" : ""));
  } catch {}
}
