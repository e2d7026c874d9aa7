"""What content files hold, as frozen models: each value checked, each with its place."""
