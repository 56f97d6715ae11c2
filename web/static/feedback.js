/* Whether an answer helped: the plain forms of _feedback.html, sent without leaving the page. */

import { post } from "./api.js";
import { guardNumbers } from "./number-guard.js";

/** Hide personal numbers in the comment of a section, where it has one. Returns the last check. */
export function guardComment(section, note) {
  const form = section.querySelector(".comment");
  return form ? guardNumbers(form, note, form.elements.comment) : () => false;
}

/**
 * @param {HTMLFormElement} form the form that was submitted
 * @param {HTMLButtonElement} button the button that was pressed
 * @param {HTMLTemplateElement} note what is said about a hidden number
 * @returns {Promise<string>} the one sentence for screen readers
 */
export async function sendFeedback(form, button, origin, note) {
  const section = form.closest(".feedback");
  const problem = section.querySelector(".problem");
  const { turn_id: turn, comment } = form.elements;
  const commented = form.matches(".comment");
  if (section.ariaBusy === "true") return "";
  if (commented) guardNumbers(form, note, comment)(true);
  const request = {
    turn_id: turn.value,
    helpful: (commented ? form.elements.helpful : button).value === "true",
    comment: commented ? comment.value : null,
  };
  section.ariaBusy = "true";
  problem.hidden = true;
  try {
    const { html } = await post(`${origin}/api/feedback`, request, new AbortController().signal);
    const holder = document.createElement("template");
    holder.innerHTML = html;
    const next = holder.content.firstElementChild;
    const hadFocus = section.contains(section.getRootNode().activeElement);
    section.replaceWith(next);
    guardComment(next, note);
    // What had the focus is gone; its successor takes it over.
    const successor = next.querySelector(commented ? ".thanks" : `button[value="${request.helpful}"]`);
    if (hadFocus) successor.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
    return next.dataset.announce;
  } catch {
    section.ariaBusy = null;
    problem.hidden = false;
    return problem.textContent;
  }
}
