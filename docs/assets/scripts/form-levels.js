// The level of evidence of each finding by the published rule, as scripts/derive/levels.py computes it.

/**
 * @typedef {import("./form-words.js").Entry} Entry
 * @typedef {import("./form-words.js").FormData} FormData
 * @typedef {{level: string, trace: string, flags: string[]}} Level
 */

/**
 * @param {Entry[]} findings Each with what the rule needs; see `isRipe`.
 * @param {Record<string, Entry>} sources
 * @param {FormData} form
 * @param {number} thisYear
 * @returns {Level[]}
 */
export function levelFindings(findings, sources, form, thisYear) {
  const ranked = findings.map((finding) => ({ finding, ...fromDesign(finding, form) }));
  return ranked.map(({ finding, rank, because }) => {
    const same = ranked.filter((other) => scope(other.finding) === scope(finding));
    const [agreeing, whyNot] = agreement(finding, rank, same, form);
    const level = agreeing ? "L5" : `L${rank}`;
    const trace = agreeing ? `L5 because: ${because} (L${rank}), raised: ${agreeing} independent sources on this outcome agree` : `${level} because: ${because}${whyNot}`;
    return { level, trace, flags: [...flags(finding, same.map((other) => other.finding), sources, form, thisYear)] };
  });
}

/** Whether a level can be computed already. @param {Entry} finding @param {FormData} form */
export function isRipe(finding, form) {
  const design = String(finding.design);
  return Object.hasOwn(form.terms.study_designs, design) && (design !== "systematic-review" || Object.hasOwn(form.terms.review_bases, String(finding.reviewed)));
}

/** @param {Entry} finding @param {FormData} form @returns {{rank: number, because: string}} */
function fromDesign(finding, form) {
  const design = form.terms.study_designs[String(finding.design)];
  if (finding.design !== "systematic-review") return { rank: Number(design.level?.[1]), because: design.inline };
  const basis = form.terms.review_bases[String(finding.reviewed)];
  const rank = Number(basis.level?.[1]);
  const because = `${design.inline} of ${basis.inline}`;
  return finding.direction === "unclear" ? { rank: Math.max(rank - 1, 0), because: `${because}, one lower since it ends without a conclusion` } : { rank, because };
}

/** @param {Entry} finding */
const scope = (finding) => JSON.stringify([finding.about ?? "this-practice", finding.domain]);

/**
 * @param {Entry} finding
 * @param {number} rank
 * @param {{finding: Entry, rank: number}[]} same
 * @param {FormData} form
 * @returns {[number, string]} How many sources agree, or 0 and why the finding is not raised.
 */
function agreement(finding, rank, same, form) {
  if (rank !== 3 && rank !== 4) return [0, ""];
  if (finding.evaluator !== "independent") return [0, "; not raised, because the evaluator is not known to be independent"];
  const group = same.filter((other) => (other.rank === 3 || other.rank === 4) && other.finding.evaluator === "independent").map((other) => other.finding);
  const sources = new Set(group.map(({ source }) => source));
  if (sources.size < 2) return [0, "; not raised, because one independent comparison only"];
  const directions = new Set(group.map(({ direction }) => direction));
  const conclusive = [...directions].every((direction) => form.levels.conclusive.includes(String(direction)));
  if (directions.size > 1 || !conclusive) return [0, "; not raised, because the independent comparisons on this outcome do not agree"];
  return [sources.size, ""];
}

/**
 * @param {Entry} finding
 * @param {Entry[]} same
 * @param {Record<string, Entry>} sources
 * @param {FormData} form
 * @param {number} thisYear
 * @yields {string} A caution beside the level.
 */
function* flags(finding, same, sources, { levels }, thisYear) {
  const conclusive = (/** @type {Entry} */ { direction }) => levels.conclusive.includes(String(direction));
  if (finding.design === "not-stated") yield "design not stated";
  if (new Set(same.map(({ source }) => source)).size === 1) yield "single source";
  if (Number(finding.sample_size ?? levels.small_sample) < levels.small_sample) yield `small sample (under ${levels.small_sample})`;
  if (Number(finding.follow_up_months ?? levels.short_follow_up_months) < levels.short_follow_up_months) yield "short follow-up (under six months)";
  if (finding.evaluator === "internal") yield "not independent";
  else if (finding.evaluator === "unknown") yield "independence not known";
  const key = String(finding.source);
  const year = Object.hasOwn(sources, key) ? sources[key].year : undefined;
  if (typeof year === "number" && thisYear - year > levels.old_after_years) yield "older than ten years";
  if (conclusive(finding) && same.some((other) => conclusive(other) && other.direction !== finding.direction)) yield "another finding on this outcome differs";
}
