"""A secret that is made when it is first needed, and kept for the next start and for other processes."""

import os
import secrets
import tempfile
from pathlib import Path

_OWNER_ONLY = 0o600


def kept_secret(file: Path) -> bytes:
    """Return the secret that a file keeps, readable by its owner alone; it is made where it is missing.

    Raises:
        OSError: The file cannot be written, or is empty.
    """
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent)  # readable by the owner alone
        try:
            with os.fdopen(handle, "w", encoding="ascii") as new:
                new.write(secrets.token_hex(32))
            # Complete before it has its name, and never over the one that another process has just made.
            os.link(name, file)
        except FileExistsError:
            pass
        finally:
            Path(name).unlink()
    file.chmod(_OWNER_ONLY)
    secret = file.read_bytes().strip()
    if not secret:
        raise OSError(f"{file} is empty; delete it, and a new secret is made")
    return secret
