"""How far a translation is, and whose it is: what a colophon says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from careerkit.content.text import Text

Status = Literal["draft", "reviewed"]


@dataclass(frozen=True, slots=True)
class TranslationCredit:
    """What a colophon says of a translation; ``missing`` texts are in another language."""

    status: Status
    translators: tuple[Text, ...]
    reviewers: tuple[Text, ...]
    missing: int
