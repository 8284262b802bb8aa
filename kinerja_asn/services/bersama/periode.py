"""What a Periode Kinerja says about dates: its reporting periods, deadlines and whether it is open."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date

import frappe
from frappe import _
from frappe.utils import cint, getdate

from kinerja_asn.constants.istilah import JenisEvaluasi, JenisMasa
from kinerja_asn.rules.masa import Masa, build_masa, choose_masa_evaluasi
from kinerja_asn.rules.tenggat import add_hari_kerja, count_hari_terlambat, hari_kerja_antara
from kinerja_asn.services.bersama.waktu import get_libur, get_today, read_libur

BERHARI_KERJA = (JenisMasa.HARIAN, JenisMasa.MINGGUAN)  # days off are no period


def get_periode(name: str):
	return frappe.get_cached_doc("Periode Kinerja", name)


def get_nama_periode(name: str) -> str:
	"""What people call it: its year."""
	return name_periode([name])[name]


def name_periode(daftar: Iterable[str]) -> dict[str, str]:
	"""Each of ``daftar`` by its year; by its code where two agencies have a period of that year among them."""
	tahun = {name: str(get_periode(name).tahun) for name in daftar}
	banyak = Counter(tahun.values())
	return {name: nama if banyak[nama] == 1 else name for name, nama in tahun.items()}


def sync_nama_periode(tahun: int) -> None:
	"""What the desk's links show of the periods of ``tahun``: told apart among all agencies of the site."""
	daftar = dict(frappe.get_all("Periode Kinerja", {"tahun": tahun}, ["name", "nama_periode"], as_list=True))
	for name, nama in daftar.items():
		sebutan = str(tahun) if len(daftar) == 1 else name
		if nama != sebutan:
			frappe.db.set_value("Periode Kinerja", name, "nama_periode", sebutan, update_modified=False)


def choose_periode(daftar: Collection[str], diminta: str | None = None) -> str | None:
	"""What a page or a report is about: the period asked for, if it is in ``daftar``, else the one that leads.

	A year leads until it ends, however early the next is opened: of those that have begun the latest leads, before the
	first one the one that comes first.
	"""
	if diminta in daftar:
		return diminta
	if len(set(daftar)) == 1:
		return next(iter(daftar))
	awal = {name: getdate(get_periode(name).awal) for name in sorted(set(daftar))}
	mulai = [name for name, hari in awal.items() if hari <= get_today()]
	return max(mulai, key=awal.get) if mulai else min(awal, key=awal.get, default=None)


def find_periode_utama() -> str | None:
	"""The period that leads, of those opened or closed that the session user may see."""
	return choose_periode(frappe.get_list("Periode Kinerja", {"status": ("!=", "Draf")}, pluck="name"))


def check_periode_dibuka(name: str) -> None:
	periode = get_periode(name)
	if periode.status != "Dibuka":
		frappe.throw(
			_("Periode {0} berstatus {1}. SKP dan realisasi hanya dapat diisi ketika periode Dibuka.").format(
				get_nama_periode(name), _(periode.status)
			)
		)


def get_masa_pelaporan(name: str) -> tuple[Masa, ...]:
	"""Periods in which realisasi is documented."""
	periode = get_periode(name)
	jenis = JenisMasa(periode.jenis_pendokumentasian)
	libur = read_libur(periode.instansi) if jenis in BERHARI_KERJA else frozenset()
	return build_masa(getdate(periode.awal), getdate(periode.akhir), jenis, libur)


def get_masa_evaluasi(name: str, jenis: JenisEvaluasi, jenis_asn: str | None = None) -> tuple[Masa, ...]:
	"""Periods that are evaluated, of units or of a person who is ``jenis_asn``: months, quarters or half-years, or the
	whole year."""
	periode = get_periode(name)
	kind = choose_masa_evaluasi(jenis, JenisMasa(periode.jenis_evaluasi_periodik), jenis_asn)
	return build_masa(getdate(periode.awal), getdate(periode.akhir), kind)


def find_masa(daftar: tuple[Masa, ...], ke: int) -> Masa:
	for masa in daftar:
		if masa.ke == ke:
			return masa
	frappe.throw(
		_("Masa ke-{0} tidak ada dalam periode ini. Pilih masa ke-{1} sampai ke-{2}.").format(
			ke, daftar[0].ke, daftar[-1].ke
		)
	)


def get_tenggat_penetapan(doc) -> date:
	"""Last day on which the Penilai sets a plan that is submitted today, perhaps again (Pasal 14; p. 65 no. 4-5).

	``doc`` has periode, and of an earlier submission tenggat_penetapan and dikembalikan_pada. 31 January, or what the
	period says; for what comes later (newcomers, moves, changes) some working days. What the Penilai had returned, or
	the employee taken back, leaves the Penilai the working days he had left then, at least one: neither winds a clock
	back, and the employee does not use up the Penilai's time by sitting on it.
	"""
	periode, hari_ini = get_periode(doc.periode), get_today()
	libur = get_libur(periode.instansi)
	batas = getdate(periode.batas_penetapan_skp)
	tenggat = batas if hari_ini <= batas else add_hari_kerja(hari_ini, periode.hari_kerja_penetapan, libur)
	if not (doc.dikembalikan_pada and doc.tenggat_penetapan):
		return tenggat
	sisa = hari_kerja_antara(getdate(doc.dikembalikan_pada), getdate(doc.tenggat_penetapan), libur)
	lanjutan = add_hari_kerja(hari_ini, max(sisa, 1), libur)
	# A last day on which nobody works, as 31 January on a Sunday, costs none: it does not come nearer either.
	return lanjutan if hari_kerja_antara(lanjutan, tenggat, libur) > 0 else tenggat


def get_tenggat_realisasi(name: str, akhir_masa: date) -> date:
	"""Some working days after the masa; nothing is reported on before the plan it is about had to be set."""
	periode = get_periode(name)
	return count_tenggat_realisasi(periode, get_libur(periode.instansi), akhir_masa)


def count_tenggat_realisasi(periode, libur: Collection[date], akhir_masa: date) -> date:
	"""The same for a Periode Kinerja as it would be, or was."""
	sejak = max(akhir_masa, getdate(periode.batas_penetapan_skp))
	return add_hari_kerja(sejak, cint(periode.hari_kerja_pelaporan), libur)


def count_batas_susulan(periode, libur: Collection[date], akhir_masa: date) -> date | None:
	"""The last day on which a late report is taken by itself; None: there is none."""
	hari = cint(periode.hari_kerja_susulan)
	return add_hari_kerja(count_tenggat_realisasi(periode, libur, akhir_masa), hari, libur) if hari else None


class TenggatLaporan:
	"""Last days of the reports of one period, its holidays read once for whoever asks about many."""

	def __init__(self, name: str):
		self.periode = get_periode(name)
		self.libur = get_libur(self.periode.instansi)

	def get_tenggat(self, akhir_masa: date) -> date:
		return count_tenggat_realisasi(self.periode, self.libur, akhir_masa)

	def count_terlambat(self, akhir_masa: date) -> int:
		"""By how many working days its report is late today; 0 in time."""
		return count_hari_terlambat(self.get_tenggat(akhir_masa), get_today(), self.libur)

	def is_tertutup(self, akhir_masa: date) -> bool:
		"""Has the last day passed on which a late report is taken by itself? Afterwards its Penilai opens it."""
		batas = self.get_batas_susulan(akhir_masa)
		return bool(batas) and get_today() > batas

	def get_batas_susulan(self, akhir_masa: date) -> date | None:
		return count_batas_susulan(self.periode, self.libur, akhir_masa)
