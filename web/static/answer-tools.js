/* What a citizen can do with an answer: have it read aloud, copy it, pass it on, print its page. */

import { canRead, toggleReading } from "./read-aloud.js";

const canCopy = () => Boolean(navigator.clipboard);

const CAN = {
  speak: canRead,
  copy: canCopy,
  share: () => Boolean(navigator.share) || canCopy(),
  print: () => true,
};

/** Show the buttons that this browser can serve. At a public screen nothing is copied or passed on. */
export function showTools(part, kiosk = false) {
  for (const button of part.querySelectorAll(".answer-tools button")) {
    const { action } = button.dataset;
    button.hidden = !CAN[action]() || (kiosk && action !== "speak");
    if (action === "share" && navigator.share) button.querySelector("span").textContent = button.dataset.share;
  }
}

/** Do what a button says. Resolves to a sentence about it, or to nothing. */
export async function useTool(button, origin) {
  const { action, text, done, failed } = button.dataset;
  const { path, title } = button.closest(".answer-tools").dataset;
  const url = new URL(path, origin).href;
  if (action === "speak") {
    toggleReading(button);
    return "";
  }
  if (action === "print") {
    window.print();
    return "";
  }
  if (action === "share" && navigator.share) {
    await navigator.share({ title, url }).catch(() => {}); // closing the sheet is no failure
    return "";
  }
  return navigator.clipboard.writeText(action === "copy" ? `${text}\n${url}` : url).then(() => done, () => failed);
}
