// The published records of some practices, looked up by slug, also by a former one.

import { fetchJson, NotThere } from "./fetch-json.js";
import { isSlug } from "./list-address.js";

/**
 * @typedef {{text: string}} Point
 * @typedef {{domain: string, direction: string, level: string, statement: string, about?: string}} Finding
 * @typedef {{
 *   slug: string, url: string, name: string, local_name?: string, language?: string, summary: string, lead: string,
 *   countries: string[], nation?: string, places: {name: string}[], started?: number, ended?: number, life_cycle: string,
 *   partners?: string[], sectors: string[], target_groups: string[], findings: Finding[],
 *   integration: {degree: string, mechanisms: {type: string, note?: string}[]},
 *   withdrawn?: {date: string, reason: string},
 *   derived: {level: string | null, integration_kinds: string[], changed: string},
 * }} Practice A record of data/practices/, as far as it is used here.
 * @typedef {{asked: string, slug: string, practice?: Practice, lost?: "unknown" | "failed"}} Answer
 *   What was asked for, the present slug, and the practice or why there is none.
 */

/**
 * Looks up each slug; two that mean the same practice give one answer.
 * @param {string} root The address of the site's root.
 * @param {string[]} slugs
 * @returns {Promise<Answer[]>}
 */
export async function lookUp(root, slugs) {
  const moved = /** @type {Record<string, string>} */ (await fetchJson(`${root}practices/moved.json`));
  /** @type {Map<string, string>} */
  const asked = new Map();
  for (const slug of slugs) {
    const present = Object.hasOwn(moved, slug) ? moved[slug] : slug;
    if (!asked.has(present)) asked.set(present, slug);
  }
  return Promise.all([...asked].map(([slug, from]) => find(root, slug, from)));
}

/** @param {string} root @param {string} slug @param {string} asked @returns {Promise<Answer>} */
async function find(root, slug, asked) {
  if (!isSlug(slug)) return { asked, slug, lost: "unknown" };
  try {
    return { asked, slug, practice: await fetchJson(`${root}data/practices/${slug}.json`) };
  } catch (error) {
    return { asked, slug, lost: error instanceof NotThere ? "unknown" : "failed" };
  }
}

/** @param {Practice} practice Its findings about itself, the only ones that count for it. */
export const ownFindings = (practice) => practice.findings.filter((finding) => (finding.about ?? "this-practice") === "this-practice");

/** @param {Practice} practice @returns {string} "2009–2022", "2009–", "until 2022" or "". */
export function years({ started, ended }) {
  if (started && ended) return started === ended ? `${started}` : `${started}–${ended}`;
  if (started) return `${started}–`;
  return ended ? `until ${ended}` : "";
}
