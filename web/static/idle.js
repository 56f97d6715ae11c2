/* At a public screen: asks whether anybody is still there, and wipes what was left behind. */

const ANSWER_SECONDS = 10;
const SIGNS = ["pointerdown", "keydown", "input", "wheel", "touchmove"];

/**
 * @param {HTMLDialogElement} dialog the question, with the seconds left in it
 * @param {number} seconds without a sign of anybody, until it is asked
 * @param {() => void} wipe leaves nothing behind
 * @param {boolean} used something stands on the screen already
 */
export function watchIdle(dialog, seconds, wipe, used = false) {
  const left = dialog.querySelector('[data-slot="seconds"]');
  let timer = 0;
  let countdown = 0;
  let cameFrom = null;

  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, seconds * 1000);
  };

  const answer = () => {
    clearInterval(countdown);
    if (dialog.open) dialog.close();
  };

  const end = () => {
    clearTimeout(timer);
    answer();
    wipe();
  };

  const stay = () => {
    answer();
    if (cameFrom) cameFrom.focus({ preventScroll: true });
    wait();
  };

  function ask() {
    let remaining = ANSWER_SECONDS;
    left.textContent = remaining;
    cameFrom = dialog.getRootNode().activeElement;
    dialog.showModal();
    countdown = setInterval(() => {
      remaining -= 1;
      left.textContent = remaining;
      if (remaining <= 0) end();
    }, 1000);
  }

  for (const sign of SIGNS) window.addEventListener(sign, () => { if (!dialog.open) wait(); }, { capture: true, passive: true });
  dialog.querySelector('[data-action="stay"]').addEventListener("click", stay);
  dialog.querySelector('[data-action="leave"]').addEventListener("click", end);
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    stay();
  });
  if (used) wait();
}

/** Links that would leave the screen for a site without a way back become plain words. */
export function keepHere(part) {
  for (const link of part.querySelectorAll('a[target="_blank"]')) link.removeAttribute("href");
}
