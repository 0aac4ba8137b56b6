// How the entry will look in lists, and its findings by outcome and level, drawn from what has been typed so far.

import { make, mark, quietly } from "./elements.js";
import { isBlock, texts } from "./form-fields.js";
import { levelled } from "./form-findings.js";
import { number, records, text } from "./form-words.js";

/**
 * @typedef {import("./form-fields.js").Entry} Entry
 * @typedef {import("./form-words.js").FormData} FormData
 */

/** @param {Entry} entry @param {FormData} form @returns {HTMLElement} As the lists of the site show it. */
export function card(entry, form) {
  const label = (/** @type {string} */ vocabulary, /** @type {string} */ id) => (Object.hasOwn(form.terms[vocabulary], id) ? form.terms[vocabulary][id].label : id);
  const own = ownFindings(entry, form);
  const where = [placeLine(entry, label), years(entry)].filter(Boolean).join(" · ");
  const surest = own.map(({ level }) => level.level).toSorted().at(-1);
  const tally = Object.entries(form.terms.directions).flatMap(([id, term]) => {
    const count = own.filter(({ finding }) => finding.direction === id).length;
    return count ? [`${count} ${term.inline}`] : [];
  });
  const strip = surest ? [mark(surest), " ", make("span", { className: "card__tally" }, tally.join(", "))] : [make("span", { className: "not-studied" }, "No findings yet")];
  const parts = [
    make("h4", { className: "card__name" }, text(entry.name) || "Without a name yet"),
    ...(text(entry.local_name) ? [make("p", { className: "card__local", lang: text(entry.language) }, text(entry.local_name))] : []),
    make("p", { className: "card__where" }, where),
    make("p", { className: "card__summary" }, text(entry.summary)),
    make("p", { className: "card__groups" }, texts(entry.target_groups).map((id) => label("target_groups", id)).join(", ")),
    make("p", { className: "card__evidence" }, ...strip),
  ];
  return make("div", { className: "card" }, ...parts);
}

/** @param {Entry} entry @param {FormData} form @returns {HTMLElement | null} A row for each outcome, a column for each level; null without findings. */
export function evidence(entry, form) {
  const own = ownFindings(entry, form);
  if (!own.length) return null;
  const levels = Object.entries(form.terms.evidence_levels);
  const domains = [...new Set(own.map(({ finding }) => String(finding.domain)))].filter((id) => Object.hasOwn(form.terms.outcome_domains, id));
  const rank = (/** @type {string} */ domain) => Math.max(...own.filter(({ finding }) => finding.domain === domain).map(({ level }) => Number(level.level[1])));
  const table = make("table", { className: "evidence" }, make("caption", { className: "visually-hidden" }, "Every finding about this practice: a row for each outcome, a column for each level, a sign for the direction of each finding"));
  const head = table.createTHead().insertRow();
  head.append(make("td"), ...levels.map(([, { label }]) => make("th", { scope: "col" }, make("span", { className: "term" }, label))));
  const body = table.createTBody();
  for (const domain of domains.toSorted((one, other) => rank(other) - rank(one))) {
    const cells = levels.map(([id]) => make("td", {}, ...own.filter(({ finding, level }) => finding.domain === domain && level.level === id).flatMap(({ finding }) => sign(String(finding.direction)))));
    body.insertRow().append(make("th", { scope: "row" }, form.terms.outcome_domains[domain].label), ...cells);
  }
  return table;
}

/** @param {string} direction @returns {Node[]} Its sign, with the word for those who do not see it. */
function sign(direction) {
  const drawn = /** @type {Element} */ (mark(direction));
  const word = drawn instanceof Element ? drawn.querySelector(".direction__word") : null;
  if (word) word.replaceWith(quietly(word.textContent ?? ""));
  return [drawn];
}

/** @param {Entry} entry @param {FormData} form */
const ownFindings = (entry, form) => levelled(entry, form).filter(({ finding }) => (finding.about ?? "this-practice") === "this-practice");

/** "Tampere, Finland". @param {Entry} entry @param {(vocabulary: string, id: string) => string} label */
function placeLine(entry, label) {
  const countries = texts(entry.countries).map((code) => label("countries", code));
  const country = text(entry.nation) ? label("nations", text(entry.nation)) : countries.join(", ").replace(/, ([^,]*)$/, " and $1");
  const first = records(entry.places, "places")[0]?.[0];
  const place = isBlock(first) ? text(first.name) : "";
  return !place || [country, ...countries].includes(place) ? country : [place, country].filter(Boolean).join(", ");
}

/** "2009–2022", "2009–", "until 2022". @param {Entry} entry */
function years(entry) {
  const [started, ended] = [number(entry.started), number(entry.ended)];
  if (started !== undefined && ended !== undefined) return started === ended ? String(started) : `${started}–${ended}`;
  if (started !== undefined) return `${started}–`;
  return ended === undefined ? "" : `until ${ended}`;
}
