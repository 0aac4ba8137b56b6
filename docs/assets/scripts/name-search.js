// Finds practices by words in names, places, summaries and terms; the beginning of a word is enough, and if nothing
// has the words as typed, words with a letter or two wrong are found too.

import MiniSearch from "../vendor/minisearch.js";
import { plain } from "./plain.js";

const BOOST = { name: 6, other: 5, places: 3, terms: 2 };
const MOST_LETTERS = 200;

export class NameSearch {
  /** @param {Array<Record<string, unknown>>} documents Each with id, the position, and texts in the fields. */
  static async over(documents) {
    const fields = [...new Set(documents.flatMap((document) => Object.keys(document)))].filter((name) => name !== "id");
    const search = new NameSearch(new MiniSearch({ fields, storeFields: [], processTerm: plain }));
    await search.engine.addAllAsync(documents, { chunkSize: 500 });
    return search;
  }

  /** @param {MiniSearch} engine */
  constructor(engine) { this.engine = engine; }

  /**
   * The positions of the practices that match, best first, and whether only a near match was found.
   * @param {string} query
   * @returns {{positions: number[], near: boolean}}
   */
  find(query) {
    const text = query.slice(0, MOST_LETTERS);
    /** @type {import("../vendor/minisearch.js").SearchOptions} */
    const options = { boost: BOOST, combineWith: "AND", prefix: true };
    const exact = this.engine.search(text, options);
    const found = exact.length ? exact : this.engine.search(text, { ...options, fuzzy: (term) => (term.length > 3 ? 0.25 : false) });
    return { positions: found.map((result) => /** @type {number} */ (result.id)), near: !exact.length && found.length > 0 };
  }
}
