"""Content goes in; what is wrong or suspicious about what it says comes out."""
