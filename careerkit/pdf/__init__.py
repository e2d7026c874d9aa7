"""Composed pages go in, the bytes of a PDF file come out. ReportLab is imported here alone."""

from careerkit.pdf.writer import write_pdf

__all__ = ["write_pdf"]
