// Another formula of a page, and questions of all pages: those that are due, then new ones.
{
  const words = {
    ko: {
      formula: "다른 식이다", due: "다시 볼 문제", fresh: "새 문제",
      apart: "여기서는 문제를 꺼낼 수 없다. 아래의 링크로 간다.",
    },
    en: {
      formula: "Another formula", due: "To see again", fresh: "new",
      apart: "No question can be fetched here. Use the links below.",
    },
  }[document.documentElement.lang];
  const { all, boxes, opened, recall, solved } = exercises;

  // A box of another page of this site. A page opened from a folder may read none.
  const pages = {}; // only what came: a request that was lost is made anew
  const read = async (url) => {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${answer.status} ${url}`);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  };
  const taken = async (href, pick) => {
    const url = href.split("#")[0];
    pages[url] ??= await read(url);
    const box = document.importNode(pick(pages[url]), true);
    for (const link of all("a[href]", box)) link.href = new URL(link.getAttribute("href"), url);
    return box;
  };

  for (const more of all("a.more")) more.addEventListener("click", async (event) => {
    event.preventDefault();
    const old = more.parentNode.previousElementSibling, { exercise } = old.dataset;
    const start = exercise.replace(/[^.]*$/, "");
    try {
      let at, those;
      const box = await taken(more.href, (page) => {
        those = all(`[data-exercise^="${start}"]`, page);
        at = those.findIndex(({ dataset }) => dataset.exercise === exercise);
        return those[at = (at + 1) % those.length];
      });
      old.replaceWith(box);
      opened(box)(`${words.formula} (${at + 1}/${those.length}).`);
    } catch { location.assign(more.href); }
  });

  for (const desk of all(".practice")) {
    const [button, told] = desk.children;
    const items = all("li:has([data-of])").flatMap((line) => {
      const [page, formulas] = all("a", line);
      return line.querySelector("[data-of]").dataset.of.split(" ")
        .map((name) => ({ name, page, href: (name.includes(".") ? formulas : page).href }));
    });
    const turn = ({ name }) => boxes[name] ?? (solved.has(name) ? [1, 0] : undefined);
    const when = (item) => turn(item)?.[1] ?? Infinity;
    const next = async () => {
      recall();
      const seen = items.filter(turn).sort((a, b) => when(a) - when(b));
      const due = seen.filter((item) => when(item) <= Date.now());
      const fresh = items.filter((item) => !turn(item)), begun = seen.map(({ page }) => page);
      // New ones come from pages that were begun before others; then whatever is due first.
      const item = due[0] ?? fresh.find(({ page }) => begun.includes(page)) ?? fresh[0] ?? seen[0];
      const { name, page, href } = item, link = page.cloneNode(true);
      try {
        const box = await taken(href, (from) => from.querySelector(`[data-exercise="${name}"]`));
        const rows = JSON.parse(box.dataset.draws ?? "[0]").length;
        desk.querySelector(".exercise")?.remove();
        desk.append(box);
        runnable(box);
        told.replaceChildren(`${words.due} ${due.length} · ${words.fresh} ${fresh.length} · `, link);
        opened(box, Math.floor(Math.random() * rows));
      } catch { told.textContent = words.apart; }
    };
    button.addEventListener("click", next);
    desk.hidden = false;
  }
}
