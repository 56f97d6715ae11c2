/* The chat page at a public screen. */

import { keepHere, watchIdle } from "./idle.js";

const { kiosk, home } = document.querySelector("main").dataset;
const used = Boolean(document.querySelector(".turn"));
keepHere(document);
watchIdle(document.querySelector(".idle"), Number(kiosk), () => location.replace(home), used);
