"""What is wrong with a picture's file, and what to do: raised by all that read one."""

from __future__ import annotations

from careerkit.content.problem import Place, Problem


class UnusablePicture(Exception):  # noqa: N818  # it says what is wrong, not that something is
    """A picture that cannot be shown: what is wrong with it, and what to do."""

    def __init__(self, message: str, hint: str = "get the file again, or export it again") -> None:
        """Keep the words of a problem."""
        super().__init__(message)
        self.message = message
        self.hint = hint

    def at(self, place: Place, field: str) -> Problem:
        """Return the problem it makes of the place where the picture is named."""
        return Problem(place, field, self.message, self.hint)

    def __reduce__(self) -> tuple[type[UnusablePicture], tuple[str, str]]:
        """Let the error come whole out of another process."""
        return type(self), (self.message, self.hint)
