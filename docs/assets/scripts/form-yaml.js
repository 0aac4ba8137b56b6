// The entry as the file that the checker reads: fields in the order of the schema, and every value read back as it was.

import { DUMP_SCHEMA, FAILSAFE_SCHEMA, NOT_RESOLVED, Schema, YAMLException, defineScalarTag, dump, load } from "../vendor/js-yaml.js";
import { isBlock } from "./form-fields.js";

/**
 * @typedef {import("./form-fields.js").Value} Value
 * @typedef {import("./form-fields.js").Entry} Entry
 * @typedef {import("./form-check-schema.js").Node} Node
 */

const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/;
const WORDS = new Map(/** @type {[string, boolean | null][]} */ ([["true", true], ["false", false], ["null", null], ["~", null], ["", null]]));
const LARGEST = 256 * 1024;
const LINE = 120; // characters, as in the entries that people wrote

// As our checker reads: only true, false, null and plain numbers are not text.
const READING = FAILSAFE_SCHEMA.withTags(
  defineScalarTag("tag:yaml.org,2002:null", { implicit: true, resolve: (source) => (WORDS.get(source) === null ? null : NOT_RESOLVED), identify: () => false }),
  defineScalarTag("tag:yaml.org,2002:bool", { implicit: true, resolve: (source) => WORDS.get(source) ?? NOT_RESOLVED, identify: () => false }),
  defineScalarTag("tag:yaml.org,2002:float", { implicit: true, resolve: (source) => (NUMBER.test(source) ? Number(source) : NOT_RESOLVED), identify: () => false }),
);

// Whatever any reader of YAML could take for something other than text gets quotes; but a date is text here, and looks better without.
const WRITING = new Schema(DUMP_SCHEMA.tags.filter(({ tagName }) => !tagName.endsWith("timestamp")));

/** A file that cannot be opened; the message says why. */
export class Unreadable extends Error {}

/** @param {string} file @returns {Entry} */
export function readYaml(file) {
  if (file.length > LARGEST) throw new Unreadable("The file is larger than 256 KiB. An entry holds text only.");
  /** @type {unknown} */
  let data;
  try {
    data = load(file, { schema: READING });
  } catch (error) {
    const line = error instanceof YAMLException ? error.mark?.line ?? 0 : 0;
    throw new Unreadable(`Line ${line + 1} cannot be read as YAML. Look there for a missing quotation mark, a missing colon or a wrong indentation.`);
  }
  if (!isBlock(/** @type {Value} */ (data))) throw new Unreadable("The file must consist of fields such as name: value. Is it an entry of this collection?");
  return /** @type {Entry} */ (data);
}

/** Whether a file says something that the form cannot keep. @param {string} file @param {string} modeline */
export const hasComments = (file, modeline) => file.split("\n").some((line) => /^\s*#/.test(line) && line.trimEnd() !== modeline);

/** @param {Entry} entry @param {import("./form-words.js").FormData} form */
export function writeYaml(entry, form) {
  const schema = /** @type {Node} */ (form.schema);
  return `${form.modeline}\n${dump(inOrder(entry, schema, schema), { schema: WRITING, lineWidth: LINE, noRefs: true, quoteStyle: "double" })}`;
}

/** @param {Value} value @param {Node} node @param {Node} whole @returns {Value} The same with fields in the schema's order; what it does not know stands last. */
export function inOrder(value, node, whole) {
  const field = { ...(node.$ref ? whole.$defs?.[node.$ref.split("/").at(-1) ?? ""] : {}), ...node };
  if (Array.isArray(value)) return value.map((item) => inOrder(item, field.items ?? {}, whole));
  if (!isBlock(value)) return value;
  const names = Object.keys(field.properties ?? {});
  const place = (/** @type {string} */ name) => (names.includes(name) ? names.indexOf(name) : names.length);
  const entries = Object.entries(value).toSorted(([one], [other]) => place(one) - place(other));
  return Object.fromEntries(entries.map(([name, item]) => [name, inOrder(item, field.properties?.[name] ?? (field.additionalProperties || {}), whole)]));
}
