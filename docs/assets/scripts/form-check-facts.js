// The checker's rules for facts: places, money, years and dates, sources, and how entries refer to each other.

import { linkTargets } from "./form-check-texts.js";
import { allTexts, number, records, shown, text } from "./form-words.js";

/**
 * @typedef {import("./form-words.js").Entry} Entry
 * @typedef {import("./form-words.js").Path} Path
 * @typedef {import("./form-words.js").Around} Around
 * @typedef {import("./form-words.js").FormData} FormData
 * @typedef {[Path, string, string]} Fault Path, message, hint.
 */

const DATE = /^\d{4}-\d\d-\d\d$/;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** @type {Record<string, (entry: Entry, form: FormData, around: Around) => Iterable<Fault>>} */
export const FACT_RULES = {
  *"file-name-is-an-address"(_, form, { slug }) {
    const better = slug.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-+|-+$/g, "") || "name-of-the-practice";
    if (!SLUG.test(slug)) yield [[], `The file name ${shown(`${slug}.yml`)} cannot be an address.`, `Use small letters, digits and hyphens: ${better}.`];
    else if (whyTaken(slug, form)) yield [[], `The file name ${shown(`${slug}.yml`)} ${whyTaken(slug, form)}.`, "Choose another."];
  },
  *"dates-exist"(entry) {
    for (const [path, day] of dates(entry)) if (DATE.test(day) && !isDate(day)) yield [path, `${shown(day)} is not a day of the calendar.`, "Correct the month or the day."];
  },
  *"past-dates-are-past"(entry, _, { today }) {
    for (const [path, day] of dates(entry)) if (isDate(day) && day > today) yield [path, `${shown(day)} lies in the future; today is ${today}.`, "Correct the date."];
  },
  *"languages-exist"(entry, form) {
    for (const [record, path] of [/** @type {[Entry, Path]} */ ([entry, []]), ...records(entry.sources, "sources")]) {
      const code = text(record.language);
      if (!/^[a-z]{2}$/.test(code) || form.languages.includes(code)) continue;
      const meant = form.country_not_language[code];
      yield [[...path, "language"], `${shown(code)} is not a language code of ISO 639-1.`, meant ? `Did you mean "${meant}"?` : "Look the code up: Danish is da, Greek is el."];
    }
  },
  *"addresses-are-the-publishers"(entry, form) {
    for (const [path, address] of addresses(entry)) {
      const host = hostOf(address);
      const domain = host.split(".").slice(-2);
      if (form.mirrors.includes(domain[0]) || form.mirrors.includes(domain.join("."))) yield [path, `${shown(host)} shares copies of other people's documents.`, "Give the publisher's own address or the DOI."];
    }
  },
  *"addresses-can-be-opened"(entry) {
    for (const [path, address] of addresses(entry)) {
      if (address.toLowerCase().startsWith("http") && !canBeOpened(address)) yield [path, `${shown(address)} is not an address that opens.`, "Copy the address from the browser's address line."];
    }
  },
  *"sources-differ"(entry) {
    /** @type {Map<string, string | number>} */
    const seen = new Map();
    for (const [source, path] of records(entry.sources, "sources")) {
      const key = path.at(-1) ?? "";
      for (const name of ["url", "doi"]) {
        const same = identity(text(source[name]));
        if (!same) continue;
        const first = seen.get(same) ?? key;
        seen.set(same, first);
        if (first !== key) {
          yield [[...path, name], `${shown(first)} has the same ${name === "url" ? "address" : "DOI"}.`, "Merge the two."];
          break;
        }
      }
    }
  },
  *"successor-exists"(entry, _, { slug, slugs, moved }) {
    const name = text(entry.successor);
    if (name && name === slug) yield [["successor"], "A practice cannot be its own successor.", "Name the practice that replaced it."];
    else if (SLUG.test(name) && slugs.size && !slugs.has(name)) yield [["successor"], `There is no practice ${shown(name)} in this collection.`, moved[name] ? `That is a former file name: write "${moved[name]}".` : "Name a file in practices/, without .yml."];
  },
  *"aliases-are-free"(entry, form, { slug, slugs, moved }) {
    for (const [place, alias] of (Array.isArray(entry.aliases) ? entry.aliases : []).entries()) {
      if (typeof alias !== "string") continue;
      if (slugs.has(alias)) yield [["aliases", place], `${shown(alias)} is the file name of an entry.`, "Remove it from aliases."];
      else if (whyTaken(alias, form)) yield [["aliases", place], `The former address ${shown(alias)} ${whyTaken(alias, form)}.`, "Remove it from aliases."];
      else if (moved[alias] && moved[alias] !== slug) yield [["aliases", place], `${shown(alias)} is also a former address of ${moved[alias]}.`, "Keep one of them."];
    }
  },
  *"ends-after-start"(entry) {
    const [started, ended] = [number(entry.started), number(entry.ended)];
    if (started !== undefined && ended !== undefined && ended < started) yield [["ended"], `It ended in ${ended}, before it started in ${started}.`, "Correct one of the years."];
  },
  *"amounts-have-currency-and-year"(entry) {
    for (const [item, path] of records(entry.funding, "funding")) {
      const lacking = ["currency", "year"].filter((name) => !Object.hasOwn(item, name));
      if (Object.hasOwn(item, "amount") && lacking.length) yield [[...path, "amount"], "An amount needs its currency and its year.", `Add ${lacking.join(" and ")}, or leave the amount to the text.`];
    }
  },
  *"currencies-exist"(entry, form) {
    for (const [item, path] of records(entry.funding, "funding")) {
      const code = text(item.currency);
      if (/^[A-Z]{3}$/.test(code) && !form.currencies.includes(code)) yield [[...path, "currency"], `${shown(code)} is not a currency code of ISO 4217.`, "Write EUR, GBP, SEK and so on."];
    }
  },
  *"nation-is-of-the-united-kingdom"(entry) {
    const countries = Array.isArray(entry.countries) ? entry.countries : [];
    if (text(entry.nation) && !countries.includes("GB")) yield [["nation"], "A nation goes only with the country GB.", "Add GB to countries, or remove nation."];
  },
  *"mechanisms-differ"(entry) {
    const seen = new Set();
    for (const [mechanism, path] of records(/** @type {Entry} */ (entry.integration ?? {}).mechanisms, "integration", "mechanisms")) {
      const name = text(mechanism.type);
      if (name && seen.has(name)) yield [[...path, "type"], `${shown(name)} is named twice.`, "Merge the two notes."];
      seen.add(name);
    }
  },
  *"running-practice-has-not-ended"(entry, form) {
    const stage = text(entry.life_cycle);
    const term = Object.hasOwn(form.terms.life_cycle, stage) ? form.terms.life_cycle[stage] : undefined;
    if (!term?.running || stage === "renamed" || number(entry.ended) === undefined) return;
    yield [["ended"], `It ended in ${entry.ended}, but its life cycle is ${shown(stage)}.`, "Choose a stage that says how it ended, or leave the year out."];
  },
  *"years-are-not-in-the-future"(entry, _, { today }) {
    const holders = [/** @type {[Entry, Path]} */ ([entry, []]), ...["funding", "scale", "sources"].flatMap((name) => records(entry[name], name))];
    for (const [holder, path] of holders) {
      for (const name of ["started", "ended", "year"]) {
        const year = number(holder[name]);
        if (year !== undefined && year > Number(today.slice(0, 4))) yield [[...path, name], `${year} lies in the future.`, "Correct the year, or leave it out."];
      }
    }
  },
  *"places-lie-in-their-countries"(entry, form) {
    const codes = (Array.isArray(entry.countries) ? entry.countries : []).filter((code) => typeof code === "string" && Object.hasOwn(form.terms.countries, code));
    const boxes = codes.map((code) => form.terms.countries[String(code)].bbox ?? []);
    if (!boxes.length || boxes.some((box) => box.length !== 4)) return;
    for (const [place, path] of records(entry.places, "places")) {
      const [latitude, longitude] = [number(place.latitude), number(place.longitude)];
      if (latitude === undefined || longitude === undefined || inside(latitude, longitude, boxes)) continue;
      const hint = inside(longitude, latitude, boxes) ? "Latitude and longitude seem to be exchanged." : "Correct the position or the country.";
      yield [[...path, "latitude"], `${latitude}, ${longitude} does not lie in ${codes.join(" or ")}.`, hint];
    }
  },
  *"sectors-are-joined"(entry) {
    if (Array.isArray(entry.sectors) && entry.sectors.filter((sector) => typeof sector === "string").length === 1) yield [["sectors"], "There is only one sector, but integration joins sectors.", "Add the others, if there are any."];
  },
  *"numbers-have-their-words"(entry) {
    for (const [finding, path] of records(entry.findings, "findings")) {
      for (const [amount, said] of [["sample_size", "sample"], ["follow_up_months", "follow_up"]]) {
        if (Object.hasOwn(finding, amount) && !Object.hasOwn(finding, said)) yield [[...path, amount], `"${amount}" is given without "${said}".`, `Add ${said} in the source's words.`];
      }
    }
  },
};

