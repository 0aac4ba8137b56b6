// The form in which somebody writes an entry: /contribute/form/, or /contribute/form/?practice=maia to edit one.

import { make } from "./elements.js";
import { fetchJson } from "./fetch-json.js";
import { deleteDraft, loadDraft, saveToFile } from "./form-draft.js";
import { EntryForm, today } from "./form-entry.js";
import { controlOf, isBlock } from "./form-fields.js";
import { addItem, itemsOf, numberAll, takePatterns } from "./form-groups.js";
import { startKnown } from "./form-known.js";
import { startSending } from "./form-last-step.js";
import { cite } from "./form-sources.js";
import { goOn, startSteps } from "./form-steps.js";
import { tidy } from "./form-tidy.js";
import { Unreadable, hasComments, readYaml, writeYaml } from "./form-yaml.js";

/** @typedef {import("./form-fields.js").Entry} Entry */

const page = /** @type {HTMLElement | null} */ (document.querySelector("[data-form]"));
if (page) start(page, new URL(page.dataset.form ?? "", location.href).href);

/** @param {HTMLElement} place @param {string} root */
async function start(place, root) {
  const told = /** @type {HTMLElement} */ (place.querySelector("[data-told]"));
  try {
    const [data, names, moved] = await Promise.all([
      /** @type {Promise<import("./form-words.js").FormData>} */ (fetchJson(`${root}contribute/form/form.json`)),
      /** @type {Promise<import("./form-known.js").Names>} */ (fetchJson(`${root}practices/catalogue-names.json`)),
      /** @type {Promise<Record<string, string>>} */ (fetchJson(`${root}practices/moved.json`)),
    ]);
    for (const hidden of place.querySelectorAll("[data-needs-script]")) /** @type {HTMLElement} */ (hidden).hidden = false;
    const entry = new EntryForm(place, data, { slugs: new Set([...names.slug, ...data.withdrawn]), moved });
    /** @type {HTMLFieldSetElement} */ (place.querySelector("[data-all]")).disabled = false;
    takePatterns(entry.form);
    await open(entry, root, told);
    listen(entry, told, root);
    startSending(entry);
    startKnown(entry, names);
    startSteps(place, (step) => {
      if (step.id === "send") for (const other of place.querySelectorAll("[data-step]")) entry.answered.add(other);
      entry.refresh();
    });
    place.dataset.ready = "";
  } catch (error) {
    told.replaceChildren(note(error instanceof Unreadable ? error.message : "The form could not be loaded. Check the connection and load the page again."));
    throw error;
  }
}

/** A new entry: one of each that an entry must have. @returns {Entry} */
function newEntry() {
  return {
    places: [{}], sources: { source: {} }, integration: { mechanisms: [{}] },
    contributors: [{ role: "author" }], review: { status: "draft", date: today() },
  };
}

/** Opens the draft if there is one, else the entry that the address names, else a new one. @param {EntryForm} entry @param {string} root @param {HTMLElement} told */
async function open(entry, root, told) {
  const asked = new URLSearchParams(location.search).get("practice") ?? "";
  const slug = entry.others.moved[asked] ?? asked;
  const known = entry.others.slugs.has(slug);
  if (asked && !known) told.replaceChildren(note(`There is no practice “${asked}” in this collection. This is a new entry.`));
  entry.edited = known ? slug : "";
  const draft = loadDraft(entry.edited);
  if (draft && isBlock(draft.entry)) {
    entry.chooseSlug(draft.chosen ?? "");
    entry.load(draft.entry, draft.fixed ?? []);
    told.replaceChildren(note(`This is your draft of ${new Date(draft.saved).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" })}, kept in this browser.`));
  } else await begin(entry, root, told);
  mirrorHeading(entry);
}

/** @param {EntryForm} entry @param {string} root @param {HTMLElement} told */
async function begin(entry, root, told) {
  if (!entry.edited) {
    entry.load(newEntry(), []);
    return;
  }
  const answer = await fetch(`${root}data/practices/${entry.edited}.yml`);
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  openText(entry, await answer.text(), told);
}

/** @param {EntryForm} entry @param {string} file @param {HTMLElement} told */
function openText(entry, file, told) {
  const opened = readYaml(file);
  entry.load(opened, Object.keys(isBlock(opened.sources) ? opened.sources : {}));
  told.replaceChildren(...(hasComments(file, entry.data.modeline) ? [note("The file holds comments, lines that begin with #. The form cannot show them, and they will not be in the file that it writes.")] : []));
}

