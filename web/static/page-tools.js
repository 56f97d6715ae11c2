/* What our own pages can do with scripts: tools of an answer, and writing by voice. */

import { showTools, useTool } from "./answer-tools.js";
import { canListen, voiceInput } from "./voice.js";

showTools(document, Boolean(document.querySelector("main[data-kiosk]")));
document.addEventListener("click", async (event) => {
  const button = event.target.closest(".answer-tools button");
  if (button) document.querySelector('[role="status"]').textContent = await useTool(button, location.origin);
});

const microphone = document.querySelector('[data-action="voice"]');
if (microphone && canListen()) {
  microphone.addEventListener("click", voiceInput(microphone.form).toggle);
  microphone.hidden = false;
}
