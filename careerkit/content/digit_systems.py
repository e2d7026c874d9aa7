"""CLDR's numbering systems of ten digits: a system's name goes in, its nought comes out."""

# Where the digits of a CLDR numbering system begin in Unicode; nine more follow in order.
DIGIT_ZERO = {
    "latn": 0x0030,
    "arab": 0x0660,
    "arabext": 0x06F0,
    "nkoo": 0x07C0,
    "deva": 0x0966,
    "beng": 0x09E6,
    "guru": 0x0A66,
    "gujr": 0x0AE6,
    "orya": 0x0B66,
    "tamldec": 0x0BE6,
    "telu": 0x0C66,
    "knda": 0x0CE6,
    "mlym": 0x0D66,
    "sinh": 0x0DE6,
    "thai": 0x0E50,
    "laoo": 0x0ED0,
    "tibt": 0x0F20,
    "mymr": 0x1040,
    "khmr": 0x17E0,
    "mong": 0x1810,
    "olck": 0x1C50,
}
