"""Endpoints for the desk: thin, typed, POST, guarded."""

PINTU = {
	"alur": ("apply_workflow",),
	"hitung": ("get_count", "get_group_by_count", "get_workflow_state_count"),
	"judul": ("get_link_title", "validate_link"),
	"pencarian": ("search",),
	"surat": ("relink",),
}