/** @param {Entry} entry @returns {[Path, string][]} */
function dates(entry) {
  const holders = [...["review", "withdrawn"].flatMap((name) => records({ [name]: entry[name] ?? null }).map(([holder]) => /** @type {[Entry, Path, string]} */ ([holder, [name], "date"]))),
    ...records(entry.sources, "sources").flatMap(([holder, path]) => ["accessed", "dead"].map((name) => /** @type {[Entry, Path, string]} */ ([holder, path, name])))];
  return holders.map(([holder, path, name]) => [[...path, name], text(holder[name])]);
}

/** @param {string} day */
function isDate(day) {
  const time = DATE.test(day) ? new Date(`${day}T00:00:00Z`) : new Date(Number.NaN);
  return !Number.isNaN(time.valueOf()) && time.toISOString().startsWith(day) && !day.startsWith("0000");
}

/** Every web address: those of fields and those of links in the text. @param {Entry} entry @returns {[Path, string][]} */
function addresses(entry) {
  return allTexts(entry).flatMap(([path, own]) => {
    if (path.at(-1) === "url" || path.at(-1) === "archived_url") return [/** @type {[Path, string]} */ ([path, own])];
    return path[0] === "sources" ? [] : linkTargets(own).map((target) => /** @type {[Path, string]} */ ([path, target]));
  });
}

