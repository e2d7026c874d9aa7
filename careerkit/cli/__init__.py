"""The command line: arguments go in; words for people and an exit code come out."""
