// What stands in each row of the comparison, for every practice. The rows and their names are those of the page.

import { make, mark, quietly } from "./elements.js";
import { ownFindings, years } from "./practices.js";

/**
 * @typedef {import("./practices.js").Practice} Practice
 * @typedef {Record<string, Record<string, string>>} Labels By vocabulary and term, in the vocabulary's order.
 * @typedef {{says: string, nodes: (Node | string)[]}} Cell
 *   What is shown, and a text that is equal for cells that say the same; "" says nothing.
 * @typedef {{cells: Cell[], head?: Node, shared?: string}} Row
 *   The cells of one row; its own name if the page has none for it; how many practices share it, in words.
 */

/** @type {Cell} */
const NOTHING = { says: "", nodes: [] };
const DIRECTIONS = "directions";
const OUTCOMES = "outcome_domains";

/** @type {Record<string, (practice: Practice) => string>} */
const TEXTS = {
  places: (practice) => practice.places.map((place) => place.name).join(", "),
  years,
  summary: (practice) => practice.summary,
  lead: (practice) => practice.lead,
  partners: (practice) => (practice.partners ?? []).join("; "),
};

/** @type {Record<string, [string, (practice: Practice) => string[]]>} The vocabulary of a row, and a practice's terms. */
const TERMS = {
  countries: ["countries", (practice) => practice.countries],
  life_cycle: ["life_cycle", (practice) => [practice.life_cycle]],
  target_groups: ["target_groups", (practice) => practice.target_groups],
  degree: ["degrees", (practice) => [practice.integration.degree]],
  sectors: ["sectors", (practice) => practice.sectors],
  integration_kinds: ["integration_kinds", (practice) => practice.derived.integration_kinds],
};

export class Rows {
  /** @param {Practice[]} practices @param {Labels} labels @param {string} root The address of the site's root. */
  constructor(practices, labels, root) {
    this.practices = practices;
    this.labels = labels;
    this.root = root;
  }

  /**
   * The rows that stand for one row of the page: usually one, but one for each mechanism and each outcome.
   * @param {string} id
   * @param {string} folder Where the terms of the row have their pages, or "".
   * @returns {Row[]}
   */
  of(id, folder) {
    if (id === "mechanisms") return this.mechanisms(folder);
    if (id === "findings") return this.outcomes(folder);
    if (id === "surest") return [{ cells: this.practices.map((practice) => this.surest(practice)) }];
    if (id in TERMS) return [{ cells: this.terms(id, folder) }];
    if (id === "local_name") return [{ cells: this.practices.map(localName) }];
    const text = TEXTS[id];
    return [{ cells: this.practices.map((practice) => (text ? said(text(practice)) : points(/** @type {Record<string, import("./practices.js").Point[] | undefined>} */ (/** @type {unknown} */ (practice))[id]))) }];
  }

  /** @param {string} id @param {string} folder @returns {Cell[]} Terms, each with how many practices share it. */
  terms(id, folder) {
    const [vocabulary, of] = TERMS[id];
    const all = this.practices.map(of);
    const same = new Set(all.map((terms) => terms.toSorted().join())).size === 1;
    return all.map((terms) => {
      const items = terms.map((term) => {
        const others = all.filter((some) => some.includes(term)).length;
        const shared = same || others === 1 ? "" : this.inWords(others);
        return make("li", { className: shared && "compare__shared" }, this.term(vocabulary, term, folder), ...(shared ? [" ", make("span", { className: "shared" }, `· ${shared}`)] : []));
      });
      return { says: terms.toSorted().join(), nodes: [make("ul", { className: "compare__terms" }, ...items)] };
    });
  }

  /** @param {string} folder @returns {Row[]} The mechanisms of all, the most shared first. */
  mechanisms(folder) {
    const used = this.practices.map((practice) => new Map(practice.integration.mechanisms.map(({ type, note }) => [type, note ?? ""])));
    /** @param {string} type */
    const number = (type) => used.filter((types) => types.has(type)).length;
    const all = Object.keys(this.labels.mechanisms).filter(number).toSorted((one, other) => number(other) - number(one));
    return all.map((type) => ({
      head: this.term("mechanisms", type, folder),
      shared: this.practices.length > 1 ? this.inWords(number(type)) : "",
      cells: used.map((types) => (types.has(type) ? { says: "yes", nodes: [make("span", { className: "compare__yes" }, types.get(type) || "Yes")] } : NOTHING)),
    }));
  }

