"""Pages go in; the bytes of a tagged PDF come out. ReportLab lives here."""
