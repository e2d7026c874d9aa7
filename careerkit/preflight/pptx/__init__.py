"""A PPTX file goes in; what its audience or a screen reader would trip over comes out."""
