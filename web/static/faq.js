/* Tools of an answer page. They need scripts, so they are put in by one; the words are in the page. */

const template = document.querySelector("#mt-tools");
template.replaceWith(template.content);

const tools = document.querySelector(".page-tools");
const copy = tools.querySelector('[data-action="copy"]');
if (!navigator.clipboard) copy.remove();

tools.addEventListener("click", async (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.action === "print") {
    window.print();
  } else {
    await navigator.clipboard.writeText(document.querySelector('link[rel="canonical"]').href);
    tools.querySelector('[role="status"]').textContent = button.dataset.done;
  }
});
