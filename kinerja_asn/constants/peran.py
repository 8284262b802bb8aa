"""Roles. The fixtures, the DocPerms, the workflows and the permission predicates all name these."""

PEGAWAI = "Pegawai ASN"
PENILAI = "Pejabat Penilai Kinerja"
PENGELOLA = "Pengelola Kinerja"
PENGELOLA_UNIT = "Pengelola Kinerja Unit"
AUDITOR = "Auditor Kinerja"

# Role -> desk access. Staff and penilai work in the portal; the desk is for those who run the system.
ROLES = {PEGAWAI: 0, PENILAI: 0, PENGELOLA: 1, PENGELOLA_UNIT: 1, AUDITOR: 1}
