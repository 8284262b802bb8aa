"""Plans as worksheets (xlsx): ``tulis`` and ``baca`` know the file, ``susun`` the rows, ``ekspor`` and ``impor`` the SKP."""

PINTU = {
	"baca": ("BARIS_MAKS", "BYTE_MAKS"),
	"ekspor": ("export_periode", "export_skp"),
	"impor": ("Ringkasan", "import_periode", "import_sendiri"),
	"impor_realisasi": ("enqueue", "export_lembar"),
	"pilihan": ("describe_unit", "get_pilihan"),
	"rumus": ("export_at_once", "neutralise"),
}
