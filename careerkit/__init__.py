"""careerkit: one YAML career profile in, a print-ready booklet and an editable slide deck out."""

__version__ = "0.1.0"
