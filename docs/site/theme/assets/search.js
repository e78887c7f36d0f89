// Material's search worker. It reads texts, in which spaces and particles hide nothing.
// frame/search.py writes the index.

const SETUP = 0, READY = 1, RESULT = 3; // in Material
const HANGUL = /^[가-힣]+$/;
const TOKEN = /[가-힣]+|(?:(?![가-힣ㄱ-ㅣ])[\p{L}\p{N}_])+/gu;
const BEFORE = "(?<![a-z0-9])", AFTER = "s?(?![a-z0-9])", GAP = "[ –-]?";
const PIECES = /_|(?<=[a-z])(?=[A-Z])/;
const MOST = 8; // words asked

let given, pages, names, words, spelt, stop, ends, loading, latest;

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
  const index = given ?? await fetch(INDEX).then((got) => got.json()).catch((why) => {
    loading = undefined; // try again
    throw why;
  });
  names = new Map(); // without spaces
  words = new Map(); // and how often they are used
  stop = new Set(index.stop), ends = index.ends.map((end) => new RegExp(end));
  for (const term of index.terms)
    for (const name of term.names) {
      const key = name.replaceAll(" ", "");
      names.set(key, [...names.get(key) ?? [], term]);
      learn(`${key} ${name}`, 9);
    }
  for (const page of pages = index.pages.filter((page) => page.sections[0])) {
    for (const s of page.sections) {
      learn(s.head = s.title.toLowerCase(), 9);
      learn(s.low = s.text.toLowerCase(), 1);
    }
    for (const told of page.told) learn(told, 2);
    page.low = [...page.sections.map((s) => `${s.head} ${s.low}`), ...page.told].join("\n");
  }
}

function learn(text, weight) {
  for (const word of text.match(/[가-힣]{2,}|[a-z][a-z0-9]{2,}/g) ?? [])
    words.set(word, (words.get(word) ?? 0) + weight);
}

/** The letters of a word, or its jamo, and a bit for each. */
function spell(word) {
  const letters = [...word.normalize("NFD")];
  return [letters, letters.reduce((bits, letter) => bits | (1 << letter.charCodeAt()), 0)];
}

const stem = (word) => ends[+HANGUL.test(word)].exec(word)?.[1] ?? word;
const common = (word) => (words.get(word) ?? words.get(stem(word))) > 1;
const named = (run) => names.get(run.join(""))
  ?? names.get(stem(run.join(""))) ?? names.get(run.map(stem).join(""));

/** Terms and words of a query. */
function parse(query) {
  const plain = query.replace(/[^ㄱ-ㅣ]+/g, (text) => text.normalize("NFKC"));
  const all = plain.match(TOKEN) ?? [], parts = [];
  const tokens = (all[MOST] ? best(plain.toLowerCase().match(TOKEN)) : all).flatMap(resolve);
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
      idle: idle(token),
    });
  }
  const telling = parts.filter((part) => !part.idle);
  return telling[0] ? telling : parts;
}

/** The words that tell most. */
function best(tokens) {
  const often = (word) => named([word]) ? 0 : words.get(word) ?? words.get(stem(word));
  tokens = [...new Set(tokens)].filter((word) => !idle(word) && known(word));
  const most = tokens.map(often).sort((a, b) => a - b)[MOST - 1];
  return tokens.filter((word) => !(often(word) > most)).slice(0, MOST);
}

const idle = (word) => !word[1] || stop.has(word) || stop.has(stem(word));
const known = (word) => idle(word) || named([word]) || common(word);

/** A word as known words. */
function resolve(token) {
  const word = token.toLowerCase().replace(/^_+|_+$/g, "").slice(0, 40);
  if (known(word)) return [word];
  const pieces = token.split(PIECES).map((piece) => piece.toLowerCase());
  if (pieces.every(known)) return pieces;
  const hangul = HANGUL.test(word), parts = hangul && split(word);
  if (parts) return parts;
  const regex = new RegExp(hangul ? pattern(word, true) : BEFORE + word);
  if (pages.some((page) => regex.test(page.low))) return [word];
  const near = nearest(word) ?? nearest(stem(word)) ?? split(word);
  if (near) return [near].flat();
  for (let n = word.length - 1; n > 1; n--)
    if (common(word.slice(0, n))) return [word.slice(0, n), ...resolve(word.slice(n))];
  return [word];
}

/** The words of a compound. */
function split(word) {
  for (let n = word.length - 2; n > 1; n--) {
    const head = word.slice(0, n), tail = word.slice(n);
    if (!common(head)) continue;
    const rest = common(tail) ? [stem(tail)] : split(tail);
    if (rest) return [head, ...rest];
  }
}

function nearest(word) {
  const [letters, kinds] = spell(word), n = letters.length;
  let best, least = n > 9 ? 3 : n > 5 ? 2 : +(n > 2), most = 0;
  spelt ??= [...words].map(([known, often]) => [known, often, ...spell(known)]);
  for (const [known, often, its, bits] of spelt) {
    if (Math.abs(n - its.length) > least || count(kinds & ~bits) > least) continue;
    const d = edits(letters, its, least);
    if (d < least || (d === least && often > most)) [best, least, most] = [known, d, often];
  }
  return best;
}

