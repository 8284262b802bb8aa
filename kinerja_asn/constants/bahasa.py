"""The languages that the app speaks: its own, and those it has a catalogue for (translations/)."""

BAHASA = {"id": "Bahasa Indonesia", "en": "English"}  # each by the name that its own readers know
# What the public pages of services speak besides, and no other page. Offered once an administrator has made the language
# a record of Frappe's Language; others the same way, with its Translation.
BAHASA_DAERAH = {"jv": "Basa Jawa"}
