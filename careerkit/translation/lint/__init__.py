"""Translations go in; warnings about doubtful letters, signs, figures and words come out."""
