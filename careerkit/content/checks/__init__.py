"""Content goes in; what is wrong or doubtful about what it says comes out."""
