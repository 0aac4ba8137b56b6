// What does not fit the schema, in the checker's plain words. A validator that interprets the schema finds it: our policy
// lets no page make code from text, as others do.

import { counted, didYouMean, found, shown } from "./form-words.js";

/**
 * @typedef {import("./form-words.js").Value} Value
 * @typedef {import("./form-words.js").Entry} Entry
 * @typedef {import("./form-words.js").Path} Path
 * @typedef {import("./form-words.js").FormData} FormData
 * @typedef {{title?: string, description?: string, examples?: Value[], required?: string[], type?: string, enum?: string[],
 *   "x-vocabulary"?: string, properties?: Record<string, Node>, format?: string, pattern?: string, anyOf?: {required?: string[]}[],
 *   items?: Node, additionalProperties?: Node | false, $ref?: string, $defs?: Record<string, Node>}} Node
 * @typedef {{code: string, data: {pointer: string, schema: Node & Record<string, number>, value: Value, key?: string, property?: string, missingProperty?: string}}} Found
 * @typedef {{validate: (data: unknown) => {errors: Found[]}}} Validator
 * @typedef {[Path, string, string]} Fault Path, message, hint.
 * @typedef {[Path, string, string, string]} Told A fault with its rule.
 */

/** The keyword of the schema that each of the validator's codes is about; the rest is about the form of a value. */
const KEYWORDS = /** @type {Record<string, string>} */ ({
  "required-property-error": "required", "missing-dependency-error": "dependentRequired", "no-additional-properties-error": "additionalProperties",
  "any-of-error": "anyOf", "unique-items-error": "uniqueItems", "enum-error": "enum", "type-error": "type",
});

/** The limits that have words of their own, by the validator's code. */
const LIMITS = /** @type {Record<string, string>} */ ({
  "min-length-error": "minLength", "min-length-one-error": "minLength", "max-length-error": "maxLength", "minimum-error": "minimum", "maximum-error": "maximum",
});

export class SchemaCheck {
  /** @param {FormData} form */
  constructor(form) {
    const { jlib } = /** @type {{jlib: {compileSchema: (schema: unknown, options: object) => Validator}}} */ (/** @type {unknown} */ (globalThis));
    this.form = form;
    this.schema = /** @type {Node} */ (form.schema);
    this.validator = jlib.compileSchema(form.schema, { formatAssertion: false });
  }

  /** @param {Entry} entry @returns {Told[]} One for each thing that does not fit. */
  faults(entry) {
    const all = this.validator.validate(entry).errors.flatMap((error) =>
      this.explain(error, entry).map(([path, message, hint]) => /** @type {Told} */ ([path, message, hint, this.ruleOf(error.code)])));
    return [...new Map(all.map((fault) => [JSON.stringify(fault), fault])).values()];
  }

  /** @param {string} code */
  ruleOf(code) {
    const { by_keyword: rules, forbidden, otherwise } = this.form.schema_rules;
    return code === "invalid-data-error" ? forbidden : rules[KEYWORDS[code] ?? ""] ?? otherwise;
  }

  /** @param {Found} error @param {Entry} entry @returns {Fault[]} */
  explain({ code, data }, entry) {
    const path = pathOf(data.pointer, entry);
    const value = /** @type {Value} */ (at(entry, path));
    const { schema } = data;
    switch (code) {
      case "required-property-error": return [[[...path, data.key ?? ""], ...this.missing(data.key ?? "", schema)]];
      case "missing-dependency-error": return this.alsoNeeded(path, /** @type {Entry} */ (value), schema, data.missingProperty ?? "");
      case "no-additional-properties-error": return [[path, ...unknown(String(path.at(-1)), Object.keys(schema.properties ?? {}))]];
      case "any-of-error": return [[path, `One of these fields is missing: ${(schema.anyOf ?? []).flatMap((choice) => choice.required ?? []).join(", ")}.`, "Add at least one."]];
      case "unique-items-error": return [[path, `${shown(value)} stands here twice.`, "Keep one."]];
      case "invalid-property-name-error": return [[[...path, data.property ?? ""], ...notAKey(data.property ?? "")]];
      case "invalid-data-error": return notUsed(path, /** @type {Entry} */ (at(entry, path.slice(0, -1))), Object.keys(this.form.terms.study_designs));
      case "enum-error": return [[path, ...this.notATerm(value, schema)]];
      case "type-error": return [[path, ...this.wrongType(value, schema)]];
      case "min-items-error": case "min-properties-error": return [[path, "The list is empty.", "Fill it in, or leave the whole field out if it is not required."]];
      case "pattern-error": return [[path, ...this.wrongForm(value, schema)]];
      default: return [[path, ...wrongLimit(LIMITS[code], value, schema)]];
    }
  }

  /** @param {string} name @param {Node} schema @returns {[string, string]} */
  missing(name, schema) {
    const field = schema.properties?.[name];
    if (name === "reviewed" && !field) return ["This field is missing.", "A systematic review must say what it pools."];
    const target = field?.$ref ? this.schema.$defs?.[field.$ref.split("/").at(-1) ?? ""] : {};
    return ["This field is missing.", String({ ...target, ...field }.description ?? "")];
  }

