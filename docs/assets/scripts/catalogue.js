// The catalogue's filters. The state is the address; the server-made cards are shown, hidden and put in order.

import { Index, plain } from "./catalogue-index.js";

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
