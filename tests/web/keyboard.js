/*
 * Plays what a keyboard and its input method do to a field, event by event, as browsers report it.
 * Used by test_composer_browser.py; each step is [name, argument].
 */
async (field, steps) => {
  const form = field.form;
  let held = ""; // what was there before the open composition
  const wait = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });
  const input = (inputType, data, isComposing) => field.dispatchEvent(
    new InputEvent("input", { inputType, data, isComposing, bubbles: true, composed: true }));
  const composition = (type, data = "") => field.dispatchEvent(
    new CompositionEvent(type, { data, bubbles: true, composed: true }));
  const key = (type, options) => field.dispatchEvent(
    new KeyboardEvent(type, { bubbles: true, composed: true, cancelable: true, ...options }));

  const play = {
    start: () => { held = field.value; composition("compositionstart"); },
    compose: (text) => {
      composition("compositionupdate", text);
      field.value = held + text;
      input("insertCompositionText", text, true);
    },
    end: (text) => composition("compositionend", text),
    commitInput: (text) => input("insertCompositionText", text, false),
    echo: (text) => { field.value = text; input("insertCompositionText", text, false); },
    type: (text) => { key("keydown", { key: text, keyCode: 65 }); field.value += text; input("insertText", text, false); },
    keydown: (options) => key("keydown", options),
    // A plain Enter: browsers submit the form unless the key press was prevented.
    enter: (options = {}) => {
      if (key("keydown", { key: "Enter", code: "Enter", keyCode: 13, ...options })) form.requestSubmit();
      key("keyup", { key: "Enter", code: "Enter", keyCode: 13 });
    },
    lineBreak: () => field.dispatchEvent(
      new InputEvent("beforeinput", { inputType: "insertLineBreak", bubbles: true, cancelable: true })),
    submit: () => form.requestSubmit(),
    blur: () => field.blur(),
    wait,
  };

  field.focus();
  for (const [name, argument] of steps) await play[name](argument);
}
