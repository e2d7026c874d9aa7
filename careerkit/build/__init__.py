"""Jobs go in; files on disk come out, each made only if it is not up to date.

``jobs`` says what is to be made, ``session`` has it done and writes. An ``executor`` does it, in
this process or by a ``worker_pool``: ``render`` makes one file of a job, of what ``reading`` reads
(with ``languages`` and ``reading_log``), and gives an ``outcome``. ``findings`` brings together
what was found on the way, with ``stray_translations``. ``manifest`` (``manifest_file``) remembers
what was made, of what by ``fingerprint``.
"""
