// What is told about a list of practices that is not as it was asked for: always a plain sentence, and a way on.

import { make } from "./elements.js";

/**
 * @param {import("./practices.js").Answer} answer
 * @param {string} root The address of the site's root.
 * @returns {HTMLElement | null} Nothing if the practice was found where it was looked for.
 */
export function tellAbout({ asked, slug, practice, lost }, root) {
  if (lost === "unknown") {
    const words = asked.replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim();
    const search = `${root}practices/${words ? `?q=${encodeURIComponent(words)}` : ""}`;
    return note(`There is no practice “${short(asked)}”. There may be a slip in the address. `, link(search, "Search all practices for it"));
  }
  if (lost) return note(`The practice “${slug}” could not be loaded. Check the connection and `, again(), ", or read ", link(`${root}practices/${slug}/`, "its own page"), ".");
  if (practice && asked !== slug) return note(`“${asked}” is a former address of `, link(`${root}practices/${slug}/`, practice.name), ".");
  return null;
}

/** @param {number} number @param {number} most @param {string} why @param {string} rest Where all of them are. */
export function tellTooMany(number, most, why, rest) {
  return note(`The address names ${number} practices, and ${most} ${why}. These are the first ${most}. `, ...(rest ? [link(rest, `See all ${number} as a list`)] : []));
}

/** @param {string[]} slugs @param {string} root */
export function tellFailure(slugs, root) {
  const pages = slugs.slice(0, 30).map((slug) => make("li", {}, link(`${root}practices/${encodeURIComponent(slug)}/`, short(slug))));
  return make("div", { className: "notice" },
    make("p", {}, "This list could not be loaded. Check the connection and ", again(), ", or read the practices on their own pages:"),
    make("ul", {}, ...pages, make("li", {}, link(`${root}practices/`, "all practices"))));
}

/** @param {(Node | string)[]} inside */
export function note(...inside) { return make("p", { className: "notice" }, ...inside); }

/** @param {string} href @param {string} text */
function link(href, text) { return make("a", { href }, text); }

function again() {
  const button = make("button", { type: "button", className: "as-link" }, "try again");
  button.addEventListener("click", () => location.reload());
  return button;
}

/** @param {string} text */
const short = (text) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
