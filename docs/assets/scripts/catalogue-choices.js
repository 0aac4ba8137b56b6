// The facets of the filter form: makes check boxes of the links that stand there without JavaScript, and keeps them.

const NARROW = "(max-width: 48rem)";

/**
 * @typedef {{box: HTMLInputElement, label: HTMLElement, count: HTMLElement, facet: string, term: string}} Choice
 */

export class Choices {
  /** @param {HTMLElement} form */
  constructor(form) {
    this.form = form;
    /** @type {Map<string, Map<string, string>>} The label of every term, by facet. */
    this.labels = new Map();
    /** @type {Choice[]} */
    this.choices = [];
    for (const item of form.querySelectorAll("[data-term]")) this.choices.push(this.make(/** @type {HTMLElement} */ (item)));
    this.facets = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (form.querySelectorAll("details.facet"))];
    this.all = /** @type {HTMLDetailsElement} */ (form.querySelector("details[data-facets]"));
    this.narrow = matchMedia(NARROW);
    if (this.narrow.matches) for (const facet of [this.all, ...this.facets]) facet.open = false;
    this.narrow.addEventListener("change", () => { this.all.open ||= !this.narrow.matches; });
  }

  /** @param {string} facet @param {string} term @returns {string} The label of a term; of one that no practice has, its id. */
  label(facet, term) { return this.labels.get(facet)?.get(term) ?? term.replaceAll("-", " "); }

  /** @param {string} facet @returns {string} Its title as inside a sentence; of one inside another, its id. */
  title(facet) {
    const title = this.facets.find((box) => box.dataset.facet === facet)?.querySelector(".facet__title")?.textContent ?? facet;
    return title.charAt(0).toLowerCase() + title.slice(1);
  }

  /** @param {HTMLElement} item @returns {Choice} */
  make(item) {
    const facet = /** @type {HTMLElement} */ (item.closest("[data-facet]")).dataset.facet ?? "";
    const term = item.dataset.term ?? "";
    const link = /** @type {HTMLElement} */ (item.querySelector("a"));
    const count = /** @type {HTMLElement} */ (item.querySelector(".facet__count"));
    const words = document.createElement("span");
    words.textContent = link.textContent;
    const box = Object.assign(document.createElement("input"), { type: "checkbox", name: facet, value: term });
    const label = document.createElement("label");
    label.className = "choice";
    label.dataset.means = link.getAttribute("href")?.replaceAll("../", "");
    label.append(box, words, count);
    link.replaceWith(label);
    if (!this.labels.has(facet)) this.labels.set(facet, new Map());
    this.labels.get(facet)?.set(term, link.textContent ?? "");
    return { box, label, count, facet, term };
  }

  /** @param {(facet: string, term: string, on: boolean) => void} told */
  onChange(told) {
    this.form.addEventListener("change", (event) => {
      const box = /** @type {HTMLInputElement} */ (event.target);
      if (box.type !== "checkbox") return;
      told(box.name, box.value, box.checked);
      this.countChosen();
    });
  }

  /** @param {import("./catalogue-index.js").Chosen} chosen Checks these boxes and no others, and opens their facets; not on a phone, where the list found would be far below them. */
  mirror(chosen) {
    for (const { box, facet, term } of this.choices) {
      box.checked = chosen[facet]?.has(term) ?? false;
      if (box.checked && !this.narrow.matches) for (let part = box.closest("details"); part; part = part.parentElement?.closest("details") ?? null) part.open = true;
    }
    this.countChosen();
  }

  countChosen() {
    for (const facet of [this.all, ...this.facets]) {
      const number = facet.querySelectorAll("input:checked").length;
      /** @type {HTMLElement} */ (facet.querySelector("[data-chosen]")).textContent = number ? `${number} chosen` : "";
    }
  }

  /** @param {import("./catalogue-index.js").Counts} counts Says beside every term how many practices it would leave. */
  tell(counts) {
    for (const { box, label, count, facet, term } of this.choices) {
      const number = counts[facet]?.[term] ?? 0;
      const text = String(number);
      if (count.textContent === text) continue;
      count.textContent = text;
      label.classList.toggle("choice--empty", number === 0 && !box.checked);
    }
  }
}
