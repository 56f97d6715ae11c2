/* Reads an answer aloud. The server has spelled it as people say it, one sentence or item a line. */

let reading = null; // { button, words, utterances }

export const canRead = () => "speechSynthesis" in window;

function show(button, words) {
  button.querySelector("span").textContent = words;
}

export function stopReading() {
  if (!reading) return;
  const { button, words } = reading;
  reading = null;
  show(button, words);
  speechSynthesis.cancel();
}

/** Read the text of a button; pressed again while it is being read, stop. */
export function toggleReading(button) {
  const again = reading && reading.button === button;
  stopReading();
  if (again) return;
  // A line each: some browsers fall silent in the middle of a long text.
  const utterances = button.dataset.text.split("\n").map((line) => new SpeechSynthesisUtterance(line));
  const mine = { button, words: button.querySelector("span").textContent, utterances };
  const finish = () => { if (reading === mine) stopReading(); };
  reading = mine;
  show(button, button.dataset.stop);
  for (const utterance of utterances) {
    utterance.lang = "ko-KR";
    utterance.addEventListener("error", finish);
    speechSynthesis.speak(utterance);
  }
  utterances[utterances.length - 1].addEventListener("end", finish);
}

// Otherwise some browsers go on reading on the next page.
window.addEventListener("pagehide", stopReading);
