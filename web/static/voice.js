/* Writes what a citizen says into the field. It is sent only when the citizen sends it. */

const PROBLEMS = { "not-allowed": "denied", "service-not-allowed": "denied", "no-speech": "silent" };

/**
 * @param {HTMLFormElement} form a composer, with the microphone button, a note and its words
 * @returns {{ toggle: () => void, stop: () => void }} `toggle` starts listening, or stops it
 */
export function voiceInput(form) {
  const Recognition = window.SpeechRecognition || window.webkitSpeechRecognition;
  const button = form.querySelector('[data-action="voice"]');
  const note = form.querySelector(".voice-note");
  const words = form.querySelector(".voice-words").content;
  const field = form.elements.message;
  let listening = null;

  const say = (kind) => {
    note.textContent = kind ? words.querySelector(`[data-kind="${kind}"]`).textContent : "";
  };

  const stop = (kind) => {
    if (!listening) return;
    const recognition = listening;
    listening = null;
    button.setAttribute("aria-pressed", "false");
    say(kind);
    recognition.abort();
  };

  const start = () => {
    const before = field.value.trim();
    const recognition = new Recognition();
    let heard = "";
    recognition.lang = "ko-KR";
    recognition.interimResults = true;
    recognition.addEventListener("result", ({ results }) => {
      if (listening !== recognition) return;
      heard = [...results].map((result) => result[0].transcript).join("").trim();
      field.value = `${before} ${heard}`.trim().slice(0, field.maxLength);
      field.dispatchEvent(new Event("input", { bubbles: true })); // personal numbers are hidden here too
    });
    recognition.addEventListener("error", ({ error }) => {
      if (listening === recognition) stop(PROBLEMS[error] || "failed");
    });
    recognition.addEventListener("end", () => {
      if (listening !== recognition) return;
      stop(heard ? "heard" : "silent");
      if (heard) field.focus({ preventScroll: true });
    });
    listening = recognition;
    button.setAttribute("aria-pressed", "true");
    say("listening");
    try {
      recognition.start();
    } catch {
      stop("failed");
    }
  };

  // What is said after sending must not come back into the emptied field.
  form.addEventListener("submit", () => { stop(); say(); });
  field.addEventListener("keydown", () => stop());
  return { toggle: () => (listening ? stop() : start()), stop };
}

export const canListen = () => Boolean(window.SpeechRecognition || window.webkitSpeechRecognition);
