"""`python -m web`: serves the chatbot."""

import argparse
import logging
import sys

import uvicorn

from chatbot.settings import SettingsError, read_settings
from chatbot.store.database import DatabaseAddressError
from web.app import create_app
from web.live import KnowledgeError

_EXIT_BAD_INPUT = 2


def main(arguments: list[str] | None = None) -> int:
    """Serve until interrupted; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m web",
        description="Serve the chatbot: pages, widget and JSON interface. Settings come from the environment "
        "(MINWONTALK_…, listed in README.md).",
    )
    parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    # Its notes at every start say nothing that anybody could act on.
    logging.getLogger("alembic").setLevel(logging.WARNING)
    try:
        settings = read_settings()
        print("Loading the knowledge base: a few seconds, the first time about half a minute …", flush=True)
        app = create_app(settings)
    except (SettingsError, DatabaseAddressError) as error:
        print(f"error: {error}", file=sys.stderr)
        return _EXIT_BAD_INPUT
    except KnowledgeError as error:
        print(error, file=sys.stderr)
        print(
            f"error: {len(error.problems)} problems keep the knowledge base from being served",
            file=sys.stderr,
        )
        return _EXIT_BAD_INPUT
    print(f"Open http://{settings.host}:{settings.port}/ in a browser. Stop with Ctrl+C.", flush=True)
    # No access log: addresses hold what people search for, and with it their personal numbers.
    uvicorn.run(app, host=settings.host, port=settings.port, access_log=False, log_level="warning")
    return 0


if __name__ == "__main__":
    sys.exit(main())
