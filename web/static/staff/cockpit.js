/*
 * The cockpit: keys for everything that the page can do by forms and links.
 * No sentence is in the script; they stand in data attributes of the page, or come from the server.
 */

import { isComposing, Search } from "./search.js";
import { get, post, Refused } from "./server.js";

const TOAST_MS = 6000;
const SINGLE_KEYS = "minwontalk-single-keys";

const page = document.querySelector("#cockpit");
const slots = {
  opened: document.querySelector("#opened"),
  shelf: document.querySelector("#shelf"),
  talk: document.querySelector("#talk"),
  why: document.querySelector("#why"),
  said: document.querySelector("#said"),
};
const toast = document.querySelector("#toast");
const undo = toast.querySelector("button");
const marking = document.querySelector("#marking");
const single = document.querySelector("#single-keys");
const { csrf } = page.dataset;

let notedLine = null;
let hiding = 0;
let opening = new AbortController();

/** Say something in one line, to the eye and to a screen reader. A line of the log can be taken back. */
function say(sentence, line = null) {
  if (!sentence) return;
  slots.said.textContent = sentence;
  toast.querySelector("p").textContent = sentence;
  if (line !== null) notedLine = line;
  undo.hidden = line === null;
  toast.hidden = false;
  clearTimeout(hiding);
  hiding = setTimeout(() => { toast.hidden = true; }, TOAST_MS);
}

/** Only errors that the server itself words are for people. */
const failed = (problem) => say((problem instanceof Refused && problem.message) || page.dataset.failed);

/** Do something that may fail, and say so if it does. */
async function attempt(what) {
  try {
    return await what();
  } catch (problem) {
    if (problem.name !== "AbortError") failed(problem);
    return null;
  }
}

const search = new Search(document.querySelector(".search-box"), document.querySelector("#found"), {
  open: (entry) => open(entry),
  said: (sentence) => { slots.said.textContent = sentence; },
  failed,
});

function open(entry) {
  return attempt(async () => {
    opening.abort();
    opening = new AbortController();
    const shown = await get(`/api/staff/entries/${encodeURIComponent(entry)}`, {}, opening.signal);
    slots.opened.innerHTML = shown.html;
    page.dataset.open = entry;
    showCopyButtons();
    const form = marking.querySelector("form").elements;
    form.entry_id.value = entry;
    form.kind.value = "wrong";
    slots.said.textContent = `${page.dataset.opened} ${shown.answer.title}`;
  });
}

/** Put the open entry away and make room for the next call. */
function close() {
  opening.abort();
  slots.opened.replaceChildren();
  slots.why.hidden = true;
  delete page.dataset.open;
  const form = marking.querySelector("form").elements;
  form.entry_id.value = "";
  form.kind.value = "missing";
  marking.open = false;
  search.clear();
  search.field.focus();
  slots.said.textContent = page.dataset.cleared;
}

function showCopyButtons() {
  for (const button of page.querySelectorAll("[data-copy]")) button.hidden = !navigator.clipboard;
}

async function copy(button) {
  const text = document.getElementById(button.dataset.copy).textContent;
  const name = button.closest("section").querySelector("h3").textContent;
  await navigator.clipboard.writeText(text).then(
    () => say(`${page.dataset.copied} ${name}`),
    () => say(page.dataset.notCopied),
  );
}

