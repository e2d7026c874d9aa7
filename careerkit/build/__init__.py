"""Jobs go in; files on disk come out, each made only if it is not up to date."""
