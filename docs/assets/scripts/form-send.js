// The last step: how many things are still to be mended, and the ways in which the file reaches the editors.

import { make } from "./elements.js";
import { counted } from "./form-words.js";
import { plain } from "./plain.js";

const LONGEST_ADDRESS = 8000; // characters; forges refuse longer ones
const LONGEST_NAME = 48;

/** The beginning of a name as an address: whole words only. @param {string} name */
export function slugOf(name) {
  const slug = plain(name.split(/:|\s\(/)[0]).replaceAll(/['’]/g, "").replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-+|-+$/g, "");
  return slug.length <= LONGEST_NAME ? slug : slug.slice(0, LONGEST_NAME + 1).replace(/-[^-]*$/, "").replace(/(?:-(?:a|and|at|for|from|in|of|on|the|to|with))+$/, "");
}

/** @param {number} errors @param {number} warnings */
export function verdict(errors, warnings) {
  if (errors) return `The check would refuse this file: ${counted(errors, "thing")} to mend. You can still save it as a draft.`;
  return warnings ? `The check accepts this file. ${counted(warnings, "thing")} to look at once more.` : "The check accepts this file.";
}

/**
 * What leads to the forge, or what to do where none is known.
 * @param {string} repository Address of the repository, or "".
 * @param {string} slug
 * @param {string} file
 * @param {{edits: boolean, errors: number}} state Whether the entry is there already, and what is still wrong with it.
 * @returns {Node[]}
 */
export function waysToSend(repository, slug, file, { edits, errors }) {
  if (errors) return [make("p", {}, "When nothing is left to mend, the ways to send it appear here.")];
  if (!repository) return [make("p", {}, `Download the file and send ${slug}.yml to the editors, or give it to whoever looks after this collection.`)];
  const folder = `practices/${slug}.yml`;
  if (edits) return [ways("Copy the file, open the entry in the repository, replace its whole text by what you copied, and propose the change.", `${repository}/edit/main/${folder}`, "Open the entry in the repository")];
  const empty = `${repository}/new/main?filename=${encodeURIComponent(folder)}`;
  const whole = `${empty}&value=${encodeURIComponent(file)}`;
  if (whole.length <= LONGEST_ADDRESS) return [ways("The repository opens with the file filled in. You need an account there.", whole, "Propose it in the repository")];
  return [ways("Your entry is too long to be handed over in an address. Copy the file first, then open an empty one in the repository and paste it there. You need an account there.", empty, "Open an empty file in the repository")];
}

/** @param {string} words @param {string} address @param {string} label */
const ways = (words, address, label) => make("div", {}, make("p", {}, words), make("p", { className: "buttons" }, make("a", { className: "button", href: address, rel: "noopener" }, label)));
