"""What a layout says is to be shown: spans, blocks, sections; colours, sizes and shapes.

``spans`` make up ``blocks``, and blocks make up sections; ``block_kinds`` and ``section_kinds`` are
the tables that readers and writers keep to; ``theme``, ``inks`` and ``shapes`` say how they look.
"""
