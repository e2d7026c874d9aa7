"""Markup goes in; a document of blocks comes out, or what in it departs from the elements.

``parser`` gives a tree, ``conformance`` checks it against ``elements``, ``homes`` against the
tables of kinds; then ``document_reader`` reads blocks, ``part_reader`` those of words alone.
"""
