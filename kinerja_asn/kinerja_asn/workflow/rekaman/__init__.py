"""Bases of records without stages: several write in one, each his part; of a confidential one nothing is kept beside it."""

PINTU = {
	"berpihak": ("Berpihak",),
	"milik_skp": ("MilikSkp",),
	"rahasia": ("Rahasia",),
}
