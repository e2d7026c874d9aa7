"""A template and a career go in; markup comes out, and nothing else can happen.

``engine`` fills templates in. ``loader`` finds and reads them, ``sandbox`` is Jinja2 with its doors
closed, ``names`` and ``parts`` are what can be reached, ``filters`` and ``giants`` what may be done
with it, ``allowance`` and ``tree`` how much. ``inheritance`` refuses what would be lost,
``tag_lines`` writes each tag's line into it, ``mistakes`` says in plain words what went wrong.
"""
