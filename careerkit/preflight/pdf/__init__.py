"""A PDF file goes in; what a printer or a screen reader would trip over comes out."""