  /** @param {Path} path @param {Entry} value @param {Node} schema @param {string} other @returns {Fault[]} */
  alsoNeeded(path, value, schema, other) {
    const needing = /** @type {Record<string, string[]>} */ (/** @type {{dependentRequired?: unknown}} */ (schema).dependentRequired ?? {});
    return Object.keys(needing).filter((name) => Object.hasOwn(value, name) && needing[name].includes(other)).map((name) => [[...path, name], `"${name}" needs the field "${other}" beside it.`, `Add ${other}.`]);
  }

  /** @param {Value} value @param {Node} schema @returns {[string, string]} */
  notATerm(value, schema) {
    const allowed = schema.enum ?? [];
    const vocabulary = schema["x-vocabulary"] ?? "";
    const name = vocabulary ? this.form.one_of[vocabulary] : "allowed here";
    const listing = allowed.length > this.form.listed_at_most ? schema.description ?? "" : `Allowed: ${allowed.join(", ")}.`;
    if (typeof value !== "string") return [`Expected ${name}, found ${found(value)}.`, listing];
    const labels = Object.entries(this.form.terms[vocabulary] ?? {}).filter(([, { label }]) => label.toLowerCase() === value.trim().toLowerCase());
    return [`${shown(value)} is not ${name}.`, [labels.length ? `Did you mean "${labels[0][0]}"?` : didYouMean(value, allowed), listing].filter(Boolean).join(" ")];
  }

  /** @param {Value} value @param {Node} schema @returns {[string, string]} */
  wrongForm(value, schema) {
    if (schema.format === "date") return [`${shown(value)} is not a date.`, "Write year, month and day: 2026-11-22."];
    if (schema.pattern === this.schema.$defs?.source_key?.pattern) return notAKey(String(value));
    const example = exampleOf(schema);
    return [`${shown(value)} is not a valid value here.`, [schema.description, example && `Example: ${example}.`].filter(Boolean).join(" ")];
  }

  /** @param {Value} value @param {Node} schema @returns {[string, string]} */
  wrongType(value, schema) {
    const kind = schema.type ?? "";
    const example = kind === "integer" || kind === "number" ? exampleOf(schema) : "";
    return [`Expected ${this.form.types[kind] ?? "another value"}${example ? ` such as ${example}` : ""}, found ${found(value)}.`, typeHint(kind, value)];
  }
}

/** @param {string} kind @param {Value} value */
function typeHint(kind, value) {
  if (value === null) return "Fill it in, or leave the whole field out.";
  if (typeof value !== "string" || (kind !== "integer" && kind !== "number")) return "";
  return `Write the number alone, without units, spaces, commas or quotation marks.${kind === "number" ? " Decimals follow a point." : ""}`;
}

/** @param {string} name @param {string[]} fields @returns {[string, string]} */
function unknown(name, fields) {
  return [`${shown(name)} is not a field that can stand here.`, [didYouMean(name, fields), fields.length <= 20 && `Allowed here: ${fields.join(", ")}.`].filter(Boolean).join(" ")];
}

/** @param {Path} path @param {Entry} finding @param {string[]} designs @returns {Fault[]} */
function notUsed(path, finding, designs) {
  const { design } = finding;
  if (typeof design !== "string" || !designs.includes(design)) return [];
  return [[path, `This field goes only with the design systematic-review, but the design is ${shown(design)}.`, "Leave it out, or correct the design."]];
}

/** @param {string | undefined} keyword @param {Value} value @param {Node & Record<string, number>} schema @returns {[string, string]} */
function wrongLimit(keyword, value, schema) {
  if (keyword === "minLength" && !String(value).trim()) return ["The text is empty.", "Fill it in, or leave the whole field out."];
  const limit = keyword ? schema[keyword] : 0;
  const length = typeof value === "string" ? counted([...value].length, "character") : "";
  switch (keyword) {
    case "minLength": return [`The text is too short: ${length}, at least ${limit} are needed.`, ""];
    case "maxLength": return [`The text is too long: ${length}, at most ${limit} are allowed.`, ""];
    case "minimum": return [`${value} is too small: the least allowed is ${limit}.`, ""];
    case "maximum": return [`${value} is too large: the most allowed is ${limit}.`, ""];
    default: return [`${shown(value)} is not a valid value here.`, ""];
  }
}

/** @param {string} name @returns {[string, string]} */
function notAKey(name) {
  return [`${shown(name)} cannot be the key of a source.`, "Use at most 60 small letters, digits and hyphens, a letter first, as in who-2015."];
}

/** @param {Node} schema */
const exampleOf = ({ examples = [""] }) => (typeof examples[0] === "string" ? examples[0] : JSON.stringify(examples[0]));

/** @param {string} pointer @param {Entry} entry @returns {Path} With the places in lists as numbers. */
function pathOf(pointer, entry) {
  const steps = pointer.includes("/") ? pointer.split("/").slice(1) : [];
  /** @type {Path} */
  const path = [];
  for (const step of steps) {
    const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
    path.push(Array.isArray(at(entry, path)) ? Number(name) : name);
  }
  return path;
}

/** @param {unknown} tree @param {Path} path @returns {unknown} */
function at(tree, path) {
  let value = tree;
  for (const step of path) value = /** @type {Record<string | number, unknown>} */ (value ?? {})[step];
  return value;
}
