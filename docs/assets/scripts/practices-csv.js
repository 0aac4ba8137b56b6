// Practices as a table: one row each, the columns named as in the data, written as RFC 4180 says.

/** @typedef {import("./practices.js").Practice} Practice */

/** @type {Record<string, (practice: Practice) => unknown>} Columns that are not a field of the record itself. */
const INSIDE = {
  places: (practice) => practice.places.map((/** @type {{name: string}} */ place) => place.name),
  degree: (practice) => practice.integration.degree,
  mechanisms: (practice) => practice.integration.mechanisms.map((/** @type {{type: string}} */ mechanism) => mechanism.type),
  integration_kinds: (practice) => practice.derived.integration_kinds,
  level: (practice) => practice.derived.level,
  findings: (practice) => practice.findings.length,
  changed: (practice) => practice.derived.changed,
};

const COLUMNS = [
  "slug", "url", "name", "local_name", "language", "acronym", "countries", "nation", "places", "started", "ended", "life_cycle", "lead", "partners",
  "sectors", "target_groups", "degree", "mechanisms", "integration_kinds", "level", "findings", "summary", "changed",
];

const LIST_MARK = "; ";
const BYTE_ORDER_MARK = "\ufeff";

/** @param {Practice[]} practices @returns {string} With a byte order mark, without which spreadsheets garble accents. */
export function practicesAsCsv(practices) {
  const rows = practices.map((practice) => COLUMNS.map((name) => INSIDE[name]?.(practice) ?? /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (practice))[name]));
  return BYTE_ORDER_MARK + [COLUMNS, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** @param {unknown} value */
function cell(value) {
  const text = Array.isArray(value) ? value.join(LIST_MARK) : String(value ?? "");
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text; // a spreadsheet would run it as a formula
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
