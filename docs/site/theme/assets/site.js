// What HTML alone cannot say. Everything can be read without it.
const words = {
  ko: { code: "코드", filter: "표에서 찾기", found: "개", search: "검색", menu: "메뉴", run: "실행", write: "코드 쓰기",
    lost: "수를 내려받지 못했다. 인터넷 연결을 확인하고, 접었다가 다시 편다.",
    all: "모두 실행", lab: "셀은 한 Python에서 차례로 돌고, 고쳐서 다시 돌릴 수 있다.", wait: (seconds) => ` 모두 도는 데 ${seconds}초쯤 걸린다.` },
  en: { code: "Code", filter: "Find in the table", found: " rows", search: "Search", menu: "Menu", run: "Run", write: "Write code",
    lost: "The numbers could not be downloaded. Check the network, then fold this and unfold it again.",
    all: "Run all", lab: "The cells run in order in one Python. Each can be changed and run again.", wait: (seconds) => ` All of them take about ${seconds} s.` },
}[document.documentElement.lang];

const $ = (what) => document.querySelector(what), $$ = (what) => document.querySelectorAll(what);
const article = $("article");
$(".md-search")?.setAttribute("aria-label", words.search);
// Screen readers announce these when they change; links to the current page are marked.
$$(".md-search-result__meta, .md-dialog").forEach((box) => { box.role = "status"; });
$$(".md-nav--primary a.md-nav__link--active").forEach((link) => { link.ariaCurrent = "page"; });
$$(".md-tabs__item--active a").forEach((link) => { link.ariaCurrent = "true"; });
$(".md-top")?.addEventListener("click", () => $(".md-logo").focus({ preventScroll: true }));

// The drawer opens by a label, which no key reaches; `for` is what the theme styles it by.
const drawer = $("#__drawer"), label = $(".md-header label[for='__drawer']");
const menu = document.createElement("button");
Object.assign(menu, { type: "button", className: label.className, ariaLabel: words.menu });
menu.setAttribute("for", "__drawer");
menu.append(...label.childNodes);
menu.addEventListener("click", () => drawer.click());
label.replaceWith(menu);
// Open, it has the keyboard to itself: the level that is seen, the way back, Escape.
const behind = $$(".md-header, .md-tabs, .md-content, .md-footer, .md-top");
const wide = matchMedia("(min-width: 76.25em)");
const enter = () => [...$$(".md-nav--primary :is(a, label[tabindex])")]
  .find((stop) => stop.checkVisibility({ visibilityProperty: true }))?.focus();
const opened = () => {
  menu.ariaExpanded = drawer.checked;
  behind.forEach((part) => { part.inert = drawer.checked; });
  for (const back of $$(".md-nav--primary :is(.md-nav__list .md-nav__title, [for=__toc])"))
    back.tabIndex = drawer.checked ? 0 : -1;
  if (drawer.checked) enter();
};
opened();
drawer.addEventListener("change", () => { opened(); if (!drawer.checked) menu.focus(); });
const close = () => { if (drawer.checked) drawer.click(); };
addEventListener("keydown", ({ key }) => { if (key === "Escape") close(); });
wide.addEventListener("change", close);
for (const level of $$(".md-nav__toggle"))
  level.addEventListener("change", () => { if (drawer.checked) enter(); });
// The worker of the search reads its index when someone turns to the box, not before.
const box = $(".md-search__input");
let left; // where the reader was
box?.addEventListener("focus", () => {
  const { base } = JSON.parse($("#__config").textContent);
  const index = new URL("search/sections.json", new URL(base, location));
  try { new BroadcastChannel(index.href).postMessage("focus"); } catch {} // storage blocked
}, { once: true });
box?.addEventListener("focus", ({ relatedTarget }) => { left = relatedTarget; });
box?.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") setTimeout(() => left?.focus({ preventScroll: true }));
});
// The theme waits for keys; what is pasted or spoken presses none.
box?.addEventListener("input", () => box.dispatchEvent(new KeyboardEvent("keyup")));
// What was looked for is marked, across links and emphasis too, without touching the page,
// once the theme has put its tables into boxes.
const sought = new URLSearchParams(location.search).getAll("h").filter(Boolean);
if (sought.length && window.Highlight) addEventListener("load", () => {
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const ends = [], ranges = [];
  let text = "", node;
  while ((node = walker.nextNode())) ends.push([node, (text += node.data).length]);
  text = text.toLowerCase();
  const place = (at) => {
    const [holder, end] = ends.find(([, end]) => end > at);
    return [holder, at - end + holder.length];
  };
  for (const word of sought)
    for (let at = -1; (at = text.indexOf(word, at + 1)) >= 0;) {
      if (/[a-z0-9]{2}/.test(text.slice(at - 1, at + 1))) continue; // inside an English word
      const range = new Range(), [last, offset] = place(at + word.length - 1);
      range.setStart(...place(at));
      range.setEnd(last, offset + 1);
      ranges.push(range);
    }
  CSS.highlights.set("sought", new Highlight(...ranges));
});
// The theme adds the buttons of a code box when it comes into view, as a navigation of its own.
new MutationObserver(() => $$(".md-code__nav:not([role])").forEach((nav) => {
  const number = +nav.closest("pre").id.replace(/\D/g, "") + 1;
  nav.role = "none";
  nav.dataset.only = "screen";
  for (const button of nav.children)
    button.ariaLabel = `${words.code} ${number}: ${button.title}`;
})).observe(article, { childList: true, subtree: true });

// A section has the same address in every language.
const keepSection = () =>
  $$(".md-select__link").forEach((link) => { link.hash = location.hash; });
keepSection();
addEventListener("hashchange", keepSection);

