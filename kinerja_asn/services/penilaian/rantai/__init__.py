"""The chain of decisions (design.md §5.6): what was decided is linked to what was decided before it, and checked."""

PINTU = {
	"isi": ("make_sidik_isi", "read_isi"),
	"kabar": ("run_harian",),
	"pemeriksaan": ("Pemeriksaan",),
	"penulisan": ("KUNCI", "add_mata", "follow_evaluasi", "get_ujung"),
}
