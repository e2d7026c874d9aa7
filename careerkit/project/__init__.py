"""The folders of a project and the files in them: found, locked, written whole; and what fails."""
