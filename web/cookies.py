"""The two cookies of people with an account: of the session, and of the sign-in that comes before it."""

import secrets
from dataclasses import dataclass

from fastapi import Request, Response

_VISIT_BYTES = 32
_VISIT_SECONDS = 60 * 60


@dataclass(frozen=True)
class Cookies:
    """Reads and writes both. Scripts cannot read them, and other sites' forms do not carry them.

    Attributes:
        is_secure: Visitors reach us by https. Then the browser sends the cookies by nothing else, and no
            other host of the same domain can set them (`__Host-`).
    """

    is_secure: bool

    @property
    def session_name(self) -> str:
        """Name of the cookie that holds the token of a session."""
        return self._name("minwontalk-session")

    @property
    def visit_name(self) -> str:
        """Name of the cookie that binds the form of the sign-in page to a browser."""
        return self._name("minwontalk-visit")

    def session(self, request: Request) -> str:
        """Return the token of the session; empty where there is none."""
        return request.cookies.get(self.session_name, "")

    def visit(self, request: Request) -> str:
        """Return the secret of a browser that is about to sign in; empty where it has none."""
        return request.cookies.get(self.visit_name, "")

    def new_visit(self) -> str:
        """Return a secret that nobody can guess."""
        return secrets.token_urlsafe(_VISIT_BYTES)

    def keep_session(self, response: Response, token: str) -> None:
        """Give a browser its session until it is closed; the server ends it earlier. The visit is over."""
        self._set(response, self.session_name, token, None)
        self._drop(response, self.visit_name)

    def keep_visit(self, response: Response, secret: str) -> None:
        """Give a browser the secret that its sign-in form is bound to, for an hour."""
        self._set(response, self.visit_name, secret, _VISIT_SECONDS)

    def drop_session(self, response: Response) -> None:
        """Take the session from a browser."""
        self._drop(response, self.session_name)

    def _set(self, response: Response, name: str, value: str, seconds: int | None) -> None:
        response.set_cookie(
            name, value, max_age=seconds, path="/", secure=self.is_secure, httponly=True, samesite="lax"
        )

    def _drop(self, response: Response, name: str) -> None:
        response.delete_cookie(name, path="/", secure=self.is_secure, httponly=True, samesite="lax")

    def _name(self, name: str) -> str:
        return f"__Host-{name}" if self.is_secure else name
