// Writes what people paste as an entry wants it, where nothing else can be meant.

/** By field: what is sought and what stands there instead. @type {Record<string, [RegExp, string]>} */
const WRITTEN = {
  doi: [/^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:\s*)/i, ""],
  url: [/^(?=www\.)/i, "https://"],
  archived_url: [/^(?=web\.archive\.org\/)/i, "https://"],
  latitude: [/(?<=^-?\d{1,2}),(?=\d+$)/, "."],
  longitude: [/(?<=^-?\d{1,3}),(?=\d+$)/, "."],
};

/** @param {string} name Of the field. @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} control */
export function tidy(name, control) {
  const way = Object.hasOwn(WRITTEN, name) ? WRITTEN[name] : undefined;
  if (way) control.value = control.value.trim().replace(...way);
}
