"""Blocks and a theme go in; the plan of every slide comes out, as plain data."""
