"""Endpoints about the working year."""

PINTU = {}
