"""The token that a form must carry: made of a secret that only the visitor's own cookie holds.

Another site can make a browser send a form with its cookie, but can neither read the cookie nor the token.
"""

import hashlib
import hmac


def form_token(cookie: str) -> str:
    """Return the token for a cookie: 64 hexadecimal digits, from which the cookie cannot be guessed."""
    return hmac.new(cookie.encode(), b"form", hashlib.sha256).hexdigest()


def is_form_token(given: str, cookie: str) -> bool:
    """Return whether a form carries the token of this cookie; without a cookie nothing is right."""
    return bool(cookie) and hmac.compare_digest(given.encode(), form_token(cookie).encode())
