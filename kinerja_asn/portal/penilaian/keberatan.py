"""The objection as the employee writes it, the Penilai explains it and his superior decides on it."""

from collections.abc import Mapping

import frappe
from frappe import _

from kinerja_asn.constants.dokumen_evaluasi import KeputusanKeberatan
from kinerja_asn.constants.istilah import Rating, Tahap
from kinerja_asn.portal.pelaksanaan.realisasi import delete_berkas, get_unggahan, store_berkas
from kinerja_asn.services.bersama.langkah import advance, check_belum_berubah, describe_penunggu, get_tombol
from kinerja_asn.services.bersama.waktu import format_batas, get_today
from kinerja_asn.services.penilaian.keberatan.pengajuan import DOCTYPE, get_tenggat

RATING = tuple(map(str, Rating))
KEPUTUSAN = tuple(map(str, KeputusanKeberatan))
_PUTUSAN = ("keputusan", "rating_hasil_baru", "rating_perilaku_baru", "pertimbangan", "rekomendasi")
KELAS = {Tahap.DRAF: "netral", Tahap.DIAJUKAN: "ingat", Tahap.DITETAPKAN: "baik", Tahap.DITUTUP: "netral"}


# --- the employee


def begin(dokumen: str):
	doc = frappe.new_doc(DOCTYPE)
	doc.dokumen = dokumen
	return doc


def save_isian(doc, form: Mapping) -> None:
	"""Files are attached to a stored document."""
	if not doc.is_new():
		check_belum_berubah(doc, form.get("modified") or "")
	doc.alasan = form.get("alasan")
	dibuang = _drop_bukti(doc, form)
	_add_tautan(doc, form)
	doc.save()
	for unggahan in get_unggahan():
		berkas = store_berkas(doc, unggahan)
		doc.append("bukti", {"uraian": unggahan.filename[:140], "berkas": berkas.file_url})
	if get_unggahan():
		doc.save()
	delete_berkas(doc, dibuang)


def _drop_bukti(doc, form: Mapping) -> list[str]:
	buang = [row for row in doc.bukti if form.get(f"buang-{row.name}")]
	doc.set("bukti", [row for row in doc.bukti if row not in buang])
	return [row.berkas for row in buang if row.berkas]


def _add_tautan(doc, form: Mapping) -> None:
	tautan = (form.get("tautan") or "").strip()
	if tautan:
		doc.append("bukti", {"uraian": tautan[:140], "tautan": tautan})


def submit(doc, form: Mapping) -> None:
	save_isian(doc, form)
	advance(doc, Tahap.DIAJUKAN)


def add_keterangan(doc, form: Mapping, medan: str) -> None:
	"""The employee's or the Penilai's, when the superior asks both."""
	check_belum_berubah(doc, form.get("modified") or "")
	doc.set(medan, form.get(medan))
	doc.save()


# --- the superior


def decide(doc, form: Mapping) -> bool:
	if doc.tahap == Tahap.DITETAPKAN and doc.modified_by == frappe.session.user:
		return False
	check_belum_berubah(doc, form.get("modified") or "")
	doc.update({kolom: form.get(kolom) or None for kolom in _PUTUSAN})
	return advance(doc, Tahap.DITETAPKAN)


# --- what the page shows


def get_bagian(doc) -> frappe._dict:
	"""What the session user may do now, as the document itself says it."""
	if doc.is_new():
		return frappe._dict(isi=True, tombol={})
	doc.load_doc_before_save()
	terbuka = doc.get_isian_terbuka() if doc.has_permission("write") else set()
	tombol = get_tombol(doc, Tahap.DIAJUKAN, Tahap.DITETAPKAN, Tahap.DITUTUP)
	return frappe._dict(
		isi="alasan" in terbuka,
		keterangan="keterangan_pegawai" in terbuka,
		penjelasan="penjelasan_penilai" in terbuka,
		putusan="keputusan" in terbuka and str(Tahap.DITETAPKAN) in tombol,
		cabut=str(Tahap.DITUTUP) in tombol,
		tombol=tombol,
	)


def describe_giliran(doc, dokumen) -> str:
	if doc.is_new() or doc.tahap == Tahap.DRAF:
		return _("Dapat diajukan sampai {0}.").format(format_batas(get_tenggat(dokumen)))
	if doc.tahap != Tahap.DIAJUKAN:
		return ""
	lewat = doc.tenggat_keputusan < get_today()
	batas = _("Tenggat keputusannya {0}, sudah lewat.") if lewat else _("Diputuskan paling lambat {0}.")
	return f"{describe_penunggu(doc)} {batas.format(format_batas(doc.tenggat_keputusan))}"


def get_isian(doc, form: Mapping) -> frappe._dict:
	medan = ("alasan", "keterangan_pegawai", "penjelasan_penilai", *_PUTUSAN)
	return frappe._dict({nama: form.get(nama, doc.get(nama)) or "" for nama in medan})
