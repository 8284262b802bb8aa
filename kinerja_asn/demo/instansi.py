"""The demo's agency: company, units, positions, accounts, employees, the performance period."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import frappe

from kinerja_asn.constants.nilai_dasar import SKEMA_BAWAAN
from kinerja_asn.demo.orang import INSTANSI, MENURUT_KUNCI, ORANG, SANDI, SINGKATAN, UNIT, Orang
from kinerja_asn.demo.penanda import JABATAN, set_penanda
from kinerja_asn.demo.peragaan import act_as, panggung
from kinerja_asn.demo.skenario import SKP_MENUNGGU, get_sejak

JENIS_KELAMIN = {"Laki-laki": "Male", "Perempuan": "Female"}


PEJABAT_KEPEGAWAIAN = MENURUT_KUNCI["agus"].email  # receives reports of a behaviour problem
# Records what the regent, who has no account, decides on the unit of the head of all.
PENCATAT_UNIT_PUNCAK = MENURUT_KUNCI["dewi"].email
BULAN_RENCANA = (11, 12)  # the months in which next year is planned


def make_instansi(hari: date) -> None:
	"""Everything that is played up to ``hari`` takes place in; what is there already stays."""
	with without_jaringan():
		make_company(hari)
		for unit, induk in UNIT.items():
			make_unit(unit, induk)
		for orang in ORANG:
			make_jabatan(orang.jabatan)
		make_pegawai_semua(hari)
	make_periode_semua(hari)


def get_tahun_dibuka(hari: date) -> range:
	"""The finished year, the one that runs, and towards its end the next."""
	return range(hari.year - 1, hari.year + (2 if hari.month in BULAN_RENCANA else 1))


def make_periode_semua(hari: date) -> None:
	"""Opened as their year begins: its deadlines are those of the regulation, not of a late start."""
	with panggung(hari):
		for tahun in get_tahun_dibuka(hari):
			act_as(frappe.session.user, date(tahun, 1, 1))
			make_periode(tahun)


def get_nama_periode(tahun: int) -> str:
	return f"{SINGKATAN}-{tahun}"


@contextmanager
def without_jaringan() -> Iterator[None]:
	"""While installing, Frappe asks no gravatar server about a new user: made-up people have no picture there."""
	sebelum, frappe.flags.in_install = frappe.flags.in_install, "kinerja_asn"
	try:
		yield
	finally:
		frappe.flags.in_install = sebelum


def make_company(hari: date) -> None:
	if frappe.db.exists("Company", INSTANSI):
		return
	set_penanda(hari)  # before the agency: without it, a run killed between the two could not go on
	sebelum = frappe.local.flags.ignore_chart_of_accounts
	frappe.local.flags.ignore_chart_of_accounts = True  # nothing is accounted for here, and it takes seconds
	frappe.get_doc(
		doctype="Company", company_name=INSTANSI, abbr=SINGKATAN, default_currency="IDR", country="Indonesia"
	).insert()
	frappe.local.flags.ignore_chart_of_accounts = sebelum
	remove_unit_bawaan()


def remove_unit_bawaan() -> None:
	"""ERPNext gives every new company departments like Marketing and Sales; a Pemda has none."""
	for unit in frappe.get_all("Department", {"company": INSTANSI}, pluck="name"):
		frappe.delete_doc("Department", unit, delete_permanently=True)


def get_nama_unit(unit: str) -> str:
	return f"{unit} - {SINGKATAN}"


def make_unit(unit: str, induk: str | None) -> None:
	if not frappe.db.exists("Department", get_nama_unit(unit)):
		frappe.get_doc(
			doctype="Department",
			department_name=unit,
			company=INSTANSI,
			is_group=unit in UNIT.values(),
			parent_department=get_nama_unit(induk) if induk else "All Departments",
		).insert()


def make_jabatan(jabatan: str) -> None:
	if not frappe.db.exists("Designation", jabatan):
		frappe.get_doc(doctype="Designation", designation_name=jabatan, description=JABATAN).insert()


def make_pegawai_semua(hari: date) -> None:
	ada = get_pegawai()
	for orang in ORANG:
		if orang.kunci not in ada:
			make_user(orang)
			ada[orang.kunci] = make_pegawai(orang, ada.get(orang.atasan), hari)


def get_pegawai() -> dict[str, str]:
	"""Short name of the person -> name of his Employee."""
	rows = frappe.get_all("Employee", {"company": INSTANSI}, ["name", "user_id"])
	return {row.user_id.partition("@")[0]: row.name for row in rows if row.user_id}


def make_user(orang: Orang) -> None:
	depan, _spasi, belakang = orang.nama.partition(" ")
	user = frappe.get_doc(
		doctype="User",
		email=orang.email,
		first_name=depan,
		last_name=belakang,
		language="id",
		user_type="Website User",
		send_welcome_email=0,
		new_password=SANDI,
		roles=[{"role": peran} for peran in orang.peran],
	)
	user.flags.no_welcome_mail = True
	user.insert()


def make_pegawai(orang: Orang, atasan: str | None, hari: date) -> str:
	nip = orang.nip
	return (
		frappe.get_doc(
			doctype="Employee",
			first_name=orang.nama,
			gender=JENIS_KELAMIN[nip.jenis_kelamin],
			date_of_birth=nip.tanggal_lahir,
			date_of_joining=get_mulai(orang, hari),
			status="Active",
			company=INSTANSI,
			department=get_nama_unit(orang.unit),
			designation=orang.jabatan,
			reports_to=atasan,
			user_id=orang.email,
			# A User Permission on one's own Employee would hide everybody else's documents from a Penilai.
			create_user_permission=0,
			nip=nip.nomor,
			jenis_asn="PPPK" if nip.pppk else "PNS",
			pangkat_golongan=orang.pangkat,
			jenis_jabatan=orang.jenis_jabatan,
			jenjang_jabatan=orang.jenjang,
			status_kinerja="Aktif",
		)
		.insert()
		.name
	)


def get_mulai(orang: Orang, hari: date) -> date:
	"""Newcomers: on the first of the month in which they drafted their plan."""
	if orang.kunci in SKP_MENUNGGU:
		return get_sejak(orang.kunci, hari).replace(day=1)
	return orang.nip.tmt or date(orang.nip.tahun_pengangkatan, 3, 1)


def make_periode(tahun: int) -> None:
	nama = get_nama_periode(tahun)
	if not frappe.db.exists("Periode Kinerja", nama):
		skema = (
			SKEMA_BAWAAN
			if frappe.db.exists("Skema Penilaian", SKEMA_BAWAAN)
			else frappe.get_all("Skema Penilaian", pluck="name", order_by="creation", limit=1)[0]
		)
		frappe.get_doc(
			doctype="Periode Kinerja",
			instansi=INSTANSI,
			tahun=tahun,
			status="Dibuka",
			skema=skema,
			pejabat_kepegawaian=frappe.db.get_value("Employee", {"user_id": PEJABAT_KEPEGAWAIAN}),
			pencatat_unit_puncak=frappe.db.get_value("Employee", {"user_id": PENCATAT_UNIT_PUNCAK}),
		).insert()
