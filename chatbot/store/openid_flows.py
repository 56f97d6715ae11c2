"""Sign-ins under way at the OpenID Connect provider: each may come back once, to the same browser."""

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete

from chatbot.store.database import Database
from chatbot.store.tables import OpenIdFlowRow

_LASTING = timedelta(minutes=10)


@dataclass(frozen=True)
class OpenIdFlow:
    """What has to be known when the provider sends somebody back.

    Attributes:
        state: Names the sign-in at the provider; comes back in the address.
        nonce: Comes back in the signed token.
        verifier: Proves that the code is fetched by whoever asked for it (PKCE).
        next_path: Where to go afterwards; may be empty.
    """

    state: str
    nonce: str
    verifier: str
    next_path: str


class OpenIdFlows:
    """The sign-ins under way of a database."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        """Use an open database, and a clock that tells the time with its zone."""
        self._database = database
        self._clock = clock

    def start(self, flow: OpenIdFlow, visit: str) -> None:
        """Keep a sign-in for ten minutes; `visit` is a secret of the browser in which it began."""
        now = self._clock()
        with self._database.transaction() as session:
            session.execute(delete(OpenIdFlowRow).where(OpenIdFlowRow.started_at <= now - _LASTING))
            session.add(
                OpenIdFlowRow(
                    state_hash=_hash(flow.state),
                    visit_hash=_hash(visit),
                    nonce=flow.nonce,
                    verifier=flow.verifier,
                    next_path=flow.next_path,
                    started_at=now,
                )
            )

    def finish(self, state: str, visit: str) -> OpenIdFlow | None:
        """Return a sign-in that comes back and forget it.

        None where it is not known, too old, has come back before, or began in another browser.
        """
        now = self._clock()
        # Taken out and read in one step, so that it cannot come back twice at once.
        taken = delete(OpenIdFlowRow).where(OpenIdFlowRow.state_hash == _hash(state)).returning(OpenIdFlowRow)
        with self._database.transaction() as session:
            row = session.scalar(taken)
            if row is None or row.started_at <= now - _LASTING:
                return None
            if not hmac.compare_digest(row.visit_hash, _hash(visit)):
                return None
            return OpenIdFlow(state, row.nonce, row.verifier, row.next_path)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
