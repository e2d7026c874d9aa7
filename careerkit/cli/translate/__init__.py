"""The commands for translators: begin a language, tell the status, update, export, import."""
