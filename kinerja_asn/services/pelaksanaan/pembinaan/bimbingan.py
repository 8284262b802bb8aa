"""Coaching and mentoring (form B.1.6, B.1.7): what it starts from, what it lacks, and how each party takes his step."""

from collections.abc import Collection

import frappe
from frappe import _

from kinerja_asn.constants.pembinaan import JenisPembinaan, StatusPembinaan
from kinerja_asn.services.bersama.langkah import check_belum_berubah
from kinerja_asn.services.bersama.pemberitahuan import retire
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.pelaksanaan.progres import get_gabungan
from kinerja_asn.services.pelaksanaan.realisasi import describe_nilai
from kinerja_asn.services.perencanaan.skp.rencana import get_teks_target

DOCTYPE = "Pembinaan Kinerja"


def build_indikator(skp: str, dipilih: Collection[str]) -> list[dict]:
	"""Rows of a coaching, for the chosen indikator of the plan in force: target and progress as the plan has them, so
	that nobody types them. Chosen none: all."""
	rencana = frappe.get_doc("SKP", skp)
	ada = {iki.kunci for iki in rencana.indikator}
	if asing := set(dipilih) - ada:
		frappe.throw(_("Indikator itu tidak ada di SKP ini ({0}). Muat ulang halaman.").format(len(asing)))
	gabungan = get_gabungan([skp], get_today())
	return [
		_build_baris(iki, gabungan.get(iki.kunci))
		for iki in rencana.indikator
		if iki.kunci in (dipilih or ada)
	]


def _build_baris(iki, realisasi) -> dict:
	return {
		"indikator": iki.kunci,
		"uraian": iki.indikator,
		"target_skp": get_teks_target(iki),
		"target": get_teks_target(iki),
		"progres": _("Belum ada realisasi yang dilaporkan.")
		if realisasi is None
		else describe_nilai(iki, realisasi, _("Dilaporkan"), iki.satuan),
	}


def find_kurang(doc) -> list[str]:
	"""What must be there before the employee submits his part, or either signs, in sentences."""
	kurang = _find_kurang_pegawai(doc)
	if doc.status in (StatusPembinaan.DITANDATANGANI, StatusPembinaan.SELESAI):
		kurang += _find_kurang_pembina(doc)
	return kurang


def _find_kurang_pegawai(doc) -> list[str]:
	if doc.jenis == JenisPembinaan.MENTORING:
		return [] if doc.keahlian else [_("Isi paling sedikit satu keahlian yang akan dikembangkan.")]
	return [
		_("Indikator ke-{0}: isi progres dan masalah atau hambatannya.").format(row.idx)
		for row in doc.indikator
		if not ((row.progres or "").strip() and (row.masalah or "").strip())
	]


def _find_kurang_pembina(doc) -> list[str]:
	if doc.jenis == JenisPembinaan.MENTORING:
		return [] if doc.jurnal else [_("Isi jurnal mentoring paling sedikit satu pertemuan.")]
	return [
		_("Indikator ke-{0}: isi strategi untuk mengatasi masalahnya.").format(row.idx)
		for row in doc.indikator
		if not (row.langkah or "").strip()
	]


# --- steps


def begin(skp, jenis: str, alasan: str, pembina: str | None, indikator: Collection[str] = ()):
	return frappe.get_doc(
		doctype=DOCTYPE,
		skp=skp.name,
		jenis=jenis,
		alasan=alasan,
		pembina=pembina,
		indikator=[{"indikator": kunci} for kunci in indikator],
	).insert()


def advance(doc, status: StatusPembinaan, modified: str, **isi) -> bool:
	"""Save what was filled in and lead it on. The same a second time (a double click) changes nothing: False."""
	if doc.status == status and doc.modified_by == frappe.session.user:
		return False
	check_belum_berubah(doc, modified)
	doc.update({"status": str(status), **isi})
	doc.save()
	retire(doc.doctype, doc.name, penerima=frappe.session.user)
	return True


def decide_tindak_lanjut(doc, tindak_lanjut: str, modified: str) -> bool:
	"""By the Penilai's superior, on the record that was reported to him (p. 85 huruf j-k)."""
	if doc.tindak_lanjut and doc.modified_by == frappe.session.user:
		return False
	check_belum_berubah(doc, modified)
	doc.tindak_lanjut = tindak_lanjut
	doc.save()
	return True
