/* The talk in the log: asked turns, replies, waiting, and what happens when the line breaks. */

import { Refused, post } from "./api.js";

const WAITING_AFTER_MS = 400;
/** A failure shows no sooner than this, so a second Enter of the same key press finds the field empty. */
const FAILURE_AFTER_MS = 300;

export class Conversation {
  /**
   * @param {object} parts `talk` (where turns go), `template(name)`, `origin`
   * @param {object} on `asked()`, `replied(turn)`, `failed(turn, message)`: after each change of the log
   */
  constructor({ talk, template, origin }, on) {
    this.talk = talk;
    this.template = template;
    this.origin = origin;
    this.on = on;
    this.reset();
  }

  /** Forget everything: turns, id, and whatever is still on its way. */
  clear() {
    this.abort.abort();
    this.talk.replaceChildren();
    this.reset();
  }

  reset() {
    this.id = null;
    this.abort = new AbortController();
    this.queue = Promise.resolve();
    this.failedTurn = null;
  }

  /** Ask one thing. Questions that come while one is under way are sent after it, in their order. */
  ask(request) {
    if (this.failedTurn) this.failedTurn.remove();
    this.failedTurn = null;
    const { signal } = this.abort;
    const turn = this.show(request.message);
    this.on.asked(turn);
    this.queue = this.queue.then(() => this.exchange(request, turn, signal));
    return this.queue;
  }

  async exchange(request, turn, signal) {
    if (signal.aborted) return;
    const began = performance.now();
    const waiting = setTimeout(() => turn.append(this.template("waiting")), WAITING_AFTER_MS);
    try {
      const reply = await post(`${this.origin}/api/chat`, { ...request, conversation_id: this.id }, signal);
      if (signal.aborted) return;
      this.id = reply.conversation_id;
      this.replace(turn, reply.html);
    } catch (problem) {
      await new Promise((resolve) => { setTimeout(resolve, FAILURE_AFTER_MS - (performance.now() - began)); });
      if (!signal.aborted) this.fail(turn, request, problem);
    } finally {
      clearTimeout(waiting);
    }
  }

  show(message) {
    const fragment = this.template("asked");
    fragment.querySelector('[data-slot="message"]').textContent = message;
    const turn = fragment.firstElementChild;
    this.talk.append(turn);
    return turn;
  }

  replace(turn, html) {
    const holder = document.createElement("template");
    holder.innerHTML = html;
    for (const link of holder.content.querySelectorAll('a[href^="/"]')) {
      // Inside a host page our own addresses would point at the host.
      link.href = this.origin + link.getAttribute("href");
      link.target = "_blank";
      link.rel = "noopener";
    }
    const reply = holder.content.firstElementChild;
    turn.replaceWith(holder.content);
    this.on.replied(reply);
  }

  fail(turn, request, problem) {
    for (const line of turn.querySelectorAll(".waiting")) line.remove();
    const note = this.template("failed");
    const words = note.querySelector('[data-slot="problem"]');
    if (problem instanceof Refused && problem.message) words.textContent = problem.message;
    const sentence = words.textContent;
    note.querySelector('[data-action="resend"]').addEventListener("click", () => this.on.resend(request));
    turn.append(note);
    this.failedTurn = turn;
    this.on.failed(turn, sentence, request);
  }
}
