// The groups that repeat, such as findings and sources: adds an item, removes one, numbers what is there.

/** The first item of each list as the page holds it, to copy. @type {Map<string, HTMLElement>} */
const patterns = new Map();

/** @param {Element} question @returns {HTMLElement[]} The items of a list; none for other questions. */
export function itemsOf(question) {
  const list = listOf(question);
  return list ? /** @type {HTMLElement[]} */ ([...list.children]) : [];
}

/** @param {Element} question @returns {HTMLElement | null} */
function listOf(question) {
  const list = /** @type {HTMLElement} */ (question).dataset.item === undefined ? null : question.querySelector(":scope > [data-items]");
  return /** @type {HTMLElement | null} */ (list);
}

/** Takes the patterns out of the page, the innermost first. @param {Element} form */
export function takePatterns(form) {
  const lists = [.../** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-item]"))];
  for (const question of lists.toReversed()) {
    const item = itemsOf(question)[0];
    patterns.set(patternOf(question), item);
    item.remove();
  }
}

/** @param {HTMLElement} question Lists of the same name have the same questions inside each item. */
const patternOf = (question) => `${question.dataset.field} ${question.dataset.item}`;

/** @param {HTMLElement} question @returns {HTMLElement} The new item. */
export function addItem(question) {
  const item = /** @type {HTMLElement} */ (patterns.get(patternOf(question))?.cloneNode(true));
  rename(item, `${question.id}-${itemsOf(question).length}`); // before it is there: radio buttons of one name are one group
  listOf(question)?.append(item);
  return item;
}

/** @param {HTMLElement} question @param {number} number */
export function setItems(question, number) {
  for (const item of itemsOf(question).slice(number)) item.remove();
  while (itemsOf(question).length < number) addItem(question);
}

/** Gives every label, hint and control below a list the id of its place, and each item its number. @param {Element} block */
export function numberAll(block) {
  for (const question of /** @type {NodeListOf<HTMLElement>} */ (block.querySelectorAll("[data-item]"))) {
    const items = itemsOf(question);
    const name = question.dataset.item ?? "";
    items.forEach((item, place) => {
      rename(item, `${question.id}-${place}`);
      const legend = item.querySelector(":scope > [data-number]");
      if (legend) legend.textContent = `${name} ${place + 1}`;
    });
    const another = question.querySelector(":scope > p > [data-add] > [data-another]");
    if (another) another.textContent = items.length ? "another" : "a";
  }
}

/** @param {HTMLElement} item @param {string} id Replaces the beginning of every id inside. */
function rename(item, id) {
  const old = item.id;
  if (old === id) return;
  for (const element of [item, ...item.querySelectorAll("*")]) {
    for (const name of ["id", "for", "name", "aria-describedby"]) {
      const value = element.getAttribute(name);
      if (value) element.setAttribute(name, value.split(" ").map((part) => (part === old || part.startsWith(`${old}-`) ? id + part.slice(old.length) : part)).join(" "));
    }
  }
}
