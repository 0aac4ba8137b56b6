// The shortlist as a file to save: a table, or the citations that the site offers for each practice.

import { practicesAsCsv } from "./practices-csv.js";

const TYPES = /** @type {Record<string, string>} */ ({ csv: "text/csv", bib: "application/x-bibtex", ris: "application/x-research-info-systems" });

/**
 * @param {string} ending csv, bib or ris.
 * @param {import("./practices.js").Practice[]} practices
 * @param {string} root The address of the site's root.
 */
export async function saveAs(ending, practices, root) {
  const parts = ending === "csv"
    ? [practicesAsCsv(practices)]
    : await Promise.all(practices.map(({ slug }) => load(`${root}data/practices/${slug}.${ending}`)));
  const address = URL.createObjectURL(new Blob([parts.join("\n")], { type: `${TYPES[ending]};charset=utf-8` }));
  Object.assign(document.createElement("a"), { href: address, download: `shortlist.${ending}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** @param {string} address */
async function load(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}
