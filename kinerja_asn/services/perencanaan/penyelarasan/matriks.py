"""Matriks Pembagian Peran dan Hasil (p. 47-49, form A.1.5): a view of the leader's results and who serves them.

A cell is the hasil kerja of a team member that name the leader's row, or the answer "tidak ada peran". Also shown
are members of other units with a row here: they "terekam dalam Matriks … pada unit dimana Pegawai ditugaskan"
(p. 47 huruf j). The number of queries grows with neither people nor results.
"""

from collections import defaultdict

import frappe
from frappe import _

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.tahapan import DISUSUN
from kinerja_asn.permissions.dokumen import get_kondisi
from kinerja_asn.permissions.lingkup import has_left
from kinerja_asn.services.bersama.periode import get_periode
from kinerja_asn.services.bersama.tabel_anak import is_anak
from kinerja_asn.services.orang.bawahan import get_bawahan


def get_matriks(skp) -> frappe._dict:
	"""The matrix of the leader's document ``skp``, which the session user may read.

	``kolom``: kunci, uraian, indikator (words), belum_dipikul. ``baris``: pegawai, nama, jabatan, unit_kerja, skp,
	workflow_state, modified, terbuka (roles may be written now), alasan (why not), dapat_dijawab ("tidak ada peran"
	may be answered), tanpa_peran_sama_sekali and ``sel``, one for each kolom: kunci, hasil (rows of SKP Hasil Kerja),
	tanpa_peran.
	"""
	kolom = _build_kolom(skp)
	hasil = _get_hasil_kerja(skp, kolom)
	anggota = [*_get_anggota(skp), *_get_tamu(hasil, skp)]
	tanpa_peran = _get_tanpa_peran(skp)
	boleh = may_bagi(skp)
	baris = [_build_baris(orang, kolom, hasil, tanpa_peran, boleh) for orang in anggota]
	for nomor, hasil_pimpinan in enumerate(kolom):
		hasil_pimpinan.belum_dipikul = not any(row.sel[nomor].hasil for row in baris)
	return frappe._dict(kolom=kolom, baris=baris)


def may_bagi(skp) -> bool:
	"""The leader himself divides the roles, while the period is open; everybody else reads."""
	user = frappe.session.user
	milik_sendiri = user == skp.pegawai_user and not has_left(user)
	return milik_sendiri and skp.tahap != Tahap.DITUTUP and get_periode(skp.periode).status == "Dibuka"


def count_matriks(matriks: frappe._dict) -> frappe._dict:
	"""What is still open, in names: belum_dipikul (results), tanpa_peran (people), and belum_dijawab (how many cells)."""
	return frappe._dict(
		belum_dipikul=[
			hasil_pimpinan.uraian for hasil_pimpinan in matriks.kolom if hasil_pimpinan.belum_dipikul
		],
		tanpa_peran=[row.nama for row in matriks.baris if row.tanpa_peran_sama_sekali],
		belum_dijawab=sum(is_belum_dijawab(sel) for row in matriks.baris if not row.tamu for sel in row.sel),
	)


def is_belum_dijawab(sel: frappe._dict) -> bool:
	return not sel.hasil and not sel.tanpa_peran


# --- columns


def _build_kolom(skp) -> list[frappe._dict]:
	"""The leader's hasil kerja with their indikator; ``pk``: rows of the Perjanjian Kinerja that these carry."""
	indikator = defaultdict(list)
	for iki in skp.indikator:
		indikator[iki.hasil_kerja].append(iki)
	return [
		frappe._dict(
			kunci=row.kunci,
			uraian=row.rencana_hasil_kerja,
			indikator=[iki.indikator for iki in indikator[row.kunci]],
			pk=[iki.pk_indikator for iki in indikator[row.kunci] if iki.pk_indikator],
		)
		for row in skp.hasil_kerja
	]


# --- people


def _get_anggota(skp) -> list[frappe._dict]:
	"""The team: whose SKP of the period names the leader as Penilai, and his people who have none yet."""
	ber_skp = _select_skp(skp).where(frappe.qb.DocType("SKP").penilai == skp.pegawai).run(as_dict=True)
	anggota = ber_skp + _get_tanpa_skp(skp)
	return sorted(anggota, key=lambda orang: (orang.nama or "", orang.pegawai))


def _select_skp(skp):
	"""SKP of the leader's period as far as the session user may see them; the leader sees his own team anyway."""
	table = frappe.qb.DocType("SKP")
	query = (
		frappe.qb.from_(table)
		.select(table.name.as_("skp"), table.pegawai, table.nama_pegawai.as_("nama"))
		.select(table.jabatan_pegawai.as_("jabatan"), table.unit_kerja, table.penilai)
		.select(table.tahap, table.workflow_state, table.modified)
		.where((table.periode == skp.periode) & (table.pegawai != skp.pegawai))
	)
	if skp.tahap != Tahap.DITUTUP:
		query = query.where(table.tahap != Tahap.DITUTUP)
	return query if skp.pegawai_user == frappe.session.user else query.where(get_kondisi("SKP"))