/** Why an address that is written well cannot be had; "" if it can. @param {string} slug @param {FormData} form */
function whyTaken(slug, form) {
  if (form.reserved.includes(slug)) return "is taken by a page of the site";
  if (new RegExp(`^(?:${form.devices})$`).test(slug)) return "cannot be used on every system";
  return slug.length > form.longest_name ? `is longer than ${form.longest_name} characters` : "";
}

/** Whether it names a host that can exist, and no log-in. @param {string} address */
function canBeOpened(address) {
  const [, host = ""] = /^https?:\/\/([^/?#]*)/i.exec(address.replaceAll(/[\t\n\r]/g, "")) ?? [];
  const [, name = "", , port = ""] = /^([\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+\.?)(:(\d*))?$/u.exec(host) ?? [];
  return name !== "" && (port === "" || (Number(port) > 0 && Number(port) < 65536));
}

/** @param {string} address */
function hostOf(address) {
  try {
    return new URL(address).hostname.toLowerCase();
  } catch {
    return "";
  }
}

/** What is left of an address or DOI without its ways of writing. @param {string} address */
function identity(address) {
  const plain = address.trim().replaceAll(/https?:\/\/(?:www\.|dx\.)?(?:doi\.org\/)?/gi, "").replaceAll(/#(?![/!]).*/g, "").replace(/\/+$/, "");
  return plain.startsWith("10.") ? plain.toLowerCase() : plain;
}

/** @param {number} latitude @param {number} longitude @param {number[][]} boxes West, south, east, north. */
const inside = (latitude, longitude, boxes) => boxes.some(([west, south, east, north]) => west <= longitude && longitude <= east && south <= latitude && latitude <= north);
