/*
 * The panel: fetched on the first click of the launcher, put in its shadow tree, and wired up here.
 * The words are all in the fetched page (web/templates/_panel.html); no word is in a script.
 */

import { getFragment } from "./api.js";
import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { guardNumbers } from "./number-guard.js";
import { isPhone, phoneScreen } from "./phone-screen.js";
import { viewSettings } from "./view-settings.js";

/** Space above a reply that was scrolled to the top of the log. */
const GAP = 8;
const SHEETS = ["tokens", "base", "answer", "widget"];

/** Add a style sheet and wait for it. A sheet that is missing must not keep anyone from an answer. */
function addSheet(root, href) {
  return new Promise((resolve) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = href;
    link.addEventListener("load", resolve);
    link.addEventListener("error", resolve);
    root.getRootNode().insertBefore(link, root);
  });
}

/** Fetch the panel and make it work. Resolves to `{ open, close }`. */
export async function createPanel({ root, launcher, origin, version, kiosk }) {
  const [html] = await Promise.all([
    getFragment(`${origin}/widget/panel`),
    ...SHEETS.map((name) => addSheet(root, `${origin}/static/${name}.css?v=${version}`)),
  ]);
  const holder = document.createElement("template");
  holder.innerHTML = html;
  const panel = holder.content.querySelector(".panel");
  for (const link of panel.querySelectorAll('a[href^="/"]')) link.href = origin + link.getAttribute("href");
  panel.hidden = true;
  root.append(holder.content);
  const made = new Panel(root, panel, launcher, origin, kiosk);
  if (kiosk) await made.startKiosk(); // a public screen never opens without what wipes it
  return made;
}

/** What a form of a scenario sends when a button is pressed. */
function guided(form, button) {
  const data = new FormData(form);
  if (button.name) data.append(button.name, button.value);
  const request = { message: button.dataset.message || data.get("message"), scenario: data.get("scenario"), answers: data.getAll("answers") };
  for (const name of ["pressed", "stop", "none"]) request[name] = data.has(name);
  return request;
}

class Panel {
  constructor(root, panel, launcher, origin, kiosk) {
    this.root = root;
    this.panel = panel;
    this.launcher = launcher;
    this.origin = origin;
    this.kiosk = kiosk;
    this.log = panel.querySelector(".log");
    this.status = panel.querySelector('[role="status"]');
    this.starts = [...panel.querySelectorAll('[data-part="start"], [data-part="topic"]')];
    this.talk = panel.querySelector('[data-part="talk"]');
    this.fitScreen = phoneScreen(panel);

    const form = panel.querySelector(".composer");
    this.note = panel.querySelector("#mt-hidden-number");
    const hideNumbers = guardNumbers(form, this.note);
    this.placeholder = form.elements.message.placeholder;
    this.composer = new Composer(form, (text) => this.ask({ message: text, ...this.place() }), hideNumbers);

    this.conversation = new Conversation(
      { talk: this.talk, template: (name) => panel.querySelector(`#mt-${name}`).content.cloneNode(true), origin },
      {
        asked: (turn) => this.scrollTo(turn),
        replied: (turn) => this.replied(turn),
        failed: (turn, sentence, request) => this.failed(turn, sentence, request),
        resend: (request) => this.resend(request),
      },
    );

    const view = panel.querySelector('[data-part="view"]');
    this.view = viewSettings(view, root, panel.querySelector('[data-action="view"]'), this.log);

    this.voice = null; // made with the first press of the microphone
    this.offerVoice(form, panel.querySelector('[data-part="no-voice"]'));

    panel.addEventListener("click", (event) => this.clicked(event));
    panel.addEventListener("submit", (event) => this.submitted(event));
    panel.addEventListener("keydown", (event) => this.keyPressed(event));
    // A page put aside for "back" must not show the talk to the next person at a shared computer.
    window.addEventListener("pagehide", () => this.clear());
  }

  open() {
    this.launcher.setAttribute("aria-expanded", "true");
    this.launcher.hidden = true;
    this.panel.hidden = false;
    this.fitScreen(true);
    (isPhone() ? this.panel.querySelector("#mt-name") : this.composer.field).focus({ preventScroll: true });
  }

  /** The microphone where the browser can listen; elsewhere a word about it in the settings. */
  offerVoice(form, otherwise) {
    const able = Boolean(window.SpeechRecognition || window.webkitSpeechRecognition);
    form.querySelector('[data-action="voice"]').hidden = !able;
    otherwise.hidden = able;
  }

  async useVoice(form) {
    const { voiceInput } = await import("./voice.js");
    this.voice = this.voice || voiceInput(form);
    this.voice.toggle();
  }

  /** At a public screen: larger text, no way out, and everything wiped when nobody is there any more. */
  async startKiosk() {
    this.root.querySelector('[name="text"][value="4"]').defaultChecked = true;
    this.view.reset();
    const { keepHere, watchIdle } = await import("./idle.js");
    this.keepHere = keepHere;
    keepHere(this.panel);
    watchIdle(this.root.querySelector(".idle"), this.kiosk, () => this.restart());
  }

  restart() {
    this.clear();
    this.view.reset();
    if (!this.panel.hidden) this.panel.querySelector("#mt-name").focus({ preventScroll: true });
  }

