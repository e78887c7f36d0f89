// A search worker for Material, which reads Korean. It asks the text of the pages, so that
// spaces and particles hide nothing and what is marked is what was found.
// docs/site/search.py writes what it reads.

const SETUP = 0, READY = 1, RESULT = 3; // as Material numbers them
const STOP = new Set(("방법 이유 까닭 차이 무엇 무슨 어떤 어떻게 하나 대해 대한 위한 있는 없는 " +
  "쓰는 하나요 되나요 an and are be between by can choosing difference do does for from " +
  "how in is it not of on the this to use what when which why with").split(" "));
const HANGUL = /^[가-힣]+$/;
const TOKEN = /[가-힣]+|(?:(?![가-힣ㄱ-ㅣ])[\p{L}\p{N}_])+/gu;
const BEFORE = "(?<![a-z0-9])", AFTER = "s?(?![a-z0-9])", GAP = "[ –-]?";
const PARTICLE = /^([가-힣]{2,}?)(?:[은는이가을를의에로와과도만나란며고라인일임한할함될된됨들]|으로|까지|부터|보다|처럼|마다|에서|에게|(?:에|에서|으?로|이?라)[는도]|이[나란며고다라]|이?라고|들[은이을의]|[하되][는며고여면지다]|해서|[한된]다|인[데가지]|인가요|입니다)$/;
const SUFFIX = /^(.{4,}?)(?:ing|ed|es|e|(?<![sui])s)$/;

let given, pages, names, words, spelt, loading, latest;

const INDEX = new URL("../search/sections.json", location).href;
new BroadcastChannel(INDEX).onmessage = () => loading ??= load();

onmessage = async ({ data: { type, data } }) => {
  if (type === SETUP) {
    given = data.docs.pages && data.docs; // in the zip
    return postMessage({ type: READY });
  }
  latest = data;
  if (data.trim()) await (loading ??= load());
  if (latest !== data) return;
  postMessage({ type: RESULT, data: { items: data.trim() ? search(data) : [] } });
};

async function load() {
  const index = given ?? await fetch(INDEX).then((response) => response.json()).catch((error) => {
    loading = undefined; // the next key tries again
    throw error;
  });
  names = new Map(); // what terms are called, without spaces
  words = new Map(); // every word, and how often it is used
  for (const term of index.terms)
    for (const name of term.names) {
      const key = name.replaceAll(" ", "");
      names.set(key, [...names.get(key) ?? [], term]);
      learn(`${key} ${name}`, 9);
    }
  for (const page of pages = index.pages) {
    for (const section of page.sections) {
      learn(section.head = section.title.toLowerCase(), 9);
      learn(section.low = section.text.toLowerCase(), 1);
    }
    page.low = page.sections.map(({ head, low }) => `${head} ${low}`).join("\n");
  }
}

function learn(text, weight) {
  for (const word of text.match(/[가-힣]{2,}|[a-z][a-z0-9]{2,}/g) ?? [])
    words.set(word, (words.get(word) ?? 0) + weight);
}

/** A word's letters, in Hangul its jamo, and a bit for each. */
function spell(word) {
  const letters = [...word.normalize("NFD")];
  return { letters, kinds: letters.reduce((all, letter) => all | (1 << letter.charCodeAt()), 0) };
}

const stem = (word) => (HANGUL.test(word) ? PARTICLE : SUFFIX).exec(word)?.[1] ?? word;
const common = (word) => (words.get(word) ?? words.get(stem(word))) > 1;
const hits = (source) => pages.some((page) => new RegExp(source).test(page.low));
const named = (run) => names.get(run.join(""))
  ?? names.get(stem(run.join(""))) ?? names.get(run.map(stem).join(""));

/** The parts of a query: terms under all names, and words. */
function parse(query) {
  const tokens = query.normalize("NFC").toLowerCase().match(TOKEN)?.flatMap(resolve) ?? [];
  const parts = [];
  for (let i = 0, run, terms; i < tokens.length; i += run.length) {
    for (let n = 7; n && !(terms = named(run = tokens.slice(i, i + n))); n--);
    if (!terms) run = [tokens[i]];
    const [token] = run, own = run.map((word) => pattern(word)).join(GAP);
    const after = HANGUL.test(run.at(-1)) ? "" : terms ? AFTER : "[a-z]*";
    parts.push(terms ? {
      source: [...terms.map((term) => term.source), own + after].join("|"),
      pages: terms.map((term) => term.page),
    } : {
      token, source: pattern(token, i + 1 === tokens.length) + after, pages: [],
      idle: token.length < 2 || STOP.has(token) || STOP.has(stem(token)),
    });
  }
  return parts.some((part) => !part.idle) ? parts.filter((part) => !part.idle) : parts;
}

/** A word of a query as words that the site knows. */
function resolve(word) {
  if (word.length < 2 || STOP.has(word) || named([word]) || common(word)) return [word];
  const hangul = HANGUL.test(word), known = hangul && split(word);
  if (known) return known;
  if (hits(hangul ? pattern(word, true) : BEFORE + word)) return [word];
  const near = nearest(word) ?? nearest(stem(word)) ?? split(word);
  if (near) return [near].flat();
  for (let n = word.length - 1; n > 1; n--)
    if (common(word.slice(0, n))) return [word.slice(0, n), ...resolve(word.slice(n))];
  return [word];
}

