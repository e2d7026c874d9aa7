"""The language of an edition: a locale goes in, its labels, numbers and dates come out as words."""
