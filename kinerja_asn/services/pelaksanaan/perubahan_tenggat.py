"""A change of deadlines (days of a Periode Kinerja, holidays) is recorded and told, and nobody makes it for himself.

Whoever is late himself does not move the day by which he was late; somebody else may, and everybody concerned reads it.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import partial

import frappe
from frappe import _
from frappe.utils import cint, formatdate, getdate

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.tahapan import BELUM_DITETAPKAN, DIVERIFIKASI
from kinerja_asn.permissions.lingkup import get_pengelola
from kinerja_asn.rules.keberatan import get_tenggat_pengajuan
from kinerja_asn.rules.masa import Masa
from kinerja_asn.services.bersama.jejak import add_jejak
from kinerja_asn.services.bersama.pemberitahuan import Kabar, Pemberitahuan, send
from kinerja_asn.services.bersama.periode import count_batas_susulan, count_tenggat_realisasi, get_periode
from kinerja_asn.services.bersama.waktu import get_libur, get_now, get_today
from kinerja_asn.services.pelaksanaan.progres import get_masa_skp

KOLOM = (
	"batas_penetapan_skp",
	"hari_kerja_penetapan",
	"hari_kerja_pelaporan",
	"hari_kerja_susulan",
	"mulai_evaluasi_tahunan",
	"batas_evaluasi_tahunan",
	"hari_buka_evaluasi_periodik",
	"hari_kerja_evaluasi_periodik",
)
LIBUR_BARU, LIBUR_HAPUS = "libur baru", "libur hapus"
DISEBUT = 10  # holidays in one sentence
TUGAS = "kinerja_asn.services.pelaksanaan.perubahan_tenggat.tell"


# --- events


def guard_periode(periode) -> None:
	"""validate of Periode Kinerja."""
	if lama := periode.get_doc_before_save():
		libur = get_libur(periode.instansi)
		guard_sendiri(lama, libur, periode, libur)
		guard_buka_lagi(lama, periode)


def record_periode(periode) -> None:
	"""on_update of Periode Kinerja."""
	if lama := periode.get_doc_before_save():
		berubah = [kolom for kolom in KOLOM if _get_isi(lama, kolom) != _get_isi(periode, kolom)]
		label = {kolom: periode.meta.get_label(kolom) for kolom in berubah}
		record(
			periode.name,
			[[label[kolom], _get_isi(lama, kolom), _get_isi(periode, kolom)] for kolom in berubah],
		)


def _get_isi(periode, kolom: str) -> str:
	isi = periode.get(kolom)
	return str(cint(isi)) if kolom.startswith("hari") else str(getdate(isi))


def guard_daftar_libur(doc, method=None) -> None:
	"""validate of Holiday List."""
	if lama := doc.get_doc_before_save():
		for periode in _get_periode_berlibur(doc.name, ditutup=True):
			guard_sendiri(periode, _get_hari(lama), periode, _get_hari(doc))


def record_daftar_libur(doc, method=None) -> None:
	"""on_update of Holiday List."""
	if lama := doc.get_doc_before_save():
		for periode in _get_periode_berlibur(doc.name):
			record(periode.name, _compare_hari(_get_hari(lama), _get_hari(doc), periode))


def guard_hari_libur(doc, method=None) -> None:
	"""validate and on_trash of Holiday: a row of a list that is ours changes with its list, where it is looked at."""
	daftar = {doc.parent, doc.is_new() or frappe.db.get_value("Holiday", doc.name, "parent")}
	for nama in daftar - {None, True}:
		if _get_periode_berlibur(nama, ditutup=True):
			frappe.throw(
				_(
					"Hari libur instansi diubah pada daftarnya, {0}. Buka daftar itu dan simpan di sana."
				).format(nama),
				frappe.PermissionError,
			)


def guard_gabung_libur(doc, method=None, lama: str = "", baru: str = "", gabung: bool = False) -> None:
	"""after_rename of Holiday List: an agency has then another list, and neither it nor its list was saved."""
	if gabung and _get_periode_berlibur(baru, ditutup=True):
		frappe.throw(
			_(
				"Daftar libur yang dipakai instansi tidak digabung. Ubah hari-harinya, atau pilih daftar lain pada data instansi "
				"(Company)."
			),
			frappe.PermissionError,
		)


def guard_instansi(doc, method=None) -> None:
	"""validate of Company: another list of holidays."""
	for periode, lama, baru in _get_ganti_daftar(doc, ditutup=True):
		guard_sendiri(periode, lama, periode, baru)


def record_instansi(doc, method=None) -> None:
	"""on_update of Company."""
	for periode, lama, baru in _get_ganti_daftar(doc):
		record(periode.name, _compare_hari(lama, baru, periode))


def _get_ganti_daftar(doc, ditutup: bool = False) -> Iterator[tuple]:
	lama = doc.get_doc_before_save()
	if not lama or (lama.default_holiday_list or None) == (doc.default_holiday_list or None):
		return
	hari = [_read_hari(daftar.default_holiday_list) for daftar in (lama, doc)]
	for periode in _get_periode(doc.name, ditutup):
		yield periode, *hari


def _read_hari(daftar: str | None) -> set[date]:
	if not daftar:
		return set()
	return {getdate(hari) for hari in frappe.get_all("Holiday", {"parent": daftar}, pluck="holiday_date")}


def _get_hari(daftar) -> set[date]:
	return {getdate(row.holiday_date) for row in daftar.holidays}


def _get_periode_berlibur(daftar: str, ditutup: bool = False) -> list:
	instansi = frappe.get_all("Company", {"default_holiday_list": daftar}, pluck="name")
	return [periode for nama in instansi for periode in _get_periode(nama, ditutup)]


def _get_periode(instansi: str, ditutup: bool = False) -> list:
	"""``ditutup``: those that are closed too; what was changed meanwhile would hold once they are opened again."""
	saring = {"instansi": instansi, **({} if ditutup else {"status": ("!=", "Ditutup")})}
	return [get_periode(name) for name in frappe.get_all("Periode Kinerja", saring, pluck="name")]


def _compare_hari(lama: set[date], baru: set[date], periode) -> list[list]:
	def describe(hari: set[date]) -> str:
		setahun = sorted(hari_ini for hari_ini in hari if getdate(periode.awal) <= hari_ini)
		disebut = ", ".join(formatdate(hari_ini, "d MMMM yyyy") for hari_ini in setahun[:DISEBUT])
		lebih = len(setahun) - DISEBUT
		return f"{disebut} {_('dan {0} lainnya').format(lebih)}" if lebih > 0 else disebut

	beda = ((LIBUR_BARU, baru - lama), (LIBUR_HAPUS, lama - baru))
	return [[label, None, describe(hari)] for label, hari in beda if describe(hari)]


# --- not for oneself


def guard_sendiri(lama, libur_lama: Collection[date], baru, libur_baru: Collection[date]) -> None:
	"""Refuses what would make the session user's own plan or report punctual after its day has passed.

	``lama`` and ``baru``: the Periode Kinerja before and after.
	"""
	for skp in _get_skp_sendiri(baru.name):
		for hal, semula, menjadi in (
			*_get_tenggat_rencana(skp, lama, baru),
			*_get_tenggat_laporan(skp, (lama, libur_lama), (baru, libur_baru)),
			*_get_tenggat_keberatan(skp, libur_lama, libur_baru),
		):
			if semula < get_today() <= menjadi:
				frappe.throw(
					_(
						"{0} Anda sendiri sudah lewat batasnya pada {1}, dan perubahan ini mengundurkannya ke {2}. Minta "
						"pengelola lain melakukannya."
					).format(hal, formatdate(semula, "d MMMM yyyy"), _name_hari(menjadi)),
					frappe.PermissionError,
				)


def _get_tenggat_keberatan(
	skp, libur_lama: Collection[date], libur_baru: Collection[date]
) -> Iterator[tuple[str, date, date]]:
	"""Of the results of this plan that are not final: nobody opens the days in which he objects himself again."""
	saring = {"skp": skp.name, "diterima_pada": ("is", "set"), "alasan_final": ("is", "not set")}
	for diterima in frappe.get_all("Dokumen Evaluasi Kinerja", saring, pluck="diterima_pada"):
		semula, menjadi = (
			get_tenggat_pengajuan(getdate(diterima), libur) for libur in (libur_lama, libur_baru)
		)
		yield _("Keberatan"), semula, menjadi


def _name_hari(hari: date) -> str:
	return formatdate(hari, "d MMMM yyyy") if hari < date.max else _("kapan saja")


def guard_buka_lagi(lama, baru) -> None:
	"""Who decides about somebody is guarded by the periods that are open (services/orang/kewenangan): whoever has something
	unfinished in this one does not open it again himself, after he has changed what was free meanwhile."""
	dibuka_lagi = (lama.status, baru.status) == ("Ditutup", "Dibuka")
	if dibuka_lagi and any(skp.tahap != Tahap.DITUTUP for skp in _get_skp_sendiri(baru.name)):
		frappe.throw(
			_(
				"SKP Anda sendiri pada periode ini belum selesai, sehingga periode yang sudah ditutup dibuka lagi oleh pengelola lain "
				"atau administrator situs."
			),
			frappe.PermissionError,
		)


def _get_skp_sendiri(periode: str) -> list[frappe._dict]:
	saring = {"periode": periode, "pegawai_user": frappe.session.user}
	return frappe.get_all("SKP", saring, ["name", "periode", "awal", "akhir", "tahap"])


def _get_tenggat_rencana(skp, lama, baru) -> Iterator[tuple[str, date, date]]:
	if skp.tahap in BELUM_DITETAPKAN:
		yield _("SKP"), getdate(lama.batas_penetapan_skp), getdate(baru.batas_penetapan_skp)


def _get_tenggat_laporan(skp, lama: tuple, baru: tuple) -> Iterator[tuple[str, date, date]]:
	"""Of the periods whose report may still become punctual by a later day."""
	selesai = _get_selesai(skp.name)
	for masa in get_masa_skp(skp):
		if masa.ke not in selesai:
			semula, menjadi = (count_tenggat_realisasi(*keadaan, masa.akhir) for keadaan in (lama, baru))
			yield _("Realisasi {0}").format(masa.label), semula, menjadi
			yield _get_batas_susulan(masa, lama, baru)


def _get_batas_susulan(masa: Masa, lama: tuple, baru: tuple) -> tuple[str, date, date]:
	"""A report that is shut is opened by its Penilai, not by a later limit. Without one it is open for ever."""
	semula, menjadi = (count_batas_susulan(*keadaan, masa.akhir) or date.max for keadaan in (lama, baru))
	return _("Laporan susulan {0}").format(masa.label), semula, menjadi


def _get_selesai(skp: str) -> set[int]:
	"""Verified, or complete and punctual anyway: any other could still be submitted anew."""
	kolom = ["masa_ke", "tahap", "lengkap_pada", "terlambat"]
	rows = frappe.get_all("Realisasi Kinerja", {"skp": skp}, kolom)
	return {
		row.masa_ke for row in rows if row.tahap in DIVERIFIKASI or (row.lengkap_pada and not row.terlambat)
	}


# --- on record, and told


def record(periode: str, berubah: Sequence[Sequence]) -> None:
	"""``berubah``: (label, before, after) each; LIBUR_BARU and LIBUR_HAPUS have no before."""
	if not berubah:
		return
	add_jejak([("Periode Kinerja", periode, _describe(berubah))])
	frappe.enqueue(
		TUGAS,
		queue="long",
		enqueue_after_commit=True,
		periode=periode,
		berubah=berubah,
		kali=f"tenggat {get_now()}",
	)


def _describe(berubah: Iterable[Sequence]) -> str:
	libur = {LIBUR_BARU: _("Hari libur ditambahkan"), LIBUR_HAPUS: _("Hari libur dihapus")}
	bagian = [
		f"{libur[label]}: {baru}"
		if label in libur
		else _("{0}: {1} menjadi {2}").format(_(label), lama, baru)
		for label, lama, baru in berubah
	]
	return _("Batas waktu diubah. {0}. Yang sudah dilaporkan tetap dinilai menurut batas ketika itu.").format(
		"; ".join(bagian)
	)


def tell(periode: str, berubah: list, kali: str) -> None:
	"""The job: everybody who has a plan of ``periode`` or decides on one, and HR."""
	send(
		Pemberitahuan(user, "Periode Kinerja", periode, tulis=partial(_write_kabar, berubah), kali=kali)
		for user in sorted(_get_terkait(periode))
	)


def _get_terkait(periode: str) -> set[str]:
	saring = {"periode": periode, "tahap": ("!=", str(Tahap.DITUTUP))}
	terkait = set(get_pengelola(get_periode(periode).instansi))
	for kolom in ("pegawai_user", "penilai_user"):
		terkait |= set(frappe.get_all("SKP", saring, pluck=kolom, distinct=True))
	return terkait - {None, ""}


def _write_kabar(berubah: list) -> Kabar:
	return Kabar(
		judul=_("Batas waktu kinerja berubah"), isi=_describe(berubah), tombol=_("Buka Kinerja Saya")
	)
