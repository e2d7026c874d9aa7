"""A template and a career go in; markup comes out, and nothing else can happen."""
