"""Changing a rating from the calibration page: one action with its reason, by the named Penilai, through the document's own
steps. Whoever stands above him asks; he does not rewrite."""

from functools import partial

import frappe
from frappe import _

from kinerja_asn.constants.distribusi import JenisCatatanPenyelarasan
from kinerja_asn.constants.istilah import Rating, Tahap
from kinerja_asn.constants.tahapan import SUDAH_DISERAHKAN
from kinerja_asn.permissions.lingkup import has_left
from kinerja_asn.permissions.penjaga import check_bertugas
from kinerja_asn.services.bersama.isian import read_alasan
from kinerja_asn.services.bersama.langkah import advance, check_belum_berubah
from kinerja_asn.services.bersama.pemberitahuan import Kabar, Pemberitahuan, send
from kinerja_asn.services.bersama.penolakan import refuse_isian
from kinerja_asn.services.penilaian.sebaran.catatan import add_catatan

KOLOM = ("rating_hasil_kerja", "rating_perilaku", "predikat_kinerja")


def may_ubah(row, user: str) -> bool:
	"""May ``user`` change the ratings of ``row`` (an evaluation or its row): its Penilai, until it is handed over?"""
	return _is_terbuka(row, user) and row.penilai_user == user


def may_minta(row, user: str) -> bool:
	"""May he ask its Penilai to look at it again: the Penilai's superior, until it is handed over?"""
	return _is_terbuka(row, user) and row.atasan_penilai_user == user and row.penilai_user not in (user, None)


def _is_terbuka(row, user: str) -> bool:
	return (
		bool(row.name)
		and row.tahap not in SUDAH_DISERAHKAN
		and row.pegawai_user != user
		and not has_left(user)
	)


def change_rating(
	doc,
	hasil: str | None,
	perilaku: str | None,
	alasan: str | None,
	versi: str,
	alasan_sebaran: str | None = None,
) -> bool:
	"""False where the figures have come to suggest something else since it was set: changed, and a draft to be looked at."""
	_check_penilai(doc)
	check_belum_berubah(doc, versi)
	alasan = read_alasan(alasan, "alasan", _("Tulis alasan perubahannya."))
	lama, ditetapkan = [doc.get(kolom) for kolom in KOLOM], doc.tahap == Tahap.DITETAPKAN
	baru = _read_rating(hasil, "hasil"), _read_rating(perilaku, "perilaku")
	if [*baru] == lama[:2]:
		refuse_isian("hasil", _("Ratingnya sama dengan yang tersimpan: tidak ada yang berubah."))
	usulan = doc.usulan_rating_hasil or ""
	if ditetapkan:
		advance(doc, Tahap.DRAF)
	_fill(doc, baru, alasan, alasan_sebaran)
	tetap = ditetapkan and (doc.usulan_rating_hasil or "") == usulan
	if tetap:
		advance(doc, Tahap.DITETAPKAN)
	else:
		doc.save()
	_record(doc, lama, alasan)
	return tetap or not ditetapkan


def _check_penilai(doc) -> None:
	user = frappe.session.user
	if may_ubah(doc, user):
		return
	check_bertugas()
	if doc.tahap in SUDAH_DISERAHKAN:
		frappe.throw(
			_("Evaluasi ini sudah diserahkan kepada pegawai: hasilnya tidak diubah lagi dari sini."),
			frappe.PermissionError,
		)
	frappe.throw(
		_("Rating diubah oleh Pejabat Penilai yang tercantum, {0}. Mintalah ia meninjaunya.").format(
			doc.nama_penilai or _("yang belum ditentukan")
		),
		frappe.PermissionError,
	)


def _read_rating(nilai: str | None, medan: str) -> str:
	if nilai not in list(Rating):
		refuse_isian(medan, _("Pilih rating dari daftarnya."))
	return str(nilai)


def _fill(doc, baru: tuple[str, str], alasan: str, alasan_sebaran: str | None) -> None:
	"""The reason for the change is also the one why the rating differs from what is proposed."""
	if baru[0] != doc.rating_hasil_kerja and baru[0] != doc.usulan_rating_hasil:
		doc.alasan_rating_hasil = alasan
	doc.rating_hasil_kerja, doc.rating_perilaku = baru
	if (alasan_sebaran or "").strip():
		doc.alasan_sebaran = alasan_sebaran.strip()


def _record(doc, lama: list, alasan: str) -> None:
	nama = ("rating_hasil", "rating_perilaku", "predikat")
	isi = {f"{kunci}_lama": nilai for kunci, nilai in zip(nama, lama, strict=True)}
	isi |= {f"{kunci}_baru": doc.get(kolom) for kunci, kolom in zip(nama, KOLOM, strict=True)}
	add_catatan(doc, JenisCatatanPenyelarasan.PERUBAHAN, alasan, **isi)


# --- asking


def ask_tinjau(doc, alasan: str | None) -> None:
	"""By the Penilai's superior: he is told why, and decides himself."""
	if not may_minta(doc, frappe.session.user):
		check_bertugas()
		frappe.throw(
			_("Yang meminta tinjauan adalah atasan Pejabat Penilai, sebelum evaluasi diserahkan."),
			frappe.PermissionError,
		)
	alasan = read_alasan(alasan, "alasan", _("Tulis apa yang perlu ditinjau dan mengapa."))
	add_catatan(doc, JenisCatatanPenyelarasan.PERMINTAAN, alasan, predikat_lama=doc.predikat_kinerja)
	send(
		[
			Pemberitahuan(
				penerima=doc.penilai_user,
				doctype="Evaluasi Kinerja",
				dokumen=doc.name,
				tulis=partial(_write_permintaan, doc.nama_atasan_penilai, doc.nama_pegawai, doc.masa, alasan),
				kali=frappe.generate_hash(length=8),
			)
		]
	)


def _write_permintaan(atasan: str | None, pegawai: str, masa: str, alasan: str) -> Kabar:
	return Kabar(
		judul=_("Tinjau lagi evaluasi {0} untuk {1}").format(pegawai, masa),
		isi=_("{0} memintanya: {1}").format(atasan or _("Atasan Anda"), alasan),
		tombol=_("Buka evaluasi"),
	)
