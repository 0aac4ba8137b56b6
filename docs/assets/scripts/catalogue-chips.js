// The chosen filters as a row of buttons, each of which takes its choice back.

/**
 * @typedef {{text: string, undo: () => void}} Chip
 */

/**
 * @param {HTMLElement} place
 * @param {Chip[]} chips
 * @param {(chip: Chip) => void} told Is told which was pressed.
 */
export function showChips(place, chips, told) {
  place.replaceChildren(...chips.map((chip) => {
    const item = document.createElement("li");
    const button = Object.assign(document.createElement("button"), { type: "button", className: "chip", textContent: chip.text });
    button.setAttribute("aria-label", `Remove filter: ${chip.text}`);
    button.addEventListener("click", () => told(chip));
    item.append(button);
    return item;
  }));
}
