"""The editions: what can be made of a career, and how each is made."""
