"""Layouts: a profile and a layout's files go in, a document of blocks and a theme come out.

``layout`` is the way through: ``templates`` fills a template with a profile in a sandbox,
``markup`` reads what it gives by the tables of ``careerkit.document``; ``theme`` reads colours and
sizes.
``talk`` finds words for the speaker that no slide has. No edition is known here: the caller names a
template and its medium.
"""

from careerkit.layout.layout import Layout, load_layout, render_document

__all__ = ["Layout", "load_layout", "render_document"]
