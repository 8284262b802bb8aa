"""The three times of Indonesia (Keppres 41/1987): name of the zone in the database of zones -> short name, name."""

ZONA = {
	"Asia/Jakarta": ("WIB", "Waktu Indonesia Barat"),
	"Asia/Pontianak": ("WIB", "Waktu Indonesia Barat"),
	"Asia/Makassar": ("WITA", "Waktu Indonesia Tengah"),
	"Asia/Ujung_Pandang": ("WITA", "Waktu Indonesia Tengah"),
	"Asia/Jayapura": ("WIT", "Waktu Indonesia Timur"),
}
