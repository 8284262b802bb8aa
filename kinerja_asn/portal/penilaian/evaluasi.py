"""The form in which a Penilai evaluates: the rows, the guides of p. 97-98, the quadrant, and how it is saved."""

import frappe
from frappe import _
from frappe.utils import getdate

from kinerja_asn.constants.istilah import Predikat, Rating, Tahap
from kinerja_asn.constants.tahapan import DIVERIFIKASI
from kinerja_asn.rules.pembulatan import to_decimal
from kinerja_asn.rules.predikat import KUADRAN
from kinerja_asn.services.bersama.angka import format_tampil
from kinerja_asn.services.bersama.langkah import advance, check_belum_berubah
from kinerja_asn.services.bersama.periode import get_periode
from kinerja_asn.services.bersama.tabel_anak import get_saring_anak
from kinerja_asn.services.pelaksanaan.kehadiran.kehadiran import Kehadiran, get_kehadiran
from kinerja_asn.services.pelaksanaan.rencana_aksi import get_langkah_masa

DOCTYPE = "Evaluasi Kinerja"
RATING = tuple(str(rating) for rating in Rating)
PERILAKU_X = (Rating.DIBAWAH, Rating.SESUAI, Rating.DIATAS)
_UNTUK_PEGAWAI = ("alasan_rating_hasil", "kekuatan", "area_perbaikan", "catatan", "rekomendasi")
_TEKS = ("rating_hasil_kerja", "rating_perilaku", "alasan_sebaran", *_UNTUK_PEGAWAI)
_CENTANG = ("studi_tidak_selesai", "rujukan")
KELAS_PREDIKAT = {
	Predikat.SANGAT_BAIK: "unggul",
	Predikat.BAIK: "baik",
	Predikat.BUTUH_PERBAIKAN: "ingat",
	Predikat.KURANG: "bahaya",
	Predikat.SANGAT_KURANG: "bahaya",
}


def get_panduan_hasil() -> dict[str, str]:
	"""Guide for the rating of hasil kerja (p. 97-98)."""
	return {
		str(Rating.DIATAS): _(
			"Sebagian besar atau seluruh hasil kerja diatas ekspektasi dan tidak ada hasil kerja utama yang dibawah "
			"ekspektasi; umpan balik sebagian besar atau seluruhnya menunjukkan respon positif."
		),
		str(Rating.SESUAI): _(
			"Sebagian besar atau seluruh hasil kerja sesuai ekspektasi dan hanya sebagian kecil hasil kerja utama yang "
			"dibawah ekspektasi; umpan balik sebagian menunjukkan respon positif."
		),
		str(Rating.DIBAWAH): _(
			"Sebagian besar atau seluruh hasil kerja dibawah ekspektasi; umpan balik sebagian besar atau seluruhnya "
			"tidak menunjukkan respon positif."
		),
	}


def get_panduan_perilaku() -> dict[str, str]:
	"""Guide for the rating of perilaku kerja (p. 98)."""
	return {
		str(Rating.DIATAS): _(
			"Pegawai secara konsisten menjalankan nilai dasar ASN untuk diri sendiri dan menjadi penjaga penerapan nilai "
			"dasar ASN di dalam atau di luar unit kerjanya."
		),
		str(Rating.SESUAI): _("Pegawai secara konsisten menjalankan nilai dasar ASN untuk diri sendiri."),
		str(Rating.DIBAWAH): _("Pegawai belum secara konsisten menjalankan nilai dasar ASN."),
	}


def build_kuadran(hasil: str | None, perilaku: str | None) -> list[frappe._dict]:
	"""Rows of the quadrant (p. 99), best hasil kerja on top; the cell of the two ratings is ``terpilih``."""
	return [
		frappe._dict(
			hasil=str(y),
			sel=[
				frappe._dict(
					perilaku=str(x),
					predikat=describe_predikat(KUADRAN[y, x]),
					kelas=KELAS_PREDIKAT[KUADRAN[y, x]],
					terpilih=(hasil, perilaku) == (y, x),
				)
				for x in PERILAKU_X
			],
		)
		for y in Rating
	]


def describe_predikat(predikat: Predikat) -> str:
	return _("Kurang/Misconduct") if predikat == Predikat.KURANG else _(str(predikat))


# --- making and finding


def find_evaluasi(skp: str | None, jenis: str | None, masa_ke: str | None) -> str | None:
	saring = {"skp": skp, "jenis": jenis, "masa_ke": _to_int(masa_ke)}
	nama = frappe.get_list(DOCTYPE, filters=saring, pluck="name") if skp and jenis else []
	return nama[0] if nama else None


def make_evaluasi(skp: str, jenis: str | None, masa_ke: str | None) -> str:
	"""The draft for this SKP and period; the one that exists already is opened instead."""
	if ada := find_evaluasi(skp, jenis, masa_ke):
		return ada
	return frappe.get_doc(doctype=DOCTYPE, skp=skp, jenis=jenis, masa_ke=_to_int(masa_ke)).insert().name


def _to_int(teks: str | None) -> int:
	return int(teks) if str(teks or "").isdecimal() else 0


# --- the form


