"""Knows addresses and logins again without keeping them: only hashes made with a secret are stored."""

import hashlib
import hmac
from ipaddress import IPv6Address, ip_address, ip_network
from pathlib import Path

from chatbot.store.kept_secret import kept_secret


class KeyedHash:
    """Hashes with a secret that never leaves this machine; without it nobody can try addresses out."""

    def __init__(self, secret: str, file: Path) -> None:
        """Use a secret.

        Args:
            secret: From the settings; where it is empty one is made when it is first needed.
            file: Keeps the secret that was made, readable by the owner alone.
        """
        self._secret = secret.encode()
        self._file = file

    def address(self, address: str) -> str:
        """Return 64 hexadecimal digits for a network address; those of one IPv6 household share them.

        Raises:
            OSError: No secret can be kept.
        """
        return self._hash("address", _household(address))

    def login(self, login: str) -> str:
        """Return 64 hexadecimal digits for what was typed as a login.

        Raises:
            OSError: No secret can be kept.
        """
        return self._hash("login", login.strip().lower())

    def _hash(self, kind: str, text: str) -> str:
        self._secret = self._secret or kept_secret(self._file)
        return hmac.new(self._secret, f"{kind}:{text}".encode(), hashlib.sha256).hexdigest()


def _household(address: str) -> str:
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if not isinstance(parsed, IPv6Address):
        return address
    if parsed.ipv4_mapped:
        return str(parsed.ipv4_mapped)
    # A provider hands every household at least that many addresses.
    return str(ip_network((parsed, 64), strict=False))
