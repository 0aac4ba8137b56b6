// Fetches a data file of this site once; a failure is not kept, so that the next try asks again.

/** @type {Map<string, Promise<unknown>>} */
const kept = new Map();

/** There is no such file. */
export class NotThere extends Error {}

/**
 * @template T What the build wrote into the file.
 * @param {string} address
 * @returns {Promise<T>}
 */
export function fetchJson(address) {
  const found = kept.get(address) ?? load(address);
  kept.set(address, found);
  found.catch(() => kept.delete(address));
  return /** @type {Promise<T>} */ (found);
}

/** @param {string} address @returns {Promise<unknown>} */
async function load(address) {
  const response = await fetch(address);
  if (response.status === 404) throw new NotThere(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
