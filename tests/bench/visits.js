// Runs in every page that the benchmark opens, before the page's own scripts, and measures when it is asked to.

/** @typedef {import("../../docs/assets/scripts/catalogue-index.js").Chosen} Chosen */

Object.assign(window, { measure: { ready, query, frame, words, search } });

let readyAfter = 0;
const watch = new MutationObserver(() => {
  if (!document.querySelector("[data-catalogue][data-ready]")) return;
  readyAfter = performance.now();
  watch.disconnect();
});
watch.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-ready"] });

/** @returns {number} The milliseconds from the first request to filters that work. */
function ready() { return readyAfter; }

/** @param {string} root @returns {Promise<number[]>} Milliseconds of one query of the index, for ever other choices. */
async function query(root) {
  const { Index } = /** @type {typeof import("../../docs/assets/scripts/catalogue-index.js")} */ (await module(root, "catalogue-index"));
  const index = new Index(await (await fetch(`${root}practices/catalogue.json`)).json());
  const times = [];
  for (let run = 0; run < 60; run++) {
    const chosen = choice(run);
    const started = performance.now();
    for (let turn = 0; turn < 10; turn++) index.query(chosen, null);
    times.push((performance.now() - started) / 10);
  }
  return times.slice(10); // the first ones are of code that the browser has not made fast yet
}

/** @param {number} run @returns {Chosen} One to four terms. */
function choice(run) {
  const boxes = boxesOf();
  /** @type {Chosen} */
  const chosen = {};
  for (let step = 0; step <= run % 4; step++) {
    const { name, value } = boxes[(run * 7 + step * 31) % boxes.length];
    (chosen[name] ??= new Set()).add(value);
  }
  return chosen;
}

/** @returns {Promise<number[]>} Milliseconds from a click on a check box to the frame after the next one. */
async function frame() {
  const boxes = boxesOf();
  const times = [];
  for (let run = 0; run < 12; run++) {
    const box = boxes[(run * 5) % boxes.length];
    for (let turn = 0; turn < 2; turn++) {
      await new Promise((quiet) => { setTimeout(quiet, 150); });
      const started = performance.now();
      box.click();
      await new Promise((drawn) => { requestAnimationFrame(() => requestAnimationFrame(drawn)); });
      times.push(performance.now() - started);
    }
  }
  return times;
}

/**
 * @param {string} root
 * @param {string[]} queries
 * @returns {Promise<{loaded: number, found: number[]}>} Milliseconds to fetch and index the words, and of each query.
 */
async function words(root, queries) {
  const { Files } = /** @type {typeof import("../../docs/assets/scripts/catalogue-files.js")} */ (await module(root, "catalogue-files"));
  const { Index } = /** @type {typeof import("../../docs/assets/scripts/catalogue-index.js")} */ (await module(root, "catalogue-index"));
  const { Words } = /** @type {typeof import("../../docs/assets/scripts/catalogue-words.js")} */ (await module(root, "catalogue-words"));
  const files = new Files(`${root}practices/`);
  const engine = new Words(files, new Index(await files.index()), new Map());
  const started = performance.now();
  await engine.load();
  const loaded = performance.now() - started;
  const found = [];
  for (const text of queries) {
    const begun = performance.now();
    await engine.find(text);
    found.push(performance.now() - begun);
  }
  return { loaded, found };
}

/** @param {string} text @returns {Promise<number>} Milliseconds from typing in the open dialog to its results. */
async function search(text) {
  const dialog = /** @type {HTMLElement} */ (document.querySelector("[data-search-dialog]"));
  const status = /** @type {HTMLElement} */ (dialog.querySelector("[data-search-status]"));
  const field = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
  const told = new Promise((done) => { new MutationObserver(done).observe(status, { childList: true }); });
  const started = performance.now();
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await told;
  return performance.now() - started;
}

/** @param {string} root @param {string} name @returns {Promise<unknown>} */
function module(root, name) { return import(`${root}assets/scripts/${name}.js`); }

/** @returns {HTMLInputElement[]} */
function boxesOf() { return [...document.querySelectorAll("[data-term] > label input")].map((box) => /** @type {HTMLInputElement} */ (box)); }
