// The catalogue's index: which practices match a choice, and how many each further choice would leave.
// Within a facet choices widen (or), between facets they narrow (and). Outcome, direction and level are asked of one
// and the same finding.

import { Bits } from "./bits.js";

/**
 * @typedef {Record<string, Set<string>>} Chosen The chosen terms by facet.
 * @typedef {Record<string, Record<string, number>>} Counts By facet and term, how many practices a choice would leave.
 * @typedef {{size: number, cards_per_file: number, terms: Record<string, Record<string, number[]>>,
 *   findings: Record<string, number[]>}} Data The document catalogue.json.
 */

const FINDING_FACETS = ["outcome", "direction", "level"];

export class Index {
  /** @param {Data} data */
  constructor(data) {
    this.size = data.size;
    this.all = Bits.all(data.size);
    /** @type {Record<string, Record<string, Bits>>} */
    this.terms = {};
    for (const [facet, terms] of Object.entries(data.terms)) {
      this.terms[facet] = {};
      for (const [term, steps] of Object.entries(terms)) this.terms[facet][term] = Bits.fromSteps(this.size, steps);
    }
    this.findings = Object.entries(data.findings).map(([key, steps]) => {
      const [outcome, direction, level] = key.split(" ");
      return { terms: /** @type {Record<string, string>} */ ({ outcome, direction, level }), bits: Bits.fromSteps(this.size, steps) };
    });
    /** @type {Record<string, Record<string, Bits>>} Unions by term, for as long as no other facet of findings is chosen. */
    this.unions = Object.fromEntries(FINDING_FACETS.map((facet) => [facet, this.withFinding({}, facet)]));
  }

  /**
   * By term of one facet of findings: the practices with one finding that has this term and the choices of the others.
   * @param {Chosen} chosen
   * @param {string} facet
   */
  withFinding(chosen, facet) {
    const asked = FINDING_FACETS.filter((other) => other !== facet && chosen[other]?.size);
    if (!asked.length && this.unions) return this.unions[facet];
    /** @type {Record<string, Bits>} */
    const found = {};
    for (const { terms, bits } of this.findings) {
      if (asked.every((other) => chosen[other].has(terms[other]))) (found[terms[facet]] ??= new Bits(this.size)).or(bits);
    }
    return found;
  }

  /**
   * Matching practices, and for every term how many would match if it were the choice of its facet.
   * @param {Chosen} chosen
   * @param {Bits | null} text What a search for words leaves, or null.
   * @returns {{matches: Bits, counts: Counts}}
   */
  query(chosen, text) {
    const byFinding = Object.fromEntries(FINDING_FACETS.map((facet) => [facet, this.withFinding(chosen, facet)]));
    const askedOfFindings = FINDING_FACETS.find((facet) => chosen[facet]?.size);
    /** @type {Map<string, Bits>} The choice of each facet as one set; the three facets of findings count as one. */
    const parts = new Map();
    if (askedOfFindings) parts.set("finding", union(this.size, byFinding[askedOfFindings], chosen[askedOfFindings]));
    for (const [facet, terms] of Object.entries(this.terms)) {
      if (chosen[facet]?.size) parts.set(facet, union(this.size, terms, chosen[facet]));
    }
    /** @param {string} left */
    const allBut = (left) => {
      const bits = (text ?? this.all).copy();
      for (const [facet, part] of parts) if (facet !== left) bits.and(part);
      return bits;
    };
    /** @type {Counts} */
    const counts = {};
    const none = allBut("");
    for (const [facet, terms] of Object.entries(this.terms)) {
      counts[facet] = countEach(terms, parts.has(facet) ? allBut(facet) : none);
    }
    const others = parts.has("finding") ? allBut("finding") : none;
    for (const facet of FINDING_FACETS) counts[facet] = countEach(byFinding[facet], others);
    return { matches: none, counts };
  }
}

/** @param {Record<string, Bits>} terms @param {Bits} among */
function countEach(terms, among) {
  return Object.fromEntries(Object.entries(terms).map(([term, bits]) => [term, among.countWith(bits)]));
}

/** @param {number} size @param {Record<string, Bits>} terms @param {Set<string>} chosen */
function union(size, terms, chosen) {
  const bits = new Bits(size);
  for (const term of chosen) if (Object.hasOwn(terms, term)) bits.or(terms[term]);
  return bits;
}
