"""Whether a request comes from our own pages, as far as the browser says."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers

_OURS = {"same-origin", "none"}
"""`none`: typed or reloaded by the visitor; no page has sent it."""


def is_foreign(headers: Headers, public_url: str) -> bool:
    """Return whether another site sent a request that changes something.

    Programs that are no browsers say nothing of the kind; they are left to the token of the form.

    Args:
        headers: Of the request.
        public_url: Our address as visitors see it; empty where it is not known.
    """
    site = headers.get("sec-fetch-site")
    if site is not None and site not in _OURS:
        return True
    origin = headers.get("origin")
    if origin is None:
        return False
    if origin == "null":
        # Pages whose policy hides the address say nothing more; browsers that say both are believed.
        return site not in _OURS
    parts = urlsplit(origin)
    if public_url and f"{parts.scheme}://{parts.netloc}" == _origin(public_url):
        return False
    # Behind a proxy the scheme may differ from the one that visitors see; the host is passed on.
    return parts.netloc != headers.get("host", "")


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