// What scrolls sideways must be reachable by keyboard, and only that.
const watch = new ResizeObserver((boxes) => boxes.forEach(({ target: box }) => {
  if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  else box.removeAttribute("tabindex");
}));
// The theme has put tables in boxes by then.
addEventListener("load", () =>
  $$(".md-typeset__scrollwrap, .formula, .lab-output, .md-typeset pre > code")
    .forEach((box) => watch.observe(box)));

// A link that a table shows in part is not brought into view by the browser.
article.addEventListener("focusin", ({ target }) => {
  if (target.closest(".md-typeset__scrollwrap"))
    target.scrollIntoView({ block: "nearest", inline: "nearest" });
});

// Tables that can be filtered and sorted.
for (const box of $$(".sortable")) {
  const table = box.querySelector("table"), body = table.tBodies[0];
  const filter = Object.assign(document.createElement("input"), {
    type: "search", className: "filter", placeholder: words.filter, ariaLabel: words.filter,
  });
  const plain = (text) => text.normalize("NFC").toLowerCase().replace(/[\s\-·]/g, "");
  const count = Object.assign(document.createElement("output"), { className: "found" });
  filter.dataset.only = "screen";
  const narrow = () => {
    for (const row of body.rows) row.hidden = !plain(row.textContent).includes(plain(filter.value));
    const shown = [...body.rows].filter((row) => !row.hidden).length;
    count.textContent = filter.value && `${shown}${words.found}`;
  };
  filter.addEventListener("input", narrow);
  // Going back restores the words in the box, so filter again.
  addEventListener("pageshow", narrow);
  box.prepend(filter, count);
  for (const head of table.tHead.rows[0].cells) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.ariaSort === "ascending";
      for (const other of table.tHead.rows[0].cells) other.ariaSort = null;
      head.ariaSort = down ? "descending" : "ascending";
      const text = (row) => row.cells[head.cellIndex].textContent.trim();
      body.append(...[...body.rows].sort((a, b) =>
        text(a).localeCompare(text(b), document.documentElement.lang) * (down ? -1 : 1)));
    });
  }
}
// The numbers of a page's formulas come when the words of one are unfolded: as a script, for
// a page that is opened from a file may fetch nothing else. Lost ones are fetched anew.
let fetched;
const fetchNumbers = () => fetched ??= new Promise((resolve) => {
  const script = Object.assign(document.createElement("script"), { src: "numbers.js" });
  script.addEventListener("load", () => resolve(window.numbers));
  script.addEventListener("error", () => resolve(fetched = undefined));
  document.head.append(script);
});
for (const [place, fold] of [...$$(".spoken:has(> summary > span)")].entries())
  fold.addEventListener("toggle", async () => {
    const found = fold.open && await fetchNumbers();
    if (!fold.open || fold.querySelector(".numbers")) return;
    fold.querySelector("[role=alert]")?.remove();
    fold.insertAdjacentHTML("beforeend",
      found?.[place] ?? `<p role="alert" data-only="screen">${words.lost}</p>`);
    fold.querySelectorAll(".numbers div").forEach((box) => watch.observe(box));
  });
// Code that can run in this browser gets a button; all that it takes is fetched at a press.
const runtime = $("meta[name=runtime]");
const EXCEPTIONS = "AGFzbQEAAAABBAFgAAADAgEACg0BCwACQB9AAQIACwsL"; // a module that handles one
const able = runtime && window.DecompressionStream && window.WebAssembly?.validate(
  Uint8Array.from(atob(EXCEPTIONS), (letter) => letter.charCodeAt()));
try {
  const [, known, more] = /^([^+]*)(\+?)$/.exec(localStorage.getItem("dlnotes.python") ?? "");
  const here = Boolean(known && runtime?.content.includes(known));
  document.documentElement.classList.toggle("has-python", here);
  document.documentElement.classList.toggle("has-more", Boolean(here && more));
} catch {} // storage blocked
const runner = (block, className, name) => {
  const button = document.createElement("button"), size = document.createElement("small");
  const { dataset } = runtime, megabytes = (bytes) => Math.round(bytes / 1e6);
  const second = "more" in block.dataset ? ` + ${megabytes(dataset.more)}` : "";
  size.textContent = ` · ${megabytes(dataset.size)}${second} MB`;
  button.append(name, size);
  Object.assign(button, { type: "button", className });
  return button;
};
const runnable = (within) => {
  for (const block of able ? within.querySelectorAll("[data-run]") : []) runOf(block);
};
function runOf(block) {
  const { task } = block.parentNode.dataset; // of a function to write
  const button = runner(block, "run", task ? `✎ ${words.write}` : `▶ ${words.run}`);
  const number = [...$$("article .highlight")].indexOf(block) + 1;
  button.ariaLabel = `${words.code} ${number}: ${button.textContent}`;
  button.dataset.only = "screen";
  button.addEventListener("click", async () => {
    const { cellOf, Kind } = await (task ? import("./write.js") : import("./cell.js"));
    cellOf(block, button, Kind).start();
  });
  block.append(button);
}
runnable(article);
// A lab is run whole, too.
const [start, ...others] = able ? $$("[data-run=lab]") : [];
if (start) {
  const line = document.createElement("p"), button = runner(start, "all", `▶ ${words.all}`);
  button.addEventListener("click", async () =>
    (await import("./cell.js")).runLab(others.at(-1) ?? start));
  line.className = "lab-run";
  line.dataset.only = "screen";
  line.append(button, ` ${words.lab}`, start.dataset.wait ? words.wait(start.dataset.wait) : "");
  start.before(line);
}
if (able && $(".playground")) import("./playground.js");
if (able && $(".checker")) import("./formula.js");
