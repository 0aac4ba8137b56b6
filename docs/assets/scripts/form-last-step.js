// The last step: what is still wrong anywhere, how the entry will look, and the file to send.

import { saveToFile } from "./form-draft.js";
import { summarise } from "./form-errors.js";
import { card, evidence } from "./form-preview.js";
import { slugOf, verdict, waysToSend } from "./form-send.js";
import { shown, text } from "./form-words.js";
import { writeYaml } from "./form-yaml.js";

/** @param {import("./form-entry.js").EntryForm} entry */
export function startSending(entry) {
  const { page, data } = entry;
  const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (page.querySelector(selector));
  const step = part("#send");
  const slug = /** @type {HTMLInputElement} */ (part("[data-slug]"));
  const file = () => writeYaml(entry.entry, data);

  const mirror = () => {
    if (!step.hasAttribute("data-current")) return;
    const wrongName = slugFault(entry);
    const errors = entry.problems.filter(({ level }) => level === "error");
    summarise(part("#send [data-errors]"), entry.problems);
    part("[data-verdict]").textContent = verdict(errors.length + (wrongName ? 1 : 0), entry.problems.length - errors.length);
    if (slug.dataset.touched === undefined) slug.value = slugOf(text(entry.entry.name));
    tellName(part("[data-slug-question]"), slug, wrongName);
    part("[data-card]").replaceChildren(card(entry.entry, data));
    part("[data-evidence]").replaceChildren(...[evidence(entry.entry, data)].filter((table) => table !== null));
    part("[data-ways]").replaceChildren(...waysToSend(data.repository, entry.slug, file(), { edits: Boolean(entry.edited), errors: errors.length + (wrongName ? 1 : 0) }));
    part("[data-yaml]").textContent = file();
    part("[data-done]").textContent = "";
  };
  page.addEventListener("entry", mirror);
  slug.addEventListener("input", () => { slug.dataset.touched = ""; });
  part("[data-download]").addEventListener("click", () => {
    saveToFile(file(), `${entry.slug}.yml`);
    part("[data-done]").textContent = `Saved as ${entry.slug}.yml.`;
  });
  part("[data-copy-file]").addEventListener("click", async () => {
    await navigator.clipboard.writeText(file());
    part("[data-done]").textContent = "Copied.";
  });
}

/** What is wrong with the short name, or "". @param {import("./form-entry.js").EntryForm} entry */
function slugFault(entry) {
  const { slug, edited, others } = entry;
  if (edited) return "";
  if (others.slugs.has(slug) || others.moved[slug]) return `There is an entry ${shown(slug)} already. Choose another short name, or open that entry to edit it.`;
  const around = { ...others, slug, today: "" };
  return entry.check.problems(entry.entry, around).filter(({ rule }) => rule === "file-name-is-an-address").map(({ message, hint }) => `${message} ${hint}`).join(" ");
}

/** @param {HTMLElement} question @param {HTMLInputElement} control @param {string} words */
function tellName(question, control, words) {
  const told = /** @type {HTMLElement} */ (question.querySelector("[data-error]"));
  told.hidden = !words;
  told.textContent = words;
  control.setAttribute("aria-invalid", String(Boolean(words)));
  control.setAttribute("aria-describedby", words ? "form-slug-hint form-slug-error" : "form-slug-hint");
}
