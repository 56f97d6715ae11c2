"""For whoever watches over the process."""

from fastapi import APIRouter

from web.schemas import Health
from web.services import Services, ServicesDependency

router = APIRouter(tags=["health"])


@router.get("/healthz")
def get_health(services: ServicesDependency) -> Health:
    """Tell that the process lives, and what it serves."""
    return _health("ok", services)


@router.get("/readyz")
def get_readiness(services: ServicesDependency) -> Health:
    """Tell that questions can be answered; the server listens only once this is so."""
    return _health("ready", services)


def _health(status: str, services: Services) -> Health:
    served = services.live.served
    return Health(
        status=status,
        entries=len(served.responder.catalog.entries),
        digest=served.responder.catalog.digest,
        loaded_at=served.loaded_at,
        problems=len(services.live.errors),
    )