/** The words of a compound, whose last may carry a particle. */
function split(word) {
  for (let n = word.length - 2; n > 1; n--) {
    const head = word.slice(0, n), tail = word.slice(n);
    if (!common(head)) continue;
    const rest = common(tail) ? [stem(tail)] : split(tail);
    if (rest) return [head, ...rest];
  }
}

/** The known word fewest edits away. */
function nearest(word) {
  const { letters, kinds } = spell(word), n = letters.length;
  let best, least = n > 9 ? 3 : n > 5 ? 2 : +(n > 2), most = 0;
  spelt ??= [...words].map(([known, often]) => ({ known, often, ...spell(known) }));
  for (const { known, often, ...other } of spelt) {
    if (Math.abs(n - other.letters.length) > least) continue;
    if (bits(kinds & ~other.kinds) > least) continue;
    const d = edits(letters, other.letters);
    if (d < least || (d === least && often > most)) [best, least, most] = [known, d, often];
  }
  return best;
}

const bits = (n) => n && 1 + bits(n & (n - 1));

function edits(a, b) {
  let above = [...Array(b.length + 1).keys()];
  for (let i = 0; i < a.length; i++) {
    const row = [i + 1];
    for (let j = 0; j < b.length; j++)
      row.push(Math.min(above[j + 1] + 1, row[j] + 1, above[j] + (a[i] !== b[j])));
    above = row;
  }
  return above[b.length];
}

/** How texts may spell a word: spaces in Hangul; endings, s or z in English. */
function pattern(word, open) {
  const base = stem(word);
  if (!HANGUL.test(word)) return BEFORE + base.replace(/i[sz]/g, "i[sz]");
  const letters = [...base], code = base.charCodeAt(base.length - 1);
  if (open && (code - 0xac00) % 28 === 0) // a last consonant may come
    letters.push(`[${letters.pop()}-${String.fromCharCode(code + 27)}]`);
  return letters.join(GAP);
}

function search(query) {
  const parts = parse(query);
  const any = new RegExp(parts.map((part) => part.source).join("|"), "gi");
  const found = pages.map((page) => weigh(page, parts));
  for (const [i, part] of parts.entries())
    part.rarity = Math.log(1 + pages.length / (found.filter((f) => f.counts[i]).length || 1e9));
  for (const f of found) score(f, parts);
  return found.filter((f) => f.score).sort((a, b) => b.score - a.score)
    .map((f) => show(f, parts, any));
}

/** How often parts stand in sections, and their share of the titles. */
function weigh(page, parts) {
  const wanted = parts.map(({ source }) =>
    new RegExp(source).test(page.low) ? new RegExp(source, "g") : /(?!)/g);
  const sections = page.sections.map((section) => ({
    ...section,
    counts: wanted.map((regex) => section.low.match(regex)?.length ?? 0),
    titled: wanted.map((regex) => {
      const length = section.head.match(regex)?.join("").length;
      return length ? 1 + length / section.head.length : 0;
    }),
  }));
  const counts = parts.map((part, i) => sections.reduce(
    (n, s) => n + s.counts[i] + s.titled[i], +part.pages.includes(page.url)));
  return { page, sections, counts };
}

/** A page counts for its title, text, best section and the terms it explains. */
function score(f, parts) {
  const sum = (of) => parts.reduce((total, part, i) => total + part.rarity * of(i), 0);
  for (const s of f.sections) {
    const size = 0.5 + s.low.length / 1000;
    s.score = sum((i) => (s.id && 2 * s.titled[i]) + s.counts[i] / (s.counts[i] + size));
  }
  f.best = Math.max(...f.sections.map((s) => s.score));
  const all = sum(() => 1), known = sum((i) => f.counts[i] > 0) / all;
  const explained = sum((i) => parts[i].pages.includes(f.page.url));
  const whole = f.best + (8 * explained ** 2) / all
    + sum((i) => 3 * f.sections[0].titled[i] + f.counts[i] / (f.counts[i] + 5));
  f.score = whole * known ** 1.5 * f.page.weight;
}

/** As Material shows a page: itself or its best section, others folded. */
function show({ page, sections, counts, best, score }, parts, any) {
  const marked = [...new Set(page.low.match(any))].slice(0, 9);
  const hash = new URLSearchParams(marked.map((word) => ["h", word]));
  const missing = parts.filter((part, i) => part.token && !counts[i]);
  const item = (s) => ({
    location: `${page.url}?${hash}${s.id && `#${s.id}`}`,
    title: mark(s.title, any),
    text: teaser(s.text, any),
    score: best ? (score * s.score) / best : score,
    terms: Object.fromEntries(missing.map((part) => [part.token, false])),
  });
  const [head, ...rest] = sections;
  const others = rest.filter((s) => s.score).sort((a, b) => b.score - a.score)
    .slice(0, 6).map(item);
  return head.score === best || head.titled.some(Boolean)
    ? [item({ ...head, score: best }), ...others] : [...others, item(head)];
}

const escaped = (text) => text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt()};`);
const mark = (text, any) => escaped(text.replace(any, "\u0001$&\u0002"))
  .replaceAll("\u0001", "<mark>").replaceAll("\u0002", "</mark>");

function teaser(text, any) {
  const found = text.search(any);
  const from = found < 60 ? 0 : text.lastIndexOf(" ", found - 30) + 1, to = from + 180;
  const shown = (from ? "… " : "") + text.slice(from, to) + (text[to] ? " …" : "");
  return text && `<p>${mark(shown, any)}</p>`;
}
