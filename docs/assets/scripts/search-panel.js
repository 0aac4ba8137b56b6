// A field and the results below it, grouped by kind of page; for the dialog in the header and for the search page.

import { KINDS, SearchEngine } from "./search-engine.js";

const PAUSE = 120; // milliseconds without typing before a search begins

export class SearchPanel {
  /**
   * @param {HTMLElement} box Holds the field, the status line and the place for results.
   * @param {string} root The address of the site's root.
   * @param {number} most How many results to show.
   */
  constructor(box, root, most) {
    this.engine = new SearchEngine(root);
    this.most = most;
    this.field = /** @type {HTMLInputElement} */ (box.querySelector("input[type=search]"));
    this.status = /** @type {HTMLElement} */ (box.querySelector("[data-search-status]"));
    this.place = /** @type {HTMLElement} */ (box.querySelector("[data-search-results]"));
    this.turn = 0;
    this.timer = 0;
    this.field.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.search(), PAUSE);
    });
    this.field.addEventListener("focus", () => this.engine.open().catch(() => { /* told when somebody searches */ }), { once: true });
    box.addEventListener("keydown", (event) => this.move(event));
  }

  async search() {
    const mine = ++this.turn;
    const typed = this.field.value;
    try {
      const { results, total } = await this.engine.find(typed, this.most);
      if (mine !== this.turn) return;
      this.show(results);
      this.status.textContent = typed.trim() ? counted(total, results.length) : "";
    } catch {
      if (mine !== this.turn) return;
      this.place.replaceChildren();
      this.status.textContent = "The search could not be loaded. Try again, or look through the lists: practices, target groups, countries.";
    }
  }

  /** @param {import("./search-engine.js").Result[]} results */
  show(results) {
    const groups = KINDS.map((kind) => ({ kind, found: results.filter((result) => result.kind === kind) })).filter(({ found }) => found.length);
    this.place.replaceChildren(...groups.map(({ kind, found }) => {
      const group = document.createElement("section");
      const heading = document.createElement("h2");
      const list = document.createElement("ul");
      group.className = "found";
      heading.textContent = kind;
      list.append(...found.map(itemOf));
      group.append(heading, list);
      return group;
    }));
  }

  /** Arrows go from the field through the results and back. @param {KeyboardEvent} event */
  move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const links = /** @type {HTMLElement[]} */ ([...this.place.querySelectorAll("a")]);
    if (!step || !links.length) return;
    const at = links.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    event.preventDefault();
    if (at + step < 0) this.field.focus(); else links[Math.min(at + step, links.length - 1)].focus();
  }
}

/** @param {number} total @param {number} shown */
function counted(total, shown) {
  if (!total) return "Nothing found. Try fewer or other words; names may be in the country's own language.";
  return total > shown ? `The best ${shown} of ${total} results` : `${total} ${total === 1 ? "result" : "results"}`;
}

/** @param {import("./search-engine.js").Result} result */
function itemOf(result) {
  const item = document.createElement("li");
  const link = Object.assign(document.createElement("a"), { href: result.url, textContent: result.title });
  item.append(link);
  if (result.where) item.append("\u2002", Object.assign(document.createElement("span"), { className: "found__where", textContent: result.where }));
  if (result.excerpt) {
    const excerpt = document.createElement("p");
    excerpt.append(...marked(result.excerpt));
    const words = excerpt.textContent ?? "";
    if (/^\p{Lowercase}/u.test(words)) excerpt.prepend("… ");
    if (!/[.!?]$/.test(words)) excerpt.append(" …");
    item.append(excerpt);
  }
  return item;
}

/** Text and marks of an excerpt, and nothing else of its HTML. @param {string} html */
function marked(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html").body;
  return [...parsed.childNodes].map((node) => {
    if (node.nodeName !== "MARK") return document.createTextNode(node.textContent ?? "");
    return Object.assign(document.createElement("mark"), { textContent: node.textContent });
  });
}
