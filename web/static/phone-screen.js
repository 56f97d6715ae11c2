/* Under 600px the panel fills the screen: it is modal, keeps focus, and stays above the keyboard. */

const narrow = matchMedia("(max-width: 600px)");

export const isPhone = () => narrow.matches;

/** What Tab can reach, in order. A group of radio buttons counts once, as browsers do. */
function tabStops(panel) {
  const all = panel.querySelectorAll('a[href], button, input, [tabindex="0"]');
  return [...all].filter((element) => element.getClientRects().length
    && !(element.type === "hidden")
    && !(element.type === "radio" && !element.checked));
}

/** Call once; the returned function is called whenever the panel opens or closes. */
export function phoneScreen(panel) {
  const view = window.visualViewport;

  const follow = () => {
    panel.setAttribute("aria-modal", String(narrow.matches));
    if (!view) return;
    const zoomed = view.scale > 1.01; // the citizen has zoomed in: leave the panel as it is
    panel.style.setProperty("--mt-view-height", zoomed ? "100dvh" : `${view.height}px`);
    panel.style.setProperty("--mt-view-top", zoomed ? "0px" : `${view.offsetTop}px`);
  };

  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Tab" || !narrow.matches) return;
    const stops = tabStops(panel);
    const first = stops[0];
    const last = stops[stops.length - 1];
    const here = panel.getRootNode().activeElement;
    if (event.shiftKey ? here === first || !stops.includes(here) : here === last) {
      event.preventDefault();
      (event.shiftKey ? last : first).focus();
    }
  });

  return (open) => {
    const change = open ? "addEventListener" : "removeEventListener";
    narrow[change]("change", follow);
    if (view) {
      view[change]("resize", follow);
      view[change]("scroll", follow);
    }
    if (open) follow();
  };
}
