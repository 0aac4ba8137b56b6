// Shows the cards of some practices, fifty at a time. The cards that the server made for this page are used as they are;
// the others come in pieces, and an empty card keeps the place until its piece is there.

const AT_ONCE = 50;

export class Cards {
  /**
   * @param {HTMLElement} box Holds the server-made cards.
   * @param {import("./catalogue-files.js").Files} files
   * @param {number} perFile
   */
  constructor(box, files, perFile) {
    this.box = box;
    this.files = files;
    this.perFile = perFile;
    /** @type {Map<number, HTMLElement>} */
    this.made = new Map();
    /** @type {number[]} */
    this.positions = [];
    this.shown = 0;
  }

  /** @param {number} first The position of the first server-made card. */
  adopt(first) {
    this.box.querySelectorAll(".card").forEach((card, index) => this.made.set(first + index, /** @type {HTMLElement} */ (card)));
    this.positions = [...this.made.keys()];
    this.shown = this.positions.length;
  }

  /**
   * Shows the first of these positions; if a card cannot be fetched, the list becomes again what it was.
   * @param {number[]} positions In the order in which they are to stand.
   * @returns {Promise<void>} When every card is filled.
   */
  async show(positions) {
    const last = { positions: this.positions, shown: this.shown };
    this.positions = positions;
    this.shown = 0;
    this.box.replaceChildren();
    try {
      await this.more();
    } catch (fault) {
      if (this.positions === positions) {
        Object.assign(this, last);
        this.box.replaceChildren(...last.positions.slice(0, last.shown).map((position) => this.card(position)));
      }
      throw fault;
    }
  }

  /** Shows the next fifty; if a card cannot be fetched, none of them. */
  async more() {
    const { positions, shown } = this;
    const next = positions.slice(shown, shown + AT_ONCE);
    this.shown += next.length;
    this.box.append(...next.map((position) => this.card(position)));
    const numbers = new Set(next.filter((position) => !this.made.get(position)?.dataset.slug).map((position) => Math.floor(position / this.perFile)));
    try {
      await Promise.all([...numbers].map((number) => this.fill(number)));
    } catch (fault) {
      if (this.positions === positions) {
        this.shown = Math.min(this.shown, shown);
        for (const card of [...this.box.children].slice(shown)) card.remove();
      }
      throw fault;
    }
  }

  /** How many more there are. */
  get left() { return this.positions.length - this.shown; }

  /** @param {number} position */
  card(position) {
    let card = this.made.get(position);
    if (!card) {
      card = document.createElement("article");
      card.className = "card card--coming";
      this.made.set(position, card);
    }
    return card;
  }

  /** @param {number} number The piece to fetch. */
  async fill(number) {
    const pieces = await this.files.cards(number);
    const template = document.createElement("template");
    pieces.forEach((html, index) => {
      const position = number * this.perFile + index;
      if (this.made.get(position)?.dataset.slug) return;
      template.innerHTML = html;
      const card = /** @type {HTMLElement} */ (template.content.querySelector(".card"));
      this.made.get(position)?.replaceWith(card);
      this.made.set(position, card);
    });
  }
}
