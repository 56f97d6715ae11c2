"""Knows KakaoTalk users again without knowing them: only a keyed hash of their id goes any further."""

import hashlib
import hmac
import logging
from pathlib import Path

from chatbot.store.kept_secret import kept_secret

_log = logging.getLogger(__name__)


class UserKeys:
    """Hashes ids with a secret that never leaves this machine; without it nobody can try ids out."""

    def __init__(self, secret: str, file: Path) -> None:
        """Use a secret.

        Args:
            secret: From the settings; where it is empty one is made when it is first needed.
            file: Keeps the secret that was made, readable by the owner alone.
        """
        self._secret = secret.encode()
        self._file = file

    def key(self, user_id: str) -> str | None:
        """Return 64 hexadecimal digits for an id; None without an id, or where no secret can be kept."""
        if not user_id:
            return None
        try:
            self._secret = self._secret or kept_secret(self._file)
        except OSError as error:
            # A key that the next start does not know would be worse than a talk without its past.
            _log.error("no secret for KakaoTalk users can be kept, so talks are not continued: %s", error)
            return None
        return hmac.new(self._secret, user_id.encode(), hashlib.sha256).hexdigest()
