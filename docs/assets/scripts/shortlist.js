// The reader's shortlist: slugs of practices in the order chosen. It is kept in this browser and sent to nobody.

import { distinctSlugs } from "./list-address.js";

export const MOST = 30;
const KEY = "shortlist";

/** False where the browser keeps nothing for a site, as in some private windows. */
export const canKeep = (() => {
  try {
    localStorage.setItem("shortlist-try", "");
    localStorage.removeItem("shortlist-try");
    return true;
  } catch { return false; }
})();

/** @returns {string[]} */
export function shortlist() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? distinctSlugs(kept.filter((slug) => typeof slug === "string")).slice(0, MOST) : [];
  } catch { return []; }
}

/**
 * Keeps a list in place of the present one.
 * @param {string[]} slugs
 * @returns {boolean} False if there are too many, or if the browser would not keep it.
 */
export function keepShortlist(slugs) {
  if (slugs.length > MOST) return false;
  try { localStorage.setItem(KEY, JSON.stringify(slugs)); } catch { return false; }
  dispatchEvent(new Event("shortlist"));
  return true;
}

/** @param {() => void} told Called whenever the list may have changed, here, in another tab or on another page. */
export function onShortlist(told) {
  addEventListener("shortlist", told);
  addEventListener("storage", (event) => { if (event.key === KEY || event.key === null) told(); });
  addEventListener("pageshow", (event) => { if (event.persisted) told(); });
}
