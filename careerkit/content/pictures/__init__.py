"""A picture's file goes in; a picture that is safe to show comes out, or what hinders it."""
