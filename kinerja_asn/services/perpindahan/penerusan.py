"""What waits for somebody who cannot act passes to somebody who can: one document, several or all, in one action of HR.

For each employee concerned a Penugasan Penilai says so from today on, so that what comes later goes the same way; all of his
that is open with the former Penilai passes with it, with a trace. Nobody passes anything about himself, or to himself.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import partial

import frappe
from frappe import _
from frappe.utils import create_batch

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.tahapan import BELUM_DITUTUP
from kinerja_asn.services.bersama.jejak import add_jejak
from kinerja_asn.services.bersama.pemberitahuan import (
	Kabar,
	Pemberitahuan,
	get_bahasa_situs,
	in_bahasa,
	send,
)
from kinerja_asn.services.bersama.penolakan import one_of_many
from kinerja_asn.services.bersama.waktu import get_now, get_today
from kinerja_asn.services.orang.kewenangan.kedudukan import get_kedudukan, is_bebas
from kinerja_asn.services.orang.kewenangan.penjagaan import check_penilai_baru
from kinerja_asn.services.orang.pejabat import check_pejabat, get_alamat_laporan
from kinerja_asn.services.orang.pihak import get_data, snapshot_pihak
from kinerja_asn.services.perpindahan.pengalihan import (
	describe_pengalihan,
	move_dokumen,
	move_menunggu,
	move_penetapan,
	move_skp,
)
from kinerja_asn.services.perpindahan.penugasan_penilai import assign, assign_atasan
from kinerja_asn.services.perpindahan.tertahan import ATASAN, Tertahan, find_tertahan

SEKALIGUS = 40  # employees of one request, or of one chunk in the background: some seconds
TUGAS = "kinerja_asn.services.perpindahan.penerusan.run"
WAKTU_MAKS = 60 * 60  # seconds
GAGAL_DISEBUT = 20
Kunci = Collection[tuple[str, str]]


@dataclass
class Bagian:
	"""All documents of one employee that wait for one person in one part."""

	pegawai: str
	nama: str
	lama: str | None
	sebagai: str
	dokumen: list[Tertahan] = field(default_factory=list)


@dataclass
class Hasil:
	"""How many employees, how many of each DocType, and what failed: sentences that begin with a name."""

	pegawai: int = 0
	dokumen: Counter = field(default_factory=Counter)
	gagal: list[str] = field(default_factory=list)


def preview(kunci: Kunci, baru: str) -> Hasil:
	"""What ``pass_on`` would do, without doing it; refuses what it would refuse."""
	check_tujuan(baru)
	hasil = Hasil()
	for bagian in _group(kunci):
		if alasan := _find_alasan(bagian, baru):
			hasil.gagal.append(alasan)
		else:
			_count(hasil, bagian)
	return hasil


def pass_on(kunci: Kunci, baru: str, dasar: str) -> Hasil | None:
	"""Pass the documents ``kunci`` on to the Employee ``baru``. None: they are many, and passed on in the background."""
	check_tujuan(baru)
	daftar = _group(kunci)
	if len(daftar) <= SEKALIGUS:
		return _pass_on(daftar, baru, dasar)
	isi = {"kunci": [list(nama) for nama in kunci], "baru": baru, "dasar": dasar}
	frappe.enqueue(TUGAS, queue="long", timeout=WAKTU_MAKS, enqueue_after_commit=True, **isi)
	return None


def run(kunci: Collection[Collection[str]], baru: str, dasar: str) -> None:
	"""In the background, as the user who asked for it: chunk by chunk, and told at the end what became of it.

	What was passed on does not wait for the former one any more: asked for again, a run that died goes on.
	"""
	daftar, hasil = _group([tuple(nama) for nama in kunci]), Hasil()
	with in_bahasa(get_bahasa_situs()):
		for ke, potongan in enumerate(create_batch(daftar, SEKALIGUS), 1):
			_add(hasil, _pass_on(potongan, baru, dasar))
			frappe.db.commit()
			_report(min(ke * SEKALIGUS, len(daftar)), len(daftar))
	if daftar:
		_tell(hasil, baru, daftar[0].dokumen[0].periode)


def check_tujuan(baru: str) -> None:
	check_pejabat(baru, _("Pejabat Penilai"))
	if baru in get_kedudukan(frappe.session.user).sendiri:
		frappe.throw(
			_(
				"Dokumen yang menunggu tidak dapat Anda alihkan kepada diri sendiri. Minta pengelola kinerja lain melakukannya."
			),
			frappe.PermissionError,
		)
	check_penilai_baru(baru, frappe.session.user)


def _group(kunci: Kunci) -> list[Bagian]:
	"""Found anew within the rights of the session user: what a client names must wait in vain, and be his to see."""
	dipilih = set(kunci)
	per_orang: dict[tuple, Bagian] = {}
	for baris in find_tertahan():
		if baris.kunci in dipilih and baris.dapat_dialihkan:
			ciri = (baris.pegawai, baris.pelaku, baris.sebagai)
			bagian = Bagian(baris.pegawai, baris.nama_pegawai, baris.pelaku, baris.sebagai)
			per_orang.setdefault(ciri, bagian).dokumen.append(baris)
	# A Penilai first: a plan that waits for his superior too stays with whoever evaluates now.
	return sorted(per_orang.values(), key=lambda bagian: bagian.sebagai == ATASAN)


def _find_alasan(bagian: Bagian, baru: str) -> str | None:
	if bagian.pegawai == baru:
		return _("{0}: ia sendiri pejabat yang dipilih. Pilih orang lain untuknya.").format(bagian.nama)
	kedudukan = get_kedudukan(frappe.session.user)
	if bagian.pegawai in kedudukan.sendiri:
		return _("{0}: dokumen Anda sendiri dialihkan oleh pengelola kinerja lain.").format(bagian.nama)
	if bagian.pegawai in kedudukan.atas and not is_bebas(frappe.session.user):
		return _(
			"{0}: ia ikut memutuskan penilaian kinerja Anda; dialihkan oleh pengelola kinerja lain."
		).format(bagian.nama)
	if bagian.sebagai == ATASAN and _get_penilai(bagian) == baru:
		return _("{0}: ia Pejabat Penilainya, sehingga tidak dapat menjadi atasannya juga.").format(
			bagian.nama
		)
	return None


def _get_penilai(bagian: Bagian) -> str | None:
	return snapshot_pihak(bagian.pegawai)["penilai"]


def _count(hasil: Hasil, bagian: Bagian) -> None:
	hasil.pegawai += 1
	hasil.dokumen.update(baris.doctype for baris in bagian.dokumen)


def _add(hasil: Hasil, lain: Hasil) -> None:
	hasil.pegawai += lain.pegawai
	hasil.dokumen += lain.dokumen
	hasil.gagal += lain.gagal


# --- carrying it out


def _pass_on(daftar: Iterable[Bagian], baru: str, dasar: str) -> Hasil:
	"""One employee: all or nothing; what is refused for him stops nobody."""
	hasil = Hasil()
	for bagian in daftar:
		alasan = _find_alasan(bagian, baru) or _try(bagian, baru, dasar)
		if alasan:
			hasil.gagal.append(alasan)
		else:
			_count(hasil, bagian)
	return hasil


def _try(bagian: Bagian, baru: str, dasar: str) -> str | None:
	with one_of_many() as galat:
		(_replace_atasan if bagian.sebagai == ATASAN else _replace_penilai)(bagian, baru, dasar)
	return f"{bagian.nama}: {' '.join(galat)}" if galat else None


def _replace_penilai(bagian: Bagian, baru: str, dasar: str) -> None:
	"""All of his that is open with the former Penilai, set SKP too; what waits although it was decided on as well."""
	skp = _get_skp(bagian)
	assign(bagian.pegawai, filter(None, [bagian.lama]), baru, get_today(), dasar)
	pihak = snapshot_pihak(bagian.pegawai)
	for row in skp:
		move_skp(row, pihak, BELUM_DITUTUP)
	add_jejak(("SKP", row.name, describe_pengalihan(pihak)) for row in skp)
	move_menunggu(bagian.pegawai, bagian.lama, pihak)
	for doctype, nama in _get_sisa(bagian):
		move_dokumen(doctype, [nama], pihak)


def _get_skp(bagian: Bagian) -> list[frappe._dict]:
	saring = {
		"pegawai": bagian.pegawai,
		"penilai": bagian.lama or ("is", "not set"),
		"tahap": ("!=", str(Tahap.DITUTUP)),
		"periode": ("in", list({baris.periode for baris in bagian.dokumen})),
	}
	return frappe.get_all("SKP", saring, ["name", "tahap"])


def _get_sisa(bagian: Bagian) -> list[tuple[str, str]]:
	"""Of those chosen, the ones that still name the former Penilai."""
	return [
		baris.kunci
		for baris in bagian.dokumen
		if (frappe.db.get_value(*baris.kunci, "penilai") or None) == (bagian.lama or None)
	]


def _replace_atasan(bagian: Bagian, baru: str, dasar: str) -> None:
	assign_atasan(bagian.pegawai, _get_penilai(bagian), baru, get_today(), dasar)
	pihak = snapshot_pihak(bagian.pegawai)
	for doctype in {baris.doctype for baris in bagian.dokumen}:
		nama = [baris.name for baris in bagian.dokumen if baris.doctype == doctype]
		move_penetapan(doctype, nama, pihak)


# --- in the background


def _report(selesai: int, jumlah: int) -> None:
	frappe.publish_progress(
		selesai * 100 / jumlah,
		title=_("Mengalihkan dokumen"),
		description=_("{0} dari {1} pegawai").format(selesai, jumlah),
	)


def _tell(hasil: Hasil, baru: str, periode: str) -> None:
	kabar = Pemberitahuan(
		penerima=frappe.session.user,
		doctype="Periode Kinerja",
		dokumen=periode,
		alamat=get_alamat_laporan(),
		tulis=partial(_write_kabar, hasil, baru),
		kali=f"penerusan {get_now()}",
	)
	send([kabar])


def _write_kabar(hasil: Hasil, baru: str) -> Kabar:
	return Kabar(
		judul=_("Dokumen {0} pegawai sudah dialihkan").format(hasil.pegawai),
		isi=describe_hasil(hasil, baru),
		tombol=_("Lihat yang masih menunggu"),
	)


def describe_hasil(hasil: Hasil, baru: str) -> str:
	rincian = ", ".join(f"{banyak} {_(doctype)}" for doctype, banyak in hasil.dokumen.items()) or _(
		"tidak ada"
	)
	kalimat = [_("Dialihkan kepada {0}: {1}.").format(get_data(baru).employee_name, rincian)]
	if hasil.gagal:
		kalimat.append(
			_("Tidak dialihkan ({0}): {1}").format(len(hasil.gagal), " ".join(hasil.gagal[:GAGAL_DISEBUT]))
		)
	return " ".join(kalimat)
