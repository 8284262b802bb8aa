"""A verifier whom HR put into a workflow (docs/alur-kerja.md) works in the portal too: one page for all kinds of documents.

He need not be one of the document's people, so the pages of those are not his. Who opens it is asked as in the desk.
"""

from collections.abc import Callable

import frappe
from frappe import _

from kinerja_asn.constants.akses import BERTAHAP
from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.portal.dasar.halaman import get_dokumen
from kinerja_asn.services.bersama.angka import format_isian
from kinerja_asn.services.bersama.langkah import advance, get_tombol, send_back
from kinerja_asn.services.bersama.penolakan import refuse_isian
from kinerja_asn.services.bersama.periode import get_nama_periode
from kinerja_asn.services.perencanaan.skp.rencana import get_teks_target

# Stage at which somebody verifies -> where his step leads the document in the end, and where back.
TUJUAN = {
	Tahap.DIAJUKAN: (Tahap.DITETAPKAN, Tahap.DIKEMBALIKAN),
	Tahap.DITETAPKAN: (Tahap.DISERAHKAN, Tahap.DRAF),
}


def get_diperiksa(jenis: str | None, nama: str | None):
	"""The document, for whoever may read it; whether a step on it is his, the buttons ask."""
	return get_dokumen(jenis, nama if jenis in BERTAHAP else None)


def get_tombol_maju(doc) -> str | None:
	return _get_tombol(doc, 0)


def get_tombol_kembali(doc) -> str | None:
	return _get_tombol(doc, 1)


def _get_tombol(doc, arah: int) -> str | None:
	tujuan = _get_tujuan(doc)
	return get_tombol(doc, tujuan[arah]).get(str(tujuan[arah])) if tujuan else None


def _get_tujuan(doc) -> tuple[Tahap, Tahap] | None:
	return TUJUAN.get(Tahap(doc.tahap))


def pass_on(doc, form) -> bool:
	return advance(doc, _require_tujuan(doc)[0], form.get("modified") or "")


def give_back(doc, form) -> None:
	"""With the reason that whoever wrote it will read."""
	tujuan = _require_tujuan(doc)[1]
	if tujuan == Tahap.DIKEMBALIKAN:
		return send_back(doc, form.get("alasan"), form.get("modified") or "")
	alasan = (form.get("alasan") or "").strip()
	if not alasan:
		refuse_isian(
			"alasan", _("Tulis alasan pengembalian, agar Pejabat Penilai tahu apa yang perlu diperbaiki.")
		)
	advance(doc, tujuan, form.get("modified") or "")
	doc.add_comment("Comment", frappe.utils.escape_html(alasan))


def _require_tujuan(doc) -> tuple[Tahap, Tahap]:
	return _get_tujuan(doc) or frappe.throw(
		_("Dokumen ini tidak sedang diperiksa. Muat ulang halaman untuk melihat keadaannya sekarang."),
		frappe.PermissionError,
	)


# --- what is to be verified


def describe(doc) -> str:
	return " · ".join(filter(None, (_(doc.doctype), doc.get("masa") or get_nama_periode(doc.periode))))


def build_isi(doc) -> list[frappe._dict]:
	"""judul, its jenis, and butir (text, what is said below it), as the document itself holds them: nothing else is read."""
	return _ISI[doc.doctype](doc)


def build_lampiran(doc) -> list[tuple[str, str]]:
	"""Of a plan: text, and which part of the Lampiran it belongs to."""
	return [
		(row.uraian, " · ".join(_(kata) for kata in (row.kategori, row.jenis, row.frekuensi) if kata))
		for row in doc.get("lampiran") or []
	]


def _build_rencana(doc) -> list[frappe._dict]:
	return [
		frappe._dict(
			judul=hasil.rencana_hasil_kerja,
			jenis=_(hasil.jenis),
			butir=[
				(iki.indikator, _("Target: {0}").format(get_teks_target(iki)))
				for iki in doc.indikator
				if iki.hasil_kerja == hasil.kunci
			],
		)
		for hasil in doc.hasil_kerja
	]


def _build_realisasi(doc) -> list[frappe._dict]:
	return [
		frappe._dict(
			judul=row.uraian,
			butir=[
				(
					_("Realisasi: {0}").format(
						row.realisasi_naratif or _join(format_isian(row.realisasi), row.satuan)
					),
					row.keterangan or "",
				)
			],
		)
		for row in doc.baris
		if row.dilaporkan
	]


def _build_evaluasi(doc) -> list[frappe._dict]:
	rating = frappe._dict(
		judul=_("Rating"),
		butir=[
			(_("Hasil kerja: {0}").format(_(doc.rating_hasil_kerja or "-")), doc.alasan_rating_hasil or ""),
			(_("Perilaku kerja: {0}").format(_(doc.rating_perilaku or "-")), doc.catatan or ""),
			(_("Predikat Kinerja Pegawai: {0}").format(_(doc.predikat_kinerja or "-")), ""),
		],
	)
	hasil = [
		frappe._dict(
			judul=row.rencana_hasil_kerja,
			butir=[
				(
					row.uraian,
					_("Target: {0}. Realisasi: {1}. Rating: {2}").format(
						row.target, row.realisasi, _(row.rating or "-")
					),
				)
			],
		)
		for row in doc.hasil
	]
	return [rating, *hasil]


def _join(*bagian: str | None) -> str:
	return " ".join(filter(None, bagian))


_ISI: dict[str, Callable] = {
	"SKP": _build_rencana,
	"Perubahan SKP": _build_rencana,
	"Realisasi Kinerja": _build_realisasi,
	"Evaluasi Kinerja": _build_evaluasi,
}
