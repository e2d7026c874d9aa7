"""Translations go in; warnings about suspicious letters, signs, figures and words come out."""
