"""What request handlers use, made once and handed to them by FastAPI."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import Depends, Request

from chatbot.store.conversations import Conversations
from chatbot.store.database import Database
from chatbot.store.feedback import Feedback
from web.live import LiveKnowledge
from web.presentation import Presenter
from web.templating import Templates


@dataclass(frozen=True)
class Services:
    """Everything a handler may need.

    Attributes:
        live: The knowledge that is being served.
        database: Where talks and ratings are kept.
        templates: Fills pages.
        clock: Tells the time, with its zone.
        version: Changes whenever a static file changes, so that browsers may keep files for long.
    """

    live: LiveKnowledge
    database: Database
    templates: Templates
    clock: Callable[[], datetime]
    version: str

    @property
    def conversations(self) -> Conversations:
        """The talks."""
        return Conversations(self.database)

    @property
    def feedback(self) -> Feedback:
        """The ratings of answers."""
        return Feedback(self.database)

    def presenter(self) -> Presenter:
        """Return a presenter of the catalog that is served now."""
        return Presenter(self.live.served.responder.catalog, self.clock())


def get_services(request: Request) -> Services:
    """Return the services of the application that the request came to."""
    services: Services = request.app.state.services
    return services


ServicesDependency = Annotated[Services, Depends(get_services)]
