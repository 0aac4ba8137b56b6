// Full text by Pagefind; if that finds no practice, those with a name that comes near what was typed.

import { fetchJson } from "./fetch-json.js";

/**
 * @typedef {{url: string, title: string, where: string, kind: string, excerpt: string}} Result
 *   Excerpt: HTML of Pagefind, in which the words found are marked; "" if there is none.
 * @typedef {{url: string, excerpt: string, meta: {title?: string, where?: string, kind?: string}}} Fragment
 *   What Pagefind knows of a page.
 * @typedef {{
 *   options: (options: {baseUrl: string, excerptLength: number}) => Promise<void>,
 *   init: () => Promise<void>,
 *   mergeIndex: (part: string, options: {baseUrl: string}) => Promise<void>,
 *   search: (query: string) => Promise<{results: Array<{data: () => Promise<Fragment>}>}>,
 * }} Pagefind What is used here of Pagefind's own script.
 */

export const KINDS = ["Practices", "Events", "Terms", "Pages"];
const MOST_LETTERS = 200;

export class SearchEngine {
  /** @param {string} root The address of the site's root. */
  constructor(root) {
    this.root = root;
    /** @type {Promise<Pagefind> | null} */
    this.pagefind = null;
    /** @type {Promise<import("./name-search.js").NameSearch> | null} */
    this.names = null;
  }

  /** Fetches what every search needs. */
  open() {
    this.pagefind ??= this.load();
    this.pagefind.catch(() => { this.pagefind = null; });
    return this.pagefind;
  }

  async load() {
    const engine = `${this.root}search/engine/`;
    /** @type {[Pagefind, {parts: number}]} */
    const [pagefind, { parts }] = await Promise.all([import(`${engine}pagefind.js`), fetchJson(`${engine}parts.json`)]);
    await pagefind.options({ baseUrl: this.root, excerptLength: 24 });
    await pagefind.init();
    const further = Array.from({ length: parts - 1 }, (_, index) => new URL(`${engine}${index + 2}/`, location.href));
    await Promise.all(further.map((part) => pagefind.mergeIndex(part.href, { baseUrl: this.root })));
    return pagefind;
  }

  /**
   * The best results, and how many there are in all.
   * @param {string} typed
   * @param {number} most
   * @returns {Promise<{results: Result[], total: number}>}
   */
  async find(typed, most) {
    const query = typed.trim().slice(0, MOST_LETTERS);
    if (!query) return { results: [], total: 0 };
    const pagefind = await this.open();
    const found = await pagefind.search(query);
    const loaded = await Promise.all(found.results.slice(0, most).map((item) => item.data()));
    const results = loaded.map(resultOf);
    const practice = results.some((result) => result.kind === "Practices");
    const near = practice ? [] : (await this.near(query)).slice(0, most);
    return { results: [...near, ...results], total: found.results.length + near.length };
  }

  /** @param {string} query @returns {Promise<Result[]>} */
  async near(query) {
    /** @type {import("./catalogue-files.js").Names} */
    const names = await fetchJson(`${this.root}practices/catalogue-names.json`);
    this.names ??= import("./name-search.js").then(({ NameSearch }) =>
      NameSearch.over(names.name.map((name, id) => ({ id, name, other: names.other[id], places: names.places[id] }))));
    return (await this.names).find(query).positions.map((position) => ({
      url: new URL(`${this.root}practices/${names.slug[position]}/`, location.href).href,
      title: names.name[position],
      where: names.where[position],
      kind: "Practices",
      excerpt: names.other[position] ? `Also: ${escaped(names.other[position])}` : "",
    }));
  }
}

/** @param {Fragment} data @returns {Result} */
function resultOf(data) {
  const { title = data.url, where = "", kind = "Pages" } = data.meta;
  return { url: data.url, title, where, kind, excerpt: data.excerpt };
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign] ?? "");
}
