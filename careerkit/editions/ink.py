"""What ``--ink`` asks for goes in; the inks to write a file in, and its colours, come out."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from careerkit.editions.edition import Ink

if TYPE_CHECKING:
    from careerkit.document.inks import Inks
    from careerkit.preflight.pdf.rules import DeviceColour


def inks_on_screen(ink: Ink) -> Inks:
    """Return the inks of a file that is shown, and printed by an office printer."""
    from careerkit.document.inks import GREY, SRGB

    match ink:
        case "colour":
            return SRGB
        case "grey":
            return GREY
        case _:
            assert_never(ink)


def inks_on_press(ink: Ink) -> Inks:
    """Return the inks of a file for a print shop, which prints grey with one plate."""
    from careerkit.document.inks import CMYK, GREY

    match ink:
        case "colour":
            return CMYK
        case "grey":
            return GREY
        case _:
            assert_never(ink)


def colours_of(inks: Inks) -> frozenset[DeviceColour] | None:
    """Return the only colours that a file in some inks may use; None for any."""
    match inks.space:
        case "rgb":
            return None
        case "cmyk":
            return frozenset({"CMYK", "grey"})  # one without colours is printed in black alone
        case "grey":
            return frozenset({"grey"})
        case _:
            assert_never(inks.space)
