"""``python -m bot`` starts the bot."""

from __future__ import annotations

import logging
import sys
from contextlib import closing

from porteparole.cli.locale import terminal_language
from porteparole.garbage import seldom_collected
from porteparole.notice import PorteParoleError
from porteparole.texts import Texts


def main() -> int:
    """Start the bot with the settings in force; return the exit code."""
    texts = Texts()
    try:
        return _start(texts)
    except PorteParoleError as error:
        print(texts.notice(terminal_language(), error.notice), file=sys.stderr)
        return 78


def _start(texts: Texts) -> int:
    from porteparole.settings import Settings

    settings = Settings()
    logging.basicConfig(
        level=settings.log_level.upper(), format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
    if settings.discord.token is None:
        raise PorteParoleError("bot-start-no-token")
    with seldom_collected():
        from bot.main import run
        from porteparole.engine import open_service
        from porteparole.sources.watch import watched

        opened = open_service(settings, note_gaps=True)
    language = terminal_language()
    with (
        closing(opened) as service,
        watched(service.library, settings, lambda notice: texts.notice(language, notice)),
    ):
        return run(service, settings, language=language, texts=texts)


if __name__ == "__main__":
    sys.exit(main())
