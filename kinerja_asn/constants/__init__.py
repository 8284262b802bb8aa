"""Pure data: what the regulation names and what install, uninstall, rules and tests all read."""

MODULE = "Kinerja ASN"
APP = "kinerja_asn"

PINTU = dict.fromkeys(
	(
		"akses",
		"custom_fields",
		"isian",
		"istilah",
		"lembar",
		"nilai_dasar",
		"peran",
		"pustaka_indikator",
		"tahapan",
		"ukuran",
	),
	"*",
)
