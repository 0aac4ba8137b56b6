// Small pieces of plain language that the checks share, word for word those of the checker.

/**
 * @typedef {import("./form-fields.js").Value} Value
 * @typedef {import("./form-fields.js").Entry} Entry
 * @typedef {import("./form-fields.js").Path} Path
 * @typedef {{path: Path, message: string, hint: string, rule: string, level: string}} Problem
 * @typedef {{label: string, inline: string, level?: string, short?: {en: string}, bbox?: number[], running?: boolean | string}} Term
 * @typedef {{[keyword: string]: unknown}} Schema
 * @typedef {{
 *   schema: Schema, terms: Record<string, Record<string, Term>>, one_of: Record<string, string>, rules: Record<string, string>,
 *   schema_rules: {by_keyword: Record<string, string>, forbidden: string, otherwise: string}, devices: string, longest_name: number,
 *   types: Record<string, string>, listed_at_most: number, modeline: string,
 *   reserved: string[], summary_words: number[], quote_words: number, languages: string[],
 *   country_not_language: Record<string, string>, currencies: string[], mirrors: string[], repository: string, withdrawn: string[],
 *   levels: {small_sample: number, short_follow_up_months: number, old_after_years: number, conclusive: string[]},
 * }} FormData What the build wrote into form.json.
 * @typedef {{slug: string, slugs: Set<string>, moved: Record<string, string>, today: string}} Around What a check knows of everything else.
 */

/** In double quotes, on one line and shortened. @param {Value} value @param {number} length */
export function shown(value, length = 60) {
  const letters = [...String(value).replaceAll(/\s+/gu, " ").trim()];
  return letters.length > length ? `"${letters.slice(0, length - 1).join("")}…"` : `"${letters.join("")}"`;
}

/** What a value is, in words. @param {Value} value */
export function found(value) {
  if (value === null) return "nothing";
  if (typeof value === "boolean") return String(value);
  if (typeof value === "string") return `the text ${shown(value)}`;
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "a block of fields" : `the number ${value}`;
}

/** The question 'Did you mean "…"?' after the known word that was probably meant, or "". @param {string} word @param {string[]} known */
export function didYouMean(word, known) {
  const [best] = known.map((name) => ({ name, close: likeness(joined(word.slice(0, 80)), joined(name)) })).toSorted((one, other) => other.close - one.close);
  return best && best.close >= 0.6 ? `Did you mean "${best.name}"?` : "";
}

/** @param {string} name Small letters, one hyphen for each gap. */
const joined = (name) => name.trim().toLowerCase().replaceAll(/[\s_-]+/g, "-");

/** How much of two words stays if as few letters as possible are changed: 1 for the same word. @param {string} one @param {string} other */
function likeness(one, other) {
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (let place = 0; place < other.length; place++) next.push(Math.min(row[place] + (letter === other[place] ? 0 : 1), row[place + 1] + 1, next[place] + 1));
    row = next;
  }
  return 1 - row[other.length] / Math.max(one.length, other.length, 1);
}

/** @param {number} number @param {string} word */
export const counted = (number, word) => (number === 1 ? `${number} ${word}` : `${number} ${word}s`);

/** The number of words; a dash or a sign on its own is none. @param {string} text */
export const words = (text) => text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** @param {Value | undefined} value @returns {string} The text, or an empty one. */
export const text = (value) => (typeof value === "string" ? value : "");

/** @param {Value | undefined} value @returns {number | undefined} */
export const number = (value) => (typeof value === "number" ? value : undefined);

/**
 * The blocks of fields in a list, or under the keys of a block, with their paths.
 * @param {Value | undefined} value
 * @param {Path} path
 * @returns {[Entry, Path][]}
 */
export function records(value, ...path) {
  if (typeof value !== "object" || value === null) return [];
  const items = Array.isArray(value) ? value.map((item, place) => /** @type {[number, Value]} */ ([place, item])) : Object.entries(value);
  return items.flatMap(([key, item]) => (typeof item === "object" && item !== null && !Array.isArray(item) ? [/** @type {[Entry, Path]} */ ([item, [...path, key]])] : []));
}

/**
 * Every text of an entry with its path.
 * @param {Value} value
 * @param {Path} path
 * @returns {[Path, string][]}
 */
export function allTexts(value, path = []) {
  if (typeof value === "string") return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((item, place) => allTexts(item, [...path, place]));
  if (typeof value === "object" && value !== null) return Object.entries(value).flatMap(([key, item]) => allTexts(item, [...path, key]));
  return [];
}
