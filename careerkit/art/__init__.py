"""Drawings made of shapes: the art of covers, icons, QR codes."""
