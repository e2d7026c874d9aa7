"""The commands, one module each: what was typed goes in; words and an exit code come out.

Those of ``translate`` are in a folder of their own.
"""
