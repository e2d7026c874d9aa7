"""A career's id, an icon's path or a web address goes in; a drawing made of shapes comes out.

``motifs`` are the shapes that repeat, ``artwork`` makes a cover's art and a chapter's strip of
them; ``icons`` reads a theme's icons, ``qr_code`` makes the modules of a code.
"""
