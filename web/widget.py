"""What a city's page embeds: the loader script and the panel; and the demo page around it."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from web.contexts.site import DemoPage, Loader, Panel
from web.services import ServicesDependency

router = APIRouter(include_in_schema=False)

# Short: the script names the version of all the other files, which browsers keep for long.
_LOADER_SECONDS = 300


@router.get("/")
def get_demo_page(services: ServicesDependency) -> HTMLResponse:
    """Show a city page with the widget in it."""
    return HTMLResponse(services.templates.render(DemoPage(services.presenter().start())))


@router.get("/widget.js")
def get_loader(services: ServicesDependency) -> Response:
    """Return the script that a page embeds with one line."""
    service = services.live.served.responder.catalog.city.service
    script = services.templates.render(Loader(service, services.version))
    return Response(
        script,
        media_type="text/javascript; charset=utf-8",
        headers={"Cache-Control": f"public, max-age={_LOADER_SECONDS}"},
    )


@router.get("/widget/panel")
def get_panel(services: ServicesDependency) -> HTMLResponse:
    """Return the panel, which the script puts in its shadow tree."""
    return HTMLResponse(services.templates.render(Panel(services.presenter().start())))
