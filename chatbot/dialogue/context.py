"""What a talk was about: all that a turn may need of the turns before it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Context:
    """What the talk was about when the citizen last got something to go on with.

    It travels with the reply and is stored with the turn, so that any process can go on with the talk.

    Attributes:
        entry_ids: The entry that was answered with, or the ones that were offered.
        utterance: What led to them, personal numbers hidden.
        subject: What that utterance was joined to, where it was itself understood from the talk before it.
    """

    entry_ids: tuple[str, ...]
    utterance: str
    subject: str | None = None
