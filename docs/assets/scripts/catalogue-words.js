// The words filter of the catalogue: names, places, summaries and the labels of terms, loaded when somebody needs them.

import { Bits } from "./bits.js";

export class Words {
  /**
   * @param {import("./catalogue-files.js").Files} files
   * @param {import("./catalogue-index.js").Index} index
   * @param {Map<string, Map<string, string>>} labels
   */
  constructor(files, index, labels) {
    this.files = files;
    this.index = index;
    this.labels = labels;
    /** @type {Promise<import("./name-search.js").NameSearch> | null} */
    this.search = null;
  }

  /** Fetches what the search needs, once. */
  load() {
    this.search ??= this.open();
    this.search.catch(() => { this.search = null; });
    return this.search;
  }

  async open() {
    const [{ NameSearch }, names, summaries] = await Promise.all([import("./name-search.js"), this.files.names(), this.files.summaries()]);
    const terms = this.termsByPosition();
    return NameSearch.over(names.name.map((name, id) => ({
      id, name, other: names.other[id], places: `${names.where[id]} ${names.places[id]}`, summary: summaries[id], terms: terms[id].join(" · "),
    })));
  }

  termsByPosition() {
    /** @type {string[][]} */
    const found = Array.from({ length: this.index.size }, () => []);
    for (const [facet, terms] of Object.entries(this.index.terms)) {
      for (const [term, bits] of Object.entries(terms)) {
        const label = this.labels.get(facet)?.get(term) ?? "";
        for (const position of bits) found[position].push(label);
      }
    }
    return found;
  }

  /**
   * The practices that match, as a set and best first, and whether they only come near.
   * @param {string} query
   */
  async find(query) {
    const { positions, near } = (await this.load()).find(query);
    return { positions, near, bits: Bits.of(this.index.size, positions) };
  }
}
