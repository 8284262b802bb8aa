"""The person's own account: signing in and where that leads, a forgotten password, the language."""

PINTU = {
	"arah": ("lead_on", "remember_masuk"),
	"bahasa": ("save_bahasa",),
	"ldap": ("is_aktif",),
	"masuk": ("lead_masuk", "run_masuk"),
	"penyedia": ("get_penyedia",),
	"sandi": ("has_tautan", "run_sandi"),
	"tujuan": ("read_tujuan",),
}
