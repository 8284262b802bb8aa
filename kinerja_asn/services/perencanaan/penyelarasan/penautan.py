"""Rows that hang on a Perjanjian Kinerja find the leader's row when his SKP is set, so that nobody waits for it (p. 27).

Also in SKP that were set before the leader's, with a trace: the link changes nothing of what was agreed on.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping

import frappe
from frappe import _

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.rules.pembulatan import to_decimal
from kinerja_asn.rules.penyelarasan import check_jumlah_porsi
from kinerja_asn.services.bersama.jejak import add_jejak
from kinerja_asn.services.bersama.tabel_anak import is_anak
from kinerja_asn.services.bersama.waktu import get_now
from kinerja_asn.services.perencanaan.penyelarasan.hasil_pimpinan import (
	add_uraian,
	get_rantai,
	query_hasil_kerja,
	walk,
)
from kinerja_asn.services.perencanaan.penyelarasan.porsi import get_porsi_terambil


def link_menunggu(pegawai: str, periode: str) -> None:
	"""Link the rows of ``pegawai``'s people that wait for his SKP, which is now set; also in SKP set before his.

	Where the shares would exceed the whole, or more than one of his rows would do, the row goes on waiting: the
	report "Menunggu Penyelarasan" names it.
	"""
	menunggu = get_menunggu(pegawai, periode)
	pembawa = find_pembawa(pegawai, periode, {row.pk_indikator for row in menunggu})
	for pk, tujuan in pembawa.items():
		rows = [row for row in menunggu if row.pk_indikator == pk]
		if not _is_lebih(rows, tujuan):
			_link(rows, tujuan)


def get_menunggu(pimpinan: str, periode: str) -> list[frappe._dict]:
	"""Rows of the people of ``pimpinan`` that hang on a Perjanjian Kinerja without a row of his."""
	skp, anak = frappe.qb.DocType("SKP"), frappe.qb.DocType("SKP Hasil Kerja")
	return (
		frappe.qb.from_(anak)
		.join(skp)
		.on(is_anak(anak, skp))
		.select(anak.name, anak.parent, anak.pk_indikator, anak.porsi, anak.rencana_hasil_kerja)
		.where((skp.penilai == pimpinan) & (skp.periode == periode) & (skp.tahap != Tahap.DITUTUP))
		.where(is_menunggu(anak))
		.run(as_dict=True)
	)


def is_menunggu(anak):
	"""Criterion on the table SKP Hasil Kerja: hangs on a Perjanjian Kinerja and on no leader's row."""
	return (anak.pk_indikator != "") & (anak.rhk_pimpinan.isnull() | (anak.rhk_pimpinan == ""))


def _is_lebih(rows: list, tujuan: frappe._dict) -> bool:
	baru = [to_decimal(row.porsi) for row in rows if row.porsi]
	return bool(baru and check_jumlah_porsi([*baru, *get_porsi_terambil("rhk_pimpinan", tujuan.kunci)]))


def _link(rows: list, tujuan: frappe._dict) -> None:
	anak, skp = frappe.qb.DocType("SKP Hasil Kerja"), frappe.qb.DocType("SKP")
	(
		frappe.qb.update(anak)
		.set(anak.rhk_pimpinan, tujuan.kunci)
		.set(anak.rhk_pimpinan_uraian, tujuan.uraian)
		.set(anak.pk_indikator, None)
		.where(anak.name.isin([row.name for row in rows]))
		.run()
	)
	# An open form of the employee must not write the old link back.
	induk = list({row.parent for row in rows})
	(
		frappe.qb.update(skp)
		.set(skp.modified, get_now())
		.set(skp.modified_by, frappe.session.user)
		.where(skp.name.isin(induk))
		.run()
	)
	for nama in induk:
		frappe.clear_document_cache("SKP", nama)
	add_jejak(("SKP", row.parent, _describe_tautan(row, tujuan)) for row in rows)


def _describe_tautan(row, tujuan: frappe._dict) -> str:
	return _(
		'Hasil kerja "{0}" yang mengacu pada Perjanjian Kinerja kini mendukung hasil kerja {1}: "{2}".'
	).format(row.rencana_hasil_kerja, tujuan.nama_pegawai, tujuan.rencana_hasil_kerja)


# --- which of the leader's rows


def find_pembawa(pimpinan: str | None, periode: str, pk: Collection[str]) -> dict[str, frappe._dict]:
	"""Row of a Perjanjian Kinerja -> the one hasil kerja of ``pimpinan``'s set SKP that carries it.

	It carries it by an indikator, by hanging on it itself, or by serving a row that carries it. Absent where no or
	more than one hasil kerja does: then somebody has to choose.
	"""
	if not (pimpinan and pk):
		return {}
	query = query_hasil_kerja([pimpinan], periode)
	rows = add_uraian(query.where(frappe.qb.DocType("SKP").tahap == Tahap.DITETAPKAN).run(as_dict=True))
	dimuat = _get_hasil_kerja_pembawa(periode, pk) if rows else {}
	rantai = get_rantai({row.kunci: row.rhk_pimpinan for row in rows})
	calon = {kunci: _choose_pembawa(kunci, rows, dimuat.get(kunci, set()), rantai) for kunci in pk}
	return {kunci: daftar[0] for kunci, daftar in calon.items() if len(daftar) == 1}


def _choose_pembawa(pk: str, rows: list, dimuat: set[str], rantai: Mapping) -> list[frappe._dict]:
	"""The nearest: those that carry it themselves come before those that serve one which does."""
	return (
		[row for row in rows if row.kunci in dimuat]
		or [row for row in rows if row.pk_indikator == pk]
		or [row for row in rows if dimuat & set(walk(row.kunci, rantai))]
	)


def _get_hasil_kerja_pembawa(periode: str, pk: Collection[str]) -> dict[str, set[str]]:
	"""Row of a Perjanjian Kinerja -> kunci of the hasil kerja that carry it as an indikator."""
	skp, iki = frappe.qb.DocType("SKP"), frappe.qb.DocType("SKP Indikator")
	rows = (
		frappe.qb.from_(iki)
		.join(skp)
		.on(is_anak(iki, skp))
		.select(iki.pk_indikator, iki.hasil_kerja)
		.where(iki.pk_indikator.isin(list(pk)) & (skp.periode == periode) & (skp.tahap != Tahap.DITUTUP))
		.run(as_dict=True)
	)
	dimuat = defaultdict(set)
	for row in rows:
		dimuat[row.pk_indikator].add(row.hasil_kerja)
	return dimuat
