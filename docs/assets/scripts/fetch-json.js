// Fetches a data file of this site once; a failure is not kept, so that the next try asks again.

/** @type {Map<string, Promise<any>>} */
const kept = new Map();

/**
 * @param {string} address
 * @returns {Promise<any>}
 */
export function fetchJson(address) {
  const found = kept.get(address) ?? load(address);
  kept.set(address, found);
  found.catch(() => kept.delete(address));
  return found;
}

/** @param {string} address */
async function load(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
