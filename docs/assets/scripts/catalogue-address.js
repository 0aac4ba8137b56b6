// The state of the catalogue as an address: the chosen terms, the words, the order. A copied address opens the same list.

/**
 * @typedef {{chosen: import("./catalogue-index.js").Chosen, words: string, order: string}} State
 */

const MOST_LETTERS = 200;

/** @param {string} typed @returns {string} The words that are searched for. */
export function wordsOf(typed) { return typed.trim().slice(0, MOST_LETTERS); }

/**
 * A term that no practice has (any more) stays a choice: an address must not turn into the whole list.
 * @param {string} query
 * @param {string[]} facets
 * @returns {State}
 */
export function readState(query, facets) {
  const asked = new URLSearchParams(query);
  /** @type {import("./catalogue-index.js").Chosen} */
  const chosen = {};
  for (const facet of facets) {
    const terms = asked.getAll(facet).filter(Boolean);
    if (terms.length) chosen[facet] = new Set(terms);
  }
  return { chosen, words: wordsOf(asked.get("q") ?? ""), order: asked.get("sort") ?? "" };
}

/**
 * @param {State} state
 * @param {string[]} facets
 * @returns {string} The query with its question mark, or "".
 */
export function writeState(state, facets) {
  const query = new URLSearchParams();
  if (state.words) query.set("q", state.words);
  for (const facet of facets) for (const term of state.chosen[facet] ?? []) query.append(facet, term);
  if (state.order) query.set("sort", state.order);
  return query.size ? `?${query}` : "";
}
