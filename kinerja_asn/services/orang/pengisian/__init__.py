"""What HR fills in about people and units: files it brings, names that are kept, what stands in its way in ERPNext."""

PINTU = {
	"impor": ("tidy_berkas",),
	"keterikatan": ("explain_keterikatan", "find_terikat", "release_keterikatan"),
	"nama_unit": ("keep_nama_unit", "refresh_nama_unit", "set_nama_rekaman"),
	"unit_contoh": ("remove_unit_contoh",),
}
