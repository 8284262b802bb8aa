"""Roles. The fixtures, the DocPerms, the workflows and the permission predicates all name these."""

PEGAWAI = "Pegawai ASN"
PENILAI = "Pejabat Penilai Kinerja"
PENGELOLA = "Pengelola Kinerja"
PENGELOLA_UNIT = "Pengelola Kinerja Unit"
AUDITOR = "Auditor Kinerja"

# Role -> desk access. Staff and penilai work in the portal; the desk is for those who run the system.
ROLES = {PEGAWAI: 0, PENILAI: 0, PENGELOLA: 1, PENGELOLA_UNIT: 1, AUDITOR: 1}

# Roles that come with an account, or with an Employee record in ERPNext: they say nothing about what somebody does.
PERAN_UMUM = ("All", "Guest", "Desk User", "Employee", "Employee Self Service", "Website User")

# What our desk roles need besides, on DocTypes of Frappe and ERPNext: given once, at install.
# permissions/sekitar.py narrows Workflow to those of our DocTypes, and Data Import to what HR imports.
IZIN_ALUR = {
	PENGELOLA: {
		"Workflow": ("read", "write", "create"),
		"Workflow State": ("read", "write", "create"),
		"Workflow Action Master": ("read", "write", "create"),
		"Role": ("read", "select"),
	}
}
_PEMBACA = {
	"Company": ("read", "select"),
	"Department": ("read", "select"),
	"Designation": ("read", "select"),
}
# Links that the forms and filters of our desk roles choose from, and the files that HR brings in. On ERPNext v15 its HR
# User reads no Company and no Holiday List, and only a System Manager imports.
IZIN_DASAR = {
	PENGELOLA: {
		"Company": ("read", "select"),
		"Department": ("read", "select", "write", "create", "import", "export"),
		"Designation": ("read", "select", "write", "create", "import", "export"),
		"Branch": ("read", "select", "write", "create"),
		"Holiday List": ("read", "select", "write", "create"),
		"Data Import": ("read", "write", "create"),
	},
	# Selecting alone is not enough: v16 then refuses the link search's own filter on what is disabled.
	PENGELOLA_UNIT: _PEMBACA,
	AUDITOR: _PEMBACA,
}
# ERPNext's DocTypes whose files Pengelola imports.
DIIMPOR = ("Employee", "Department", "Designation")
# What Frappe keeps of exports and changes; permissions/sekitar.py narrows it to our documents of the auditor's agencies.
JEJAK = {
	"Access Log": ("read", "report", "export"),
	"Activity Log": ("read", "report"),
	"Version": ("read", "report", "export"),
}
IZIN_JEJAK = {AUDITOR: JEJAK}
# The page on which Frappe draws workflows, which shows what HR's rights allow.
HALAMAN_ALUR = "workflow-builder"
