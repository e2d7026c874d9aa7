"""A language's file goes in; what it lacks, and who lends it, comes out; and its text, changed."""
