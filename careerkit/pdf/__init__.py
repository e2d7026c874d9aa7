"""Composed pages go in, the bytes of a PDF file come out. ReportLab is imported here alone.

``writer`` is the way through: ``content_stream`` draws a page's marks, ``colours`` turns roles into
inks, ``shown_text`` and ``turned_text`` write lines in the codes of an ``embedded_font`` (made of a
``font_program``), ``picture`` embeds pictures. ``structure`` writes the tags, ``destinations``
where links lead, ``metadata`` and ``output_intent`` what the file says of itself, by
``conformance``.
"""

from careerkit.pdf.writer import write_pdf

__all__ = ["write_pdf"]
