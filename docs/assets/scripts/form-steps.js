// The steps of the form: one is shown at a time, and the address says which, so that the browser's back button works.

/**
 * @param {HTMLElement} page
 * @param {(step: HTMLElement) => void} shown Called after another step is shown.
 */
export function startSteps(page, shown) {
  const steps = [.../** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-step]"))];
  const show = (/** @type {boolean} */ moved) => {
    const named = steps.find(({ id }) => `#${id}` === location.hash);
    if (moved && location.hash && !named) return; // a link inside the page, such as the one to its content
    const step = named ?? steps[0];
    for (const other of steps) other.toggleAttribute("data-current", other === step);
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (page.querySelectorAll("[data-steps] a"))) {
      if (link.hash === `#${step.id}`) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    }
    shown(step);
    if (!moved) return;
    step.querySelector("h2")?.focus({ preventScroll: true });
    page.querySelector("[data-steps]")?.scrollIntoView();
  };
  addEventListener("hashchange", () => show(true));
  show(false);
}

/** @param {HTMLElement} step */
export function goOn(step) {
  const next = step.nextElementSibling;
  if (next) location.hash = `#${next.id}`;
}

/** Shows the step in which a control stands, and puts the focus on the control. @param {HTMLElement} element */
export function goTo(element) {
  const step = element.closest("[data-step]");
  const focus = () => {
    const control = /** @type {HTMLElement} */ (element.querySelector("input, textarea, select, [data-add]") ?? element);
    control.focus();
    element.scrollIntoView({ block: "start" });
  };
  if (!step || step.hasAttribute("data-current")) {
    focus();
    return;
  }
  addEventListener("hashchange", () => setTimeout(focus), { once: true });
  location.hash = `#${step.id}`;
}
