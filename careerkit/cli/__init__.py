"""The command line: arguments go in; words for people and an exit code come out.

``entry`` makes the process ready (``signals``, ``standard_streams``), ``command`` reads what was
typed (``arguments``, ``options``), ``commands`` and ``translate`` do it, ``failures`` puts what
goes wrong in words and an exit code (``exit_codes``). ``console`` prints, in the words of
``summary``. The longer commands have modules here: ``scaffold`` for `new` and `init`,
``preflight`` with ``preflight_words`` and ``preflight_fields``.
"""
