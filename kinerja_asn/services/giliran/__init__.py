"""Whose turn it is, passed on: Frappe's list of what waits, notices and mails, as permissions/giliran.py names people."""

PINTU = {"penyerahan": ("hand_on", "renew")}
