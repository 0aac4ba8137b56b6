// Sources and what cites them: keys are made from author and year, sources are chosen by title, texts get their marks.

import { make } from "./elements.js";
import { controlOf, isBlock, orderOf, read, texts } from "./form-fields.js";
import { itemsOf } from "./form-groups.js";
import { plain } from "./plain.js";

/**
 * @typedef {import("./form-fields.js").Entry} Entry
 * @typedef {{key: string, title: string}} Source
 */

const MARK = /\[@[^[\]]*\]/g;
const LONGEST_NAME = 40;

/**
 * Makes the keys of new sources, and offers all sources wherever one can be cited; the only source of a new entry is chosen
 * until somebody chooses otherwise.
 * @param {HTMLElement} form
 */
export function mirrorSources(form) {
  const renamed = makeKeys(form);
  if (renamed.size) renameInTexts(form, renamed);
  const sources = sourceItems(form).map((item) => ({ key: item.dataset.key ?? "", title: titleOf(read(item)) }));
  const onlyNew = sourceItems(form).length === 1 && sourceItems(form)[0].dataset.fixed === undefined ? sources[0].key : "";
  for (const question of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-kind=citations], [data-kind=citation]"))) {
    const before = chosenIn(question).map((key) => renamed.get(key) ?? key);
    const chosen = chosenFor(question, before, onlyNew);
    question.dataset.order = JSON.stringify(chosen);
    const offered = [...sources, ...chosen.filter((key) => sources.every((source) => source.key !== key)).map((key) => ({ key, title: "Not among the sources" }))];
    if (question.dataset.kind === "citations") showBoxes(question, offered, chosen);
    else showOptions(/** @type {HTMLSelectElement} */ (controlOf(question)), offered, chosen[0] ?? "", "Choose…");
    question.dataset.shown = "";
  }
  for (const select of /** @type {NodeListOf<HTMLSelectElement>} */ (form.querySelectorAll("[data-cite] select"))) {
    showOptions(select, sources, sources.some(({ key }) => key === select.value) ? select.value : "", "Choose a source…");
  }
}

/** Puts the mark of the chosen source where the cursor stands in the text. @param {HTMLElement} tool */
export function cite(tool) {
  const select = /** @type {HTMLSelectElement} */ (tool.querySelector("select"));
  const text = /** @type {HTMLTextAreaElement} */ (tool.closest("[data-field]")?.querySelector("textarea"));
  if (!select.value) {
    select.focus();
    return;
  }
  const end = text.selectionEnd - (/[.!?]\s*$/.exec(text.value.slice(0, text.selectionEnd))?.[0].length ?? 0); // a mark stands before the full stop
  const before = text.value.slice(0, end);
  const mark = /\[@[^[\]]*\]$/.exec(before)?.[0]; // two marks that meet become one
  if (!mark) text.setRangeText(`${/(?:^|\s)$/.test(before) ? "" : " "}[@${select.value}]`, end, end, "end");
  else if (!mark.slice(2, -1).split(/;\s*@/).includes(select.value)) text.setRangeText(`; @${select.value}]`, end - 1, end, "end");
  text.selectionStart = text.value.length;
  text.dispatchEvent(new Event("input", { bubbles: true }));
  text.focus();
}

