"""A file of YAML goes in; its tree of texts with their places comes out, or what is wrong."""
