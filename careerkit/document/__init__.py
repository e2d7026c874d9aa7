"""The seam: what a layout says is to be shown, and all that a writer needs to know of it.

``spans`` are the words of a line, ``blocks`` what is made of them, ``traversal`` gives all words of
a block; ``block_kinds`` and ``section_kinds`` are the tables of what there is, which templates,
writers and tests share.
``theme`` has sizes and colours by role, ``inks`` what a role is printed with, ``shapes`` outlines.
This room knows texts with their places and nothing else.
"""
