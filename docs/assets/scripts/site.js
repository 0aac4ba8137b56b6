// Small helps on every page: appearance, copying a citation, the present section in sight, the place in the contents.
const dark = () => {
  const set = document.documentElement.dataset.appearance;
  return set ? set === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
};
const button = /** @type {HTMLButtonElement | null} */ (document.querySelector("button[data-appearance]"));
if (button) {
  const tell = () => button.setAttribute("aria-pressed", String(dark()));
  button.hidden = false;
  tell();
  button.addEventListener("click", () => {
    const next = dark() ? "light" : "dark";
    document.documentElement.dataset.appearance = next;
    try { localStorage.setItem("appearance", next); } catch { /* the choice then lasts for this page */ }
    tell();
  });
}

/** @param {Element} text What is to be copied; a rich text as HTML too, for programs that take it. */
function toClipboard(text) {
  const plain = text.textContent?.trim() ?? "";
  if (/** @type {HTMLElement} */ (text).dataset.copyText !== "rich" || !("ClipboardItem" in window)) return navigator.clipboard.writeText(plain);
  const forms = { "text/plain": plain, "text/html": text.innerHTML.trim() };
  return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(Object.entries(forms).map(([type, form]) => [type, new Blob([form], { type })])))]);
}

for (const copy of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-copy]"))) {
  const texts = [...(copy.parentElement?.querySelectorAll("[data-copy-text]") ?? [])];
  if (!navigator.clipboard || !texts.length) continue;
  const label = copy.textContent;
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    await toClipboard(texts.find((text) => text.getClientRects().length) ?? texts[0]);
    copy.textContent = "Copied";
    setTimeout(() => { copy.textContent = label; }, 2000);
  });
}

const here = document.querySelector(".masthead__nav a[aria-current]");
const nav = here?.closest("nav");
if (here && nav) nav.scrollLeft += Math.max(0, here.getBoundingClientRect().right - nav.getBoundingClientRect().right + 20);

const links = [.../** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".contents a[href^='#']"))];
if (links.length && "IntersectionObserver" in window) {
  const parts = links.flatMap((link) => document.getElementById(link.hash.slice(1)) ?? []);
  const mark = () => {
    const passed = parts.filter((part) => part.getBoundingClientRect().top < innerHeight / 3);
    const current = (passed.at(-1) ?? parts[0])?.id;
    for (const link of links) {
      if (link.hash === `#${current}`) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" });
  parts.forEach((part) => observer.observe(part));
  mark();
}
