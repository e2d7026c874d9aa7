"""The files ``theme.yaml`` of a layout go in; a checked theme comes out."""
