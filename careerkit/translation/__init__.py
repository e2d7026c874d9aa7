"""A locale and a career go in; labels, numbers, dates and the career in that language come out.

``language_tags`` says how languages are related. ``words`` has labels, numbers, dates and the
alphabet, ``locales`` reads and lends what a language's file lacks; ``catalogues`` puts a career's
translation in the place of its source, ``lint`` finds what looks wrong in one, ``po`` exchanges
both with translators' programs. ``yaml_fields`` changes single fields of a file and leaves the rest
as it is; ``pseudo_language`` makes a language that shows a layout's faults.
"""
