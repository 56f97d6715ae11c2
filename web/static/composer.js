/*
 * The field that a citizen types into, safe for Hangul: one Enter sends once, the whole text, in every
 * order in which browsers report composition and keys. The form's `submit` event is the one way to send;
 * everything else only decides when that event may happen.
 *
 * What arrives when Enter is pressed while a syllable is being composed:
 *
 *   Chrome, Edge (Windows)   keydown 229 "Process", isComposing   compositionend   keydown 13   submit
 *   Chrome (macOS)           keydown 229 "Enter", isComposing     compositionend   keydown 13   submit
 *   Firefox                  keydown 229, isComposing             compositionend   input        (submit or none)
 *   Safari                   compositionend   keydown 229, NOT isComposing          (submit or none)
 *   Android (Gboard)         keydown 229 "Unidentified" for every key; Enter is a plain submit, or only
 *                            beforeinput insertLineBreak; often with no compositionend at all
 *   iOS                      no composition events; keydown 13   submit
 *   click on the button      blur   compositionend   submit; some keyboards never end the composition
 *
 * So: `wanted` remembers that sending was asked for, and sending happens once no syllable is open. The
 * orders that ask twice are harmless, because the first sending empties the field and an empty field is
 * not sent.
 */

/** How long a submit waits for a compositionend that some keyboards never send. */
const COMPOSITION_PATIENCE_MS = 100;
/** How long after sending a keyboard may still put the last syllable back. */
const ECHO_MS = 300;

const isEnter = (event) => event.key === "Enter" || event.code === "Enter" || event.code === "NumpadEnter";

export class Composer {
  /**
   * @param {HTMLFormElement} form
   * @param {(text: string) => void} onSend receives the trimmed text, never an empty one
   * @param {(final?: boolean) => boolean} check may still change the field before it is sent (hides
   *   personal numbers); says whether it did
   */
  constructor(form, onSend, check = () => false) {
    this.form = form;
    this.field = form.elements.message;
    this.onSend = onSend;
    this.check = check;
    this.composing = false;
    this.wanted = false;
    this.endedAt = -Infinity;
    this.echo = null;

    const { field } = this;
    field.addEventListener("compositionstart", () => { this.composing = true; });
    field.addEventListener("compositionend", () => this.compositionEnded());
    field.addEventListener("blur", () => { if (this.composing) this.compositionEnded(); });
    field.addEventListener("keydown", (event) => this.keyPressed(event));
    field.addEventListener("beforeinput", (event) => { if (event.inputType === "insertLineBreak") this.want(); });
    field.addEventListener("input", (event) => this.dropEcho(event.inputType));
    field.addEventListener("paste", () => { this.echo = null; });
    form.addEventListener("submit", (event) => this.submitted(event));
  }

  /** Put a text back that could not be sent, unless something new has been typed meanwhile. */
  restore(text) {
    if (this.field.value || this.composing) return;
    this.echo = null;
    this.field.value = text;
  }

  /** Take a restored text out again, because it is being sent another way. */
  withdraw(text) {
    if (this.field.value.trim() === text) this.clear();
  }

  clear() {
    this.wanted = false;
    this.field.value = "";
  }

  compositionEnded() {
    this.composing = false;
    this.endedAt = performance.now();
    this.dropEcho("insertCompositionText");
    this.sendSoon();
  }

  keyPressed(event) {
    const composing = this.composing || event.isComposing;
    if (!isEnter(event)) {
      this.echo = null;
      if (event.key === "Escape") this.wanted = false;
    } else if (composing) {
      this.wanted = true; // the input method needs this key itself: it is left alone
    } else if (event.repeat) {
      event.preventDefault();
    } else if (event.keyCode === 229) {
      this.want(); // Safari: the syllable has just ended, and no submit may follow
    } // a plain Enter submits the form by itself
  }

  want() {
    this.wanted = true;
    this.sendSoon();
  }

  /** Send after the events of this very key press: Firefox reports the final `input` after the end. */
  sendSoon() {
    setTimeout(() => {
      if (this.wanted && !this.composing) this.requestSubmit();
    }, 0);
  }

  requestSubmit() {
    this.form.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  }

  submitted(event) {
    event.preventDefault();
    if (!this.composing) {
      this.send();
    } else {
      // A keyboard that submits with the syllable still open: its text is in the field already.
      this.wanted = true;
      setTimeout(() => { if (this.wanted) this.send(); }, COMPOSITION_PATIENCE_MS);
    }
  }

  send() {
    this.wanted = false;
    const changed = this.check(true);
    const text = this.field.value.trim();
    if (!text) return;
    const composed = this.composing || performance.now() - this.endedAt < ECHO_MS;
    this.field.value = "";
    if (!changed) this.check(); // a note about a number that was hidden earlier has done its work
    this.echo = composed ? { text, until: performance.now() + ECHO_MS } : null;
    this.onSend(text);
  }

  /** Some keyboards write the word they held once more after the field was emptied: take it out again. */
  dropEcho(inputType) {
    if (!this.echo || !/Composition/.test(inputType || "")) return;
    const value = this.field.value.trim();
    if (performance.now() > this.echo.until) this.echo = null;
    else if (value && this.echo.text.endsWith(value)) this.field.value = "";
  }
}
