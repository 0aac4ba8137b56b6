// The checker's rules for texts and citations: finished, short enough, safe to show, and citing what is there.

import { allTexts, counted, didYouMean, records, shown, text, words } from "./form-words.js";

/**
 * @typedef {import("./form-words.js").Entry} Entry
 * @typedef {import("./form-words.js").Path} Path
 * @typedef {import("./form-words.js").FormData} FormData
 * @typedef {[Path, string, string]} Fault Path, message, hint.
 */

const CITATION = /\[@([^[\]]*)\]/g;
const OPEN = /\[@[^[\]]*(?=\[|$(?![\s\S]))/g;
const WRITTEN_KEY = /^@[^\s@;,]+$/;
const HTML = /<\/?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?\/?>|<[!?]|<\/?(?:script|style|iframe|object|svg|img|form)\b/i;
const IMAGE = /!\[[^[\]]*\][([]/;
const LINKS = [/\]\(\s*<?((?:[^\s<>()]|\([^\s<>()]*\))*)/g, /^ {0,3}\[[^\]@]+\]:\s*<?([^\s<>]*)/gm, /<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>/g];
const ALLOWED = /^(?:https?:\/\/|mailto:)[^\s]/i;
const MARKS = "(?:TODO|TBD|TBC|FIXME|XXX|\\?\\?\\?)";
const UNFINISHED_FIRST = new RegExp(`^\\s*(?:${MARKS}(?![\\p{L}\\p{N}_])|[Ll]orem ipsum|(?:[Nn]/?[Aa]|-+|\\.{3}|…|\\?)\\s*$)`, "u");
const UNFINISHED_LAST = new RegExp(`(?<![\\p{L}\\p{N}_])${MARKS}[\\s.:!]*$`, "u");

/** The keys between [@ and ]; none if they are not written as the guide says. @param {string} inside */
export function keysIn(inside) {
  const keys = `@${inside}`.split(";").map((part) => part.trim());
  return keys.every((key) => WRITTEN_KEY.test(key)) ? keys.map((key) => key.slice(1)) : [];
}

/** The addresses to which the links of a text lead. @param {string} words_ @returns {string[]} */
export const linkTargets = (words_) => [...new Set(LINKS.flatMap((kind) => [...words_.matchAll(kind)].map((match) => match[1])))];

/** Every key that is cited, with the path of the citing text. @param {Entry} entry @returns {[Path, string][]} */
export function citedIn(entry) {
  return ownTexts(entry).flatMap(([path, own]) => {
    if (path.at(-1) === "source" || path.at(-2) === "sources") return [/** @type {[Path, string]} */ ([path, own])];
    return [...own.matchAll(CITATION)].flatMap((match) => keysIn(match[1]).map((key) => /** @type {[Path, string]} */ ([path, key])));
  });
}

/** The texts that may cite: all but those that describe the sources. @param {Entry} entry */
const ownTexts = (entry) => allTexts(entry).filter(([path]) => path[0] !== "sources");

/** @type {Record<string, (entry: Entry, form: FormData) => Iterable<Fault>>} */
export const TEXT_RULES = {
  *"citations-are-closed"(entry) {
    for (const [path, own] of ownTexts(entry)) {
      for (const match of own.matchAll(OPEN)) yield [path, `The citation ${shown(match[0].split(/\s/)[0])} is never closed.`, "Write [@key]."];
    }
  },
  *"citations-have-their-form"(entry) {
    for (const [path, own] of ownTexts(entry)) {
      for (const match of own.matchAll(CITATION)) {
        if (!keysIn(match[1]).length) yield [path, `${shown(match[0])} is not written as a citation.`, "Write [@key] or [@key; @other-key], without page numbers or other words."];
      }
    }
  },
  *"cited-sources-exist"(entry) {
    const known = entry.sources;
    if (typeof known !== "object" || known === null || Array.isArray(known)) return;
    for (const [path, key] of citedIn(entry)) {
      if (!Object.hasOwn(known, key) && key.trim()) yield [path, `${shown(key)} is not among the sources.`, didYouMean(key, Object.keys(known)) || "Add it under sources, or correct the key."];
    }
  },
  *"texts-hold-no-html"(entry) {
    for (const [path, own] of allTexts(entry)) {
      const match = HTML.exec(own);
      if (match) yield [path, `Raw HTML is not allowed: ${shown(match[0])}.`, "Write it as plain text."];
    }
  },
  *"links-are-web-or-mail"(entry) {
    for (const [path, own] of ownTexts(entry)) {
      if (path.at(-1) === "url" || path.at(-1) === "archived_url") continue;
      for (const target of linkTargets(own)) if (!ALLOWED.test(target)) yield [path, `The link to ${shown(target)} is not allowed.`, "Links begin with https://, http:// or mailto:."];
    }
  },
  *"texts-hold-no-images"(entry) {
    for (const [path, own] of ownTexts(entry)) if (IMAGE.test(own)) yield [path, "An image cannot stand in a text.", "Link to the page that shows it."];
  },
  *"texts-are-finished"(entry) {
    for (const [path, own] of allTexts(entry)) {
      const match = UNFINISHED_FIRST.exec(own) ?? UNFINISHED_LAST.exec(own.slice(-10));
      if (match) yield [path, `This text is not finished: ${shown(match[0], 40)}.`, "Fill it in, or leave the whole field out."];
    }
  },
  *"texts-are-not-blank"(entry) {
    for (const [path, own] of allTexts(entry)) if (!own.trim()) yield [path, "The text is empty.", "Fill it in, or leave the whole field out."];
  },
  *"sources-are-cited"(entry) {
    const cited = new Set(citedIn(entry).map(([, key]) => key));
    const { sources } = entry;
    if (typeof sources !== "object" || sources === null || Array.isArray(sources)) return;
    for (const key of Object.keys(sources)) if (!cited.has(key)) yield [["sources", key], `${shown(key)} is never cited.`, `Cite it as [@${key}], or remove it.`];
  },
  *"contradictions-have-two-sources"(entry) {
    for (const [contradiction, path] of records(entry.contradictions, "contradictions")) {
      const keys = Array.isArray(contradiction.sources) ? contradiction.sources.filter((key) => typeof key === "string") : [];
      if (new Set(keys).size === 1) yield [[...path, "sources"], "A contradiction needs two different sources; here is only one.", "Cite both sides."];
    }
  },
  *"summary-has-its-length"(entry, form) {
    const [least, most] = form.summary_words;
    const number = words(text(entry.summary));
    if (number && (number < least || number > most)) {
      yield [["summary"], `The summary has ${counted(number, "word")}; it needs ${least} to ${most}.`, number < least ? "Say for whom it is and what happened." : "Leave details to the approach."];
    }
  },
  *"quotes-are-short"(entry, form) {
    for (const [finding, path] of records(entry.findings, "findings")) {
      const number = words(text(finding.quote));
      if (number > form.quote_words) yield [[...path, "quote"], `The quotation has ${number} words; at most ${form.quote_words} are allowed.`, "Keep the words by which a reviewer finds the place."];
    }
  },
  *"summary-cites-nothing"(entry) {
    if (text(entry.summary).includes("[@")) yield [["summary"], "The summary holds a citation.", "Cite in problem and approach."];
  },
};
