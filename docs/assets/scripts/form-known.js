// Tells whoever proposes a practice that it seems to be here already, as soon as its name is there.

import { make } from "./elements.js";
import { slugOf } from "./form-send.js";
import { text } from "./form-words.js";

/**
 * @typedef {{slug: string[], name: string[], other: string[]}} Names Of each practice; other names stand in one text, " · " between them.
 */

/** @param {import("./form-entry.js").EntryForm} entry @param {Names} names */
export function startKnown(entry, { slug, name, other }) {
  const place = /** @type {HTMLElement} */ (entry.page.querySelector("[data-known]"));
  const known = new Map(slug.flatMap((own, at) => [name[at], ...other[at].split(" · ")].map((called) => [slugOf(called), { slug: own, name: name[at] }])));
  for (const [at, own] of slug.entries()) known.set(own, { slug: own, name: name[at] });
  known.delete("");
  const mirror = () => {
    const found = entry.edited ? undefined : known.get(slugOf(text(entry.entry.name))) ?? known.get(slugOf(text(entry.entry.local_name)));
    const shown = found?.slug ?? "";
    if (place.dataset.shown === shown) return;
    place.dataset.shown = shown;
    place.hidden = !found;
    place.replaceChildren(...(found ? ["Is it this one? ", make("a", { href: `?practice=${found.slug}` }, `${found.name}: open that entry to mend or complete it`), ". What you have written here stays in this browser."] : []));
  };
  entry.page.addEventListener("entry", mirror);
  mirror();
}
