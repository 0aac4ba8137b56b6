// Shows the definition of a term on hover, on focus and on tap. A first tap shows it, a second one follows the link.
// Without this script, or in a browser without popovers, the title of the link says the same on hover.

const OPENS_AFTER = 200; // milliseconds that the pointer rests on a term
const CLOSES_AFTER = 250; // milliseconds in which the pointer may travel from the term to its definition
const GAP = 6;
const MARGIN = 10;

const box = document.createElement("div");
const text = document.createElement("p");
const more = document.createElement("a");

/** @type {HTMLAnchorElement | null} */
let shown = null;
let timer = 0;

/** @param {Event} event */
const termOf = (event) => {
  const found = event.target instanceof Element ? event.target.closest("a.term") : null;
  return found instanceof HTMLAnchorElement && (found.title || found === shown) ? found : null;
};

/**
 * @param {HTMLAnchorElement} term
 * @param {boolean} tapped Then there is a link to follow; otherwise the term itself is one.
 */
function show(term, tapped) {
  hide();
  shown = term;
  text.textContent = term.title;
  more.hidden = !tapped;
  more.href = term.href;
  more.textContent = `More: ${term.textContent}`;
  term.dataset.definition = term.title; // else the browser would show the title as well
  term.removeAttribute("title");
  term.setAttribute("aria-describedby", box.id);
  box.showPopover();
  place();
}

function hide() {
  clearTimeout(timer);
  if (!shown) return;
  shown.title = shown.dataset.definition ?? "";
  delete shown.dataset.definition;
  shown.removeAttribute("aria-describedby");
  shown = null;
  box.hidePopover();
}

/** Puts the definition under its term, or above it where there is no room, inside the window. */
function place() {
  if (!shown) return;
  const line = shown.getClientRects()[0];
  if (!line || line.bottom < 0 || line.top > innerHeight) {
    hide();
    return;
  }
  const below = line.bottom + GAP;
  const fits = below + box.offsetHeight + MARGIN <= innerHeight || line.top < box.offsetHeight + GAP + MARGIN;
  box.style.top = `${fits ? below : line.top - GAP - box.offsetHeight}px`;
  box.style.left = `${Math.max(MARGIN, Math.min(line.left, document.documentElement.clientWidth - box.offsetWidth - MARGIN))}px`;
}

/**
 * @param {() => void} then
 * @param {number} pause
 */
function later(then, pause) {
  clearTimeout(timer);
  timer = window.setTimeout(then, pause);
}

if ("popover" in box) {
  box.className = "definition";
  box.id = "definition";
  box.popover = "manual";
  box.setAttribute("role", "tooltip");
  box.append(text, more);
  (document.querySelector("main") ?? document.body).append(box);

  document.addEventListener("pointerover", (event) => {
    const term = termOf(event);
    if (event.pointerType === "touch") return;
    if (term && term !== shown) later(() => show(term, false), OPENS_AFTER);
    else if (term || (event.target instanceof Node && box.contains(event.target))) clearTimeout(timer);
    else if (shown && shown !== document.activeElement) later(hide, CLOSES_AFTER);
    else clearTimeout(timer);
  });
  document.addEventListener("focusin", (event) => {
    const term = termOf(event);
    if (term?.matches(":focus-visible")) show(term, false);
    else if (!term && !(event.target instanceof Node && box.contains(event.target))) hide();
  });
  document.addEventListener("click", (event) => {
    const term = termOf(event);
    if (term && term !== shown && /** @type {PointerEvent} */ (event).pointerType === "touch") {
      event.preventDefault();
      show(term, true);
    } else if (!(event.target instanceof Node && box.contains(event.target))) hide();
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  addEventListener("scroll", place, { capture: true, passive: true });
  addEventListener("resize", place);
  addEventListener("pagehide", hide);
}
