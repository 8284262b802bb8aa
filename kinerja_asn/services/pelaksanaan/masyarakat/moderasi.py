"""A comment is shown to the unit's staff, or hidden from them; neither it nor its mark is ever changed or deleted.

By whoever runs the system for that agency or unit and is not judged by it: his own unit's comments nobody moderates, nor
those that feed his own indikator.
"""

from collections.abc import Sequence

import frappe
from frappe import _

from kinerja_asn.constants.masyarakat import JAWABAN, StatusKomentar
from kinerja_asn.permissions.dokumen import from_terlihat
from kinerja_asn.permissions.lingkup import get_unit_sendiri
from kinerja_asn.permissions.penjaga import refuse_tidak_ada
from kinerja_asn.services.bersama.isian import find_salah_teks
from kinerja_asn.services.bersama.waktu import get_now
from kinerja_asn.services.pelaksanaan.masyarakat.layanan import is_dinilai


def may_moderasi(layanan: str, unit: str, user: str) -> bool:
	return unit not in get_unit_sendiri(user) and not is_dinilai(layanan, user)


def moderate(names: Sequence[str], status: StatusKomentar, alasan: str) -> int:
	"""Show or hide the comments of the answers ``names``; how many that changed. All of them, or none."""
	table, query = from_terlihat(JAWABAN)
	kolom = (table.name, table.layanan, table.unit_kerja, table.status_komentar)
	rows = query.select(*kolom).where(table.name.isin(list(names) or [""])).run(as_dict=True)
	if len(rows) != len(set(names)):
		refuse_tidak_ada()
	_check_pemeriksa(rows)
	_check_isi(rows, status, alasan)
	berubah = [row.name for row in rows if row.status_komentar != status]
	_store(berubah, status, alasan)
	return len(berubah)


def _check_pemeriksa(rows: list) -> None:
	for layanan, unit in {(row.layanan, row.unit_kerja) for row in rows}:
		if not may_moderasi(layanan, unit, frappe.session.user):
			frappe.throw(
				_(
					"Komentar tentang unit atau indikator Anda sendiri diperiksa orang lain: minta pengelola kinerja lain di "
					"instansi Anda, atau administrator situs."
				),
				frappe.PermissionError,
			)


def _check_isi(rows: list, status: StatusKomentar, alasan: str) -> None:
	if any(row.status_komentar == StatusKomentar.TANPA for row in rows):
		frappe.throw(_("Di antara yang dipilih ada umpan balik tanpa komentar. Pilih yang berkomentar saja."))
	if status == StatusKomentar.DISEMBUNYIKAN and not alasan:
		frappe.throw(_("Tulis alasan komentar disembunyikan, misalnya karena menyebut nama orang."))
	if salah := find_salah_teks(alasan):
		frappe.throw(_("Alasan: {0}").format(salah))


def _store(names: list[str], status: StatusKomentar, alasan: str) -> None:
	if not names:
		return
	table = frappe.qb.DocType(JAWABAN)
	(
		frappe.qb.update(table)
		.set(table.status_komentar, str(status))
		.set(table.alasan, alasan if status == StatusKomentar.DISEMBUNYIKAN else None)
		.set(table.diperiksa_oleh, frappe.session.user)
		.set(table.diperiksa_pada, get_now())
		.where(table.name.isin(names))
		.run()
	)
	for name in names:
		frappe.clear_document_cache(JAWABAN, name)


def get_komentar_tampil(layanan: str, paling_banyak: int) -> list[frappe._dict]:
	"""What the unit's staff read, the latest first: the month and no day, by which they could remember who it was."""
	saring = {"layanan": layanan, "status_komentar": StatusKomentar.DITAMPILKAN}
	return frappe.get_all(
		JAWABAN, saring, ["bulan", "jenis", "komentar"], order_by="bulan desc, name", limit=paling_banyak
	)
