{#- Served as GET /widget.js: the loader that a host page puts in with one line. Kept under 5 KB gzipped. -#}
{%- from "_loader_words.html" import ask, failed -%}
{%- set css %}{% include "launcher.css" %}{% endset -%}
/*
 * Puts <minwon-talk> at the end of the page: a launcher in a shadow tree. Until the first click nothing
 * else is fetched, nothing is stored, and the host page's own styles and scripts are left alone.
 *
 *   <script src="https://…/widget.js" async></script>      optional: data-label="…"
 *   data-kiosk="90": at a public screen, seconds until a talk that was left behind is wiped
 */
(() => {
  "use strict";
  const script = document.currentScript;
  if (!script || customElements.get("minwon-talk")) return;

  const origin = new URL(script.src).origin;
  const version = {{ version|tojson }};
  const css = {{ css|tojson }};
  const words = { label: script.dataset.label || {{ (service ~ ask)|tojson }}, failed: {{ failed|tojson }} };
  const kiosk = Number(script.dataset.kiosk) || 0;
  const svg = "http://www.w3.org/2000/svg";

  const shape = (name, attributes) => {
    const element = document.createElementNS(svg, name);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    return element;
  };

  const icon = () => {
    const drawing = shape("svg", { width: 26, height: 26, viewBox: "0 0 26 26", "aria-hidden": "true", fill: "none", stroke: "currentColor", "stroke-width": 2, "stroke-linejoin": "round", "stroke-linecap": "round" });
    drawing.append(
      shape("path", { d: "M5 3h16a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2h-8.5L8 23v-4H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2z" }),
      shape("path", { d: "M8 9h10M8 13.5h6" }),
    );
    return drawing;
  };

  class MinwonTalk extends HTMLElement {
    connectedCallback() {
      if (this.shadowRoot) return;
      const shadow = this.attachShadow({ mode: "open" });
      // A constructed sheet is no inline style, so the strictest content policy of a host allows it.
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      shadow.adoptedStyleSheets = [sheet];

      this.root = document.createElement("div");
      this.root.className = "mt";
      this.root.lang = "ko";
      this.root.dataset.mtTheme = "auto";
      this.root.dataset.mtText = "2";

      this.launcher = document.createElement("button");
      this.launcher.type = "button";
      this.launcher.className = "launcher";
      this.launcher.setAttribute("aria-expanded", "false");
      this.launcher.setAttribute("aria-haspopup", "dialog");
      this.launcher.append(icon(), this.dataset.label || words.label);
      this.launcher.addEventListener("click", () => this.open());

      this.root.append(this.launcher);
      shadow.append(this.root);
    }

    /** Open the panel; the first time, fetch it. A page's own button may call this too. */
    async open() {
      if (this.launcher.getAttribute("aria-busy") === "true") return;
      this.launcher.setAttribute("aria-busy", "true");
      if (this.problem) this.problem.remove();
      try {
        if (!this.panel) {
          const { createPanel } = await import(`${origin}/static/panel.js?v=${version}`);
          this.panel = await createPanel({ root: this.root, launcher: this.launcher, origin, version, kiosk });
        }
        this.panel.open();
      } catch {
        this.problem = document.createElement("p");
        this.problem.className = "failed";
        this.problem.setAttribute("role", "alert");
        this.problem.textContent = words.failed;
        this.root.append(this.problem);
      } finally {
        this.launcher.removeAttribute("aria-busy");
      }
    }
  }

  customElements.define("minwon-talk", MinwonTalk);

  const place = () => {
    if (!document.querySelector("minwon-talk")) document.body.append(document.createElement("minwon-talk"));
  };
  if (document.body) place();
  else document.addEventListener("DOMContentLoaded", place);
})();
