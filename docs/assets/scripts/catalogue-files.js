// The catalogue's files, each fetched once and only when it is needed.

import { fetchJson } from "./fetch-json.js";

/**
 * @typedef {{slug: string[], name: string[], other: string[], where: string[], places: string[]}} Names
 *   Columns over all practices, the surest evidence first.
 * @typedef {Record<string, number[]>} Orders Positions by name of the order.
 */

export class Files {
  /** @param {string} folder The address of the folder practices/. */
  constructor(folder) { this.folder = folder; }

  /** @returns {Promise<import("./catalogue-index.js").Data>} */
  index() { return fetchJson(`${this.folder}catalogue.json`); }

  /** @returns {Promise<Names>} */
  names() { return fetchJson(`${this.folder}catalogue-names.json`); }

  /** @returns {Promise<string[]>} */
  summaries() { return fetchJson(`${this.folder}catalogue-summaries.json`); }

  /** @returns {Promise<Orders>} */
  orders() { return fetchJson(`${this.folder}catalogue-orders.json`); }

  /** @param {number} number @returns {Promise<string[]>} The HTML of some cards. */
  cards(number) { return fetchJson(`${this.folder}cards/${number}.json`); }
}
