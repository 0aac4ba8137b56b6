// The page that compares practices: /compare/?p=maia,kotitori. The state is the address.

import { Rows } from "./compare-rows.js";
import { CompareTable } from "./compare-table.js";
import { fetchJson } from "./fetch-json.js";
import { askedFor, listQuery } from "./list-address.js";
import { lookUp } from "./practices.js";
import { tellAbout, tellFailure, tellTooMany } from "./list-notes.js";

const MOST = 4;
const ONLY = "only=differences";

const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-compare]"));
if (place) start(place);

/** @param {HTMLElement} page */
async function start(page) {
  const root = new URL(page.dataset.compare ?? "", location.href).href;
  const asked = askedFor(location.search);
  const told = part(page, "[data-told]");
  try {
    const first = asked.slice(0, MOST);
    const [answers, labels] = first.length ? await Promise.all([lookUp(root, first), fetchJson(`${root}data/labels.json`)]) : [[], {}];
    if (asked.length > MOST) told.append(tellTooMany(asked.length, MOST, "fit side by side", `${root}shortlist/${listQuery(asked)}`));
    told.append(...answers.map((answer) => tellAbout(answer, root)).filter((note) => note !== null));
    const found = answers.flatMap(({ practice }) => practice ?? []);
    part(page, "[data-none]").hidden = asked.length > 0;
    if (found.length) show(page, found, new Rows(found, labels, root), answers.map(({ slug }) => slug));
  } catch {
    told.append(tellFailure(asked, root));
  }
  page.dataset.ready = "";
}

/**
 * @param {HTMLElement} page
 * @param {import("./practices.js").Practice[]} practices
 * @param {Rows} rows
 * @param {string[]} slugs What the address names, by present slugs.
 */
function show(page, practices, rows, slugs) {
  const table = new CompareTable(/** @type {HTMLTableElement} */ (part(page, "table.compare")), practices, rows);
  const only = /** @type {HTMLInputElement} */ (part(page, "[data-only]"));
  const { differ, of } = table.count();
  const unstudied = rows.unstudied();
  part(page, "[data-count]").textContent = practices.length > 1 ? `${differ} of ${of} rows differ` : "There is nothing to compare it with yet: choose one to three more.";
  part(page, "[data-unstudied]").hidden = !unstudied.length;
  part(page, "[data-unstudied-list]").textContent = unstudied.join(", ");
  /** @type {HTMLAnchorElement} */ (part(page, "[data-as-list]")).href = `${rows.root}shortlist/${listQuery(practices.map(({ slug }) => slug))}`;
  const mirror = () => {
    table.show(only.checked);
    history.replaceState(null, "", `${listQuery(slugs)}${only.checked ? `&${ONLY}` : ""}`);
    part(page, "[data-address]").textContent = location.href;
  };
  only.checked = location.search.includes(ONLY);
  only.addEventListener("change", mirror);
  part(page, "[data-print]").addEventListener("click", () => print());
  mirror();
  part(page, "[data-compared]").hidden = false;
}

/** @param {HTMLElement} page @param {string} selector */
function part(page, selector) { return /** @type {HTMLElement} */ (page.querySelector(selector)); }
