// Exercises: reads answers, gives other numbers, remembers on this machine what was solved
// and when it is to come back. All numbers come from the build.
const exercises = (() => {
  const words = {
    ko: {
      right: "✓ 맞았다.", wrong: "아직 아니다.", again: "힌트를 보거나 다시 셈해 본다.",
      none: "먼저 답한다.", unread: "수로 읽히지 않는다. 0.25, -1/3, 2.5e-3처럼 적는다.",
      other: "문제의 수를 바꾸었다", before: "✓ 전에 푼 문제다.", solved: "푼 연습 문제",
    },
    en: {
      right: "✓ Right.", wrong: "Not yet.", again: "See a hint, or work it out again.",
      none: "Answer first.", unread: "That does not read as a number. Write it like 0.25, -1/3 or 2.5e-3.",
      other: "The question has new numbers", before: "✓ You have solved this one.", solved: "Exercises solved",
    },
  }[document.documentElement.lang];
  const all = (what, within = document) => [...within.querySelectorAll(what)];

  const KEY = "dlnotes.solved", solved = new Set(); // which is all, where storing is blocked
  // By name its box, and when it is due. What is right goes up a box, but only once it is
  // due; what is wrong goes to the first and comes back in ten minutes.
  const BOXES = "dlnotes.boxes", boxes = {}, MINUTE = 6e4, DAYS = [0, 1, 3, 7, 21, 60];
  const stored = (key) => {
    try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
  };
  const store = (key, value) => {
    try { localStorage.setItem(key, JSON.stringify(value)); } catch {}
  };
  const recall = () => {
    stored(KEY)?.forEach((name) => solved.add(name));
    Object.assign(boxes, stored(BOXES));
  };
  const keep = (name, right) => {
    recall();
    const [box, due] = boxes[name] ?? [0, 0], now = Date.now(), next = Math.min(box + 1, 5);
    if (!right) boxes[name] = [0, now + 10 * MINUTE];
    else if (due <= now) boxes[name] = [next, now + DAYS[next] * 1440 * MINUTE];
    if (right) solved.add(name);
    store(KEY, [...solved]);
    store(BOXES, boxes);
  };
  addEventListener("pageshow", () => {
    recall();
    for (const line of all("[data-of]")) {
      const names = line.dataset.of.split(" ");
      const count = names.filter((name) => solved.has(name)).length;
      line.textContent = `${words.solved} ${count}/${names.length}`;
    }
  });

  // Both decimal marks, fractions, powers. 1,234 can be two numbers, and either will do.
  const decimal = (text) => /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? +text : NaN;
  const fraction = (text) => {
    const [over, under = "1", ...more] = text.split("/");
    return more.length ? NaN : decimal(over) / decimal(under);
  };
  const numbers = (text) => {
    const plain = text.replace(/\s/g, "").replace(/[−–]/g, "-")
      .replace(/(\d[×·*])?10\^/, (_, factor) => `${factor?.[0] ?? 1}e`);
    const grouped = /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/.test(plain);
    return [plain.replaceAll(",", "."), grouped ? plain.replaceAll(",", "") : ""]
      .map(fraction).filter(Number.isFinite);
  };
  const pieces = (text) => text.split(/[\s,()[\]]+/).filter(Boolean).join(" ");
  const same = (given, answer, within) => {
    const [wanted] = numbers(answer);
    if (wanted === undefined) return pieces(given) === pieces(answer);
    return numbers(given).some((number) => Math.abs(number - wanted) <= within + 1e-9);
  };

  // Makes the box of an exercise answer, and gives what tells its reader something.
  const opened = (box, at = 0) => {
    const { exercise: name, draws } = box.dataset, form = box.querySelector("form");
    const told = box.querySelector("[role=status]");
    const tell = (...what) => told.replaceChildren(...what);
    recall();
    if (solved.has(name)) tell(words.before);
    if (!form) return tell; // a function to write: write.js
    const rows = JSON.parse(draws), { tolerance } = form.dataset, cases = all("[data-case]", box);
    const field = form.querySelector("input"), other = form.querySelector("[type=button]");

    const show = () => {
      for (const slot of all("[data-value]", box)) {
        const text = rows[at][slot.dataset.value];
        slot.textContent = slot.closest("code") ? text : text.replace(/-(?=[\d.])/g, "−");
      }
      for (const part of cases) {
        part.hidden = !part.dataset.case.split(" ").includes(`${rows[at][0]}`);
        if (part.hidden) part.dataset.only = "screen";
        else delete part.dataset.only;
      }
    };
    const why = (letter) => // of a drill, with the numbers it holds for
      [...all("[data-given]", box), cases[letter.charCodeAt() - 65]]
        .flatMap((part) => [" ", ...part.cloneNode(true).childNodes]).slice(1);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const given = (field ?? box.querySelector(":checked"))?.value.trim();
      if (!given) return tell(words.none);
      if (tolerance && !numbers(given).length) return tell(words.unread);
      const right = same(given, rows[at][1], +(tolerance ?? 0));
      keep(name, right);
      if (right) tell(words.right);
      else tell(`${words.wrong} `, ...field ? [words.again] : why(given));
    });
    other?.addEventListener("click", () => {
      at = (at + 1) % rows.length;
      form.reset();
      all("details", box).forEach((fold) => { fold.open = false; });
      show();
      tell(`${words.other} (${at + 1}/${rows.length}).`);
    });
    all("form, input", box).forEach((part) => { part.hidden = false; });
    if (at) show();
    return tell;
  };
  all(".exercise").forEach((box) => opened(box));
  return { all, boxes, keep, opened, recall, solved };
})();
