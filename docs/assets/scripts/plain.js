// Small letters without marks, so that "stotte" finds "Støtte"; letters that Unicode does not take apart have a table.

/** @type {Record<string, string>} */
const LETTERS = { ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ß: "ss", æ: "ae", œ: "oe", ı: "i" };

/**
 * @param {string} text
 * @returns {string}
 */
export function plain(text) {
  return text.toLowerCase().normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll(/[øłđðþßæœı]/g, (letter) => LETTERS[letter]);
}
