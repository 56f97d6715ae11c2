"""A city's own login, as small as can be: OpenID Connect with real signatures, on a port of this machine."""

import base64
import hashlib
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

CLIENT_ID = "minwontalk"
CLIENT_SECRET = "a client secret for tests only"  # noqa: S105


class OpenIdProvider:
    """Signs one person in without asking; tests say who that is, and what is wrong with the token."""

    def __init__(self, now: int) -> None:
        """Serve; `now` is the moment, in seconds, at which tokens are made."""
        self.now = now
        self.key = RSAKey.generate_key(2048, parameters={"kid": "one"})
        self.codes: dict[str, dict[str, str]] = {}
        self.claims: dict[str, Any] = {}
        self.changed: dict[str, Any] = {}
        self.algorithm = "RS256"
        self.signing_key: RSAKey | OctKey = self.key
        self.requests: list[str] = []
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                path = urlsplit(self.path)
                provider.requests.append(path.path)
                if path.path == "/authorize":
                    self._redirect(provider.approve(parse_qs(path.query)))
                elif path.path == "/keys":
                    self._json(200, {"keys": [provider.key.as_dict(private=False)]})
                else:
                    self._json(200, provider.metadata)

            def do_POST(self) -> None:
                provider.requests.append(self.path)
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                fields = {name: values[0] for name, values in parse_qs(body).items()}
                token = provider.token(fields, self.headers.get("Authorization", ""))
                self._json(200 if token else 400, token or {"error": "invalid_grant"})

            def _json(self, status: int, content: dict[str, Any]) -> None:
                body = json.dumps(content).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def _redirect(self, url: str) -> None:
                self.send_response(302)
                self.send_header("Location", url)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *args: object) -> None:
                """Stay quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def metadata(self) -> dict[str, Any]:
        """What the provider says of itself."""
        return {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "jwks_uri": f"{self.url}/keys",
        }

    def sign_in_as(self, subject: str, **claims: Any) -> None:
        """Say who comes next, and that the token is as it should be."""
        self.claims = {"sub": subject, **claims}
        self.changed, self.algorithm, self.signing_key = {}, "RS256", self.key

    def approve(self, asked: dict[str, list[str]]) -> str:
        """Return where the browser is sent back to, with a code."""
        first = {name: values[0] for name, values in asked.items()}
        assert first["response_type"] == "code"
        assert first["client_id"] == CLIENT_ID
        assert first["code_challenge_method"] == "S256"
        code = f"code-{len(self.codes)}"
        self.codes[code] = first
        return (
            f"{first['redirect_uri']}?{urlencode({'code': code, 'state': first['state'], 'iss': self.url})}"
        )

    def token(self, fields: dict[str, str], authorization: str) -> dict[str, Any] | None:
        """Return a token for a code, once, to whoever asked for it; None else."""
        asked = self.codes.pop(fields.get("code", ""), None)
        challenge = hashlib.sha256(fields.get("code_verifier", "").encode()).digest()
        named = base64.b64encode(f"{CLIENT_ID}:{CLIENT_SECRET}".encode()).decode()
        if (
            asked is None
            or authorization != f"Basic {named}"
            or fields["redirect_uri"] != asked["redirect_uri"]
            or base64.urlsafe_b64encode(challenge).rstrip(b"=").decode() != asked["code_challenge"]
        ):
            return None
        claims = {
            "iss": self.url,
            "aud": CLIENT_ID,
            "iat": self.now,
            "exp": self.now + 300,
            "nonce": asked["nonce"],
            **self.claims,
            **self.changed,
        }
        claims = {name: value for name, value in claims.items() if value is not None}
        header = {"alg": self.algorithm, "kid": "one"}
        signed = jwt.encode(header, claims, self.signing_key, algorithms=[self.algorithm])
        return {"access_token": "opaque", "token_type": "Bearer", "id_token": signed}

    def stop(self) -> None:
        """Serve no longer."""
        self._server.shutdown()
        self._server.server_close()
