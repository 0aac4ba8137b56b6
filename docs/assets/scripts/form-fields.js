// Reads the form's controls into an entry and fills them from one. What a control cannot show is kept as it was.

import { addItem, itemsOf, setItems } from "./form-groups.js";

/**
 * @typedef {string | number | boolean | null | Value[] | Entry} Value
 * @typedef {{[name: string]: Value}} Entry
 * @typedef {(string | number)[]} Path
 */

/** Values beside what their controls make of them: as long as a control is untouched, the value stands. @type {WeakMap<Element, {shown: string, value: Value}>} */
const kept = new WeakMap();

/** The fields of a block for which the form has no question. @type {WeakMap<Element, [string, Value][]>} */
const others = new WeakMap();

const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/;

// What the checker refuses, since nobody can see it; it goes when it is typed or pasted.
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\p{Cs}\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]/gu;

/** @param {Element} block @returns {HTMLElement[]} The questions of a block, without those of the blocks inside it. */
export function questionsOf(block) {
  const found = /** @type {NodeListOf<HTMLElement>} */ (block.querySelectorAll("[data-field]"));
  return [...found].filter((question) => question.parentElement?.closest("[data-record], [data-entry]") === block);
}

/** @param {Element} question @returns {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} */
export const controlOf = (question) => /** @type {HTMLInputElement} */ (question.querySelector("input, textarea, select"));

/** @param {Element} block @returns {Entry} */
export function read(block) {
  /** @type {[string, Value][]} */
  const found = [];
  for (const question of questionsOf(block)) {
    const value = readOne(question);
    if (value !== undefined) found.push([question.dataset.field ?? "", value]);
  }
  return Object.fromEntries([...found, ...(others.get(block) ?? [])]);
}

/** @param {HTMLElement} question @returns {Value | undefined} */
export function readOne(question) {
  const value = readPlainly(question);
  const before = kept.get(question);
  return before && before.shown === JSON.stringify(value ?? null) ? before.value : value;
}

/** @param {HTMLElement} question @returns {Value | undefined} */
function readPlainly(question) {
  const required = question.dataset.required !== undefined;
  const items = itemsOf(question);
  switch (question.dataset.kind) {
    case "record": {
      const block = read(question);
      return required || Object.keys(block).length ? block : undefined;
    }
    case "records": return items.length || required ? items.map(read) : undefined;
    case "keyed": return Object.fromEntries(items.map((item) => [item.dataset.key ?? "", read(item)]));
    case "citations": return inOrder(question).length ? inOrder(question) : undefined;
    case "checkboxes": return inOrder(question).length ? inOrder(question) : undefined;
    case "radios": return /** @type {HTMLInputElement | null} */ (question.querySelector(":checked"))?.value;
    case "flag": return /** @type {HTMLInputElement} */ (controlOf(question)).checked || undefined;
    default: return readText(controlOf(question).value, question.dataset.kind ?? "");
  }
}

/** @param {string} typed @param {string} kind @returns {Value | undefined} */
function readText(typed, kind) {
  const text = typed.replaceAll(INVISIBLE, "").trim();
  if (kind === "lines") {
    const lines = text.split("\n").map((line) => line.trim()).filter(Boolean);
    return lines.length ? lines : undefined;
  }
  if (kind === "number" && NUMBER.test(text)) return Number(text);
  return text || undefined;
}

/** What is ticked: first what the entry had, in its order, then the rest. @param {HTMLElement} question */
function inOrder(question) {
  const boxes = [.../** @type {NodeListOf<HTMLInputElement>} */ (question.querySelectorAll("input:checked"))];
  const order = orderOf(question);
  const place = (/** @type {string} */ value) => (order.includes(value) ? order.indexOf(value) : order.length);
  return boxes.map(({ value }) => value).toSorted((one, other) => place(one) - place(other));
}

/** What the entry had, in its order. @param {HTMLElement} question @returns {string[]} */
export const orderOf = (question) => JSON.parse(question.dataset.order ?? "[]");

