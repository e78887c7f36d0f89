// What HTML alone cannot say. Everything can be read without it.
const words = {
  ko: { code: "코드", filter: "용어 찾기", search: "검색", menu: "메뉴" },
  en: { code: "Code", filter: "Find a term", search: "Search", menu: "Menu" },
}[document.documentElement.lang];

const article = document.querySelector("article");
document.querySelector(".md-search")?.setAttribute("aria-label", words.search);
// The drawer opens by a label, which no key reaches; `for` is what the theme styles it by.
const label = document.querySelector(".md-header label[for='__drawer']");
const menu = document.createElement("button");
Object.assign(menu, { type: "button", className: label.className, ariaLabel: words.menu });
menu.setAttribute("for", "__drawer");
menu.append(...label.childNodes);
menu.addEventListener("click", () => document.querySelector("#__drawer").click());
label.replaceWith(menu);
// The worker of the search reads its index when someone turns to the box, not before.
document.querySelector(".md-search__input")?.addEventListener("focus", () => {
  const { base } = JSON.parse(document.querySelector("#__config").textContent);
  const index = new URL("search/sections.json", new URL(base, location));
  new BroadcastChannel(index.href).postMessage("focus");
}, { once: true });
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
// The theme adds the buttons of a code box when it comes into view.
new MutationObserver(() => {
  document.querySelectorAll(".md-code__nav:not([aria-label])").forEach((nav) => {
    const number = +nav.closest("pre").id.replace(/\D/g, "") + 1;
    nav.setAttribute("aria-label", `${words.code} ${number}`);
  });
}).observe(article, { childList: true, subtree: true });

// What scrolls sideways must be reachable by keyboard, and only that.
const watch = new ResizeObserver((boxes) => boxes.forEach(({ target: box }) => {
  if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  else box.removeAttribute("tabindex");
}));
document.querySelectorAll(".md-typeset__scrollwrap, .formula, .lab-output, .md-typeset pre > code")
  .forEach((box) => watch.observe(box));

// Tables that can be filtered and sorted.
for (const box of document.querySelectorAll(".sortable")) {
  const table = box.querySelector("table"), body = table.tBodies[0];
  const filter = Object.assign(document.createElement("input"), {
    type: "search", className: "filter", placeholder: words.filter, ariaLabel: words.filter,
  });
  const plain = (text) => text.normalize("NFC").toLowerCase().replace(/[\s\-·]/g, "");
  filter.addEventListener("input", () => {
    for (const row of body.rows) row.hidden = !plain(row.textContent).includes(plain(filter.value));
  });
  box.prepend(filter);
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
