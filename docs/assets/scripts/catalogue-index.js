// The catalogue's index: which practices match a choice, and how many each further choice would leave.
// Within a facet choices widen (or), between facets they narrow (and). Outcome, direction and level are asked of one
// and the same finding.

const FINDING_FACETS = ["outcome", "direction", "level"];

// A bitset: one bit a practice.
class Bits {
  constructor(size) { this.size = size; this.words = new Uint32Array(Math.ceil(size / 32)); }
  static of(size, positions) { const bits = new Bits(size); for (const p of positions) bits.words[p >> 5] |= 1 << (p & 31); return bits; }
  static all(size) { const bits = new Bits(size); for (let p = 0; p < size; p++) bits.words[p >> 5] |= 1 << (p & 31); return bits; }
  has(p) { return (this.words[p >> 5] >>> (p & 31)) & 1; }
  or(other) { for (let i = 0; i < this.words.length; i++) this.words[i] |= other.words[i]; return this; }
  and(other) { for (let i = 0; i < this.words.length; i++) this.words[i] &= other.words[i]; return this; }
  copy() { const bits = new Bits(this.size); bits.words.set(this.words); return bits; }
  countWith(other) { let n = 0; for (let i = 0; i < this.words.length; i++) n += ones(this.words[i] & other.words[i]); return n; }
}
function ones(word) {
  word -= (word >>> 1) & 0x55555555;
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
  return (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

export class Index {
  constructor(data) {
    this.size = data.names.length;
    this.data = data;
    this.terms = {};
    for (const [facet, terms] of Object.entries(data.terms)) {
      this.terms[facet] = Object.fromEntries(Object.entries(terms).map(([term, places]) => [term, Bits.of(this.size, places)]));
    }
    this.findings = Object.entries(data.findings).map(([key, places]) => {
      const [outcome, direction, level] = key.split(" ");
      return { outcome, direction, level, bits: Bits.of(this.size, places) };
    });
  }

  // Practices that have one finding of all the chosen outcomes, directions and levels.
  withFinding(chosen) {
    const asked = FINDING_FACETS.filter((facet) => chosen[facet]?.size);
    const bits = new Bits(this.size);
    for (const finding of this.findings) if (asked.every((facet) => chosen[facet].has(finding[facet]))) bits.or(finding.bits);
    return asked.length ? bits : Bits.all(this.size);
  }

  // The choice of each facet as one bitset; the three facets of findings count as one.
  parts(chosen) {
    const parts = new Map([["finding", this.withFinding(chosen)]]);
    for (const facet of Object.keys(this.terms)) {
      if (!chosen[facet]?.size) continue;
      const bits = new Bits(this.size);
      for (const term of chosen[facet]) if (this.terms[facet][term]) bits.or(this.terms[facet][term]);
      parts.set(facet, bits);
    }
    return parts;
  }

  // Matching practices, and for every term how many would match if it were the choice of its facet.
  query(chosen, matchesText) {
    const parts = this.parts(chosen);
    const text = matchesText ?? Bits.all(this.size);
    const but = (left) => { const bits = text.copy(); for (const [facet, part] of parts) if (facet !== left) bits.and(part); return bits; };
    const counts = {};
    for (const [facet, terms] of Object.entries(this.terms)) {
      const others = but(facet);
      counts[facet] = Object.fromEntries(Object.entries(terms).map(([term, bits]) => [term, others.countWith(bits)]));
    }
    const others = but("finding");
    for (const facet of FINDING_FACETS) {
      counts[facet] = {};
      for (const term of new Set(this.findings.map((finding) => finding[facet]))) {
        counts[facet][term] = others.countWith(this.withFinding({ ...chosen, [facet]: new Set([term]) }));
      }
    }
    return { matches: but(null), counts };
  }

  matching(texts, query) {
    const words = plain(query).split(/\s+/).filter(Boolean);
    if (!words.length) return null;
    const places = [];
    texts.forEach((text, place) => { if (words.every((word) => text.includes(word))) places.push(place); });
    return Bits.of(this.size, places);
  }

  order(by) {
    const order = [...Array(this.size).keys()];
    const { names, started, added } = this.data;
    if (by === "name") order.sort((a, b) => names[a].localeCompare(names[b], "en"));
    if (by === "started") order.sort((a, b) => (started[a] || 9999) - (started[b] || 9999) || a - b);
    if (by === "newest") order.sort((a, b) => added[b].localeCompare(added[a]) || a - b);
    return order;
  }
}

// Small letters without marks, so that "stotte" finds "Støtte"; letters that Unicode does not take apart have a table.
const LETTERS = { ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ß: "ss", æ: "ae", œ: "oe", ı: "i" };
export function plain(text) {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/[øłđðþßæœı]/g, (letter) => LETTERS[letter]);
}
