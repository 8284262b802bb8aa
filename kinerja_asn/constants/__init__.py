"""Pure data: what the regulation names and what install, uninstall, rules and tests all read."""

MODULE = "Kinerja ASN"
APP = "kinerja_asn"

PINTU = {
	"akses": "*",
	"bahasa": "*",
	"custom_fields": "*",
	"distribusi": "*",
	"dokumen/bentuk": "*",
	"dokumen_evaluasi": "*",
	"istilah": "*",
	"kewenangan": "*",
	"lembar": "*",
	"masyarakat": "*",
	"nilai_dasar": "*",
	"numerik": "*",
	"pencopotan": "*",
	"peralihan": "*",
	"pembinaan": "*",
	"peran": "*",
	"pustaka_indikator": "*",
	"tahapan": "*",
	"ukuran": "*",
	"zona": "*",
}
