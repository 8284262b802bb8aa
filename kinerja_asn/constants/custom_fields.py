"""Fields the app adds to DocTypes it does not own. Install creates and uninstall removes exactly these."""

from kinerja_asn.constants import MODULE
from kinerja_asn.constants.istilah import JenisASN, Tahap

JENIS_JABATAN = (
	"Jabatan Pimpinan Tinggi Utama",
	"Jabatan Pimpinan Tinggi Madya",
	"Jabatan Pimpinan Tinggi Pratama",
	"Administrator",
	"Pengawas",
	"Pelaksana",
	"Jabatan Fungsional",
)
JENJANG_JABATAN = (
	"Pemula",
	"Terampil",
	"Mahir",
	"Penyelia",
	"Ahli Pertama",
	"Ahli Muda",
	"Ahli Madya",
	"Ahli Utama",
)
# Penata dst. for PNS (PP 11/2017); PPPK have golongan I-XVII (Perpres 98/2020).
PANGKAT_GOLONGAN = (
	"Juru Muda / I.a",
	"Juru Muda Tingkat I / I.b",
	"Juru / I.c",
	"Juru Tingkat I / I.d",
	"Pengatur Muda / II.a",
	"Pengatur Muda Tingkat I / II.b",
	"Pengatur / II.c",
	"Pengatur Tingkat I / II.d",
	"Penata Muda / III.a",
	"Penata Muda Tingkat I / III.b",
	"Penata / III.c",
	"Penata Tingkat I / III.d",
	"Pembina / IV.a",
	"Pembina Tingkat I / IV.b",
	"Pembina Utama Muda / IV.c",
	"Pembina Utama Madya / IV.d",
	"Pembina Utama / IV.e",
	*(
		f"Golongan {romawi}"
		for romawi in [
			"I",
			"II",
			"III",
			"IV",
			"V",
			"VI",
			"VII",
			"VIII",
			"IX",
			"X",
			"XI",
			"XII",
			"XIII",
			"XIV",
			"XV",
			"XVI",
			"XVII",
		]
	),
)
STATUS_TUGAS_BELAJAR = "Tugas Belajar"
# Seconded to another state, an international or a private body: his own agency evaluates him (p. 92 no. 15).
STATUS_DIPERBANTUKAN = "Diperbantukan/Dipekerjakan"
# Planning does not apply to all but the first three (p. 66).
STATUS_KINERJA = (
	"Aktif",
	STATUS_TUGAS_BELAJAR,
	STATUS_DIPERBANTUKAN,
	"Pejabat Negara/LNS",
	"Diberhentikan Sementara",
	"Cuti di Luar Tanggungan Negara",
	"Masa Persiapan Pensiun",
)
STATUS_DINILAI = STATUS_KINERJA[:3]


def _select(fieldname: str, label: str, options: tuple[str, ...], **extra) -> dict:
	return {
		"fieldname": fieldname,
		"label": label,
		"fieldtype": "Select",
		"options": "\n".join(("", *options)),
		**extra,
	}


_EMPLOYEE = [
	{
		"fieldname": "kinerja_asn_section",
		"label": "Data ASN",
		"fieldtype": "Section Break",
		"insert_after": "company",
		"collapsible": 0,
	},
	{
		"fieldname": "nip",
		"label": "NIP",
		"fieldtype": "Data",
		"length": 18,
		"unique": 1,
		"insert_after": "kinerja_asn_section",
		"description": "18 angka: tanggal lahir, TMT CPNS, jenis kelamin, nomor urut.",
	},
	{
		"fieldname": "nrp",
		"label": "NRP",
		"fieldtype": "Data",
		"length": 20,
		"insert_after": "nip",
		"description": "Hanya anggota TNI/Polri yang menjadi Pejabat Penilai Kinerja. Kosongkan bagi ASN dan kepala daerah.",
	},
	_select(
		"jenis_asn",
		"Jenis ASN",
		tuple(JenisASN),
		insert_after="nrp",
		description="SKP PPPK Paruh Waktu berlaku sampai akhir perjanjian kerjanya (Contract End Date), dan dievaluasi tiap triwulan.",
	),
	_select("pangkat_golongan", "Pangkat/Gol. Ruang", PANGKAT_GOLONGAN, insert_after="jenis_asn"),
	{
		"fieldname": "kinerja_asn_column",
		"fieldtype": "Column Break",
		"insert_after": "pangkat_golongan",
	},
	_select("jenis_jabatan", "Jenis Jabatan", JENIS_JABATAN, insert_after="kinerja_asn_column"),
	_select(
		"jenjang_jabatan",
		"Jenjang",
		JENJANG_JABATAN,
		insert_after="jenis_jabatan",
		depends_on="eval:doc.jenis_jabatan=='Jabatan Fungsional'",
	),
	{
		"fieldname": "pimpinan_unit_mandiri",
		"label": "Pimpinan Unit Kerja Mandiri",
		"fieldtype": "Check",
		"insert_after": "jenjang_jabatan",
	},
	_select(
		"status_kinerja",
		"Status Kinerja",
		STATUS_KINERJA,
		insert_after="pimpinan_unit_mandiri",
		default=STATUS_KINERJA[0],
		description="Hanya Aktif, Tugas Belajar, dan Diperbantukan/Dipekerjakan yang menyusun SKP (PermenPANRB 6/2022 hlm. 62-66, 92).",
	),
]

# services/orang/pengisian/nama_unit.py keeps it; units are read and chosen by it, and found by any part of it.
_DEPARTMENT = [
	{
		"fieldname": "nama_unit",
		"label": "Nama Unit Kerja",
		"fieldtype": "Small Text",
		"insert_after": "department_name",
		"read_only": 1,
		"no_copy": 1,
		"description": "Ditulis aplikasi: nama unit, dengan induknya bila instansi mempunyai beberapa unit bernama sama.",
	},
]

_WORKFLOW_DOCUMENT_STATE = [
	_select(
		"tahap_kinerja",
		"Tahap Kinerja",
		tuple(Tahap),
		insert_after="state",
		in_list_view=1,
		columns=2,
		description="Arti status ini bagi Kinerja ASN. Wajib untuk alur kerja SKP, Realisasi, dan Evaluasi.",
	),
]


def _owned(fields: list[dict]) -> list[dict]:
	return [{**field, "module": MODULE} for field in fields]


CUSTOM_FIELDS = {
	"Department": _owned(_DEPARTMENT),
	"Employee": _owned(_EMPLOYEE),
	"Workflow Document State": _owned(_WORKFLOW_DOCUMENT_STATE),
}

# (DocType, field, property, value, its type) of ERPNext's own that is otherwise. What a site has set itself stays.
PROPERTI = (
	("Department", None, "title_field", "nama_unit", "Data"),
	("Department", None, "show_title_field_in_link", "1", "Check"),
	("Department", "department_name", "length", "255", "Int"),
	# Who evaluates or assigns may have no NIP: a person is found by whatever number he has (ERPNext's own searches too).
	("Employee", None, "search_fields", "employee_name,nip,nrp", "Data"),
	# Every page asks who its reader is, and who his people are: ERPNext reads all employees for either.
	("Employee", "user_id", "search_index", "1", "Check"),
	("Employee", "reports_to", "search_index", "1", "Check"),
)
