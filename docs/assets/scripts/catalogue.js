// The catalogue's filters: wires the form, the address, the index and the cards together. The state is the address.

import { readState, wordsOf, writeState } from "./catalogue-address.js";
import { Cards } from "./catalogue-cards.js";
import { showChips } from "./catalogue-chips.js";
import { Choices } from "./catalogue-choices.js";
import { CiteList } from "./catalogue-cite.js";
import { Files } from "./catalogue-files.js";
import { Index } from "./catalogue-index.js";
import { Words } from "./catalogue-words.js";

const catalogue = /** @type {HTMLElement | null} */ (document.querySelector("[data-catalogue]"));
if (catalogue) start(catalogue).catch(() => {
  catalogue.dataset.broken = "";
  fail("The filters could not be loaded. The list below works without them; to try again, reload this page.");
});

/** @param {string} message @param {Element} [below] What the message is to stand above. */
function fail(message, below) {
  const place = /** @type {HTMLElement} */ (document.querySelector("[data-failed]"));
  below?.before(place);
  place.textContent = message;
  place.hidden = false;
}

/** @param {HTMLElement} page */
async function start(page) {
  /** @template {HTMLElement} T @param {string} selector @returns {T} */
  const part = (selector) => /** @type {T} */ (page.querySelector(selector));
  const folder = new URL(page.dataset.catalogue ?? "", location.href).href;
  const home = location.pathname;
  const files = new Files(folder);
  const data = await files.index();
  const index = new Index(data);
  const number = Number(page.dataset.page);
  const cards = new Cards(part("[data-cards]"), files, data.cards_per_file);
  cards.adopt((number - 1) * 50);
  const served = cards.positions;
  const choices = new Choices(part("[data-filters]"));
  const facets = [...choices.labels.keys()];
  const words = new Words(files, index, choices.labels);
  const field = /** @type {HTMLInputElement} */ (part("#filter-text"));
  const sort = /** @type {HTMLSelectElement} */ (part("[data-sort]"));
  const pager = /** @type {HTMLElement | null} */ (page.querySelector("[data-pager]"));
  const more = /** @type {HTMLButtonElement} */ (part("[data-show-more]"));
  const count = part("[data-count]");
  const citation = new CiteList(part("[data-citation]"), () => fail("The file could not be made. Check the connection and try again.", part(".cite-list")));

  /** @type {import("./catalogue-address.js").State} */
  let state = { chosen: {}, words: "", order: "" };
  /** @type {Array<() => boolean>} How to take back each choice, in the order in which they were made. */
  let steps = [];
  let asServed = true;
  let turn = 0;

  for (const hidden of page.querySelectorAll("[data-needs-script]")) /** @type {HTMLElement} */ (hidden).hidden = false;

  function fromAddress() {
    state = readState(location.search, facets);
    steps = [];
    if (state.words) steps.push(clearWords);
    for (const terms of Object.values(state.chosen)) for (const term of terms) steps.push(() => terms.delete(term));
    mirror();
  }

  /** The order of a list for which none was chosen. */
  const usual = () => (state.words ? "match" : "evidence");

  /** Makes the form say what the state says. */
  function mirror() {
    field.value = state.words;
    const unused = !state.words;
    for (const option of sort.querySelectorAll("[data-with-text]")) Object.assign(option, { hidden: unused, disabled: unused });
    sort.value = state.order || usual();
    if (sort.selectedIndex < 0 || sort.selectedOptions[0].disabled) { sort.value = usual(); state.order = ""; }
    choices.mirror(state.chosen);
  }

  function clearWords() { const had = Boolean(state.words); state.words = ""; return had; }

  function address() {
    const query = writeState(state, facets);
    return query ? `${folder}${query}` : home;
  }

  function remember() {
    history.pushState(null, "", address());
  }

  /** Puts the state into the form, the address and the list. */
  function change() { mirror(); remember(); show(); }

  async function show() {
    const mine = ++turn;
    cards.box.setAttribute("aria-busy", "true");
    part("[data-failed]").hidden = true;
    try {
      await list(mine);
    } catch {
      if (mine === turn) fail("The practices that match could not be loaded; the list below is as it was. Check the connection and choose again, or reload this page.", cards.box);
    }
    if (mine === turn) cards.box.removeAttribute("aria-busy");
  }

  /** @param {number} mine The number of this call: a later one takes over. */
  async function list(mine) {
    const found = state.words ? await words.find(state.words) : null;
    const { matches, counts } = index.query(state.chosen, found?.bits ?? null);
    const order = sort.value;
    const orders = order === "evidence" || order === "match" ? null : await files.orders();
    if (mine !== turn) return;
    const all = order === "match" && found ? found.positions : orders?.[order];
    const positions = all ? all.filter((position) => matches.has(position)) : [...matches];
    choices.tell(counts);
    tell(positions.length, found?.near ?? false);
    cite(positions.length);
    chips();
    const plain = !state.words && order === "evidence" && positions.length === index.size;
    if (plain && asServed) return;
    const before = asServed;
    asServed = plain;
    const shown = cards.show(plain ? served : positions);
    tellMore();
    try {
      await shown;
    } catch (fault) {
      if (mine === turn) asServed = before;
      tellMore();
      throw fault;
    }
  }

  /** @param {number} found @param {boolean} near */
  function tell(found, near) {
    const text = found === index.size ? `All ${found} practices` : `${found} of ${index.size} practices`;
    count.textContent = near && found ? `${text}: nothing has these words as typed; these come near` : text;
    part("[data-none]").hidden = found > 0;
  }

  /** Offers the rest of the list: by the links of the server as long as the list is the server's, then by a button. */
  function tellMore() {
    if (pager) pager.hidden = !asServed;
    part("[data-more]").hidden = cards.left === 0 || asServed;
    more.textContent = `Show ${Math.min(50, cards.left)} more of ${cards.left}`;
  }

  /** @param {number} found */
  function cite(found) {
    const typed = state.words ? [`words: “${state.words}”`] : [];
    const terms = facets.flatMap((facet) => {
      const chosen = [...(state.chosen[facet] ?? [])].map((term) => choices.label(facet, term));
      return chosen.length ? `${choices.title(facet)}: ${chosen.join(", ")}` : [];
    });
    citation.tell(found, [...typed, ...terms], writeState(state, facets));
  }

  function chips() {
    const typed = state.words ? [{ text: `“${state.words}”`, undo: clearWords }] : [];
    const terms = Object.entries(state.chosen).flatMap(([facet, chosen]) => [...chosen].map((term) => (
      { text: choices.label(facet, term), undo: () => chosen.delete(term) })));
    showChips(part("[data-choices]"), [...typed, ...terms], ({ undo }) => { undo(); change(); count.focus(); });
  }

  let typing = 0;
  field.addEventListener("focus", () => words.load().catch(() => { /* told when somebody types */ }), { once: true });
  field.addEventListener("input", () => {
    clearTimeout(typing);
    if (steps.at(-1) !== clearWords) steps.push(clearWords);
    typing = window.setTimeout(() => {
      const typed = field.value;
      state.words = wordsOf(typed);
      mirror();
      field.value = typed;
      history.replaceState(null, "", address());
      show();
    }, 80);
  });
  sort.addEventListener("change", () => { state.order = sort.value === usual() ? "" : sort.value; change(); });
  choices.onChange((facet, term, on) => {
    const terms = (state.chosen[facet] ??= new Set());
    if (on) terms.add(term); else terms.delete(term);
    if (on) steps.push(() => terms.delete(term));
    remember();
    show();
  });
  page.querySelector("form")?.addEventListener("submit", (event) => event.preventDefault());
  part("[data-reset]").addEventListener("click", () => { state = { chosen: {}, words: "", order: "" }; steps = []; change(); count.focus(); });
  part("[data-undo]").addEventListener("click", () => { while (steps.length && !steps.pop()?.()) { /* was taken back already */ } change(); count.focus(); });
  more.addEventListener("click", async () => {
    const mine = turn;
    const next = cards.shown;
    const filled = cards.more();
    part("[data-failed]").hidden = true;
    tellMore();
    try {
      await filled;
      if (mine === turn) cards.box.children[next]?.querySelector("a")?.focus();
    } catch {
      if (mine !== turn) return;
      tellMore();
      fail("More practices could not be loaded. Check the connection and try again.", part("[data-more]"));
      more.focus();
    }
  });
  addEventListener("popstate", () => { fromAddress(); show(); });
  count.tabIndex = -1;

  fromAddress();
  await show();
  page.dataset.ready = "";
}
