"""Text of mixed direction goes in; embedding levels and the order on the line come out (UAX #9).

Terms of UAX #9, the Unicode Bidirectional Algorithm (revision 48):

- A character's *bidirectional class* (``L``, ``R``, ``AL``, ``EN`` ...) says how it runs by itself.
- Its *level* says how deep it stands in runs of changing direction: even levels read from left to
  right, odd ones from right to left.
- An *isolate* (U+2066 to U+2069) keeps a foreign phrase from changing the order around it.

The rules' names (X1, W4, N0, L2 ...) stand where they are carried out. python-bidi 0.6 offers no
levels from its Rust part, and its Python part knows neither isolates nor paired brackets, so the
algorithm is here; a test holds it to every case of the Unicode Character Database.

``levels`` is the algorithm from end to end, ``explicit`` its rules X, ``resolution`` W and N,
``brackets`` N0; ``classes`` is what they all ask for.
"""

from careerkit.typography.bidi.brackets import mirrored
from careerkit.typography.bidi.levels import embedding_levels, may_turn, visual_order

__all__ = ["embedding_levels", "may_turn", "mirrored", "visual_order"]