  close() {
    this.beStill();
    this.fitScreen(false);
    this.panel.hidden = true;
    this.launcher.hidden = false;
    this.launcher.setAttribute("aria-expanded", "false");
    this.launcher.focus({ preventScroll: true });
  }

  clicked(event) {
    const button = event.target.closest("button");
    if (!button) return;
    const { action, topic, message } = button.dataset;
    if (action === "close") this.close();
    else if (action === "clear") this.clear(button.dataset.announce);
    else if (action === "voice") this.useVoice(button.form);
    else if (button.closest(".answer-tools")) this.useTool(button);
    else if (action === "back") this.showTopics(button);
    else if (topic) this.showTopic(topic);
    else if (button.name === "entry_id") this.choose(event, { message, entry_id: button.value });
    else if (button.form && button.form.elements.scenario) return; // sent by its form
    else if (button.name === "none") this.refuse(event, button);
    else if (button.name === "fresh") this.choose(event, { message: button.form.elements.message.value, fresh: true });
  }

  async submitted(event) {
    const { target: form, submitter } = event; // both are gone after the first wait
    if (form.elements.scenario) {
      event.preventDefault();
      this.ask(guided(form, submitter));
    }
    if (!form.closest(".feedback")) return;
    event.preventDefault();
    const { sendFeedback } = await import("./feedback.js");
    this.announce(await sendFeedback(form, submitter, this.origin, this.note));
  }

  /** Where the newest turn asks in a scenario: what is typed then is read as its answer. */
  place() {
    const card = this.talk.querySelector(":scope > :last-child [data-scenario]");
    return card && { scenario: card.dataset.scenario, answers: card.dataset.answers.split(" ").filter(Boolean) };
  }

  loadTools() {
    this.tools = this.tools || import("./answer-tools.js");
    return this.tools;
  }

  async useTool(button) {
    const { useTool } = await this.loadTools();
    this.announce(await useTool(button, this.origin));
  }

  /** Neither read aloud nor listen any longer. */
  async beStill() {
    if (this.voice) this.voice.stop();
    if (this.tools) (await import("./read-aloud.js")).stopReading();
  }

  keyPressed(event) {
    const composing = event.isComposing || event.keyCode === 229 || this.composer.composing;
    if (event.key !== "Escape" || composing) return;
    event.stopPropagation();
    this.view.close();
    this.close();
  }

  choose(event, request) {
    event.preventDefault();
    this.ask(request);
  }

  /** None of the choices: the server keeps which ones, so that somebody can write the missing answer. */
  refuse(event, button) {
    const turn = button.form.elements.turn_id;
    this.choose(event, { message: button.textContent.trim(), none: true, turn_id: turn ? turn.value : null });
  }

  ask(request) {
    this.view.close();
    this.beStill();
    this.status.textContent = "";
    const lostFocus = this.starts.some((part) => part.contains(this.root.getRootNode().activeElement));
    for (const part of this.starts) part.hidden = true;
    this.talk.hidden = false;
    this.composer.field.placeholder = this.composer.field.dataset.again;
    if (lostFocus) this.log.focus({ preventScroll: true });
    this.conversation.ask(request);
  }

  async replied(turn) {
    if (this.kiosk) this.keepHere(turn);
    this.scrollTo(turn.querySelector(".understood, .card, .note") || turn);
    this.announce(turn.dataset.announce);
    if (turn.querySelector(".answer-tools")) (await this.loadTools()).showTools(turn, Boolean(this.kiosk));
  }

  failed(turn, sentence, request) {
    if (!request.entry_id && !request.none && !request.pressed) this.composer.restore(request.message);
    this.scrollTo(turn);
    this.announce(sentence);
  }

  resend(request) {
    this.composer.withdraw(request.message);
    this.log.focus({ preventScroll: true }); // the button goes away with the failed turn
    this.ask(request);
  }

  /** Back to the welcome: nothing of the talk is left, on screen or in memory. */
  clear(sentence = "") {
    this.beStill();
    this.conversation.clear();
    this.composer.clear();
    this.composer.field.placeholder = this.placeholder;
    this.composer.field.dispatchEvent(new Event("input"));
    this.view.close();
    this.talk.hidden = true;
    for (const part of this.starts) part.hidden = part.dataset.part !== "start";
    this.log.scrollTop = 0;
    this.announce(sentence);
  }

  showTopic(topic) {
    for (const part of this.starts) part.hidden = part.dataset.of !== topic;
    this.log.scrollTop = 0;
    this.starts.find((part) => !part.hidden).querySelector("h3").focus({ preventScroll: true });
  }

  showTopics(button) {
    const { of } = button.closest("[data-of]").dataset;
    for (const part of this.starts) part.hidden = part.dataset.part !== "start";
    this.log.scrollTop = 0;
    this.panel.querySelector(`[data-topic="${of}"]`).focus();
  }

  /** Put the beginning of a part at the top of the log, so that it is read from its title on. */
  scrollTo(part) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const top = part.getBoundingClientRect().top - this.log.getBoundingClientRect().top + this.log.scrollTop - GAP;
    this.log.scrollTo({ top, behavior: calm ? "auto" : "smooth" });
  }

  /** One sentence a turn for screen readers, never the whole answer. */
  announce(sentence) {
    this.status.textContent = sentence || "";
  }
}