const count = (bits) => bits && 1 + count(bits & (bits - 1));

function edits(a, b, least) {
  let above = [...Array(b.length + 1).keys()];
  for (let i = 0; i < a.length; i++) {
    const row = [i + 1];
    for (let j = 0; j < b.length; j++)
      row.push(Math.min(above[j + 1] + 1, row[j] + 1, above[j] + (a[i] !== b[j])));
    if (Math.min(...above = row) > least) return 9;
  }
  return above[b.length];
}

/** How texts may spell a word. */
function pattern(word, open) {
  const base = stem(word);
  if (!HANGUL.test(word)) return BEFORE + base.replace(/i[sz]/g, "i[sz]");
  const letters = [...base], code = base.charCodeAt(base.length - 1);
  if (open && (code - 0xac00) % 28 === 0) // a last consonant may come
    letters.push(`[${letters.pop()}-${String.fromCharCode(code + 27)}]`);
  return letters.join(GAP);
}

const higher = (a, b) => b.score - a.score;

function search(query) {
  const parts = parse(query);
  const any = new RegExp(parts.map((part) => part.source).join("|"), "gi");
  for (const part of parts) part.regex = new RegExp(part.source, "g");
  const found = pages.map((page) => weigh(page, parts));
  for (const [i, part] of parts.entries())
    part.rarity = Math.log(1 + pages.length / (found.filter((f) => f.counts[i]).length || 1e9));
  for (const f of found) score(f, parts);
  return found.filter((f) => f.score).sort(higher).slice(0, 20)
    .map((f) => show(f, parts, any));
}

/** How often parts occur where. */
function weigh(page, parts) {
  const wanted = parts.map(({ regex }) => page.low.search(regex) >= 0 && regex);
  const sections = page.sections.map((s) => ({
    ...s,
    counts: wanted.map((regex) => regex && s.low.match(regex)?.length || 0),
    titled: wanted.map((regex) => {
      const found = regex && s.head.match(regex)?.join("");
      return found ? 1 + found.length / s.head.length : 0;
    }),
  }));
  const counts = parts.map((part, i) => sections.reduce((n, s) => n + s.counts[i] + s.titled[i],
    +!!(wanted[i] || part.pages.includes(page.url))));
  return { page, sections, counts };
}

/** Title, text, best section, what it explains. */
function score(f, parts) {
  const sum = (of) => parts.reduce((total, part, i) => total + part.rarity * of(i), 0);
  for (const s of f.sections) {
    const size = 0.5 + s.low.length / 1000;
    s.score = sum((i) => (s.id && 2 * s.titled[i]) + s.counts[i] / (s.counts[i] + size));
    if (s.id === "references") s.score /= 2; // names only
  }
  f.best = Math.max(...f.sections.map((s) => s.score));
  const all = sum(() => 1), known = sum((i) => f.counts[i] > 0) / all;
  const explained = Math.max(sum((i) => parts[i].pages.includes(f.page.url)),
    ...f.page.told.map((told) => {
      const has = parts.map(({ regex }) => told.search(regex) >= 0);
      return has.filter(Boolean)[1] ? sum((i) => has[i]) : 0;
    }));
  const whole = f.best + (8 * explained ** 2) / all
    + sum((i) => 3 * f.sections[0].titled[i] + f.counts[i] / (f.counts[i] + 5));
  f.score = whole * known ** 1.5 * f.page.weight;
}

/** A page as Material shows it. */
function show({ page, sections, counts, best, score }, parts, any) {
  const marked = [...new Set(page.low.match(any))].slice(0, 9);
  const hash = new URLSearchParams(marked.map((word) => ["h", word]));
  const lost = parts.filter((part, i) => part.token && !counts[i]);
  const item = (s) => ({
    location: `${page.url}?${hash}${s.id && `#${s.id}`}`,
    title: mark(s.title, any),
    text: teaser(s.text, any),
    score: best ? (score * s.score) / best : score,
    terms: Object.fromEntries(lost.map((part) => [part.token, false])),
  });
  const [head, ...rest] = sections;
  const others = rest.filter((s) => s.score).sort(higher).slice(0, 6).map(item);
  return head.score === best || head.titled.some(Boolean)
    ? [item({ ...head, score: best }), ...others] : [...others, item(head)];
}

const mark = (text, any) => text.replace(any, "\u0001$&\u0002")
  .replace(/[&<>]/g, (c) => `&#${c.charCodeAt()};`)
  .replaceAll("\u0001", "<mark>").replaceAll("\u0002", "</mark>");

function teaser(text, any) {
  const found = text.search(any);
  const from = found < 60 ? 0 : text.lastIndexOf(" ", found - 30) + 1, to = from + 180;
  const shown = (from ? "… " : "") + text.slice(from, to) + (text[to] ? " …" : "");
  return text && `<p>${mark(shown, any)}</p>`;
}
