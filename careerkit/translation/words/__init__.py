"""A language goes in; its labels, numbers, dates and its alphabet come out."""
