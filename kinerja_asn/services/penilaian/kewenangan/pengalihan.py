"""What becomes of open evaluations by itself: after their last day they are the atasan's, and final (p. 90 no. 11); what names
a Penilai who is berhalangan tetap, or somebody who is Plt. now, follows (p. 89 no. 2, 5-6)."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import partial

import frappe
from frappe import _
from frappe.utils import create_batch, getdate

from kinerja_asn.constants.istilah import DasarPenilai, JenisEvaluasi, JenisPerpindahan, PenugasanSebagai
from kinerja_asn.constants.peran import PENILAI
from kinerja_asn.constants.tahapan import BELUM_DITETAPKAN
from kinerja_asn.rules.masa import Masa
from kinerja_asn.rules.penilai_evaluasi import Perpindahan, explain, is_beralih, is_penilai_lama
from kinerja_asn.services.bersama.keputusan import save_menurut_keputusan
from kinerja_asn.services.bersama.pemberitahuan import Kabar, Pemberitahuan, send
from kinerja_asn.services.bersama.penolakan import tolerate
from kinerja_asn.services.bersama.waktu import get_now, get_today
from kinerja_asn.services.orang.pejabat import find_halangan
from kinerja_asn.services.orang.peran import grant_peran
from kinerja_asn.services.penilaian.kewenangan.jendela import get_jendela
from kinerja_asn.services.penilaian.kewenangan.pelengkapan import complete
from kinerja_asn.services.penilaian.kewenangan.pihak import read_dinilai_pada, record_banyak

DOCTYPE = "Evaluasi Kinerja"
SEKALI_TULIS = 1_000
_TERBUKA = [*map(str, BELUM_DITETAPKAN)]
_KOLOM = (
	"name",
	"periode",
	"jenis",
	"masa_ke",
	"masa",
	"awal",
	"akhir",
	"ditetapkan_pada",
	"pegawai",
	"nama_pegawai",
	"unit_kerja",
	"instansi",
	"penilai",
	"nama_penilai",
	"penilai_user",
	"atasan_penilai",
	"nama_atasan_penilai",
	"atasan_penilai_user",
)


def pass_on_evaluasi() -> int:
	"""Pass on all whose time is over, and tell both officials; how many that were. May be run any number of times."""
	follow_banyak({*complete(), *_find_mengikuti()})
	lewat = _get_lewat()
	halangan = find_halangan(row.atasan_penilai for row in lewat)
	dapat = [row for row in lewat if row.atasan_penilai not in halangan and _has_atasan(row)]
	_prepare({row.atasan_penilai_user for row in dapat})
	jumlah = 0
	for bagian in create_batch(dapat, SEKALI_TULIS):
		with tolerate("Alih evaluasi"):
			jumlah += _pass_on(bagian)
	return jumlah


def follow_banyak(nama: Collection[str]) -> None:
	"""These open evaluations name whom the regulation names now; one that cannot be saved stops no other."""
	for name in nama:
		with tolerate(f"Pejabat Penilai evaluasi {name}"):
			save_menurut_keputusan(frappe.get_doc(DOCTYPE, name))


def find_tetap(pegawai: str, penilai: str, perpindahan: Perpindahan) -> list[str]:
	"""Open evaluations of ``pegawai`` that stay with ``penilai``, who moves: those of a period in whose time he does."""
	saring = {"pegawai": pegawai, "penilai": penilai, "tahap": ("in", _TERBUKA)}
	rows = frappe.get_all(DOCTYPE, saring, list(_KOLOM))
	return [
		row.name
		for row in rows
		if is_penilai_lama(JenisEvaluasi(row.jenis), _get_jendela(_get_kunci(row)), perpindahan)
	]


def _find_mengikuti() -> list[str]:
	"""Open ones whose Penilai has left, or whose employee is Plt. now or was when they were last saved."""
	orang, plt = frappe.qb.DocType("Employee"), frappe.qb.DocType("Perpindahan Kinerja")
	table = frappe.qb.DocType(DOCTYPE)
	keluar = frappe.qb.from_(orang).select(orang.name).where(orang.status != "Active")
	sebagai_plt = (
		frappe.qb.from_(plt)
		.select(plt.penilai_baru)
		.where((plt.jenis == str(JenisPerpindahan.PLT_PLH)) & (plt.sebagai == str(PenugasanSebagai.PLT)))
		.where(plt.sampai.isnull() | (plt.sampai >= get_today()))
	)
	ikut = table.penilai.isin(keluar) | table.pegawai.isin(sebagai_plt)
	ikut |= table.dasar_penilai == str(DasarPenilai.TEMPAT_PLT)
	query = frappe.qb.from_(table).select(table.name)
	return query.where(table.tahap.isin(_TERBUKA) & table.dialihkan_pada.isnull() & ikut).run(pluck=True)


# --- the time is over


def _get_lewat() -> list[frappe._dict]:
	table, periode = frappe.qb.DocType(DOCTYPE), frappe.qb.DocType("Periode Kinerja")
	rows = (
		frappe.qb.from_(table)
		.join(periode)
		.on((periode.name == table.periode) & (periode.status == "Dibuka"))
		.select(*(table[kolom] for kolom in _KOLOM))
		.where(table.tahap.isin(_TERBUKA) & table.dialihkan_pada.isnull() & (table.akhir < get_today()))
		.orderby(table.name)
		.run(as_dict=True)
	)
	jendela = {kunci: _get_jendela(kunci) for kunci in {_get_kunci(row) for row in rows}}
	return [row for row in rows if _is_lewat(row, jendela[_get_kunci(row)])]


def _get_kunci(row) -> tuple:
	return row.periode, row.jenis, row.masa_ke, row.masa, getdate(row.awal), getdate(row.akhir)


def _get_jendela(kunci: tuple):
	periode, jenis, ke, label, awal, akhir = kunci
	return get_jendela(periode, JenisEvaluasi(jenis), Masa(ke, label, awal, akhir))


def _is_lewat(row, jendela) -> bool:
	return is_beralih(jendela, get_today(), read_dinilai_pada(row.ditetapkan_pada))


def _has_atasan(row) -> bool:
	"""Somebody who is neither the rated person nor the Penilai himself."""
	return bool(row.atasan_penilai_user) and row.atasan_penilai not in (row.pegawai, row.penilai)


def _prepare(users: Iterable[str]) -> None:
	"""The duty comes by the regulation, and with it the role."""
	for user in sorted(users):
		with tolerate(f"Peran {PENILAI} untuk {user}"):
			grant_peran(user, PENILAI)


def _pass_on(rows: list) -> int:
	saat, menurut_atasan = get_now(), defaultdict(list)
	for row in rows:
		menurut_atasan[row.nama_atasan_penilai].append(row.name)
	for nama_atasan, nama in menurut_atasan.items():
		_write(nama, explain(nama_atasan, DasarPenilai.LEWAT_WAKTU, final=True), saat)
	beralih = _find_beralih([row.name for row in rows])
	rows = [frappe._dict(row, uraian_penilai=beralih[row.name]) for row in rows if row.name in beralih]
	record_banyak(rows)
	send(kabar for row in rows for kabar in _build_pemberitahuan(row))
	return len(rows)


def _write(nama: list[str], uraian: str, saat) -> None:
	table = frappe.qb.DocType(DOCTYPE)
	query = frappe.qb.update(table).set(table.penetap_user, table.atasan_penilai_user)
	isi = {
		"dialihkan_pada": saat,
		"dasar_penilai": str(DasarPenilai.LEWAT_WAKTU),
		"uraian_penilai": uraian,
		"bersifat_final": 1,
		"modified": saat,
		"modified_by": frappe.session.user,
	}
	for kolom, nilai in isi.items():
		query = query.set(table[kolom], nilai)
	query.where(table.name.isin(nama) & table.tahap.isin(_TERBUKA)).run()


def _find_beralih(nama: list[str]) -> dict[str, str]:
	"""Not those that were set while this was running."""
	table = frappe.qb.DocType(DOCTYPE)
	query = frappe.qb.from_(table).select(table.name, table.uraian_penilai)
	beralih = table.name.isin(nama) & table.dialihkan_pada.notnull() & table.tahap.isin(_TERBUKA)
	return dict(query.where(beralih).run())


def _build_pemberitahuan(row) -> list[Pemberitahuan]:
	return [
		Pemberitahuan(
			penerima=user,
			doctype=DOCTYPE,
			dokumen=row.name,
			tulis=partial(_write_kabar, row, user),
			kali="dialihkan",
		)
		for user in dict.fromkeys((row.atasan_penilai_user, row.penilai_user))
		if user
	]


def _write_kabar(row, user: str) -> Kabar:
	judul = (
		_("Evaluasi {0} {1} beralih kepada Anda")
		if user == row.atasan_penilai_user
		else _("Evaluasi {0} {1} beralih kepada atasan Anda")
	)
	return Kabar(judul.format(row.nama_pegawai, row.masa), row.uraian_penilai, _("Buka evaluasinya"))
