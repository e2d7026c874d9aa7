"""Translations of a career: read, compared with their source, applied and written."""
