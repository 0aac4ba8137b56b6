// Fills the table of the comparison: a column for each practice, and in each row a word that says whether they differ.

import { make, quietly } from "./elements.js";
import { listQuery } from "./list-address.js";

/**
 * @typedef {import("./practices.js").Practice} Practice
 * @typedef {import("./compare-rows.js").Row} Row
 */

export class CompareTable {
  /**
   * @param {HTMLTableElement} table Holds the rows with their names.
   * @param {Practice[]} practices
   * @param {import("./compare-rows.js").Rows} rows
   */
  constructor(table, practices, rows) {
    this.table = table;
    this.practices = practices;
    table.dataset.columns = String(practices.length);
    /** @type {HTMLTableSectionElement} */ (table.tHead).rows[0].append(...practices.map((practice) => this.head(practice, rows.root)));
    for (const row of /** @type {NodeListOf<HTMLTableRowElement>} */ (table.querySelectorAll("[data-row]"))) {
      const made = rows.of(row.dataset.row ?? "", row.dataset.folder ?? "").filter(({ cells }) => cells.some(({ says }) => says));
      const filled = made.map((one) => this.fill(/** @type {HTMLTableRowElement} */ (row.cloneNode(true)), one));
      row.replaceWith(...filled);
    }
    for (const body of table.tBodies) {
      const heading = body.querySelector(".compare__group th");
      if (heading) /** @type {HTMLTableCellElement} */ (heading).colSpan = practices.length + 1;
      body.hidden = !body.querySelector("[data-row]");
    }
  }

  /** @param {Practice} practice @param {string} root */
  head(practice, root) {
    const others = this.practices.map(({ slug }) => slug).filter((slug) => slug !== practice.slug);
    const cell = make("th", { scope: "col" }, make("a", { className: "compare__name", href: `${root}practices/${practice.slug}/` }, practice.name));
    if (practice.withdrawn) cell.append(make("span", { className: "compare__withdrawn" }, `Withdrawn: ${practice.withdrawn.reason}`));
    cell.append(make("a", { className: "compare__remove", href: `${root}compare/${listQuery(others)}` }, "Remove", quietly(` ${practice.name}`)));
    return cell;
  }

  /** @param {HTMLTableRowElement} row @param {Row} made */
  fill(row, { head, shared, cells }) {
    const name = row.cells[0];
    if (head) name.replaceChildren(head);
    const same = new Set(cells.map(({ says }) => says)).size === 1;
    if (cells.length > 1) {
      row.dataset.differs = String(!same);
      name.append(" ", make("span", { className: "compare__mark" }, [shared, same ? "same" : "differs"].filter(Boolean).join(" · ")));
    }
    row.append(...cells.map(({ nodes }, column) => {
      const who = make("span", { className: "compare__who" }, this.practices[column].name);
      return make("td", {}, who, ...(nodes.length ? nodes : [make("span", { className: "compare__empty" }, row.dataset.nothing ?? "")]));
    }));
    return row;
  }

  /** @param {boolean} only Shows only the rows that differ. */
  show(only) {
    for (const body of this.table.tBodies) {
      const rows = [.../** @type {NodeListOf<HTMLElement>} */ (body.querySelectorAll("[data-row]"))];
      for (const row of rows) row.hidden = only && row.dataset.differs === "false";
      body.hidden = rows.every((row) => row.hidden);
    }
  }

  /** How many rows differ, of how many. */
  count() {
    const rows = [...this.table.querySelectorAll("[data-row]")];
    return { differ: rows.filter((row) => /** @type {HTMLElement} */ (row).dataset.differs === "true").length, of: rows.length };
  }
}