  /** @param {string} folder @returns {Row[]} Every outcome that was studied in any of them: level, direction and number. */
  outcomes(folder) {
    const studied = this.studied();
    if (!studied.length) return [{ cells: this.practices.map(() => notStudied()) }];
    return studied.map((domain) => ({
      head: this.term(OUTCOMES, domain, folder),
      cells: this.practices.map((practice) => this.found(practice, domain)),
    }));
  }

  /** The outcomes that were studied in any of the practices. */
  studied() {
    const domains = new Set(this.practices.flatMap(ownFindings).map((finding) => finding.domain));
    return Object.keys(this.labels[OUTCOMES]).filter((domain) => domains.has(domain));
  }

  /** The names of the outcomes that were studied in none. */
  unstudied() {
    const studied = new Set(this.studied());
    return Object.entries(this.labels[OUTCOMES]).filter(([domain]) => !studied.has(domain)).map(([, label]) => label);
  }

  /** @param {Practice} practice @param {string} domain @returns {Cell} */
  found(practice, domain) {
    const findings = ownFindings(practice).filter((finding) => finding.domain === domain);
    if (!findings.length) return notStudied();
    const groups = [...new Set(findings.map(({ level, direction }) => `${level} ${direction}`))]
      .map((key) => ({ level: key.slice(0, 2), direction: key.slice(3), number: findings.filter(({ level, direction }) => `${level} ${direction}` === key).length }))
      .toSorted((one, other) => other.level.localeCompare(one.level) || this.rank(one.direction) - this.rank(other.direction));
    const lines = groups.map(({ level, direction, number }) => make("li", {}, mark(direction), " ", mark(level), number > 1 ? ` ${number} findings` : ""));
    const words = make("details", { className: "finding__more" },
      make("summary", {}, "In words", quietly(`: ${this.labels[OUTCOMES][domain]}, ${practice.name}`)),
      make("ul", {}, ...findings.map((finding) => make("li", {}, finding.statement))));
    return {
      says: groups.map(({ level, direction, number }) => `${level} ${direction} ${number}`).join(),
      nodes: [make("ul", { className: "compare__found" }, ...lines), words],
    };
  }

  /** @param {Practice} practice @returns {Cell} */
  surest(practice) {
    const { level } = practice.derived;
    if (!level) return { says: "none", nodes: [make("span", { className: "not-studied" }, "No findings yet")] };
    const findings = ownFindings(practice);
    const tally = Object.keys(this.labels[DIRECTIONS])
      .map((direction) => ({ direction, number: findings.filter((finding) => finding.direction === direction).length }))
      .filter(({ number }) => number);
    const lines = tally.map(({ direction, number }) => make("li", { className: "tally" }, mark(direction), " ", make("b", {}, `${number}`)));
    return { says: `${level} ${tally.map(({ direction, number }) => `${direction} ${number}`)}`, nodes: [mark(level), make("ul", { className: "compare__found" }, ...lines)] };
  }

  /** @param {string} direction */
  rank(direction) { return Object.keys(this.labels[DIRECTIONS]).indexOf(direction); }

  /** @param {string} vocabulary @param {string} id @param {string} folder */
  term(vocabulary, id, folder) {
    const label = this.labels[vocabulary]?.[id] ?? id;
    const place = folder.includes("#") ? `${folder}${id}` : `${folder}/${id.toLowerCase()}/`;
    return folder ? make("a", { className: "term", href: `${this.root}${place}` }, label) : make("span", {}, label);
  }

  /** @param {number} number @returns {string} How many of the practices: "both", "all 3", "2 of 3". */
  inWords(number) {
    const all = this.practices.length;
    if (number < all) return `${number} of ${all}`;
    return all === 2 ? "both" : `all ${all}`;
  }
}

/** @param {Practice} practice @returns {Cell} */
const localName = ({ local_name: name, language }) => (name ? { says: name, nodes: [make("span", { className: "compare__local", lang: language ?? "" }, name)] } : NOTHING);

/** @param {string} text @returns {Cell} */
const said = (text) => (text ? { says: text, nodes: [text] } : NOTHING);

/** @param {import("./practices.js").Point[] | undefined} list @returns {Cell} */
const points = (list) => (list?.length
  ? { says: list.map(({ text }) => text).join("\n"), nodes: [make("ul", { className: "points" }, ...list.map(({ text }) => make("li", {}, text)))] }
  : NOTHING);

/** @returns {Cell} */
const notStudied = () => ({ says: "not studied", nodes: [make("span", { className: "not-studied" }, "Not studied")] });