def build_hasil(doc, form=None) -> list[frappe._dict]:
	"""Each hasil kerja once, with its feedback, the steps begun by then and its indikator; with what was typed when ``form`` is given."""
	bukti, akhir = _get_bukti(doc), getdate(doc.akhir)
	langkah = get_langkah_masa(doc.skp, akhir.replace(month=1, day=1), akhir)
	per_hasil: dict[str, frappe._dict] = {}
	for row in doc.hasil:
		kepala = frappe._dict(
			rencana_hasil_kerja=row.rencana_hasil_kerja,
			jenis=row.jenis,
			umpan_balik=(row.umpan_balik or "").splitlines(),
			rencana_aksi=langkah.get(row.hasil_kerja, ()),
			ambil_alih=row.ambil_alih,
			indikator=[],
		)
		per_hasil.setdefault(row.hasil_kerja, kepala).indikator.append(_build_baris(row, bukti, form))
	return list(per_hasil.values())


def find_kehadiran(doc) -> Kehadiran | None:
	"""Of the rated person in what is evaluated, where the site keeps it: a fact beside Akuntabel (J5), for the readers of
	the evaluation, which ``doc`` is."""
	awal, akhir = getdate(doc.awal), getdate(doc.akhir)
	return get_kehadiran([doc.pegawai], awal, akhir).get(doc.pegawai)


def _get_bukti(doc) -> list[frappe._dict]:
	"""Verified evidence of the months that are evaluated, with the month it came in; what the reader may see of it."""
	laporan = frappe.get_list(
		"Realisasi Kinerja",
		filters={
			"skp": doc.skp,
			"akhir": ("<=", doc.akhir),
			"tahap": ("in", [str(tahap) for tahap in DIVERIFIKASI]),
		},
		fields=["name", "masa"],
		order_by="akhir asc",
	)
	masa = {row.name: row.masa for row in laporan}
	rows = frappe.get_all(
		"Bukti Dukung",
		get_saring_anak("Realisasi Kinerja", list(masa)),
		["parent", "indikator", "uraian", "berkas", "tautan"],
		order_by="parent, idx",
	)
	return sorted(
		(frappe._dict(row, masa=masa[row.parent]) for row in rows), key=lambda row: [*masa].index(row.parent)
	)


def _build_baris(row, bukti: list[frappe._dict], form) -> frappe._dict:
	return frappe._dict(
		kunci=row.indikator,
		uraian=row.uraian,
		target=row.target,
		target_masa=row.target_masa,
		realisasi=row.realisasi,
		bukti=[berkas for berkas in bukti if berkas.indikator in (None, "", row.indikator)],
		persen=format_tampil(to_decimal(row.capaian_persen)) if row.rating_usulan else None,
		usulan=row.rating_usulan,
		rating=_pick(form, f"rating-{row.indikator}", row.rating),
		alasan=_pick(form, f"alasan-{row.indikator}", row.alasan),
	)


def build_isian(doc, form=None) -> frappe._dict:
	isian = frappe._dict({nama: _pick(form, nama, doc.get(nama)) for nama in _TEKS})
	for nama in _CENTANG:
		isian[nama] = bool(form.get(nama)) if form is not None else bool(doc.get(nama))
	return isian


def _pick(form, nama: str, tersimpan: str | None) -> str:
	return (form.get(nama) if form is not None else tersimpan) or ""


def save_isian(doc, form) -> None:
	check_belum_berubah(doc, form.get("modified") or "")
	for row in doc.hasil:
		row.rating = _check_rating(form.get(f"rating-{row.indikator}"))
		row.alasan = form.get(f"alasan-{row.indikator}")
	doc.rating_hasil_kerja = _check_rating(form.get("rating_hasil_kerja"))
	doc.rating_perilaku = _check_rating(form.get("rating_perilaku"))
	for nama in _UNTUK_PEGAWAI:
		doc.set(nama, form.get(nama))
	doc.studi_tidak_selesai = int(bool(form.get("studi_tidak_selesai")))
	doc.rujukan = form.get("rujukan") or None
	doc.alasan_sebaran = form.get("alasan_sebaran", doc.alasan_sebaran)
	if form.get("pp30"):
		doc.ide_baru = int(bool(form.get("ide_baru")))
	doc.save()


def _check_rating(teks: str | None) -> str | None:
	if teks and teks not in RATING:
		frappe.throw(_("Pilih rating dari daftarnya."))
	return teks or None


def set_evaluasi(doc, form) -> bool:
	"""Save and set. False when the proposal has become another than the page showed: saved, but not set."""
	save_isian(doc, form)
	if (doc.usulan_rating_hasil or "") != (form.get("usulan") or ""):
		return False
	advance(doc, Tahap.DITETAPKAN)
	return True


def is_pp30(doc) -> bool:
	"""Does its scheme show the figure of PP 30/2019?"""
	return bool(frappe.get_cached_doc("Skema Penilaian", get_periode(doc.periode).skema).pp30)


def describe_pp30(doc) -> str | None:
	"""Beside the predikat, where there is one."""
	if not doc.predikat_pp30:
		return None
	nilai = format_tampil(to_decimal(doc.nilai_pp30))
	return _("Nilai angka PP 30/2019: {0} ({1})").format(nilai, _(doc.predikat_pp30))


def may_nilai(doc) -> bool:
	if not doc.has_permission("write"):
		return False
	doc.load_doc_before_save()
	return "rating_hasil_kerja" in doc.get_isian_terbuka()
