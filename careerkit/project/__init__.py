"""Names and paths go in; a project's files come out: found, locked, written whole, or why not.

``folders`` says where to read and where to write, ``choice`` what is meant by a name, ``misnamed``
which files would be content under another name. ``atomic_file`` writes a whole file or none, under
a ``file_lock``, and ``temporary_files`` clears away what a killed run left; ``write_failure`` says
why it could not be written, ``bug_report`` what went wrong in this program.
"""
