// A cell in which a reader writes a function, which is checked against cases. Fetched when a
// button is pressed; Python only when the function is checked.
import { Cell, cellOf } from "./cell.js";

const words = {
  ko: {
    run: "✓ 확인", keys: "Ctrl+Enter 확인 · Esc 닫기",
    right: (count) => `✓ 맞았다. 경우 ${count}가지에서 모두 dlnotes의 답과 같다.`,
    wrong: "아직 아니다.", when: (given, why) => `${given}일 때 ${why}`,
    differs: (got, want) => `이 코드의 값은 ${got}, 바른 값은 ${want}이다.`,
    nothing: "함수가 아무것도 돌려주지 않는다. return이 있는지 본다.",
    shape: (got, want) => `결과의 모양이 다르다. 이 코드: ${got}, 바른 모양: ${want}.`,
    numbers: (got, want) => `값은 맞는데 수의 종류가 다르다. 이 코드: ${got}, 바른 종류: ${want}.`,
    other: (got) => `함수가 수나 배열이 아닌 것을 돌려준다: ${got}.`,
    absent: (name) => `${name} 함수가 없다. 처음 코드의 이름을 그대로 쓴다.`,
    single: "수 하나", bool: "참과 거짓", int: "정수", float: "실수", complex: "복소수",
    own: "여기서는 dlnotes를 불러올 수 없다. 답을 내는 쪽이 dlnotes이기 때문이다. NumPy로 직접 써 본다.",
  },
  en: {
    run: "✓ Check", keys: "Ctrl+Enter checks · Esc closes",
    right: (count) => `✓ Right: in all ${count} cases it gives what dlnotes gives.`,
    wrong: "Not yet.", when: (given, why) => `For ${given} ${why}`,
    differs: (got, want) => `yours gives ${got}, right is ${want}.`,
    nothing: "the function returns nothing. Is there a return?",
    shape: (got, want) => `the result has another shape: yours is ${got}, right is ${want}.`,
    numbers: (got, want) => `the values are right, but not their kind: yours are ${got}, right are ${want}.`,
    other: (got) => `the function returns something that is no number or array: ${got}.`,
    absent: (name) => `There is no function ${name}. Keep the name of the original code.`,
    single: "a single number", bool: "true or false", int: "whole numbers (int)",
    float: "floating-point numbers (float)", complex: "complex numbers",
    own: "dlnotes cannot be imported here, since it is what gives the answers. Write it with NumPy.",
  },
}[document.documentElement.lang];
const shape = (sizes) => sizes.length ? `(${sizes.join(", ")}${sizes.length > 1 ? "" : ","})` : words.single;

export { cellOf };

/** The kind of cell that checks. */
export class Kind extends Cell {
  get words() {
    return words;
  }

  get task() {
    return this.block.parentNode.dataset.task;
  }

  /** Show the field; there is nothing to check yet. */
  start() {
    this.show();
    this.field.focus();
  }

  finish(end, code, text) {
    if (!end.verdict) return super.finish(end, code, text);
    const { kind, given } = end.verdict, right = kind === "right";
    if (!["absent", "nothing"].includes(kind)) // which are no answers yet
      exercises.keep(this.block.closest("[data-exercise]").dataset.exercise, right);
    if (right) return this.tell(words.right(end.verdict.cases));
    const why = this.why(end.verdict);
    this.tell(words.wrong, given ? words.when(given, why) : why);
  }

  why({ kind, name, got, want }) {
    if (kind === "shape") return words.shape(shape(got), shape(want));
    if (kind === "numbers") return words.numbers(words[got], words[want]);
    return { differs: words.differs, nothing: () => words.nothing, other: words.other,
      absent: () => words.absent(name) }[kind](got, want);
  }

  fail(error, code) {
    super.fail(error, code);
    if (error.missing === "dlnotes") this.tell(words.own);
    else if (error.given) this.told.append(` (${words.when(error.given, "").trim()})`);
  }
}
