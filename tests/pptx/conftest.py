"""What the tests of written decks share with those of planned ones."""

from tests.slides.conftest import library, opened, theme, write

__all__ = ["library", "opened", "theme", "write"]
