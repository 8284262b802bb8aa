"""Report of a behaviour problem (form B.1.10, p. 86-87): what is attached, and what the official decides."""

from collections.abc import Collection, Mapping

import frappe
from frappe import _
from frappe.utils import escape_html, getdate

from kinerja_asn.constants.istilah import SasaranUmpanBalik, Sifat
from kinerja_asn.constants.pembinaan import StatusLaporanMasalah
from kinerja_asn.services.bersama.langkah import check_belum_berubah
from kinerja_asn.services.bersama.pemberitahuan import retire
from kinerja_asn.services.bersama.penolakan import refuse_isian
from kinerja_asn.services.pelaksanaan.pembinaan.kabar import tell_keputusan_laporan, tell_laporan
from kinerja_asn.services.pelaksanaan.pembinaan.pejabat import find_pejabat, is_berhalangan

DOCTYPE = "Laporan Masalah Perilaku"
_KOLOM = ("name", "tanggal", "nama_pemberi", "sasaran", "sasaran_uraian", "sifat", "isi")


def get_umpan_balik(skp: str) -> list[frappe._dict]:
	"""Feedback of this plan, newest first, which its Penilai reads and may attach as proof."""
	return frappe.get_all("Umpan Balik Kinerja", {"skp": skp}, _KOLOM, order_by="tanggal desc, creation desc")


def build_bukti(skp: str, dipilih: Collection[str]) -> list[dict]:
	"""The attached feedback in words, since the official does not read it elsewhere (p. 86 huruf d)."""
	rows = [row for row in get_umpan_balik(skp) if row.name in set(dipilih)]
	if len(rows) != len(set(dipilih)):
		frappe.throw(_("Umpan balik yang dipilih bukan milik SKP ini. Muat ulang halaman."))
	if not any(_is_tentang_perilaku(row) for row in rows):
		refuse_isian(
			"bukti",
			_(
				"Lampirkan paling sedikit satu umpan balik Perlu Perbaikan atas perilaku kerja yang sudah diterima pegawai "
				"(hlm. 86)."
			),
		)
	return [_build_bukti(row) for row in reversed(rows)]


def _is_tentang_perilaku(row) -> bool:
	return row.sifat == Sifat.PERLU_PERBAIKAN and row.sasaran == SasaranUmpanBalik.PERILAKU


def _build_bukti(row) -> dict:
	return {
		"umpan_balik": row.name,
		"tanggal": getdate(row.tanggal),
		"pemberi": row.nama_pemberi,
		"tentang": (row.sasaran_uraian or _(row.sasaran))[:140],
		"isi": row.isi,
	}


def check_nilai_dasar(nilai: str | None) -> str:
	"""One value a line, of the seven (form B.1.10: "didasarkan pada nilai dasar ASN")."""
	dipilih = dict.fromkeys(filter(None, map(str.strip, (nilai or "").splitlines())))
	ada = set(frappe.get_all("Nilai Perilaku", pluck="name"))
	if asing := [nama for nama in dipilih if nama not in ada]:
		frappe.throw(_("Nilai dasar {0} tidak dikenal.").format(escape_html(asing[0][:50])))
	return "\n".join(dipilih) or refuse_isian("nilai_dasar", _("Pilih nilai dasar ASN yang bersangkutan."))


# --- acts


def report(skp, isi: Mapping, bukti: Collection[str]):
	return frappe.get_doc(
		doctype=DOCTYPE, skp=skp.name, bukti=[{"umpan_balik": nama} for nama in bukti], **isi
	).insert()


def decline(doc, alasan: str, modified: str) -> bool:
	"""By the official: no counselling follows, for a reason."""
	if doc.status == StatusLaporanMasalah.TIDAK_DILANJUTKAN and doc.modified_by == frappe.session.user:
		return False
	check_belum_berubah(doc, modified)
	doc.update({"status": str(StatusLaporanMasalah.TIDAK_DILANJUTKAN), "alasan_keputusan": alasan})
	doc.save()
	return True


def may_readdress(doc) -> bool:
	"""Its Penilai, while it waits for an official who cannot act any more."""
	menunggu = doc.status == StatusLaporanMasalah.DILAPORKAN and doc.penilai_user == frappe.session.user
	return menunggu and is_berhalangan(doc.pejabat)


def readdress(doc) -> None:
	if not may_readdress(doc):
		frappe.throw(
			_(
				"Laporan dialamatkan ulang oleh Pejabat Penilainya, ketika penerimanya tidak dapat bertindak lagi."
			),
			frappe.PermissionError,
		)
	doc.db_set(find_pejabat(doc))
	tell_laporan(doc)


def mark_konseling(konseling) -> None:
	"""Its counselling was set: that is the decision on the report, which the counsellor then reads."""
	isi = {"konselor": konseling.konselor, "konselor_user": konseling.konselor_user}
	doc = frappe.get_doc(DOCTYPE, konseling.laporan)
	doc.db_set({**isi, "status": str(StatusLaporanMasalah.KONSELING), "kunci_menunggu": None})
	retire(DOCTYPE, doc.name, penerima=doc.pejabat_user)
	tell_keputusan_laporan(doc)
