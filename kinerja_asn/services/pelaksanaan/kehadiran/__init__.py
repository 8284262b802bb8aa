"""Attendance as a fact beside Akuntabel, where the site keeps it; never a rating by itself."""

PINTU = {
	"kehadiran": ("Kehadiran", "get_kehadiran"),
}