const DOES = {
  async pin(form) {
    const { entry_id: entry, pinned } = form.elements;
    const shelf = await post("/api/staff/pins", csrf, { entry_id: entry.value, pinned: pinned.value === "true" });
    slots.shelf.innerHTML = shelf.html;
    form.querySelector("button").ariaPressed = pinned.value;
    pinned.value = String(pinned.value !== "true");
    say(shelf.said);
  },
  async log(form, button) {
    const done = await post("/api/staff/log", csrf, { entry_id: form.elements.entry_id.value, outcome: button.value });
    say(done.said, done.id);
  },
  async mark(form) {
    const { kind, word, entry_id: entry } = form.elements;
    const wrong = kind.value === "wrong" && entry.value ? entry.value : null;
    const done = await post("/api/staff/marks", csrf, { kind: kind.value, query: search.field.value, word: word.value, entry_id: wrong });
    word.value = "";
    marking.open = false;
    search.field.focus();
    say(done.said);
  },
  async talk(form) {
    if (!form.elements.code.value.trim()) return;
    const told = await get(`/api/staff/conversations/${encodeURIComponent(form.elements.code.value)}`);
    slots.talk.innerHTML = told.html;
    slots.said.textContent = slots.talk.querySelector("[data-announce]").dataset.announce;
  },
};

page.addEventListener("submit", (event) => {
  const does = DOES[event.target.dataset.does];
  if (!does) return;
  event.preventDefault();
  attempt(() => does(event.target, event.submitter));
});

page.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const copier = event.target.closest("[data-copy]");
  const link = event.target.closest('a[data-entry]:not([role="option"])');
  const why = event.target.closest(".why");
  if (copier) copy(copier);
  else if (link) {
    event.preventDefault();
    open(link.dataset.entry);
  } else if (why) {
    event.preventDefault();
    attempt(async () => {
      const told = await get("/api/staff/arithmetic", { q: search.field.value });
      slots.why.innerHTML = told.html;
      slots.why.hidden = false;
      slots.why.querySelector("h2").focus();
    });
  }
});

undo.addEventListener("click", () => {
  const line = notedLine;
  notedLine = null;
  if (line !== null) attempt(async () => say((await post(`/api/staff/log/${line}/undo`, csrf, {})).said));
});

function writeWord() {
  if (marking.open) marking.querySelector("#word").focus();
}

marking.addEventListener("toggle", writeWord);

/** Keys with Alt press the button that names them. */
function pressed(event) {
  const key = event.code.replace(/^(Digit|Key|Numpad)/, "");
  if (key === "Z" && notedLine !== null) {
    undo.click(); // also when its line is no longer shown
    return true;
  }
  const button = document.querySelector(`[data-key="${key}"]:not([hidden])`);
  if (!button || button.closest("[hidden]")) return false;
  if (button.closest("details:not([open])") && button.tagName !== "SUMMARY") button.closest("details").open = true;
  button.click();
  // The toggle event comes later than the next key.
  if (button.parentElement === marking) writeWord();
  return true;
}

const isTyping = (target) => target.matches("input:not([type=checkbox], [type=radio]), select, textarea");

document.addEventListener("keydown", (event) => {
  const inField = event.target === search.field;
  if (event.altKey && !event.ctrlKey && !event.metaKey) {
    if (pressed(event)) event.preventDefault();
    return;
  }
  if (event.ctrlKey || event.metaKey) return;
  if (inField && (event.code === "ArrowDown" || event.code === "ArrowUp")) {
    // By its place on the keyboard: while a syllable is composed, the key has no name.
    event.preventDefault();
    search.move(event.code === "ArrowDown" ? 1 : -1);
  } else if (isComposing(event)) {
    return;
  } else if (event.key === "Escape") {
    event.preventDefault();
    if (marking.open && marking.contains(event.target)) {
      marking.open = false;
      search.field.focus();
    } else close();
  } else if (single.checked && /^[1-9]$/.test(event.key) && (inField ? search.picking : !isTyping(event.target))) {
    if (search.openAt(Number(event.key) - 1)) event.preventDefault();
  } else if (single.checked && event.key === "/" && !isTyping(event.target)) {
    event.preventDefault();
    search.field.focus();
    search.field.select();
  }
});

single.checked = localStorage.getItem(SINGLE_KEYS) !== "off";
single.addEventListener("change", () => localStorage.setItem(SINGLE_KEYS, single.checked ? "on" : "off"));
showCopyButtons();
search.field.setSelectionRange(search.field.value.length, search.field.value.length);
