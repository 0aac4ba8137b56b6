// The catalogue's filters. The state is the address; the server-made cards are shown, hidden and put in order.
// Within a facet choices widen (or), between facets they narrow (and). Outcome, direction and level are asked of one
// and the same finding.

const FINDING_FACETS = ["outcome", "direction", "level"];

// --- Bitsets: one bit a practice ---

class Bits {
  constructor(size) { this.size = size; this.words = new Uint32Array(Math.ceil(size / 32)); }
  static of(size, positions) { const bits = new Bits(size); for (const p of positions) bits.words[p >> 5] |= 1 << (p & 31); return bits; }
  static all(size) { const bits = new Bits(size); for (let p = 0; p < size; p++) bits.words[p >> 5] |= 1 << (p & 31); return bits; }
  has(p) { return (this.words[p >> 5] >>> (p & 31)) & 1; }
  or(other) { for (let i = 0; i < this.words.length; i++) this.words[i] |= other.words[i]; return this; }
  and(other) { for (let i = 0; i < this.words.length; i++) this.words[i] &= other.words[i]; return this; }
  copy() { const bits = new Bits(this.size); bits.words.set(this.words); return bits; }
  countWith(other) { let n = 0; for (let i = 0; i < this.words.length; i++) n += ones(this.words[i] & other.words[i]); return n; }
}
function ones(word) {
  word -= (word >>> 1) & 0x55555555;
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
  return (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

// --- The index ---

export class Index {
  constructor(data) {
    this.size = data.names.length;
    this.data = data;
    this.terms = {};
    for (const [facet, terms] of Object.entries(data.terms)) {
      this.terms[facet] = Object.fromEntries(Object.entries(terms).map(([term, places]) => [term, Bits.of(this.size, places)]));
    }
    this.findings = Object.entries(data.findings).map(([key, places]) => {
      const [outcome, direction, level] = key.split(" ");
      return { outcome, direction, level, bits: Bits.of(this.size, places) };
    });
  }

  // Practices that have one finding of all the chosen outcomes, directions and levels.
  withFinding(chosen) {
    const asked = FINDING_FACETS.filter((facet) => chosen[facet]?.size);
    const bits = new Bits(this.size);
    for (const finding of this.findings) if (asked.every((facet) => chosen[facet].has(finding[facet]))) bits.or(finding.bits);
    return asked.length ? bits : Bits.all(this.size);
  }

  // The choice of each facet as one bitset; the three facets of findings count as one.
  parts(chosen) {
    const parts = new Map([["finding", this.withFinding(chosen)]]);
    for (const facet of Object.keys(this.terms)) {
      if (!chosen[facet]?.size) continue;
      const bits = new Bits(this.size);
      for (const term of chosen[facet]) if (this.terms[facet][term]) bits.or(this.terms[facet][term]);
      parts.set(facet, bits);
    }
    return parts;
  }

  // Matching practices, and for every term how many would match if it were the choice of its facet.
  query(chosen, matchesText) {
    const parts = this.parts(chosen);
    const text = matchesText ?? Bits.all(this.size);
    const but = (left) => { const bits = text.copy(); for (const [facet, part] of parts) if (facet !== left) bits.and(part); return bits; };
    const counts = {};
    for (const [facet, terms] of Object.entries(this.terms)) {
      const others = but(facet);
      counts[facet] = Object.fromEntries(Object.entries(terms).map(([term, bits]) => [term, others.countWith(bits)]));
    }
    const others = but("finding");
    for (const facet of FINDING_FACETS) {
      counts[facet] = {};
      for (const term of new Set(this.findings.map((finding) => finding[facet]))) {
        counts[facet][term] = others.countWith(this.withFinding({ ...chosen, [facet]: new Set([term]) }));
      }
    }
    return { matches: but(null), counts };
  }

  matching(texts, query) {
    const words = plain(query).split(/\s+/).filter(Boolean);
    if (!words.length) return null;
    const places = [];
    texts.forEach((text, place) => { if (words.every((word) => text.includes(word))) places.push(place); });
    return Bits.of(this.size, places);
  }

  order(by) {
    const order = [...Array(this.size).keys()];
    const { names, started, added } = this.data;
    if (by === "name") order.sort((a, b) => names[a].localeCompare(names[b], "en"));
    if (by === "started") order.sort((a, b) => (started[a] || 9999) - (started[b] || 9999) || a - b);
    if (by === "newest") order.sort((a, b) => added[b].localeCompare(added[a]) || a - b);
    return order;
  }
}

// Small letters without marks, so that "stotte" finds "Støtte"; letters that Unicode does not take apart have a table.
const LETTERS = { ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ß: "ss", æ: "ae", œ: "oe", ı: "i" };
export function plain(text) {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/[øłđðþßæœı]/g, (letter) => LETTERS[letter]);
}

// --- The page ---

const page = document.querySelector("[data-catalogue]");
if (page) start(page).catch(() => { /* the plain list stays as the server made it */ });

async function start(page) {
  const index = new Index(await (await fetch(page.dataset.catalogue)).json());
  const filters = page.querySelector("[data-filters]");
  const cardsBox = page.querySelector("[data-cards]");
  const cards = [...cardsBox.children];
  const field = page.querySelector("#filter-text");
  const sort = page.querySelector("[data-sort]");
  const labels = {};
  const boxes = [];
  let texts = null;
  let chosen = {};
  let shownOrder = "evidence";
  let steps = []; // how to take back each choice, in the order in which they were made

  for (const item of filters.querySelectorAll("[data-term]")) boxes.push(makeChoice(item));
  if (matchMedia("(max-width: 48rem)").matches) for (const facet of filters.querySelectorAll("details.facet")) facet.open = false;
  for (const part of page.querySelectorAll("[data-needs-script]")) part.hidden = false;

  function makeChoice(item) {
    const facet = item.closest("[data-facet]").dataset.facet;
    const term = item.dataset.term;
    const link = item.querySelector("a");
    const count = item.querySelector(".facet__count");
    const label = document.createElement("label");
    const box = document.createElement("input");
    const words = document.createElement("span");
    box.type = "checkbox";
    box.name = facet;
    box.value = term;
    words.textContent = link.textContent;
    label.className = "choice";
    label.append(box, words, count);
    link.replaceWith(label);
    (labels[facet] ??= {})[term] = link.textContent;
    box.addEventListener("change", () => {
      chosen[facet] ??= new Set();
      if (box.checked) chosen[facet].add(term); else chosen[facet].delete(term);
      if (box.checked) steps.push(() => chosen[facet].delete(term));
      remember();
      show();
    });
    return { box, label, count, facet, term };
  }

  function fromAddress() {
    const query = new URLSearchParams(location.search);
    chosen = {};
    steps = [];
    field.value = query.get("q") ?? "";
    if (field.value.trim()) steps.push(clearText);
    for (const facet of Object.keys(labels)) {
      // A term that no practice has (any more) stays a choice: an address must not turn into the whole list.
      const terms = query.getAll(facet);
      if (terms.length) chosen[facet] = new Set(terms);
      for (const term of terms) steps.push(() => chosen[facet].delete(term));
    }
    const by = query.get("sort");
    sort.value = [...sort.options].some((option) => option.value === by) ? by : "evidence";
    for (const { box, facet, term } of boxes) {
      box.checked = chosen[facet]?.has(term) ?? false;
      if (box.checked) for (let part = box.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
    }
  }

  function clearText() { const had = Boolean(field.value.trim()); field.value = ""; return had; }

  // Takes back the last choice that still stands.
  function undo() {
    while (steps.length && !steps.pop()()) { /* was taken back already */ }
    remember();
    const left = steps;
    fromAddress();
    steps = left;
    show();
  }

  function address() {
    const query = new URLSearchParams();
    if (field.value.trim()) query.set("q", field.value.trim());
    for (const facet of Object.keys(labels)) for (const term of chosen[facet] ?? []) query.append(facet, term);
    if (sort.value !== "evidence") query.set("sort", sort.value);
    return query.size ? `?${query}` : location.pathname;
  }
  const remember = () => history.pushState(null, "", address());

  async function show() {
    let matchesText = null;
    if (field.value.trim()) {
      texts ??= (await (await fetch(page.dataset.catalogueText)).json()).map(plain);
      matchesText = index.matching(texts, field.value);
    }
    const { matches, counts } = index.query(chosen, matchesText);
    let found = 0;
    cards.forEach((card, place) => { const hit = Boolean(matches.has(place)); card.hidden = !hit; found += hit; });
    if (sort.value !== shownOrder) {
      cardsBox.append(...index.order(sort.value).map((place) => cards[place]));
      shownOrder = sort.value;
    }
    for (const { box, label, count, facet, term } of boxes) {
      const number = counts[facet]?.[term] ?? 0;
      count.textContent = number;
      label.classList.toggle("choice--empty", number === 0 && !box.checked);
    }
    for (const part of filters.querySelectorAll("details.facet")) {
      const number = part.querySelectorAll("input:checked").length;
      part.querySelector("[data-chosen]").textContent = number ? `${number} chosen` : "";
    }
    page.querySelector("[data-count]").textContent = found === cards.length
      ? `All ${found} practices` : `${found} of ${cards.length} practices`;
    page.querySelector("[data-none]").hidden = found > 0;
    showChoices();
  }

  function showChoices() {
    const list = page.querySelector("[data-choices]");
    list.replaceChildren();
    const add = (text, undo) => {
      const item = document.createElement("li");
      const chip = document.createElement("button");
      chip.type = "button";
      chip.className = "chip";
      chip.textContent = text;
      chip.setAttribute("aria-label", `Remove filter: ${text}`);
      chip.addEventListener("click", () => { undo(); remember(); fromAddress(); show(); page.querySelector("[data-count]").focus(); });
      item.append(chip);
      list.append(item);
    };
    if (field.value.trim()) add(`“${field.value.trim()}”`, () => { field.value = ""; });
    for (const [facet, terms] of Object.entries(chosen)) for (const term of terms) add(labels[facet][term] ?? term.replaceAll("-", " "), () => terms.delete(term));
  }

  let typing = 0;
  field.addEventListener("input", () => {
    clearTimeout(typing);
    if (steps.at(-1) !== clearText) steps.push(clearText);
    typing = setTimeout(() => { history.replaceState(null, "", address()); show(); }, 120);
  });
  sort.addEventListener("change", () => { remember(); show(); });
  filters.addEventListener("submit", (event) => event.preventDefault());
  page.querySelector("[data-reset]").addEventListener("click", () => { chosen = {}; field.value = ""; remember(); fromAddress(); show(); });
  page.querySelector("[data-undo]").addEventListener("click", undo);
  addEventListener("popstate", () => { fromAddress(); show(); });
  page.querySelector("[data-count]").tabIndex = -1;

  fromAddress();
  await show();
  page.dataset.ready = "";
}
