// Says what is wrong where it is wrong, and above the step with links to each place.

import { make, quietly } from "./elements.js";
import { controlOf, walk } from "./form-fields.js";
import { goTo } from "./form-steps.js";

/**
 * @typedef {import("./form-words.js").Problem} Problem
 * @typedef {Problem & {place: HTMLElement, title: string}} Placed
 */

/** @param {HTMLElement} form @param {Problem[]} problems @returns {Placed[]} Each with the element nearest to it, in the order of the page; without those of the file's name. */
export function placeProblems(form, problems) {
  /** @type {Map<string, HTMLElement>} */
  const places = new Map();
  walk(form, (element, path) => places.set(JSON.stringify(path), element));
  const elsewhere = /** @type {HTMLElement} */ (form.querySelector("#send")); // a field for which there is no question
  const order = [...places.values(), elsewhere];
  const titles = new Map(order.map(({ dataset }) => [dataset.field ?? "", dataset.title ?? ""]));
  const placed = problems.flatMap((problem) => {
    for (let length = problem.path.length; length > 0; length--) {
      const place = places.get(JSON.stringify(problem.path.slice(0, length)));
      if (place) return [{ ...problem, message: inTitles(problem.message, titles), place, title: titleOf(place) }];
    }
    return problem.path.length ? [{ ...problem, message: `${problem.message} ${problem.hint}`.trim(), place: elsewhere, title: problem.path.join(", ") }] : [];
  });
  return placed.toSorted((one, other) => order.indexOf(one.place) - order.indexOf(other.place));
}

/** Names of fields as the form calls them: the file's own names mean nothing here. @param {string} message @param {Map<string, string>} titles */
function inTitles(message, titles) {
  if (!/ needs the field | is given without |^One of these fields /.test(message)) return message;
  return message.replaceAll(/[a-z]+(?:_[a-z]+)*(?=["”,.]|$)/g, (name) => titles.get(name) ?? name);
}

/** "Finding 2, Statement". @param {HTMLElement} place @returns {string} */
function titleOf(place) {
  const own = place.dataset.title ?? place.querySelector(":scope > [data-number]")?.textContent ?? "";
  const item = place.dataset.title === undefined ? null : place.parentElement?.closest("[data-items] > [data-record]");
  const number = item?.querySelector(":scope > [data-number]")?.textContent;
  return number ? `${number}, ${own}` : own;
}

/** @param {HTMLElement} form @param {Placed[]} problems Those to be told by now. */
export function tellInPlace(form, problems) {
  /** @type {Map<HTMLElement, Placed[]>} */
  const byPlace = new Map();
  for (const problem of problems) byPlace.set(problem.place, [...(byPlace.get(problem.place) ?? []), problem]);
  walk(form, (place) => {
    const told = /** @type {HTMLElement | null} */ (place.querySelector(":scope > [data-error]"));
    if (told) tell(place, told, byPlace.get(place) ?? []);
  });
}

/** @param {HTMLElement} place @param {HTMLElement} told @param {Placed[]} problems */
function tell(place, told, problems) {
  const words = problems.map(inFull).join(" ");
  if (told.dataset.words === words) return;
  told.dataset.words = words;
  const isError = problems.some(({ level }) => level === "error");
  told.hidden = !words;
  told.replaceChildren(...(words ? [quietly(isError ? "Error: " : "Please check: "), words] : []));
  told.classList.toggle("question__error--warning", !isError);
  place.toggleAttribute("data-wrong", isError);
  const control = place instanceof HTMLFieldSetElement ? place : controlOf(place);
  const described = (control.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && id !== told.id);
  control.setAttribute("aria-describedby", [...described, ...(words ? [told.id] : [])].join(" "));
  if (!(control instanceof HTMLFieldSetElement)) control.setAttribute("aria-invalid", String(isError));
}

/** What is wrong and what to do; the field's own description stands above it already. @param {Placed} problem */
function inFull({ message, hint, place }) {
  const hinted = place.querySelector(":scope > .question__hint")?.textContent ?? "";
  return hint && !hinted.startsWith(hint.slice(0, 40)) ? `${message} ${hint}` : message;
}

/** @param {HTMLElement} summary @param {Placed[]} problems Errors and things to look at, in the order of the page. */
export function summarise(summary, problems) {
  const links = problems.map((problem) => {
    const link = make("a", { href: `#${problem.place.id || controlOf(problem.place).id}` }, `${problem.title}: ${problem.message}`);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      goTo(problem.place);
    });
    return make("li", {}, link);
  });
  summary.hidden = !links.length;
  summary.replaceChildren(...(links.length ? [make("h3", {}, problems.some(({ level }) => level === "error") ? "There is a problem" : "Please look at this once more"), make("ul", {}, ...links)] : []));
}