/** @param {Element} form @returns {HTMLElement[]} */
export const sourceItems = (form) => [.../** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-kind=keyed]"))].flatMap(itemsOf);

/**
 * The only source is chosen by itself; when there is another, or it is gone, that choice was nobody's.
 * @param {HTMLElement} question
 * @param {string[]} before
 * @param {string} onlyNew
 */
function chosenFor({ dataset }, before, onlyNew) {
  if (dataset.touched !== undefined) return before;
  if (dataset.byitself === undefined && before.length) return before;
  dataset.byitself = "";
  return onlyNew ? [onlyNew] : [];
}

/** @param {HTMLElement} question What is ticked now, or what the entry has if its sources were never shown. */
function chosenIn(question) {
  if (question.dataset.shown === undefined) return orderOf(question);
  if (question.dataset.kind === "citation") return [controlOf(question).value].filter(Boolean);
  const ticked = [.../** @type {NodeListOf<HTMLInputElement>} */ (question.querySelectorAll("input:checked"))].map(({ value }) => value);
  const order = orderOf(question);
  return [...order.filter((key) => ticked.includes(key)), ...ticked.filter((key) => !order.includes(key))];
}

/** @param {HTMLElement} question @param {Source[]} sources @param {string[]} chosen */
function showBoxes(question, sources, chosen) {
  const list = /** @type {HTMLElement} */ (question.querySelector("[data-choices]"));
  const now = JSON.stringify([question.id, sources]);
  if (list.dataset.now !== now) {
    list.dataset.now = now;
    const boxes = sources.map(({ key, title }) => {
      const box = make("input", { type: "checkbox", name: question.id, value: key });
      return make("label", { className: "choice" }, box, make("span", {}, title, make("span", { className: "choice__means" }, key)));
    });
    list.replaceChildren(...boxes, ...(boxes.length ? [] : [make("p", {}, "There are no sources yet. ", make("a", { href: "#sources" }, "Add one first"), ".")]));
  }
  for (const box of list.querySelectorAll("input")) box.checked = chosen.includes(box.value);
}

/** @param {HTMLSelectElement} select @param {Source[]} sources @param {string} chosen @param {string} first */
function showOptions(select, sources, chosen, first) {
  const now = JSON.stringify(sources);
  if (select.dataset.now !== now) {
    select.dataset.now = now;
    select.replaceChildren(make("option", { value: "" }, first), ...sources.map(({ key, title }) => make("option", { value: key }, `${title} (${key})`)));
  }
  select.value = chosen;
}

/** @param {Entry} source */
function titleOf(source) {
  return [source.title, source.organisation, "Source without a title yet"].find((text) => typeof text === "string") ?? "";
}

/** Keys of sources that came with a file stay; the others follow what is typed. @param {HTMLElement} form @returns {Map<string, string>} New key by old. */
function makeKeys(form) {
  const items = sourceItems(form);
  const taken = new Set(items.filter(({ dataset }) => dataset.fixed !== undefined).map(({ dataset }) => dataset.key));
  /** @type {Map<string, string>} */
  const renamed = new Map();
  for (const item of items) {
    if (item.dataset.fixed === undefined) {
      const old = item.dataset.key;
      const wanted = keyOf(read(item));
      let key = wanted;
      for (let number = 2; taken.has(key); number++) key = `${wanted}-${number}`;
      taken.add(key);
      item.dataset.key = key;
      if (old && old !== key) renamed.set(old, key);
    }
    const told = item.querySelector("[data-key-told]");
    if (told) told.textContent = `Cited in the text as [@${item.dataset.key}]`;
  }
  return renamed;
}

/** @param {Entry} source @returns {string} As in who-2015: the first author's family name, or the organisation's letters, and the year. */
export function keyOf(source) {
  const author = familyName(texts(source.authors)[0] ?? "");
  const organisation = typeof source.organisation === "string" ? source.organisation : "";
  const names = organisation.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word));
  const who = author || (names.length > 2 ? names.map((word) => word[0]).join("") : organisation);
  const name = plain(who).replaceAll(/[^a-z0-9]+/g, "-").slice(0, LONGEST_NAME).replaceAll(/^[^a-z]+|-+$/g, "") || "source";
  return typeof source.year === "number" ? `${name}-${source.year}` : name;
}

/** "Leutz" of "Leutz, Walter N.", "Leutz W." and "Walter Leutz". @param {string} author */
function familyName(author) {
  const [before, ...after] = author.split(",");
  const names = before.trim().split(/\s+/);
  if (after.length) return before;
  const last = names.at(-1) ?? "";
  return names.length > 1 && /^\p{Lu}{1,3}$|\./u.test(last) ? names[0] : last;
}

/** @param {HTMLElement} form @param {Map<string, string>} renamed */
function renameInTexts(form, renamed) {
  for (const text of form.querySelectorAll("textarea")) {
    const changed = text.value.replaceAll(MARK, (mark) => mark.replaceAll(/@([^\s@;,\]]+)/g, (all, key) => (renamed.has(key) ? `@${renamed.get(key)}` : all)));
    if (changed !== text.value) text.value = changed;
  }
}

/** @param {Entry} entry @returns {Record<string, Entry>} */
export function sourcesOf(entry) {
  if (!isBlock(entry.sources)) return {};
  return Object.fromEntries(Object.entries(entry.sources).flatMap(([key, source]) => (isBlock(source) ? [[key, source]] : [])));
}
