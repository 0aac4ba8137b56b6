// Runs before the page is drawn: takes the reader's choice of light or dark, so that nothing flashes.
const chosen = (() => { try { return localStorage.getItem("appearance"); } catch { return null; } })();
if (chosen) document.documentElement.dataset.appearance = chosen;
document.documentElement.classList.replace("no-js", "js");
