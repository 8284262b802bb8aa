"""Keberatan Kinerja (Pasal 29; p. 117-119): who may object until when, who examines and decides, what follows."""
