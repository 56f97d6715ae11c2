"""Where somebody wanted to go who had to sign in first."""

import re

LONGEST_PATH = 300

# One slash, then nothing that a browser could take for another host or drop.
_OWN_PATH = re.compile(r"/(?![/\\])[!-\[\]-~]*")


def own_path(wanted: str) -> str | None:
    """Return the path if it leads to a page of this site; None where it could lead anywhere else."""
    if len(wanted) > LONGEST_PATH or not _OWN_PATH.fullmatch(wanted):
        return None
    return wanted
