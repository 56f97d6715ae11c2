/* Talking to the server on behalf of who is signed in. The session cookie goes along, the token in a header. */

/** The server answered with an error; its message is for people. */
export class Refused extends Error {}

async function answer(response) {
  if (response.status === 401) {
    location.reload(); // leads to the sign-in page and back
    throw new Refused("");
  }
  const body = await response.json();
  if (!response.ok) throw new Refused((body.error && body.error.message) || "");
  return body;
}

/** GET something as JSON. */
export async function get(path, fields = {}, signal = null) {
  const query = new URLSearchParams(fields);
  return answer(await fetch(`${path}?${query}`, { signal, headers: { Accept: "application/json" } }));
}

/** POST something as JSON. */
export async function post(path, token, request) {
  return answer(
    await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRF-Token": token },
      body: JSON.stringify(request),
    }),
  );
}
