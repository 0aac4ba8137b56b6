// Cites the list that the filters leave: puts its title and its address into the citation that the server made of the
// whole list, in every style and in the files for reference managers.

/** What LaTeX would take for a command, as in scripts/render/citation_files.py. */
const LATEX = /** @type {Record<string, string>} */ ({ "\\": "{\\textbackslash}", "{": "{\\lbrace}", "}": "{\\rbrace}", "~": "{\\textasciitilde}", "^": "{\\textasciicircum}" });

/** How a title is written in each format, by the ending of the file. */
const WRITTEN = /** @type {Record<string, (title: string) => string>} */ ({
  bib: (title) => title.replaceAll(/[\\{}~^]/g, (sign) => LATEX[sign]).replaceAll(/[&%$#_]/g, "\\$&"),
  ris: (title) => title,
  json: (title) => JSON.stringify(title).slice(1, -1),
});

/** @param {string} text @returns {string} The text so that Markdown shows it as it is. */
const inMarkdown = (text) => text.replaceAll(/[\\`*_{}[\]<>#|~$^]|&(?=[#\w]+;)/g, "\\$&");

export class CiteList {
  /** @param {HTMLElement} box @param {() => void} failed Is called when a file could not be made. */
  constructor(box, failed) {
    const { key = "", title = "", address = "" } = box.dataset;
    this.whole = { key, title, address };
    this.list = this.whole;
    this.texts = [...box.querySelectorAll("[data-copy-text]")].flatMap((sentence) => {
      const markdown = /** @type {HTMLElement} */ (sentence).dataset.copyText === "plain";
      return textsIn(sentence).map((node) => ({ node, whole: node.data, markdown }));
    });
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (box.querySelectorAll("a[download]"))) {
      link.addEventListener("click", (event) => {
        if (this.list === this.whole) return;
        event.preventDefault();
        this.save(link.href).catch(failed);
      });
    }
  }

  /**
   * @param {number} found How many practices the list has.
   * @param {string[]} filters What was chosen, in words.
   * @param {string} query The query of the address, "" for the whole list.
   */
  tell(found, filters, query) {
    const chosen = filters.length ? ` (${filters.join("; ").replaceAll(/[\s\p{Cc}]+/gu, " ")})` : "";
    const words = query.replaceAll(/[^a-z0-9]+/gi, "-").replace(/-$/, "");
    this.list = query ? {
      key: this.whole.key + words,
      title: `List of ${found} ${found === 1 ? "practice" : "practices"}${chosen}`,
      address: this.whole.address + query,
    } : this.whole;
    for (const { node, whole, markdown } of this.texts) node.data = this.put(whole, markdown ? inMarkdown : String);
  }

  /**
   * The title comes last, so that what somebody typed is not searched again.
   * @param {string} text @param {(title: string) => string} written @returns {string}
   */
  put(text, written) {
    const { key, title, address } = this.list;
    return text.replaceAll(this.whole.key, () => key).replaceAll(this.whole.address, () => address).replaceAll(this.whole.title, () => written(title));
  }

  /** @param {string} address Of the file about the whole list; it is saved as one about this list. */
  async save(address) {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    const ending = address.slice(address.lastIndexOf(".") + 1);
    const blob = new Blob([this.put(await response.text(), WRITTEN[ending])], { type: response.headers.get("Content-Type") ?? "" });
    const url = URL.createObjectURL(blob);
    Object.assign(document.createElement("a"), { href: url, download: address.slice(address.lastIndexOf("/") + 1) }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }
}

/** @param {Node} inside @returns {Text[]} */
function textsIn(inside) {
  const walker = document.createTreeWalker(inside, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  return texts;
}
