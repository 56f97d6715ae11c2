"""What request handlers use, made once and handed to them by FastAPI."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import Depends, Request

from chatbot.knowledge.language import Language
from chatbot.store.accounts import Accounts
from chatbot.store.audit import Audit
from chatbot.store.conversations import Conversations
from chatbot.store.counselling import Counselling
from chatbot.store.database import Database
from chatbot.store.feedback import Feedback
from chatbot.store.marks import Marks
from chatbot.store.openid_flows import OpenIdFlows
from chatbot.store.sessions import Sessions
from chatbot.store.shelf import Shelf
from chatbot.store.sign_in import SignIn
from chatbot.store.talks import Talks
from web.accounts.openid_client import OpenIdClient
from web.contexts.door import Door
from web.cookies import Cookies
from web.kakao_users import UserKeys
from web.live import LiveKnowledge
from web.presentation import Presenter
from web.templating import Templates


@dataclass(frozen=True)
class KakaoAccess:
    """How KakaoTalk reaches us, and we its users.

    Attributes:
        public_url: Address under which citizens reach our pages; empty where it is not known.
        token: What every request must carry; empty where nothing is agreed.
        users: Makes keys of users' ids.
        talk_hours: Hours without a message after which a talk has ended.
    """

    public_url: str
    token: str
    users: UserKeys
    talk_hours: float


@dataclass(frozen=True)
class StaffAccess:
    """How people with an account get in.

    Attributes:
        accounts: Who they are.
        sessions: Which browsers are signed in.
        sign_in: The door.
        audit: The log of what they did.
        cookies: What their browsers keep.
        public_url: Address under which they reach our pages; empty where it is not known.
        openid: The city's own login; None where there is none.
        openid_flows: Sign-ins that are under way there.
    """

    accounts: Accounts
    sessions: Sessions
    sign_in: SignIn
    audit: Audit
    cookies: Cookies
    public_url: str
    openid: OpenIdClient | None
    openid_flows: OpenIdFlows


@dataclass(frozen=True)
class Services:
    """Everything a handler may need.

    Attributes:
        live: The knowledge that is being served.
        database: Where talks and ratings are kept.
        templates: Fills pages.
        clock: Tells the time, with its zone.
        version: Changes whenever a static file changes, so that browsers may keep files for long.
        kakao: The door to KakaoTalk.
        access: The door for people with an account.
    """

    live: LiveKnowledge
    database: Database
    templates: Templates
    clock: Callable[[], datetime]
    version: str
    kakao: KakaoAccess
    access: StaffAccess

    @property
    def conversations(self) -> Conversations:
        """The talks."""
        return Conversations(self.database)

    @property
    def feedback(self) -> Feedback:
        """The ratings of answers."""
        return Feedback(self.database)

    @property
    def talks(self) -> Talks:
        """The talks, as they may be told to staff."""
        return Talks(self.database)

    @property
    def marks(self) -> Marks:
        """What counsellors find missing or wrong."""
        return Marks(self.database, self.clock)

    @property
    def counselling(self) -> Counselling:
        """The counselling log."""
        return Counselling(self.database, self.clock)

    def shelf(self, account_id: int) -> Shelf:
        """Return what a counsellor keeps at hand."""
        return Shelf(self.database, account_id, self.clock)

    def presenter(self, language: str | None = None) -> Presenter:
        """Return a presenter of the catalog that is served now, in Korean unless a language is given."""
        catalog = self.live.served.responder_in(language).catalog
        return Presenter(catalog, self.clock(), f"/{language}" if language else "")

    def door(self, language: Language, korean: str = "/chat") -> Door:
        """Return what every page of a language knows; `korean` is the address of the same page in Korean."""
        return Door(language.code, language.interface, self.presenter(language.code).start(), korean)


def get_services(request: Request) -> Services:
    """Return the services of the application that the request came to."""
    services: Services = request.app.state.services
    return services


ServicesDependency = Annotated[Services, Depends(get_services)]
