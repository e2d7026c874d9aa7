"""What a language asks of type: its families, its leading, its size beside Latin."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LocaleStyle:
    """A language's typographic settings, from its locale file.

    ``families`` are families of ``layouts/fonts/``, first that has the character wins.
    ``deck_families`` are what a presenter's machine is likely to have. ``line_height`` is leading
    divided by size, None for the theme's own; ``size_scale`` multiplies the theme's sizes.
    ``script`` is what the language is written in (ISO 15924).
    """

    families: tuple[str, ...]
    deck_families: tuple[str, ...] = ()
    line_height: float | None = None
    size_scale: float = 1.0
    script: str = "Latn"
