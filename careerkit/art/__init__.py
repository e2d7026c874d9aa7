"""A career's id, an icon's path or a web address goes in; a drawing made of shapes comes out.

``motifs`` are the tiles, ``artwork`` composes a cover's art and a section's strip of them;
``things`` are icons that every theme has, ``icons`` draws them and what a theme gives as paths,
``qr_code`` gives the modules of a code.
"""
