// Opens the search: the link in the header, "/" or Ctrl-K show it in a dialog; the search page has it in place.

const opener = /** @type {HTMLAnchorElement | null} */ (document.querySelector("[data-search-open]"));
const box = /** @type {HTMLDialogElement | null} */ (document.querySelector("[data-search-dialog]"));
const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-search-page]"));
const root = opener ? new URL("..", opener.href).href : "";

if (place) searchPage(place);
else if (opener && box) searchDialog(opener, box);

/** @param {HTMLAnchorElement} link @param {HTMLDialogElement} dialog */
function searchDialog(link, dialog) {
  /** @type {import("./search-panel.js").SearchPanel | null} */
  let panel = null;
  const open = async () => {
    if (!dialog.open) dialog.showModal();
    const before = dialog.querySelector("input")?.value;
    const { SearchPanel } = await import("./search-panel.js");
    panel ??= new SearchPanel(dialog, root, 12);
    panel.field.focus();
    if (panel.field.value === before) panel.field.select(); // or what was typed meanwhile would be written over
    if (panel.field.value) panel.search();
  };
  link.setAttribute("role", "button");
  link.setAttribute("aria-haspopup", "dialog");
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  link.addEventListener("keydown", (event) => { if (event.key === " ") { event.preventDefault(); open(); } });
  document.addEventListener("keydown", (event) => {
    const typing = /** @type {HTMLElement} */ (event.target).closest("input, textarea, select, [contenteditable]");
    const asked = (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) || (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey));
    if (!asked) return;
    event.preventDefault();
    open();
  });
  dialog.querySelector("[data-search-close]")?.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
}

/** @param {HTMLElement} page */
async function searchPage(page) {
  const { SearchPanel } = await import("./search-panel.js");
  const panel = new SearchPanel(page, root, 40);
  for (const part of page.querySelectorAll("[data-needs-script]")) /** @type {HTMLElement} */ (part).hidden = false;
  const fromAddress = () => {
    panel.field.value = (new URLSearchParams(location.search).get("q") ?? "").slice(0, 200);
    panel.search();
  };
  panel.field.addEventListener("input", () => {
    const words = panel.field.value.trim();
    history.replaceState(null, "", words ? `?${new URLSearchParams({ q: words })}` : location.pathname);
  });
  page.querySelector("form")?.addEventListener("submit", (event) => { event.preventDefault(); panel.search(); });
  addEventListener("popstate", fromAddress);
  fromAddress();
  panel.field.focus();
}
