// Shows the definition of a term on hover, on focus and on tap. On a link, a first tap shows it and a second one follows
// the link. A term that is no link (the mark of a level, a group on a card, a filter) has its definition looked up.
// Without this script, or in a browser without popovers, the title of the link says the same on hover.

import { fetchJson } from "./fetch-json.js";

const ROOT = new URL("../../", import.meta.url).href;
const TERMS = "a.term, [data-means], .level, .direction";
const OPENS_AFTER = 200; // milliseconds that the pointer rests on a term
const CLOSES_AFTER = 250; // milliseconds in which the pointer may travel from the term to its definition
const GAP = 6;
const MARGIN = 10;

const box = document.createElement("div");
const text = document.createElement("p");
const more = document.createElement("a");

/** @type {HTMLElement | null} The term whose definition is shown or on its way. */
let shown = null;
let timer = 0;

/** @param {EventTarget | null} target The term there; none if it is a word inside another link. */
function termAt(target) {
  const found = target instanceof Element ? target.closest(TERMS) : null;
  return found instanceof HTMLElement && !found.closest("a:not(.term), summary") ? found : null;
}

/** @param {HTMLElement} term @returns {string} The address of its page below the root, or "". */
function addressOf(term) {
  if (term instanceof HTMLAnchorElement) return term.href.replace(ROOT, "");
  const mark = /(level|direction)--(\w+)/.exec(term.className);
  return term.dataset.means ?? (mark ? `${mark[1] === "level" ? "evidence" : "directions"}/${mark[2].toLowerCase()}/` : "");
}

/** @param {HTMLElement} term */
async function definitionOf(term) {
  if (term.title) return term.title;
  /** @type {Record<string, string>} */
  const definitions = await fetchJson(`${ROOT}data/definitions.json`);
  return definitions[addressOf(term)] ?? "";
}

/** @param {HTMLElement} term What the keyboard reaches of it. */
const reached = (term) => term.querySelector("input") ?? term;

/**
 * @param {HTMLElement} term
 * @param {boolean} tapped Then the box holds the link of a term that is one; without a definition the link is followed.
 */
async function show(term, tapped) {
  hide();
  shown = term;
  const definition = await definitionOf(term).catch(() => "");
  if (shown !== term) return;
  if (!definition) {
    shown = null;
    if (tapped && term instanceof HTMLAnchorElement) location.assign(term.href);
    return;
  }
  text.textContent = definition;
  more.hidden = !(tapped && term instanceof HTMLAnchorElement);
  if (term instanceof HTMLAnchorElement) more.href = term.href;
  more.textContent = `More: ${term.textContent}`;
  if (term.title) term.dataset.definition = term.title; // else the browser would show the title as well
  term.removeAttribute("title");
  reached(term).setAttribute("aria-describedby", box.id);
  box.showPopover();
  place();
}

function hide() {
  clearTimeout(timer);
  if (!shown) return;
  if (shown.dataset.definition) shown.title = shown.dataset.definition;
  delete shown.dataset.definition;
  reached(shown).removeAttribute("aria-describedby");
  shown = null;
  box.hidePopover();
}

/** Puts the definition under its term, or above it where there is no room, inside the window; that of a filter beside it. */
function place() {
  if (!shown || !box.matches(":popover-open")) return;
  const line = shown.getClientRects()[0];
  const seen = line && line.bottom >= 0 && line.top <= innerHeight; // not yet while the page still glides to what has the focus
  box.style.visibility = seen ? "visible" : "hidden";
  if (!seen) return;
  if (shown.matches(".facet .choice")) {
    placeBeside(line);
    return;
  }
  const below = line.bottom + GAP;
  const fits = below + box.offsetHeight + MARGIN <= innerHeight || line.top < box.offsetHeight + GAP + MARGIN;
  box.style.top = `${fits ? below : line.top - GAP - box.offsetHeight}px`;
  box.style.left = `${Math.max(MARGIN, Math.min(line.left, document.documentElement.clientWidth - box.offsetWidth - MARGIN))}px`;
}

/**
 * Leaves the other filters to be seen: to the right of its own; in a narrow window at the foot, or at the head if it stands there.
 * @param {DOMRect} line
 */
function placeBeside(line) {
  const left = line.right + 2 * GAP;
  const fits = left + box.offsetWidth + MARGIN <= document.documentElement.clientWidth;
  const lowest = innerHeight - box.offsetHeight - MARGIN;
  const atFoot = line.bottom + GAP <= lowest ? lowest : MARGIN;
  box.style.top = `${fits ? Math.max(MARGIN, Math.min(line.top, lowest)) : atFoot}px`;
  box.style.left = `${fits ? left : MARGIN}px`;
}

/**
 * @param {() => void} then
 * @param {number} pause
 */
function later(then, pause) {
  clearTimeout(timer);
  timer = window.setTimeout(then, pause);
}

/** @param {EventTarget | null} target */
const within = (target) => target instanceof Node && box.contains(target);

if ("popover" in box) {
  box.className = "definition";
  box.id = "definition";
  box.popover = "manual";
  box.setAttribute("role", "tooltip");
  box.append(text, more);
  (document.querySelector("main") ?? document.body).append(box);

  document.addEventListener("pointerover", (event) => {
    const term = termAt(event.target);
    if (event.pointerType === "touch") return;
    if (term && term !== shown) later(() => show(term, false), OPENS_AFTER);
    else if (term || within(event.target)) clearTimeout(timer);
    else if (shown && !reached(shown).matches(":focus-visible")) later(hide, CLOSES_AFTER);
    else clearTimeout(timer);
  });
  document.addEventListener("focusin", (event) => {
    const term = termAt(event.target);
    if (term && /** @type {Element} */ (event.target).matches(":focus-visible")) show(term, false);
    else if (!term && !within(event.target)) hide();
  });
  document.addEventListener("click", (event) => {
    const term = termAt(event.target);
    const tapped = /** @type {PointerEvent} */ (event).pointerType === "touch";
    if (term && term !== shown && tapped) {
      if (term instanceof HTMLAnchorElement) event.preventDefault();
      show(term, true);
    } else if (!within(event.target) && !(term && term.matches(".choice"))) hide();
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  addEventListener("scroll", place, { capture: true, passive: true });
  addEventListener("resize", place);
  addEventListener("pagehide", hide);
}
