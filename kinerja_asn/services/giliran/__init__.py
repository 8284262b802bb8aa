"""Whose turn it is, passed on: Frappe's list of what waits, notices and mails, as permissions/giliran.py names people."""

PINTU = {
	"antrean": ("count_antrean", "get_kolom_antrean", "get_kondisi_antrean", "keep_giliran"),
	"penyerahan": ("hand_on", "renew"),
	"tenggat": ("KOLOM_TENGGAT", "describe_banyak_tenggat", "describe_tenggat", "has_penerus", "is_lewat"),
}
