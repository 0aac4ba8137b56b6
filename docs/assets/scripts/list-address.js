// A list of practices in an address: ?p=maia,kotitori

const SLUG = /^(?=.{1,200}$)[a-z0-9]+(-[a-z0-9]+)*$/;

/** @param {string} text Whether it could be the slug of a practice. */
export const isSlug = (text) => SLUG.test(text);

/** @param {string[]} slugs Keeps what could be a slug, each once. */
export const distinctSlugs = (slugs) => [...new Set(slugs)].filter(isSlug);

/**
 * What an address asks for, each once, in its order; a slip in it is kept, so that it can be told.
 * @param {string} query
 * @returns {string[]}
 */
export function askedFor(query) {
  const names = new URLSearchParams(query).getAll("p").flatMap((list) => list.split(","));
  return [...new Set(names.map((name) => name.trim().toLowerCase()).filter(Boolean))];
}

/** @param {string[]} slugs @returns {string} The query with its question mark, or "". */
export const listQuery = (slugs) => (slugs.length ? `?p=${slugs.map(encodeURIComponent).join(",")}` : "");
