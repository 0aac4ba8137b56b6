// The entry that is being written: what the controls say by now, what is wrong with it, and who must be told.

import { EntryCheck } from "./form-check.js";
import { saveDraft } from "./form-draft.js";
import { placeProblems, summarise, tellInPlace } from "./form-errors.js";
import { fill, keep, read } from "./form-fields.js";
import { showLevels } from "./form-findings.js";
import { numberAll } from "./form-groups.js";
import { slugOf } from "./form-send.js";
import { mirrorSources, sourceItems } from "./form-sources.js";
import { counted, text, words } from "./form-words.js";

/**
 * @typedef {import("./form-fields.js").Entry} Entry
 * @typedef {import("./form-errors.js").Placed} Placed
 * @typedef {import("./form-words.js").FormData} FormData
 * @typedef {{slugs: Set<string>, moved: Record<string, string>}} Others The addresses that are taken, now and formerly.
 */

const LATER = "sources-are-cited";
const KEPT_AFTER = 200; // milliseconds without a key

export class EntryForm {
  /**
   * @param {HTMLElement} page
   * @param {FormData} data
   * @param {Others} others
   */
  constructor(page, data, others) {
    this.page = page;
    this.data = data;
    this.others = others;
    this.form = /** @type {HTMLElement} */ (page.querySelector("[data-entry]"));
    this.check = new EntryCheck(data);
    /** What was answered, and the steps that were left: only there is somebody told what is wrong. @type {Set<Element>} */
    this.answered = new Set();
    /** @type {Entry} */
    this.entry = {};
    /** @type {Placed[]} */
    this.problems = [];
    this.edited = "";
    this.timer = 0;
    this.pressed = false;
    addEventListener("pointerdown", () => { this.pressed = true; }, { capture: true });
    for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => { this.pressed = false; }, { capture: true });
  }

  get slug() {
    const { value, dataset } = /** @type {HTMLInputElement} */ (this.page.querySelector("[data-slug]"));
    return this.edited || (dataset.touched !== undefined && value.trim()) || slugOf(text(this.entry.name)) || "name-of-the-practice";
  }

  /** @param {string} slug Chosen for a new entry; "" to let it follow from the name. */
  chooseSlug(slug) {
    const control = /** @type {HTMLInputElement} */ (this.page.querySelector("[data-slug]"));
    control.value = slug;
    control.toggleAttribute("data-touched", Boolean(slug));
  }

  /** @param {Entry} entry @param {Iterable<string>} fixed The keys of sources that stay as they are. */
  load(entry, fixed) {
    clearTimeout(this.timer);
    this.timer = 0;
    const stay = new Set(fixed);
    this.answered.clear();
    fill(this.form, entry);
    for (const item of sourceItems(this.form)) if (!stay.has(item.dataset.key ?? "")) delete item.dataset.fixed;
    numberAll(this.form);
    mirrorSources(this.form);
    keep(this.form, entry);
    this.refresh();
  }

  /** Looks at everything once more, when no key has been pressed for a moment; never while a button of the pointer is down, or what it points at could move away. */
  soon() {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      if (this.pressed) {
        this.soon();
        return;
      }
      this.update();
    }, KEPT_AFTER);
  }

  /** Keeps what was typed a moment ago, for when the page is left. */
  flush() {
    if (!this.timer) return;
    this.update();
  }

  update() {
    clearTimeout(this.timer);
    this.timer = 0;
    this.refresh();
    /** @type {HTMLElement} */ (this.page.querySelector("[data-unkept]")).hidden = this.save();
  }

  refresh() {
    mirrorSources(this.form);
    this.entry = read(this.form);
    const around = { ...this.others, slug: this.slug, today: today() };
    this.problems = placeProblems(this.form, this.check.problems(this.entry, around));
    tellInPlace(this.form, this.problems.filter((problem) => this.isTold(problem)));
    for (const step of /** @type {Iterable<HTMLElement>} */ (this.answered)) if (step.dataset.step !== undefined) this.summariseStep(step, true);
    const findings = this.form.querySelector("[data-field=findings]");
    if (findings) showLevels(/** @type {HTMLElement} */ (findings), this.entry, this.data);
    this.tellMeanings();
    this.page.dispatchEvent(new Event("entry"));
  }

  save() {
    const fixed = sourceItems(this.form).filter(({ dataset }) => dataset.fixed !== undefined).map(({ dataset }) => dataset.key ?? "");
    const { value, dataset } = /** @type {HTMLInputElement} */ (this.page.querySelector("[data-slug]"));
    return saveDraft(this.edited, { entry: this.entry, chosen: dataset.touched === undefined ? "" : value, saved: new Date().toISOString(), fixed });
  }

  /** Sources are cited in later steps: that one is not cited yet is told at the end. @param {Placed} problem */
  isTold({ place, rule }) {
    const step = rule === LATER ? this.page.querySelector("#send") : place.closest("[data-step]");
    return (rule !== LATER && this.answered.has(place)) || (step !== null && this.answered.has(step));
  }

  /** @param {HTMLElement} step @param {boolean} shrinks Whether it is there only to lose what was mended. @returns {boolean} Whether nothing is wrong with the step. */
  summariseStep(step, shrinks = false) {
    const summary = /** @type {HTMLElement} */ (step.querySelector("[data-errors]"));
    const errors = this.problems.filter(({ place, level, rule }) => step.contains(place) && level === "error" && rule !== LATER);
    if (!shrinks || !summary.hidden) summarise(summary, errors);
    return errors.length === 0;
  }

  /** The number of words of the summary, and the meaning of what is chosen in a list. */
  tellMeanings() {
    const [least, most] = this.data.summary_words;
    for (const count of this.form.querySelectorAll("[data-count]")) {
      const number = words(count.closest("[data-field]")?.querySelector("textarea")?.value ?? "");
      count.textContent = `${counted(number, "word")}; ${least} to ${most} are needed`;
    }
    for (const told of this.form.querySelectorAll("p[data-means]")) {
      const chosen = told.parentElement?.querySelector("select")?.selectedOptions[0];
      const means = chosen?.dataset.means ?? "";
      if (told.textContent !== means) told.textContent = means;
    }
  }
}

/** Today where the writer is, as YYYY-MM-DD. */
export function today() {
  const now = new Date();
  return new Date(now.valueOf() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
