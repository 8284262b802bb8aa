"""Roles. The fixtures, the DocPerms, the workflows and the permission predicates all name these."""

PEGAWAI = "Pegawai ASN"
PENILAI = "Pejabat Penilai Kinerja"
PENGELOLA = "Pengelola Kinerja"
PENGELOLA_UNIT = "Pengelola Kinerja Unit"
AUDITOR = "Auditor Kinerja"

# Role -> desk access. Staff and penilai work in the portal; the desk is for those who run the system.
ROLES = {PEGAWAI: 0, PENILAI: 0, PENGELOLA: 1, PENGELOLA_UNIT: 1, AUDITOR: 1}

# What Pengelola Kinerja needs besides, on DocTypes of Frappe, to configure the approval workflows in the desk.
# permissions/hooks.py narrows Workflow to the workflows of our DocTypes.
IZIN_ALUR = {
	"Workflow": ("read", "write", "create"),
	"Workflow State": ("read", "write", "create"),
	"Workflow Action Master": ("read", "write", "create"),
	"Role": ("read", "select"),
}
# ... and the page on which Frappe draws them, which shows what these rights allow.
HALAMAN_ALUR = "workflow-builder"

# What Frappe keeps of exports and changes; permissions/sekitar.py narrows it to our documents of the auditor's agencies.
IZIN_JEJAK = {
	"Access Log": ("read", "report", "export"),
	"Activity Log": ("read", "report"),
	"Version": ("read", "report", "export"),
}
# Role, DocType of Frappe, rights: given at install, taken away at uninstall.
IZIN = (
	*((PENGELOLA, doctype, hak) for doctype, hak in IZIN_ALUR.items()),
	*((AUDITOR, doctype, hak) for doctype, hak in IZIN_JEJAK.items()),
)
