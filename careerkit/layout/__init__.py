"""Layouts: a profile and a layout's files go in, a document of blocks and a theme come out."""

from careerkit.layout.layout import Layout, load_layout, render_document

__all__ = ["Layout", "load_layout", "render_document"]
