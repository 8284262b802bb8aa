"""The engine of staged documents: their base classes, their workflows' installation and what HR may make of them."""

PINTU = {
	"baris": ("BarisDokumen",),
	"berangka": ("BerAngka",),
	"bertahap": ("DokumenBertahap", "clear_isian_asing", "is_berbeda", "join_label", "list_perubahan"),
	"dilihat": ("Dilihat",),
	"diputuskan": ("Diputuskan",),
	"halaman": ("give_halaman_alur", "remove_halaman_alur"),
	"kunci_unik": ("KunciUnik",),
	"milik_instansi": ("MilikInstansi", "explain_tanpa_instansi"),
	"pemasangan": ("ensure_alur", "remove_alur"),
	"pemeriksa": ("Pemeriksa", "add_pemeriksa", "get_peran", "get_setelah", "has_jenis_jabatan"),
	"pemeriksaan": ("prevent_removal", "refuse_baris", "validate_workflow"),
	"terjejak": ("Terjejak",),
}
