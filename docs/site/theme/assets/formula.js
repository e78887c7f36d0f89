// A cell in which a reader writes a formula, which the Python of the page checks as the build does
// its own.
import { Cell, make, python } from "./cell.js";

const words = {
  ko: {
    tex: "식 (LaTeX)", code: "코드와 입력의 범위", example: "보기", run: "▶ 확인",
    agrees: "✓ 무작위 입력으로 계산하니 식의 값이 코드의 값과 같다. 이 식을 말로 읽으면 이렇다.",
    unheard: "✓ 무작위 입력으로 계산하니 식의 값이 코드의 값과 같다. 말로 읽는 법은 정해져 있지 않다.",
    differs: "✗ 식이 코드와 맞지 않거나, 식을 읽을 수 없다. 까닭은 영어로 나온다.",
    empty: "식과 코드를 모두 적는다.",
    names: ["시그모이드", "부호를 빠뜨린 시그모이드", "평균 제곱 오차", "1/N을 빠뜨린 평균 제곱 오차", "닫지 않은 괄호"],
  },
  en: {
    tex: "Formula (LaTeX)", code: "Code, and where its inputs come from", example: "Example", run: "▶ Check",
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

const labelled = (text, box) => make("label", {}, text, box);

class Formula extends Cell {
  constructor(block) {
    super(block, { ariaLabel: words.tex }); // it is open from the start: no button opens it
    const [[, value]] = EXAMPLES;
    this.binding = Object.assign(this.field.cloneNode(), { ariaLabel: words.code, value });
    const choice = make("select", {}, ...words.names.map((name) => make("option", { textContent: name })));
    choice.addEventListener("change", () => {
      const [tex, binding] = EXAMPLES[choice.selectedIndex];
      this.fill(tex);
      this.binding.value = binding;
    });
    this.whole.prepend(labelled(`${words.example} `, choice), labelled(words.tex, this.field),
      labelled(words.code, this.binding));
    this.bar.replaceChildren(this.button);
    block.append(this.whole);
  }

  get words() {
    return words;
  }

  original() {
    return EXAMPLES[0][0];
  }

  /** Escape stops; the fields stay. */
  close() {
    if (this.going) python.stop();
  }

  async run() {
    const given = [this.field.value, this.binding.value];
    this.result.replaceChildren(); // where Cell would show what Python prints, which `finish` reads
    if (!given.every((text) => text.trim())) return this.tell(words.empty);
    return super.run(`import source.formula; source.formula.tell(*${JSON.stringify(given)})`);
  }

  /** Say what Python has found: a fault in English, or the sentence. */
  finish(end, code, text) {
    if (end.failed || end.stopped || end.broken || end.error) return super.finish(end, code, text);
    const { fault, unheard, ...said } = JSON.parse(text.out);
    this.tell(fault ? words.differs : unheard ? words.unheard : words.agrees);
    this.result.replaceChildren(fault ? make("pre", { lang: "en", tabIndex: 0, textContent: fault })
      : make("p", { className: "said", textContent: said[document.documentElement.lang] }));
    this.result.hidden = false;
  }

  fail({ kind, text }) {
    this.tell(`${kind}: ${text}`);
  }
}

new Formula(document.querySelector(".checker"));
