// The items of the shortlist, to choose, move and remove. An item that could not be found says so in its place.

import { make, mark, quietly } from "./elements.js";
import { tellAbout } from "./list-notes.js";
import { ownFindings, years } from "./practices.js";

/**
 * @typedef {import("./practices.js").Answer} Answer
 * @typedef {(slugs: string[], said: string) => void} Kept Told after each change.
 */

export class Items {
  /**
   * @param {HTMLElement} list
   * @param {Answer[]} answers
   * @param {string} root The address of the site's root.
   * @param {Kept | null} kept Nothing if the list is not the reader's own.
   */
  constructor(list, answers, root, kept) {
    this.list = list;
    this.answers = new Map(answers.map((answer) => [answer.slug, answer]));
    this.root = root;
    this.kept = kept;
    list.replaceChildren(...answers.map((answer) => this.make(answer)));
    this.mirror();
  }

  slugs() { return [...this.list.children].map((item) => /** @type {HTMLElement} */ (item).dataset.slug ?? ""); }

  chosen() { return [.../** @type {NodeListOf<HTMLInputElement>} */ (this.list.querySelectorAll("input:checked"))].map((box) => box.value); }

  found() { return this.slugs().flatMap((slug) => this.answers.get(slug)?.practice ?? []); }

  /** @param {Answer} answer */
  make(answer) {
    const item = make("li", { className: "shortlist__item" });
    item.dataset.slug = answer.slug;
    const { practice } = answer;
    const name = practice?.name ?? answer.asked;
    const note = tellAbout(answer, this.root);
    if (practice) item.append(this.box(answer.slug, name), this.words(practice, note));
    else if (note) item.append(note);
    if (this.kept) item.append(this.tools(item, name));
    return item;
  }

  /** @param {string} slug @param {string} name */
  box(slug, name) {
    const box = make("input", { type: "checkbox", name: "p", value: slug });
    return make("label", { className: "choice shortlist__box" }, box, make("span", {}, "Compare", quietly(` ${name}`)));
  }

  /** @param {import("./practices.js").Practice} practice @param {HTMLElement | null} note */
  words(practice, note) {
    const { level } = practice.derived;
    const where = [practice.places.map((place) => place.name).join(", "), years(practice)].filter(Boolean).join(" · ");
    const number = ownFindings(practice).length;
    const words = make("div", { className: "shortlist__words" });
    words.append(make("h2", { className: "card__name" }, make("a", { href: `${this.root}practices/${practice.slug}/` }, practice.name)));
    if (practice.local_name) words.append(make("p", { className: "card__local", lang: practice.language ?? "" }, practice.local_name));
    if (note) words.append(note);
    if (practice.withdrawn) words.append(make("p", { className: "notice" }, `Withdrawn: ${practice.withdrawn.reason}`));
    words.append(make("p", { className: "card__where" }, where), make("p", { className: "card__summary" }, practice.summary));
    const evidence = level ? [mark(level), " ", make("span", { className: "card__tally" }, `${number} ${number === 1 ? "finding" : "findings"}`)] : [make("span", { className: "not-studied" }, "No findings yet")];
    words.append(make("p", { className: "card__evidence" }, ...evidence), make("p", { className: "shortlist__address" }, practice.url));
    return words;
  }

  /** @param {HTMLElement} item @param {string} name */
  tools(item, name) {
    /** @param {string} words @param {string} kind @param {() => void} act */
    const tool = (words, kind, act) => {
      const button = make("button", { type: "button", className: "as-link" }, words, quietly(` ${name}`));
      button.dataset.tool = kind;
      button.addEventListener("click", () => { if (button.ariaDisabled !== "true") act(); });
      return button;
    };
    return make("p", { className: "shortlist__tools" },
      tool("Up", "up", () => this.move(item, -1, name)),
      tool("Down", "down", () => this.move(item, 1, name)),
      tool("Remove", "remove", () => this.remove(item, name)));
  }

  /** @param {HTMLElement} item @param {-1 | 1} by @param {string} name Moves the neighbour instead, so that the focus stays. */
  move(item, by, name) {
    if (by < 0) item.after(/** @type {Element} */ (item.previousElementSibling));
    else item.before(/** @type {Element} */ (item.nextElementSibling));
    this.mirror();
    this.kept?.(this.slugs(), `${name} is now number ${this.slugs().indexOf(item.dataset.slug ?? "") + 1} of ${this.slugs().length}.`);
  }

  /** @param {HTMLElement} item @param {string} name */
  remove(item, name) {
    const next = item.nextElementSibling ?? item.previousElementSibling;
    item.remove();
    this.mirror();
    /** @type {HTMLElement | null | undefined} */ (next?.querySelector("[data-tool=remove]"))?.focus();
    this.kept?.(this.slugs(), `${name} was removed.`);
  }

  /** The first cannot move up and the last not down; they keep the focus nevertheless. */
  mirror() {
    for (const item of this.list.children) {
      const [up, down] = ["up", "down"].map((kind) => item.querySelector(`[data-tool=${kind}]`));
      if (up) up.ariaDisabled = String(!item.previousElementSibling);
      if (down) down.ariaDisabled = String(!item.nextElementSibling);
    }
  }
}
