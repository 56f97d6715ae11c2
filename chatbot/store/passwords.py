"""Hashes passwords with argon2id, and holds them against their hashes. The only home of argon2."""

import secrets
import threading

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.profiles import RFC_9106_LOW_MEMORY

# A hash takes 64 MiB: two at a time, so that many tries at once cannot use up a small server.
_AT_ONCE = threading.BoundedSemaphore(2)


class Passwords:
    """Makes and checks hashes."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        """Use a hasher; unless one is given, with the costs that RFC 9106 recommends for 64 MiB."""
        self._hasher = hasher or PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)
        # Nobody knows its password. It is made now, so that no sign-in is slower than another.
        self._nobodys = self.hash(secrets.token_urlsafe())

    def hash(self, password: str) -> str:
        """Return the hash of a password, salt and costs included."""
        with _AT_ONCE:
            return self._hasher.hash(password)

    def fits(self, password: str, kept: str | None) -> bool:
        """Return whether the password has this hash; without one it takes as long, and never fits."""
        with _AT_ONCE:
            try:
                self._hasher.verify(kept or self._nobodys, password)
            except (VerificationError, InvalidHashError):
                return False
        return kept is not None

    def is_outdated(self, kept: str) -> bool:
        """Return whether a hash was made with other costs than those of today."""
        return self._hasher.check_needs_rehash(kept)
