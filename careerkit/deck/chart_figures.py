"""A row of a range chart goes in; the figures written beside its bar come out."""

from __future__ import annotations

from careerkit.layout.blocks import Range, plain_text

CHART_MARGIN_PT = 12.0
# However long the figures, the bars keep this share of the plot.
LEAST_FOR_BARS = 0.3


def top_figure(row: Range) -> float:
    """Return the figure at which a row's bar ends."""
    return row.high if row.high is not None else row.low


def end_text(row: Range) -> str:
    """Return the figure at the far end of a row's bar."""
    return plain_text(row.high_text) or plain_text(row.low_text)


def figures_text(row: Range) -> str:
    """Return the written figures of a row: both of a range, or the only one."""
    parts = [plain_text(row.low_text), plain_text(row.high_text)]
    return " \N{EN DASH} ".join(part for part in parts if part)


def number_format(value: float, text: str) -> str:
    """Return a format that writes a figure as the text does, and follows it when it is changed.

    Words before and after the figure are kept. Where the figure stands in the text in another
    form than 120,000 or 120000, the format is the text itself.
    """
    for code, written in (("#,##0", f"{value:,.0f}"), ("0", f"{value:.0f}")):
        head, found, tail = text.rpartition(written)
        if found and not head[-1:].isdigit() and not tail[:1].isdigit():
            return _literal(head) + code + _literal(tail)
    return _literal(text)


def _literal(text: str) -> str:
    """Write words so that a number format shows them as they are; it knows no quote inside."""
    return '"' + text.replace('"', "”") + '"' if text else ""
