// All that the checker would say of an entry: what the schema says, and what its further rules say.

import { FACT_RULES } from "./form-check-facts.js";
import { SchemaCheck } from "./form-check-schema.js";
import { TEXT_RULES } from "./form-check-texts.js";

/**
 * @typedef {import("./form-words.js").Entry} Entry
 * @typedef {import("./form-words.js").FormData} FormData
 * @typedef {import("./form-words.js").Around} Around
 * @typedef {import("./form-words.js").Problem} Problem
 */

/** The rules that point at a piece of a text, and speak even where the schema has spoken of the whole. */
const POINTING = new Set([
  "citations-are-closed", "citations-have-their-form", "texts-hold-no-html", "links-are-web-or-mail", "texts-hold-no-images", "addresses-are-the-publishers", "addresses-can-be-opened", "summary-cites-nothing",
]);

/** @param {Problem} problem A key that stands alone is the whole value; one in a text is a piece of it. */
const points = ({ rule, path }) => POINTING.has(rule) || (rule === "cited-sources-exist" && path.at(-1) !== "source" && path.at(-2) !== "sources");

export class EntryCheck {
  /** @param {FormData} form */
  constructor(form) {
    this.form = form;
    this.schema = new SchemaCheck(form);
  }

  /** Where the schema has spoken, a rule adds nothing about the same value. @param {Entry} entry @param {Around} around @returns {Problem[]} */
  problems(entry, around) {
    const bySchema = this.schema.faults(entry).map(([path, message, hint, rule]) => ({ path, message, hint, rule, level: "error" }));
    const spoken = new Set(bySchema.map(({ path }) => JSON.stringify(path)));
    const byRules = Object.entries({ ...TEXT_RULES, ...FACT_RULES }).flatMap(([rule, check]) =>
      [...check(entry, this.form, around)].map(([path, message, hint]) => ({ path, message, hint, rule, level: this.form.rules[rule] })),
    );
    return [...bySchema, ...byRules.filter((problem) => !problem.path.length || points(problem) || !spoken.has(JSON.stringify(problem.path)))];
  }
}
