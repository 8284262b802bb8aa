"""The languages that the app speaks: its own, and those it has a catalogue for (translations/)."""

BAHASA = {"id": "Bahasa Indonesia", "en": "English"}  # each by the name that its own readers know
