// The level of each finding while it is typed, with the reason for it.

import { make, mark } from "./elements.js";
import { isBlock, questionsOf } from "./form-fields.js";
import { itemsOf } from "./form-groups.js";
import { isRipe, levelFindings } from "./form-levels.js";
import { sourcesOf } from "./form-sources.js";

/**
 * @typedef {import("./form-fields.js").Entry} Entry
 * @typedef {import("./form-words.js").FormData} FormData
 * @typedef {import("./form-levels.js").Level} Level
 */

/** @param {Entry} entry @param {FormData} form @returns {{finding: Entry, level: Level}[]} The findings that have a level by now. */
export function levelled(entry, form) {
  const findings = (Array.isArray(entry.findings) ? entry.findings : []).filter((finding) => isBlock(finding)).filter((finding) => isRipe(finding, form));
  const levels = levelFindings(findings, sourcesOf(entry), form, new Date().getFullYear());
  return findings.map((finding, place) => ({ finding, level: levels[place] }));
}

/** @param {HTMLElement} question The one with all findings. @param {Entry} entry As read from it, in the same order. @param {FormData} form */
export function showLevels(question, entry, form) {
  const ripe = levelled(entry, form);
  const findings = Array.isArray(entry.findings) ? entry.findings : [];
  itemsOf(question).forEach((item, place) => {
    const finding = findings[place];
    const review = questionsOf(item).find(({ dataset }) => dataset.field === "reviewed");
    if (review && isBlock(finding)) review.hidden = finding.design !== "systematic-review" && finding.reviewed === undefined;
    const told = /** @type {HTMLElement} */ (item.querySelector("[data-trace]"));
    const found = ripe.find((one) => one.finding === finding);
    const words = found ? [found.level.trace, ...found.level.flags].join(" · ") : "";
    if (told.dataset.words === words) return;
    told.dataset.words = words;
    told.replaceChildren(...(found ? [make("p", {}, "Level of evidence: ", mark(found.level.level)), make("p", {}, words)] : [make("p", {}, "The level of evidence follows from the study design. Choose a design, and it is shown here.")]));
  });
}
