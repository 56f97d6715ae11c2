/* Text size and theme of the panel: they apply at once and last for this visit only. */

/**
 * @param {HTMLFormElement} form real radio inputs named `text` and `theme`
 * @param {HTMLElement} root carries data-mt-text and data-mt-theme
 * @param {HTMLButtonElement} button opens and closes the form
 * @param {HTMLElement} log the scrolled region that the form takes the place of
 */
export function viewSettings(form, root, button, log) {
  let place = 0;

  const toggle = (open) => {
    if (open === !form.hidden) return;
    if (open) place = log.scrollTop;
    form.hidden = !open;
    log.classList.toggle("is-view", open);
    button.setAttribute("aria-expanded", String(open));
    log.scrollTop = open ? 0 : place;
  };

  form.addEventListener("change", ({ target }) => {
    root.dataset[target.name === "text" ? "mtText" : "mtTheme"] = target.value;
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    toggle(false);
    button.focus();
  });
  button.addEventListener("click", () => {
    toggle(form.hidden);
    if (!form.hidden) form.querySelector("input:checked").focus();
  });
  const reset = () => {
    form.reset();
    root.dataset.mtText = form.elements.text.value;
    root.dataset.mtTheme = form.elements.theme.value;
  };
  return { close: () => toggle(false), reset };
}
