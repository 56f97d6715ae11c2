"""How much memory the process holds."""

import resource
import sys
from pathlib import Path

_STATUS = Path("/proc/self/status")
_KIB_PER_MB = 1024


def resident_mb() -> float:
    """Return the memory that the process holds at this moment, in MB (2²⁰ bytes).

    Where the system does not tell (only Linux does, in /proc), it is the most the process ever held.
    """
    if _STATUS.exists():
        lines = _STATUS.read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / _KIB_PER_MB
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / _KIB_PER_MB**2 if sys.platform == "darwin" else most / _KIB_PER_MB
