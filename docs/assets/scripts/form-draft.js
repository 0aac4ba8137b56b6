// The draft: kept in this browser, never sent; saved to a file and opened from one.

/**
 * @typedef {import("./form-fields.js").Entry} Entry
 * @typedef {{entry: Entry, chosen: string, saved: string, fixed: string[]}} Draft The short name if one was chosen; the keys of
 *   sources that stay as they are.
 */

/** @param {string} slug Of the entry that is edited, or "" for a new one. */
const nameOf = (slug) => `entry:${slug}`;

/** @param {string} edited @returns {Draft | null} */
export function loadDraft(edited) {
  try {
    return JSON.parse(localStorage.getItem(nameOf(edited)) ?? "null");
  } catch {
    return null;
  }
}

/** @param {string} edited @param {Draft} draft @returns {boolean} Whether the browser keeps it. */
export function saveDraft(edited, draft) {
  try {
    localStorage.setItem(nameOf(edited), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** @param {string} edited */
export function deleteDraft(edited) {
  try {
    localStorage.removeItem(nameOf(edited));
  } catch { /* then nothing was kept */ }
}

/** @param {string} text @param {string} name */
export function saveToFile(text, name) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/yaml;charset=utf-8" }));
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
