/* Hides personal numbers in the field while it is being typed into, and says so above it. */

import { hideNumbers } from "./personal-numbers.js";

/**
 * @param {HTMLFormElement} form carries the mask in data-mask, has a `.alert` for the note
 * @param {HTMLTemplateElement} note the note, with one element per kind of number
 * @param {HTMLInputElement | HTMLTextAreaElement} field the field of the form that is typed into
 * @returns {(final?: boolean) => boolean} checks the field once more, with true before sending; says
 *   whether a number was hidden just now
 */
export function guardNumbers(form, note, field = form.elements.message) {
  const alert = form.querySelector(".alert");
  let composing = false;

  const say = (kind) => {
    const content = note.content.cloneNode(true);
    for (const each of content.querySelectorAll("[data-kind]")) if (each.dataset.kind !== kind) each.remove();
    alert.replaceChildren(content);
  };

  const check = (final = false) => {
    const caret = field.selectionStart;
    const { text, kinds } = hideNumbers(field.value, form.dataset.mask, final ? -1 : caret);
    if (kinds.length) {
      const before = hideNumbers(field.value.slice(0, caret), form.dataset.mask, final ? -1 : caret).text.length;
      field.value = text;
      if (field.getRootNode().activeElement === field) field.setSelectionRange(before, before);
      say(kinds[0]);
    } else if (!field.value.includes(form.dataset.mask)) {
      alert.replaceChildren();
    }
    return kinds.length > 0;
  };

  field.addEventListener("compositionstart", () => { composing = true; });
  field.addEventListener("compositionend", () => { composing = false; setTimeout(check, 0); });
  field.addEventListener("input", (event) => { if (!composing && !event.isComposing) check(); });
  field.addEventListener("blur", () => { composing = false; check(true); });
  return check;
}
