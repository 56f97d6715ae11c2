/* Our pages work without scripts; with them, personal numbers are hidden before a form is sent. */

import { guardNumbers } from "./number-guard.js";

const note = document.querySelector("#mt-hidden-number");
for (const form of document.querySelectorAll("form[data-mask]")) {
  const hideNumbers = guardNumbers(form, note, form.elements.message || form.elements.comment);
  form.addEventListener("submit", () => hideNumbers(true));
}
