"""Asks the city's own login who somebody is, by OpenID Connect. The only home of Authlib."""

import secrets
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from requests import RequestException

from chatbot.store.accounts import Identity, Role
from chatbot.store.openid_flows import OpenIdFlow

_SECONDS = 10
"""How long the provider may take for one answer."""

_LEEWAY = 60
"""Seconds by which its clock may be wrong."""

# Signatures that only the provider can make: none at all and shared secrets are no proof.
_ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
_LONGEST_SUBJECT = 255


class OpenIdError(Exception):
    """The provider cannot be reached, or what it says proves nothing; the message is for the log alone."""


@dataclass(frozen=True)
class OpenIdSettings:
    """How the provider knows us, and what it says about roles.

    Attributes:
        issuer: Its address, as it stands in its tokens.
        client_id: Our name there.
        client_secret: Our password there; empty where it asks for none.
        role_claim: Which part of the token tells the role; a dot leads into it (`realm_access.roles`).
        roles: Which of its values mean which role; the highest one counts.
    """

    issuer: str
    client_id: str
    client_secret: str
    role_claim: str
    roles: Mapping[str, Role]


def read_role_names(text: str) -> dict[str, Role]:
    """Return what a provider calls our roles.

    Args:
        text: `name=role` separated by spaces; empty where it calls them as we do.

    Raises:
        ValueError: The text is no such list.
    """
    if not text.strip():
        return {role.value: role for role in Role}
    names = {}
    for each in text.split():
        name, _, role = each.rpartition("=")
        if not name or role not in set(Role):
            raise ValueError(f'"{each}" is no name=role; roles are {", ".join(Role)}')
        names[name] = Role(role)
    return names


class OpenIdClient:
    """One provider. Its addresses and keys are fetched when they are first needed, and kept."""

    def __init__(self, settings: OpenIdSettings) -> None:
        """Know a provider without asking it anything yet."""
        self._settings = settings
        self._lock = threading.Lock()
        self._metadata: dict[str, Any] = {}
        self._keys: KeySet | None = None

    @property
    def issuer(self) -> str:
        """The provider's address, as it stands in its tokens."""
        return self._settings.issuer

    def begin(self, callback_url: str, next_path: str) -> tuple[str, OpenIdFlow]:
        """Return the address that a browser is sent to, and what has to be known when it comes back.

        Raises:
            OpenIdError: The provider cannot be reached.
        """
        flow = OpenIdFlow(
            secrets.token_urlsafe(32), secrets.token_urlsafe(32), secrets.token_urlsafe(48), next_path
        )
        endpoint = self._provider()["authorization_endpoint"]
        with self._session(callback_url) as session:
            url, _ = session.create_authorization_url(
                endpoint, state=flow.state, nonce=flow.nonce, code_verifier=flow.verifier
            )
        return str(url), flow

    def finish(self, callback_url: str, code: str, flow: OpenIdFlow, now: datetime) -> Identity:
        """Return whom the provider has signed in.

        Args:
            callback_url: The same as at the beginning.
            code: What the provider sent back.
            flow: What was kept at the beginning.
            now: For how long the token holds is judged by it.

        Raises:
            OpenIdError: The provider does not vouch for the code, its token does not hold, or the person
                has no role here.
        """
        provider = self._provider()
        try:
            with self._session(callback_url) as session:
                token = session.fetch_token(
                    provider["token_endpoint"],
                    grant_type="authorization_code",
                    code=code,
                    code_verifier=flow.verifier,
                )
            claims = self._claims(token, flow.nonce, now)
        except (OAuthError, JoseError, RequestException, ValueError, KeyError, TypeError) as error:
            # Only the kind of error: its text may hold the token.
            raise OpenIdError(f"the token was not accepted: {type(error).__name__}") from error
        return self._identity(claims)

    def _claims(self, token: Mapping[str, Any], nonce: str, now: datetime) -> CodeIDToken:
        given = token["id_token"]
        try:
            decoded = jwt.decode(given, self._key_set(), algorithms=_ALGORITHMS)
        except (JoseError, ValueError):
            # The provider may have new keys since they were fetched.
            decoded = jwt.decode(given, self._key_set(anew=True), algorithms=_ALGORITHMS)
        options = {
            "iss": {"essential": True, "value": self._settings.issuer},
            "aud": {"essential": True, "value": self._settings.client_id},
        }
        parameters = {
            "nonce": nonce,
            "client_id": self._settings.client_id,
            "access_token": token.get("access_token"),
        }
        claims = CodeIDToken(decoded.claims, decoded.header, options, parameters)
        claims.validate(now=int(now.timestamp()), leeway=_LEEWAY)
        return claims

    def _identity(self, claims: Mapping[str, Any]) -> Identity:
        role = self._role(claims)
        if role is None:
            raise OpenIdError(f"no role in the claim {self._settings.role_claim}")
        subject = str(claims["sub"])
        if not 0 < len(subject) <= _LONGEST_SUBJECT:
            raise OpenIdError("the subject is empty or too long")
        login = str(claims.get("preferred_username") or "")
        return Identity(self._settings.issuer, subject, login, role)

    def _role(self, claims: Mapping[str, Any]) -> Role | None:
        value: Any = claims
        for name in self._settings.role_claim.split("."):
            value = value.get(name) if isinstance(value, Mapping) else None
        said = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        roles = [self._settings.roles[name] for name in said if name in self._settings.roles]
        return max(roles, key=list(Role).index, default=None)

    def _provider(self) -> dict[str, Any]:
        with self._lock:
            if not self._metadata:
                address = f"{self._settings.issuer.rstrip('/')}/.well-known/openid-configuration"
                metadata = self._fetched(address)
                if metadata.get("issuer") != self._settings.issuer:
                    raise OpenIdError(
                        "the provider calls itself by another name than the one of the settings"
                    )
                for name in ("authorization_endpoint", "token_endpoint", "jwks_uri"):
                    if urlsplit(str(metadata.get(name))).scheme not in ("https", self._scheme):
                        raise OpenIdError(f"{name} of the provider is missing or not safe")
                self._metadata = metadata
            return self._metadata

    @property
    def _scheme(self) -> str:
        # Only the provider of a test or of this machine speaks without encryption.
        return urlsplit(self._settings.issuer).scheme

    def _key_set(self, *, anew: bool = False) -> KeySet:
        address = self._provider()["jwks_uri"]
        with self._lock:
            if self._keys is None or anew:
                self._keys = KeySet.import_key_set(self._fetched(address))  # type: ignore[arg-type]  # checks it
            return self._keys

    def _fetched(self, address: str) -> dict[str, Any]:
        try:
            with self._session() as session:
                response = session.get(address, withhold_token=True)
                response.raise_for_status()
                content = response.json()
        except (RequestException, ValueError) as error:
            raise OpenIdError(f"{address} cannot be read: {type(error).__name__}") from error
        if not isinstance(content, dict):
            raise OpenIdError(f"{address} holds no object")
        return content

    def _session(self, callback_url: str | None = None) -> OAuth2Session:
        methods = self._metadata.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
        way = "client_secret_basic" if "client_secret_basic" in methods else "client_secret_post"
        return OAuth2Session(
            self._settings.client_id,
            self._settings.client_secret or None,
            token_endpoint_auth_method=way if self._settings.client_secret else "none",
            scope="openid profile",
            redirect_uri=callback_url,
            code_challenge_method="S256",
            default_timeout=_SECONDS,
        )
