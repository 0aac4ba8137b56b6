// The page of the shortlist: the reader's own list, or at /shortlist/?p=maia,kotitori one that somebody shared.

import { make } from "./elements.js";
import { askedFor, listQuery } from "./list-address.js";
import { note, tellFailure, tellTooMany } from "./list-notes.js";
import { lookUp } from "./practices.js";
import { canKeep, keepShortlist, MOST, onShortlist, shortlist } from "./shortlist.js";
import { saveAs } from "./shortlist-files.js";
import { Items } from "./shortlist-items.js";

const COMPARED = 4;

const holder = /** @type {HTMLElement | null} */ (document.querySelector("[data-shortlist]"));
if (holder) start(holder);

/** @param {HTMLElement} page */
async function start(page) {
  /** @template {HTMLElement} T @param {string} selector @returns {T} */
  const part = (selector) => /** @type {T} */ (page.querySelector(selector));
  const root = new URL(page.dataset.shortlist ?? "", location.href).href;
  const asked = askedFor(location.search);
  const shared = asked.length > 0 && asked.join() !== shortlist().join();
  const told = part("[data-told]");
  /** @type {Items | null} */
  let items = null;

  /** @returns {string[]} The slugs that are listed, by their present names. */
  const slugs = () => items?.slugs() ?? [];

  /** @returns {string[]} Those of them that are practices. */
  const found = () => (items?.found() ?? []).map(({ slug }) => slug);

  async function show() {
    const wanted = shared ? asked.slice(0, MOST) : shortlist();
    try {
      const answers = await lookUp(root, wanted);
      items = new Items(part("[data-items]"), answers, root, shared ? null : kept);
      mirror();
    } catch { told.replaceChildren(tellFailure(wanted, root)); }
    page.dataset.ready = "";
  }

  /** Makes everything around the list say what the list says. */
  function mirror() {
    const number = slugs().length;
    part("[data-listed]").hidden = !number;
    part("[data-none]").hidden = number > 0 || !canKeep;
    part("[data-address]").textContent = `${root}shortlist/${listQuery(slugs())}`;
    part("[data-empty]").hidden = shared;
    tellButton();
  }

  function tellButton() {
    const chosen = items?.chosen().length ?? 0;
    const number = found().length;
    part("[data-compare-button]").textContent = chosen ? `Compare the ${chosen} chosen` : `Compare ${number > COMPARED ? `the first ${COMPARED}` : "them"}`;
    part("[data-compare-button]").hidden = number < 2;
    part("[data-error]").hidden = true;
  }

  /** @param {string[]} after The list as the reader has just left it. @param {string} said What was done. */
  function kept(after, said) {
    const before = shortlist();
    const place = part(after.length ? "[data-said]" : "[data-told]");
    if (!keepShortlist(after)) { place.textContent = "This browser would not keep the change."; return; }
    told.replaceChildren();
    place.replaceChildren(`${said} `);
    if (after.length < before.length) place.append(undo(before));
    mirror();
    if (!after.length) part("[data-title]").focus();
  }

  /** @param {string[]} before */
  function undo(before) {
    const button = make("button", { type: "button", className: "as-link" }, "Undo");
    button.addEventListener("click", () => { keepShortlist(before); told.textContent = part("[data-said]").textContent = ""; part("[data-title]").focus(); });
    return button;
  }

  function tellShared() {
    part("[data-title]").textContent = "A shared list";
    part("[data-lead]").textContent = "Somebody put these practices together and shared the address of the list. Your own shortlist is as it was.";
    const adopt = part("[data-adopt]");
    adopt.hidden = !canKeep;
    adopt.addEventListener("click", () => {
      const both = [...new Set([...shortlist(), ...found()])];
      if (keepShortlist(both)) location.assign(`${root}shortlist/`);
      else tell("[data-error]", both.length > MOST ? `Together with your own shortlist these are ${both.length} practices, and it holds ${MOST}.` : "This browser would not keep them.");
    });
    if (asked.length > MOST) told.append(tellTooMany(asked.length, MOST, "make a list", ""));
  }

  /** @param {string} place @param {string} words */
  function tell(place, words) {
    part(place).textContent = words;
    part(place).hidden = false;
  }

  part("[data-compare-form]").addEventListener("change", tellButton);
  part("[data-compare-form]").addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = items?.chosen() ?? [];
    if (chosen.length === 1) tell("[data-error]", "One is chosen. Choose one to three more to put beside it.");
    else if (chosen.length > COMPARED) tell("[data-error]", `${chosen.length} are chosen, and ${COMPARED} fit side by side. Take away ${chosen.length - COMPARED}.`);
    else location.assign(`${root}compare/${listQuery(chosen.length ? chosen : found().slice(0, COMPARED))}`);
  });
  part("[data-print]").addEventListener("click", () => print());
  part("[data-empty] button").addEventListener("click", () => kept([], "The list is empty now."));
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-export]"))) {
    button.addEventListener("click", async () => {
      part("[data-export-error]").hidden = true;
      try { await saveAs(button.dataset.export ?? "", items?.found() ?? [], root); } catch { tell("[data-export-error]", "The file could not be made, since a part of it did not load. Check the connection and try again."); }
    });
  }
  if (shared) tellShared();
  else if (!canKeep) told.append(note("This browser keeps nothing for this site, perhaps because the window is a private one, so it cannot keep a shortlist. A list that somebody shares by its address can still be opened. ", make("a", { href: `${root}practices/` }, "See all practices")));
  else onShortlist(() => { if (shortlist().join() !== slugs().join()) show(); });
  await show();
}
