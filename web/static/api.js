/* Talking to the server: one question, one reply. No cookies, nothing stored. */

const PATIENCE_MS = 5000;

/** The server answered, but with an error that has a message for the citizen. */
export class Refused extends Error {}

/** GET a page fragment as text. */
export async function getFragment(url) {
  const response = await fetch(url, { credentials: "omit" });
  if (!response.ok) throw new Error(`${response.status} for ${url}`);
  return response.text();
}

/** POST one thing as JSON. Rejects with `Refused` for an error with a message, else with whatever broke. */
export async function post(url, request, signal) {
  const timeout = new AbortController();
  const stop = () => timeout.abort();
  const timer = setTimeout(stop, PATIENCE_MS);
  signal.addEventListener("abort", stop);
  try {
    const response = await fetch(url, {
      method: "POST",
      credentials: "omit",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(request),
      signal: timeout.signal,
    });
    const body = await response.json();
    if (response.ok) return body;
    throw new Refused((body.error && body.error.message) || "");
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  }
}
