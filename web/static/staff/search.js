/* The field and the list under it: every key asks the server, arrows and digits choose. */

import { get } from "./server.js";

const ANNOUNCE_AFTER_MS = 500;

/** Whether a key is part of a syllable that is being composed. */
export const isComposing = (event) => event.isComposing || event.keyCode === 229;

export class Search {
  /**
   * @param {HTMLFormElement} form the form with the field and the filters
   * @param {HTMLElement} slot where the list stands
   * @param {{open: (entry: string) => void, said: (sentence: string) => void, failed: (problem: Error) => void}} on
   */
  constructor(form, slot, on) {
    this.form = form;
    this.field = form.elements.q;
    this.slot = slot;
    this.empty = slot.cloneNode(true);
    this.on = on;
    this.asked = new AbortController();
    this.picking = false;
    this.enterWaits = false;
    this.speaking = 0;
    this.shown = this.key();
    this.field.setAttribute("role", "combobox");
    this.field.setAttribute("aria-controls", "hits");
    this.field.setAttribute("aria-autocomplete", "list");
    this.field.addEventListener("input", () => this.ask());
    form.addEventListener("change", (event) => event.target !== this.field && this.ask());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.openChosen();
    });
    // Some input methods swallow the Enter that ends a syllable: it counts once the syllable is done.
    this.field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && isComposing(event)) this.enterWaits = true;
    });
    this.field.addEventListener("compositionend", () => {
      if (this.enterWaits) this.openChosen();
      this.enterWaits = false;
    });
    slot.addEventListener("click", (event) => this.clicked(event));
    this.reflect();
  }

  get options() {
    return [...this.slot.querySelectorAll('[role="option"]')];
  }

  key() {
    return JSON.stringify([this.field.value.trim(), this.form.elements.topic.value, this.form.elements.department.value]);
  }

  /** Ask for what stands in the field now. What was asked before no longer matters. */
  async ask() {
    this.asked.abort();
    this.asked = new AbortController();
    this.picking = false;
    const key = this.key();
    const { q, topic, department } = this.form.elements;
    if (!q.value.trim()) {
      this.show(this.empty.innerHTML, key);
      return;
    }
    try {
      const fields = { q: q.value, topic: topic.value, department: department.value };
      const found = await get("/api/staff/search", fields, this.asked.signal);
      this.show(found.html, key);
    } catch (problem) {
      if (problem.name !== "AbortError") this.on.failed(problem);
    }
  }

  show(html, key) {
    this.slot.innerHTML = html;
    this.shown = key;
    this.reflect();
    clearTimeout(this.speaking);
    this.speaking = setTimeout(() => {
      const about = this.slot.querySelector("[data-announce]");
      if (about) this.on.said(about.dataset.announce);
    }, ANNOUNCE_AFTER_MS);
    this.slot.dispatchEvent(new CustomEvent("found", { bubbles: true }));
  }

  /** Tell assistive technology which option is chosen. */
  reflect() {
    const { options } = this;
    this.field.setAttribute("aria-expanded", String(options.length > 0));
    const chosen = options.find((option) => option.ariaSelected === "true");
    if (chosen) this.field.setAttribute("aria-activedescendant", chosen.id);
    else this.field.removeAttribute("aria-activedescendant");
  }

  choose(place) {
    const { options } = this;
    if (!options.length) return;
    const to = Math.max(0, Math.min(options.length - 1, place));
    options.forEach((option, number) => { option.ariaSelected = String(number === to); });
    options[to].scrollIntoView({ block: "nearest" });
    this.reflect();
  }

  move(step) {
    this.picking = true;
    this.choose(this.options.findIndex((option) => option.ariaSelected === "true") + step);
  }

  /** Open the chosen entry; if the list is older than the field, after the server has answered. */
  async openChosen() {
    if (this.shown !== this.key()) await this.ask();
    const chosen = this.options.find((option) => option.ariaSelected === "true");
    if (chosen) this.open(chosen);
  }

  openAt(place) {
    const option = this.options[place];
    if (!option) return false;
    this.choose(place);
    this.open(option);
    return true;
  }

  open(option) {
    this.picking = true;
    this.on.open(option.dataset.entry);
  }

  clicked(event) {
    const option = event.target.closest('[role="option"]');
    if (!option || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.choose(this.options.indexOf(option));
    this.open(option);
  }

  clear() {
    this.field.value = "";
    this.ask();
  }
}
