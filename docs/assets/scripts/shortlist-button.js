// On every page: <shortlist-button> adds the practice around it to the shortlist, and the header counts them. Being an
// element of its own, it also works in cards that arrive later.

import { MOST, canKeep, keepShortlist, onShortlist, shortlist } from "./shortlist.js";

const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector("[data-shortlist-link]"));
const told = Object.assign(document.createElement("p"), { className: "visually-hidden", role: "status" });

class ShortlistButton extends HTMLElement {
  connectedCallback() {
    const practice = /** @type {HTMLElement | null} */ (this.closest("[data-slug]"));
    if (this.button) { this.mirror(); return; }
    if (!canKeep || !practice) return;
    this.slug = practice.dataset.slug ?? "";
    this.named = practice.querySelector("h1, .card__name")?.textContent?.trim() ?? this.slug;
    this.button = Object.assign(document.createElement("button"), { type: "button", className: "shortlist-button" });
    this.button.addEventListener("click", () => this.toggle());
    this.append(this.button);
    this.mirror();
  }

  /** Makes the button say what pressing it does. */
  mirror() {
    if (!this.button) return;
    const on = shortlist().includes(this.slug ?? "");
    const name = Object.assign(document.createElement("span"), { className: "visually-hidden", textContent: ` ${this.named}` });
    this.button.replaceChildren(on ? "Remove from shortlist" : "Add to shortlist", name);
    this.button.classList.toggle("shortlist-button--on", on);
  }

  toggle() {
    const before = shortlist();
    const on = before.includes(this.slug ?? "");
    const after = on ? before.filter((slug) => slug !== this.slug) : [...before, this.slug ?? ""];
    this.querySelector("[role=alert]")?.remove();
    if (keepShortlist(after)) told.textContent = `${on ? "Removed from" : "Added to"} your shortlist: ${this.named}. ${inWords(after.length)}.`;
    else this.refuse(after.length > MOST ? `Your shortlist is full: it holds ${MOST}. Remove one first: ` : "This browser would not keep it. ");
  }

  /** @param {string} why */
  refuse(why) {
    const message = Object.assign(document.createElement("span"), { className: "form-error", role: "alert", textContent: why });
    message.append(Object.assign(document.createElement("a"), { href: link?.href ?? "", textContent: "open the shortlist" }));
    this.append(message);
  }
}

/** @param {number} number */
const inWords = (number) => `${number} ${number === 1 ? "practice" : "practices"} on it`;

function mirrorAll() {
  for (const button of document.querySelectorAll("shortlist-button")) /** @type {ShortlistButton} */ (button).mirror();
  const number = shortlist().length;
  if (!link) return;
  link.hidden = number === 0;
  link.textContent = `Shortlist (${number})`;
}

document.body.append(told);
customElements.define("shortlist-button", ShortlistButton);
onShortlist(mirrorAll);
mirrorAll();
