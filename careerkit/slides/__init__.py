"""A document of blocks goes in; the plan of every slide comes out, as plain data.

``plan_deck`` is the way through. ``compose`` makes of blocks what the slides are to show
(``contents``); ``section_planner`` with ``planner`` and the modules of planners (``plan_facts``,
``plan_chart``, ...) sets that on slides (``plan``), on the layouts of a ``slide_master`` found by
their role; ``mirror`` turns all round for languages that are read from right to left.
"""

from careerkit.slides.plan_deck import PlannedDeck, fonts_to_embed, plan_deck

__all__ = ["PlannedDeck", "fonts_to_embed", "plan_deck"]
