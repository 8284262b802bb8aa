"""Evaluating from the desk: results of units, evaluations prepared for everybody."""

PINTU = {}