def _get_tanpa_skp(skp) -> list[frappe._dict]:
	if get_periode(skp.periode).status != "Dibuka":
		return []
	bawahan = [row for row in get_bawahan([skp.pegawai]) if row.company == skp.instansi]
	names = [row.name for row in bawahan] or [""]
	saring = {"pegawai": ("in", names), "periode": skp.periode, "tahap": ("!=", str(Tahap.DITUTUP))}
	punya = set(frappe.get_all("SKP", saring, pluck="pegawai"))
	return [
		frappe._dict(
			pegawai=row.name, nama=row.employee_name, jabatan=row.designation, unit_kerja=row.department
		)
		for row in bawahan
		if row.name not in punya
	]


def _get_tamu(hasil: dict, skp) -> list[frappe._dict]:
	"""People of other leaders with a row in this matrix, as their rows name them."""
	tamu = {
		row.skp: frappe._dict(
			{kolom: row[kolom] for kolom in ("skp", "pegawai", "nama", "jabatan", "unit_kerja", "tahap")},
			workflow_state=row.workflow_state,
			tamu=True,
		)
		for rows in hasil.values()
		for row in rows
		if row.penilai != skp.pegawai
	}
	return sorted(tamu.values(), key=lambda orang: (orang.nama or "", orang.pegawai))


# --- cells


def _get_hasil_kerja(skp, kolom: list) -> dict[tuple[str, str], list[frappe._dict]]:
	"""(SKP, kunci of the column) -> rows that serve it, also those that hang on a row which it carries."""
	per_pk = {pk: hasil_pimpinan.kunci for hasil_pimpinan in kolom for pk in hasil_pimpinan.pk}
	anak, induk = frappe.qb.DocType("SKP Hasil Kerja"), frappe.qb.DocType("SKP")
	rows = (
		_select_skp(skp)
		.join(anak)
		.on(is_anak(anak, induk))
		.select(anak.name, anak.rencana_hasil_kerja, anak.rhk_pimpinan, anak.pk_indikator)
		.select(anak.penyelarasan, anak.porsi)
		.where(
			anak.rhk_pimpinan.isin([hasil_pimpinan.kunci for hasil_pimpinan in kolom] or [""])
			| (anak.pk_indikator.isin(list(per_pk) or [""]) & (induk.penilai == skp.pegawai))
		)
		.orderby(anak.idx)
		.run(as_dict=True)
	)
	hasil = defaultdict(list)
	for row in rows:
		hasil[row.skp, row.rhk_pimpinan or per_pk[row.pk_indikator]].append(row)
	return hasil


def _get_tanpa_peran(skp) -> set[tuple[str, str]]:
	"""(pegawai, kunci) of the answers "tidak ada peran"."""
	rows = frappe.get_all("Tanpa Peran", {"skp_pimpinan": skp.name}, ["pegawai", "rhk_pimpinan"])
	return {(row.pegawai, row.rhk_pimpinan) for row in rows}


def _build_baris(
	orang: frappe._dict, kolom: list, hasil: dict, tanpa_peran: set, boleh: bool
) -> frappe._dict:
	sel = [
		frappe._dict(
			kunci=hasil_pimpinan.kunci,
			hasil=hasil.get((orang.skp, hasil_pimpinan.kunci), []),
			tanpa_peran=(orang.pegawai, hasil_pimpinan.kunci) in tanpa_peran,
		)
		for hasil_pimpinan in kolom
	]
	alasan = _get_alasan_tertutup(orang)
	return frappe._dict(
		orang,
		modified=str(orang.modified or ""),
		sel=sel,
		alasan=alasan,
		terbuka=boleh and not alasan,
		dapat_dijawab=boleh and not orang.tamu,
		tanpa_peran_sama_sekali=not any(isi.hasil for isi in sel),
	)


def _get_alasan_tertutup(orang: frappe._dict) -> str:
	"""Why nobody edits this row of the matrix now; "" where the leader may."""
	if orang.tamu:
		return _("Ditugaskan dari unit lain: perannya diatur lewat Penugasan.")
	if orang.tahap in (None, *DISUSUN):
		return ""
	if orang.tahap == Tahap.DIAJUKAN:
		return _("SKP sedang diajukan: kembalikan dahulu bila perannya perlu diubah.")
	return _("SKP sudah ditetapkan: ubah lewat Perubahan SKP.")
