/*
 * Finding personal numbers in what a citizen types, so that they never leave the device. The server hides
 * them too; this comes first. Telephone numbers of offices, amounts and dates are left alone.
 */

const GAP = "[\\s.\\-·]*";
const BIRTH = "\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])";

// Every pattern starts with what may stand before the number (group 1), since older browsers know no
// lookbehind. An `open` pattern also matches the beginning of a longer number, so it waits while typing.
const RULES = [
  { kind: "resident", pattern: `(^|\\D)(${BIRTH}${GAP}\\d(?:${GAP}\\d){6})(?!\\d)` },
  { kind: "resident", pattern: "(^|\\D)(\\d{6}\\s*[-·]\\s*\\d{7})(?!\\d)" },
  { kind: "resident", pattern: "(^|\\D)(\\d{6}\\s+\\d{7})(?!\\d)" },
  { kind: "resident", pattern: "(^|\\D)(\\d{13})(?!\\d)", open: true },
  { kind: "resident", pattern: `(^|\\D)(${BIRTH}\\s*-\\s*\\d[\\d*xX●○]{0,6})(?!\\d)`, open: true },
  { kind: "card", pattern: `(^|\\D)(\\d{4}(?:${GAP}\\d{4}){3})(?!\\d)` },
  { kind: "card", pattern: `(^|\\D)(\\d{4}(?:${GAP}\\d{4}){2}${GAP}\\d{3})(?!\\d)`, open: true },
  { kind: "licence", pattern: `(^|\\D)(\\d{2}${GAP}\\d{2}${GAP}\\d{6}${GAP}\\d{2})(?!\\d)` },
  { kind: "mobile", pattern: `(^|\\D)(010${GAP}\\d{4}${GAP}\\d{4})(?!\\d)` },
  { kind: "mobile", pattern: `(^|\\D)(01[016-9]${GAP}\\d{3,4}${GAP}\\d{4})(?!\\d)`, open: true },
  { kind: "mobile", pattern: `(^|[^\\d+])(\\+?82${GAP}\\(?0?\\)?1[016-9]${GAP}\\d{3,4}${GAP}\\d{4})(?!\\d)` },
  { kind: "passport", pattern: "(^|[^A-Za-z0-9])([A-Za-z]{1,2}\\s?(?:\\d{8}|\\d{3}[A-Za-z]\\d{4}))(?![A-Za-z0-9])" },
  { kind: "passport", pattern: "(^|[^A-Za-z0-9])([A-Za-z]{1,2}\\s?\\d{7})(?![A-Za-z0-9])", open: true },
].map((rule) => ({ ...rule, pattern: new RegExp(rule.pattern, "g") }));

/** The same text with full-width digits and the various hyphens made plain; every place stays the same. */
const plain = (text) => text
  .replace(/[\uFF10-\uFF19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  .replace(/[\u2010-\u2015\u2212\uFE63\uFF0D]/g, "-");

/** Personal numbers in the text, by place. `caret`: where typing goes on, if it does. */
export function findNumbers(text, caret = -1) {
  const readable = plain(text);
  const found = [];
  for (const { kind, pattern, open } of RULES) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(readable); match; match = pattern.exec(readable)) {
      const start = match.index + match[1].length;
      const end = start + match[2].length;
      const growing = open && end === caret;
      if (!growing && found.every((span) => end <= span.start || start >= span.end)) found.push({ start, end, kind });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

/** The text with each number replaced by `mask`, and the kinds that were found. */
export function hideNumbers(text, mask, caret = -1) {
  const found = findNumbers(text, caret);
  let hidden = "";
  let end = 0;
  for (const span of found) {
    hidden += text.slice(end, span.start) + mask;
    end = span.end;
  }
  return { text: hidden + text.slice(end), kinds: [...new Set(found.map((span) => span.kind))] };
}
