"""The exchange with translators' programs: catalogues and labels as gettext PO files."""
