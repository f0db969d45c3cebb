"""Names and descriptions of commands in both languages, from the locale files."""

from __future__ import annotations

from discord import Locale, app_commands

from bot.readers import spoken
from porteparole.texts import Texts


class Labels:
    """Names things in command definitions: in English, with the key by which they are translated."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def __call__(self, key: str) -> app_commands.locale_str:
        """Return the text of ``key``, to be translated by :class:`CommandTranslator`."""
        return app_commands.locale_str(self._texts("en", key), key=key)


class CommandTranslator(app_commands.Translator):
    """Gives Discord the French and English texts of what :class:`Labels` named."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        """Return the text in the locale's language, None for a locale that is neither French nor English."""
        language, key = spoken(locale), string.extras.get("key")
        return self._texts(language, key) if language and key else None
