/* The chat page works without scripts; with them, personal numbers are hidden before they are sent. */

import { guardNumbers } from "./number-guard.js";

const form = document.querySelector(".composer");
const hideNumbers = guardNumbers(form, document.querySelector("#mt-hidden-number"));
form.addEventListener("submit", () => hideNumbers(true));
