"""Markup goes in; a document of blocks comes out, or what in it departs from the elements."""
