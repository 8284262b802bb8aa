"""Agencies with a set plan for everybody, made set-based. Needs a connected site only.

One head; units with a leader each, the first of their people; two indikator for each hasil kerja and seven perilaku
for everybody; the rows of the people serve their leader's.
"""

from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import frappe
from frappe.utils import create_batch

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.peran import PEGAWAI, PENILAI
from kinerja_asn.services.bersama.sisip import BarisBaku, insert_banyak
from kinerja_asn.tahap.alur import get_alur

TAHUN = 2030
JABATAN = tuple(f"Jabatan Ukur {nomor}" for nomor in range(20))
ANAK = {
	"SKP Hasil Kerja": "hasil_kerja",
	"SKP Indikator": "indikator",
	"SKP Perilaku": "perilaku",
	"SKP Lampiran": "lampiran",
}
POTONGAN = 500


@dataclass(frozen=True)
class Orang:
	singkatan: str
	nomor: int
	atasan: "Orang | None"
	unit: str

	@property
	def nama(self) -> str:
		return f"{self.singkatan}-{self.nomor:06d}"

	@property
	def nama_lengkap(self) -> str:
		return f"Pegawai {self.nomor} Negeri Sipil"

	@property
	def jabatan(self) -> str:
		return JABATAN[self.nomor % len(JABATAN)]

	@property
	def user(self) -> str:
		return f"{self.nama.lower()}@ukur.example"


@dataclass(frozen=True)
class Instansi:
	"""``banyak`` people in units of ``per_unit``, with ``hasil`` hasil kerja each."""

	singkatan: str
	banyak: int
	per_unit: int = 40
	hasil: int = 3

	@property
	def nama(self) -> str:
		return f"Instansi Ukur {self.singkatan}"

	def get_periode(self, tahun: int = TAHUN) -> str:
		return f"{self.singkatan}-{tahun}"

	def list_orang(self) -> Iterator[Orang]:
		kepala = pimpinan = None
		for nomor in range(self.banyak):
			unit = f"Unit {nomor // self.per_unit} - {self.singkatan}"
			atasan = pimpinan if nomor % self.per_unit else kepala
			orang = Orang(self.singkatan, nomor, atasan, unit)
			kepala = kepala or orang
			pimpinan = pimpinan if nomor % self.per_unit else orang
			yield orang


def make_instansi(instansi: Instansi, tahun: tuple[int, ...] = (TAHUN - 1,)) -> None:
	"""People with accounts, units and posts, the periods until ``TAHUN``, and set plans of the years ``tahun``. Commits."""
	_make_dasar(instansi)
	for potongan in create_batch(list(instansi.list_orang()), POTONGAN):
		_make_orang(instansi, potongan)
	for tahun_skp in tahun:
		for potongan in create_batch(list(instansi.list_orang()), POTONGAN):
			_make_skp(instansi, instansi.get_periode(tahun_skp), potongan)


def _make_dasar(instansi: Instansi) -> None:
	frappe.local.flags.ignore_chart_of_accounts = True
	frappe.get_doc(
		doctype="Company",
		company_name=instansi.nama,
		abbr=instansi.singkatan,
		default_currency="IDR",
		country="Indonesia",
	).insert()
	unit = dict.fromkeys(orang.unit for orang in instansi.list_orang())
	induk = {"company": instansi.nama, "parent_department": "All Departments"}
	insert(
		"Department", ({"name": nama, "department_name": nama, "nama_unit": nama, **induk} for nama in unit)
	)
	baru = [nama for nama in JABATAN if not frappe.db.exists("Designation", nama)]
	insert("Designation", ({"name": nama, "designation_name": nama} for nama in baru))
	skema = frappe.get_all("Skema Penilaian", pluck="name", limit=1)[0]
	for tahun in (TAHUN - 1, TAHUN):
		frappe.get_doc(
			doctype="Periode Kinerja", instansi=instansi.nama, tahun=tahun, status="Dibuka", skema=skema
		).insert()
	frappe.db.commit()


def insert(doctype: str, isi: Iterable[dict]) -> None:
	baku = BarisBaku(doctype)
	insert_banyak(doctype, [baku.build(nilai) for nilai in isi])


def get_nama_acak() -> str:
	return frappe.generate_hash(length=16)


