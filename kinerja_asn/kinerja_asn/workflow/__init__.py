"""The engine of staged documents: their base classes, their workflows' installation and what HR may make of them."""

PINTU = {
	"baris": ("BarisDokumen",),
	"berangka": ("BerAngka",),
	"bertahap": ("DokumenBertahap", "is_berbeda"),
	"kunci_unik": ("KunciUnik",),
	"milik_instansi": ("MilikInstansi", "explain_tanpa_instansi"),
	"pemasangan": ("ensure_alur", "remove_alur"),
	"pemeriksaan": ("prevent_removal", "refresh_tahap", "validate_workflow"),
}
