// A formula of the reader's own, checked by the Python of the page as the build checks its.
import { loaded, make, megabytes, python, size, words as common } from "./cell.js";

const words = {
  ko: {
    tex: "식 (LaTeX)", code: "코드와 입력의 범위", example: "보기", press: "▶ 확인",
    agrees: "✓ 무작위 입력으로 계산하니 식의 값이 코드의 값과 같다. 이 식을 말로 읽으면 이렇다.",
    unheard: "✓ 무작위 입력으로 계산하니 식의 값이 코드의 값과 같다. 말로 읽는 법은 정해져 있지 않다.",
    differs: "✗ 식이 코드와 맞지 않거나, 식을 읽을 수 없다. 까닭은 영어로 나온다.",
    empty: "식과 코드를 모두 적는다.",
    names: ["시그모이드", "부호를 빠뜨린 시그모이드", "평균 제곱 오차", "1/N을 빠뜨린 평균 제곱 오차", "닫지 않은 괄호"],
  },
  en: {
    tex: "Formula (LaTeX)", code: "Code, and where its inputs come from", example: "Example", press: "▶ Check",
    agrees: "✓ On random inputs the formula gives what the code gives. In words it is:",
    unheard: "✓ On random inputs the formula gives what the code gives. There are no words for it here.",
    differs: "✗ The formula does not agree with the code, or cannot be read.",
    empty: "Write both a formula and a code.",
    names: ["sigmoid", "sigmoid that lost a sign", "mean squared error", "mean squared error that lost 1/N", "bracket left open"],
  },
}[document.documentElement.lang];
const SIGMOID = "sigmoid(z) for z in R^n", MSE = "mse_loss(p, y) for p, y in R^N";
const EXAMPLES = [
  [String.raw`\sigma(z) = \frac{1}{1 + e^{-z}}`, SIGMOID],
  [String.raw`\sigma(z) = \frac{1}{1 + e^{z}}`, SIGMOID],
  [String.raw`L = \frac{1}{N} \sum_{i=1}^{N} (p_i - y_i)^2`, MSE],
  [String.raw`L = \sum_{i=1}^{N} (p_i - y_i)^2`, MSE],
  [String.raw`L = \frac{1}{N} \sum_{i=1}^{N} (p_i - y_i^2`, MSE],
];

const field = (rows) => make("textarea", {
  rows, spellcheck: false, autocapitalize: "off", autocomplete: "off",
});
const tex = field(2), code = field(1), told = make("p", { role: "status" });
const found = make("div", {});
const button = make("button", { type: "button", className: "go" });
const choice = make("select", {}, ...words.names.map((name) => make("option", { textContent: name })));
const labelled = (text, box) => make("label", {}, text, box);
const whole = make("div", { className: "cell" },
  labelled(`${words.example} `, choice), labelled(words.tex, tex), labelled(words.code, code),
  make("p", { className: "bar" }, button), told, found);
whole.dataset.only = "screen";
let going = false;

const label = (on) => {
  going = on;
  button.replaceChildren(...on ? [common.stop]
    : [words.press, make("small", { textContent: ` · ${megabytes(size)} MB` })]);
};
const fill = () => {
  [tex.value, code.value] = EXAMPLES[choice.selectedIndex];
  told.textContent = "";
  found.replaceChildren();
};

/** Say what Python has found: a fault in English, or the sentence. */
const show = ({ fault, unheard, ...said }) => {
  told.textContent = fault ? words.differs : unheard ? words.unheard : words.agrees;
  found.replaceChildren(fault ? make("pre", { lang: "en", tabIndex: 0, textContent: fault })
    : make("p", { className: "said", textContent: said[document.documentElement.lang] }));
};

const check = async () => {
  if (going) return python.stop();
  found.replaceChildren();
  if (!tex.value.trim() || !code.value.trim()) return void (told.textContent = words.empty);
  const given = [tex.value, code.value].map((text) => JSON.stringify(text)).join(", ");
  let out = "";
  label(true);
  told.textContent = python.module ? common.running : common.starting;
  const end = await python.run(`import source.formula; source.formula.tell(${given})`, {},
    ({ kind, got, parts }) => {
      if (kind === "progress")
        told.textContent = common.loading(5 * Math.floor(got / 5e6), megabytes(size));
      for (const [stream, part] of parts ?? []) if (stream === "out") out += part;
    });
  label(false);
  if (end.failed) told.textContent = common.lost;
  else if (end.stopped) told.textContent = common.stopped;
  else if (end.broken) told.textContent = common.broken;
  else if (end.error) told.textContent = `${end.error.kind}: ${end.error.text}`;
  else {
    loaded(false);
    show(JSON.parse(out));
  }
};

choice.addEventListener("change", fill);
button.addEventListener("click", check);
whole.addEventListener("keydown", (event) => {
  if (event.isComposing || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  check();
});
label(false);
fill();
document.querySelector(".checker").append(whole);