def _make_orang(instansi: Instansi, daftar: list[Orang]) -> None:
	insert(
		"User",
		({"name": o.user, "email": o.user, "first_name": o.nama_lengkap, "enabled": 1} for o in daftar),
	)
	insert(
		"Notification Settings", ({"name": o.user, "enabled": 1} for o in daftar)
	)  # the desk asks for them
	induk = {"parenttype": "User", "parentfield": "roles"}
	insert(
		"Has Role",
		(
			{"name": get_nama_acak(), "parent": o.user, "role": role, **induk}
			for o in daftar
			for role in (PEGAWAI, PENILAI)
		),
	)
	insert("Employee", (_build_pegawai(instansi, orang) for orang in daftar))
	frappe.db.commit()


def get_lahir(orang: Orang) -> date:
	return date(1970, 1, 1) + timedelta(days=orang.nomor // 900)


def get_nip(orang: Orang) -> str:
	kode = sum(map(ord, orang.singkatan)) % 12 + 1  # other agencies' people have other numbers
	return f"{get_lahir(orang):%Y%m%d}2010{kode:02d}1{orang.nomor % 900 + 1:03d}"


def _build_pegawai(instansi: Instansi, orang: Orang) -> dict:
	return {
		"name": orang.nama,
		"employee": orang.nama,
		"first_name": orang.nama_lengkap,
		"employee_name": orang.nama_lengkap,
		"gender": "Male",
		"date_of_birth": get_lahir(orang),
		"date_of_joining": "2010-01-01",
		"status": "Active",
		"company": instansi.nama,
		"department": orang.unit,
		"designation": orang.jabatan,
		"reports_to": orang.atasan and orang.atasan.nama,
		"user_id": orang.user,
		"lft": orang.nomor + 1,
		"nip": get_nip(orang),
		"jenis_asn": "PNS",
		"pangkat_golongan": "Penata / III.c",
		"jenis_jabatan": "Pelaksana",
		"status_kinerja": "Aktif",
	}


# --- plans


def _make_skp(instansi: Instansi, periode: str, daftar: list[Orang]) -> None:
	status = next(row.state for row in get_alur("SKP").states if row.tahap_kinerja == Tahap.DITETAPKAN)
	perilaku = frappe.get_all("Nilai Perilaku", fields=["name as nilai", "panduan"], order_by="urutan")
	insert("SKP", (_build_skp(instansi, periode, status, orang) for orang in daftar))
	tabel: dict[str, Callable[[Orang], Iterable[dict]]] = {
		"SKP Hasil Kerja": lambda orang: _build_hasil_kerja(instansi, periode, orang),
		"SKP Indikator": lambda orang: _build_indikator(instansi, periode, orang),
		"SKP Perilaku": lambda orang: perilaku,
	}
	for doctype, build in tabel.items():
		insert(
			doctype,
			(
				{
					**row,
					"name": get_nama_acak(),
					"parent": get_nama_skp(periode, orang),
					"parenttype": "SKP",
					"parentfield": ANAK[doctype],
					"idx": idx,
				}
				for orang in daftar
				for idx, row in enumerate(build(orang), 1)
			),
		)
	frappe.db.commit()


def get_nama_skp(periode: str, orang: Orang) -> str:
	return f"SKP-{periode}-{orang.nama}"


def get_kunci(periode: str, orang: Orang, ke: int, ukuran: int | None = None) -> str:
	"""Unique over agencies and years, and at most twenty characters."""
	return f"{periode[-2:]}{orang.nama.replace('-', '')}{ke:02d}" + ("" if ukuran is None else f"i{ukuran}")


def _build_skp(instansi: Instansi, periode: str, status: str, orang: Orang) -> dict:
	tahun, penilai = periode[-4:], orang.atasan
	return {
		"name": get_nama_skp(periode, orang),
		"periode": periode,
		"awal": f"{tahun}-01-01",
		"akhir": f"{tahun}-12-31",
		"berlaku_mulai": f"{tahun}-01-01",
		"workflow_state": status,
		"tahap": str(Tahap.DITETAPKAN),
		"pendekatan": "Kuantitatif",
		"formulir": "A.1.7",
		"pegawai": orang.nama,
		"nama_pegawai": orang.nama_lengkap,
		"nip_pegawai": get_nip(orang),
		"jabatan_pegawai": orang.jabatan,
		"unit_kerja": orang.unit,
		"instansi": instansi.nama,
		"pegawai_user": orang.user,
		"penilai": penilai and penilai.nama,
		"nama_penilai": penilai and penilai.nama_lengkap,
		"penilai_user": penilai and penilai.user,
		"unit_penilai": penilai and penilai.unit,
		"penetap_user": penilai and penilai.user,
		"atasan_penilai": penilai and penilai.atasan and penilai.atasan.nama,
		"atasan_penilai_user": penilai and penilai.atasan and penilai.atasan.user,
	}


def _build_hasil_kerja(instansi: Instansi, periode: str, orang: Orang) -> Iterator[dict]:
	for ke in range(1, instansi.hasil + 1):
		yield {
			"kunci": get_kunci(periode, orang, ke),
			"jenis": "Utama",
			"rencana_hasil_kerja": f"Terlayaninya pendaftaran penduduk di wilayah {orang.nomor} bagian {ke}",
			"rhk_pimpinan": orang.atasan and get_kunci(periode, orang.atasan, ke),
			"rhk_pimpinan_uraian": "Tertib administrasi kependudukan di seluruh kecamatan",
			"penyelarasan": "Langsung: wilayah",
			"sumber": "Matriks Peran Hasil",
		}


def _build_indikator(instansi: Instansi, periode: str, orang: Orang) -> Iterator[dict]:
	for ke in range(1, instansi.hasil + 1):
		for ukuran in (0, 1):
			yield {
				"kunci": get_kunci(periode, orang, ke, ukuran),
				"hasil_kerja": get_kunci(periode, orang, ke),
				"hasil_kerja_ke": ke,
				"aspek": ("Kuantitas", "Waktu")[ukuran],
				"indikator": ("Jumlah pendaftaran yang selesai sesuai standar", "Waktu penyelesaian")[ukuran],
				"arah": ("Naik", "Turun")[ukuran],
				"target_min": (1000, 1)[ukuran],
				"target_maks": (1000, 3)[ukuran],
				"satuan": ("pendaftaran", "hari kerja")[ukuran],
				"cara_hitung": ("Jumlah", "Rata-rata")[ukuran],
			}


# --- reports on them


def make_realisasi(instansi: Instansi, tahun: int, bulan: int) -> None:
	"""A verified report of everybody for each of the first ``bulan`` months."""
	periode = instansi.get_periode(tahun)
	for potongan in create_batch(list(instansi.list_orang()), POTONGAN):
		for ke in range(1, bulan + 1):
			insert(
				"Realisasi Kinerja", (_build_realisasi(instansi, periode, ke, orang) for orang in potongan)
			)
			insert(
				"Realisasi Indikator",
				(row for orang in potongan for row in _build_baris_realisasi(instansi, periode, ke, orang)),
			)
		frappe.db.commit()


def _build_realisasi(instansi: Instansi, periode: str, ke: int, orang: Orang) -> dict:
	tahun = int(periode[-4:])
	return {
		"name": f"RK-{periode}-{orang.nama}-{ke:02d}",
		"skp": get_nama_skp(periode, orang),
		"periode": periode,
		"masa_ke": ke,
		"awal": date(tahun, ke, 1),
		"akhir": date(tahun, ke, monthrange(tahun, ke)[1]),
		"tahap": str(Tahap.DITETAPKAN),
		"pegawai": orang.nama,
		"unit_kerja": orang.unit,
		"instansi": instansi.nama,
		"pegawai_user": orang.user,
	}


def _build_baris_realisasi(instansi: Instansi, periode: str, ke: int, orang: Orang) -> Iterator[dict]:
	for idx, row in enumerate(_build_indikator(instansi, periode, orang), 1):
		yield {
			"name": get_nama_acak(),
			"parent": f"RK-{periode}-{orang.nama}-{ke:02d}",
			"parenttype": "Realisasi Kinerja",
			"parentfield": "baris",
			"idx": idx,
			"indikator": row["kunci"],
			"arah": row["arah"],
			"dilaporkan": 1,
			"realisasi": 80 if row["arah"] == "Naik" else 2,
		}