/** @param {Element} block @param {Entry} entry */
export function fill(block, entry) {
  const questions = questionsOf(block);
  const names = new Set(questions.map(({ dataset }) => dataset.field));
  others.set(block, Object.entries(entry).filter(([name]) => !names.has(name)));
  for (const question of questions) fillOne(question, Object.hasOwn(entry, question.dataset.field ?? "") ? entry[question.dataset.field ?? ""] : undefined);
}

/** @param {HTMLElement} question @param {Value | undefined} value */
function fillOne(question, value) {
  kept.delete(question);
  delete question.dataset.touched;
  delete question.dataset.byitself;
  delete question.dataset.shown; // then sources are chosen anew from the entry
  const blocks = isBlock(value) ? value : {};
  switch (question.dataset.kind) {
    case "record": fill(question, blocks); break;
    case "records": setItems(question, 0);
      if (Array.isArray(value) && value.every(isBlock)) for (const block of value) fill(addItem(question), block);
      break;
    case "keyed": setItems(question, 0);
      if (Object.values(blocks).every(isBlock)) for (const [key, block] of Object.entries(blocks)) fillKeyed(addItem(question), key, /** @type {Entry} */ (block));
      break;
    case "citations": question.dataset.order = JSON.stringify(texts(value)); break;
    case "radios": case "checkboxes": tick(question, value); break;
    case "flag": /** @type {HTMLInputElement} */ (controlOf(question)).checked = value === true; break;
    case "citation": question.dataset.order = JSON.stringify(typeof value === "string" ? [value] : []); break;
    case "lines": controlOf(question).value = texts(value).join("\n"); break;
    default: controlOf(question).value = typeof value === "string" || typeof value === "number" ? String(value) : "";
  }
}

/** Notes what the controls do not show as it stands; after all choices of sources are there. @param {Element} block @param {Entry} entry */
export function keep(block, entry) {
  for (const question of questionsOf(block)) {
    const name = question.dataset.field ?? "";
    const value = Object.hasOwn(entry, name) ? entry[name] : undefined;
    const items = itemsOf(question);
    if (question.dataset.kind === "record" && isBlock(value)) keep(question, value);
    if (question.dataset.kind === "records" && Array.isArray(value)) items.forEach((item, place) => keep(item, /** @type {Entry} */ (value[place])));
    if (question.dataset.kind === "keyed" && isBlock(value)) for (const item of items) keep(item, /** @type {Entry} */ (value[item.dataset.key ?? ""]));
    const shown = readPlainly(question);
    if (value !== undefined && JSON.stringify(shown ?? null) !== JSON.stringify(value)) kept.set(question, { shown: JSON.stringify(shown ?? null), value });
  }
}

/** @param {HTMLElement} item @param {string} key @param {Entry} block */
function fillKeyed(item, key, block) {
  item.dataset.key = key;
  item.dataset.fixed = "";
  fill(item, block);
}

/** @param {HTMLElement} question @param {Value | undefined} value */
function tick(question, value) {
  const wanted = typeof value === "string" ? [value] : texts(value);
  question.dataset.order = JSON.stringify(wanted);
  for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (question.querySelectorAll("input"))) box.checked = wanted.includes(box.value);
}

/** @param {Value | undefined} value @returns {value is Entry} */
export const isBlock = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {Value | undefined} value @returns {string[]} */
export const texts = (value) => (Array.isArray(value) ? value.filter((item) => typeof item === "string") : []);

/**
 * Goes through every question, and every item of a list, with its path.
 * @param {Element} block
 * @param {(element: HTMLElement, path: Path) => void} visit
 * @param {Path} path
 */
export function walk(block, visit, path = []) {
  for (const question of questionsOf(block)) {
    const here = [...path, question.dataset.field ?? ""];
    visit(question, here);
    if (question.dataset.kind === "record") walk(question, visit, here);
    itemsOf(question).forEach((item, place) => {
      const there = [...here, question.dataset.kind === "keyed" ? item.dataset.key ?? "" : place];
      visit(item, there);
      walk(item, visit, there);
    });
  }
}