/** @param {EntryForm} entry */
function mirrorHeading({ page: place, edited, entry }) {
  const heading = /** @type {HTMLElement} */ (place.querySelector("[data-heading]"));
  heading.textContent = edited ? `Edit: ${entry.name}` : "Propose a practice";
  /** @type {HTMLElement} */ (place.querySelector("[data-slug-question]")).hidden = Boolean(edited);
}

/** @param {EntryForm} entry @param {HTMLElement} told @param {string} root */
function listen(entry, told, root) {
  const { form, page: place } = entry;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => entry.soon());
  addEventListener("pagehide", () => entry.flush());
  form.addEventListener("change", ({ target }) => {
    const question = target instanceof Element ? target.closest("[data-field]") : null;
    if (question instanceof HTMLElement) {
      entry.answered.add(question);
      question.dataset.touched = "";
      if (target === controlOf(question)) tidy(question.dataset.field ?? "", controlOf(question));
    }
    signReview(entry, question);
    entry.soon();
  });
  form.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button") : null;
    if (button) press(entry, button);
  });
  const part = (/** @type {string} */ selector) => /** @type {HTMLInputElement} */ (place.querySelector(selector));
  part("[data-draft-save]").addEventListener("click", () => {
    entry.flush();
    saveToFile(writeYaml(entry.entry, entry.data), `${entry.slug}.yml`);
  });
  part("[data-draft-delete]").addEventListener("click", async () => {
    deleteDraft(entry.edited);
    entry.chooseSlug("");
    await begin(entry, root, told);
    told.replaceChildren(note("The draft is deleted. You begin anew."));
    location.hash = "#practice";
  });
  part("[data-draft-open]").addEventListener("change", async ({ target }) => {
    const chooser = /** @type {HTMLInputElement} */ (target);
    const [file] = chooser.files ?? [];
    try {
      if (file) openFile(entry, file.name.replace(/\.ya?ml$/, ""), await file.text(), told);
    } catch (error) {
      told.replaceChildren(note(error instanceof Unreadable ? `The file could not be opened. ${error.message}` : "The file could not be opened."));
    }
    chooser.value = ""; // so that the same file can be opened again
  });
}

/** @param {EntryForm} entry @param {string} name @param {string} file @param {HTMLElement} told */
function openFile(entry, name, file, told) {
  const before = entry.edited;
  entry.edited = entry.others.slugs.has(name) ? name : "";
  try {
    openText(entry, file, told);
  } catch (error) {
    entry.edited = before;
    throw error;
  }
  entry.chooseSlug(entry.edited ? "" : name);
  told.append(note(`Opened ${name}.yml.`));
  mirrorHeading(entry);
}

/** @param {EntryForm} entry @param {HTMLButtonElement} button */
function press(entry, button) {
  const question = /** @type {HTMLElement | null} */ (button.closest("[data-item]"));
  const { dataset } = button;
  if (dataset.add !== undefined && question) {
    const item = addItem(question);
    numberAll(entry.form);
    entry.update();
    item.focus();
  } else if (dataset.remove !== undefined && question) {
    const item = /** @type {HTMLElement} */ (button.closest("[data-record]"));
    const place = itemsOf(question).indexOf(item);
    item.remove();
    numberAll(entry.form);
    entry.update();
    (itemsOf(question)[Math.max(place - 1, 0)] ?? /** @type {HTMLElement} */ (question.querySelector("[data-add]"))).focus();
  } else if (dataset.continue !== undefined) leave(entry, /** @type {HTMLElement} */ (button.closest("[data-step]")));
  else if (button.closest("[data-cite]")) cite(/** @type {HTMLElement} */ (button.closest("[data-cite]")));
}

/** @param {EntryForm} entry @param {HTMLElement} step */
function leave(entry, step) {
  entry.answered.add(step);
  entry.update();
  if (entry.summariseStep(step)) goOn(step);
  else /** @type {HTMLElement} */ (step.querySelector("[data-errors]")).focus();
}

/** Whoever writes a new entry is also the one who checked it, unless they say otherwise. @param {EntryForm} entry @param {Element | null} question */
function signReview({ form }, question) {
  if (!question?.closest("[data-field=contributors]") || /** @type {HTMLElement} */ (question).dataset.field !== "name") return;
  const by = controlOf(/** @type {HTMLElement} */ (form.querySelector("[data-field=review] [data-field=by]")));
  if (!by.value) by.value = controlOf(question).value;
}

/** @param {string} words */
const note = (words) => make("p", { className: "notice" }, words);
