"""Endpoints about people, units and who stands in for whom."""

PINTU = {}
