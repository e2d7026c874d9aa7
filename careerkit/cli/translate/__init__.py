"""The commands for translators: begin a language, report the status, update, export, import."""
