/* Stands in for the voice and the ear of a browser; tests look at `spoken` and drive `recognition`. */
(() => {
  window.spoken = [];
  window.cancelled = 0;
  class Utterance extends EventTarget {
    constructor(text) { super(); this.text = text; }
  }
  Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance });
  Object.defineProperty(window, "speechSynthesis", {
    value: {
      speak: (utterance) => window.spoken.push(utterance),
      cancel: () => { window.cancelled += 1; },
    },
  });

  class Recognition extends EventTarget {
    constructor() { super(); window.recognition = this; this.state = "new"; }
    start() { this.state = "listening"; }
    abort() { this.state = "aborted"; }
    hear(...transcripts) {
      this.dispatchEvent(Object.assign(new Event("result"), { results: transcripts.map((transcript) => [{ transcript }]) }));
    }
    fail(error) { this.dispatchEvent(Object.assign(new Event("error"), { error })); this.end(); }
    end() { this.dispatchEvent(new Event("end")); }
  }
  window.SpeechRecognition = Recognition;
  window.webkitSpeechRecognition = Recognition;
})();
