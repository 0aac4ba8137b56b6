// Makes elements from words, never from HTML.

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Partial<HTMLElementTagNameMap[T]>} properties
 * @param {(Node | string)[]} inside
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, properties = {}, ...inside) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...inside);
  return element;
}

/** @param {string} id Of a level or a direction. @returns {Node} Its mark, copied from those in the page. */
export function mark(id) {
  const sample = document.querySelector(`[data-mark="${CSS.escape(id)}"]`)?.firstElementChild;
  return sample ? sample.cloneNode(true) : document.createTextNode(id);
}

/** @param {string} text */
export const quietly = (text) => make("span", { className: "visually-hidden" }, text);
