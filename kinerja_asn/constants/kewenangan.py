"""What decides who evaluates whom, and by which unit's result: guarded and recorded (services/orang/kewenangan)."""

from collections.abc import Mapping
from datetime import date

# The last day of an assignment without one.
SELAMANYA = date.max

# Of an Employee.
PENENTU = (
	"employee_name",  # signs what its owner writes, and stands on what he decides
	"user_id",
	"nip",
	"reports_to",
	"department",
	"company",
	"status",
	"status_kinerja",
	"date_of_joining",
	"relieving_date",
	"contract_end_date",
	"jenis_asn",
	"jenis_jabatan",
	"pimpinan_unit_mandiri",
)
# DocType -> the fields of which the auditor sees every change.
DICATAT: Mapping[str, tuple[str, ...]] = {
	"Employee": PENENTU,
	"Department": ("parent_department", "company"),
	"User": ("enabled",),
	"User Permission": ("user", "allow", "for_value"),
	"Penugasan Penilai": ("pegawai", "penilai", "atasan_penilai", "jenis", "dari", "sampai"),
	"Perpindahan Kinerja": (
		"jenis",
		"pegawai",
		"penilai_lama",
		"penilai_baru",
		"unit_cakupan",
		"tanggal",
		"sampai",
	),
	"Kinerja Unit": ("unit_kerja", "periode", "jenis", "masa_ke", "predikat_organisasi"),
}
