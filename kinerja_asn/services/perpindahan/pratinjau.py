"""What a move would do, before anybody confirms it: whose documents, how many of what kind and stage, what follows."""

from collections import Counter, defaultdict
from collections.abc import Collection

import frappe
from frappe import _
from frappe.query_builder.functions import Count
from frappe.utils import formatdate, getdate

from kinerja_asn.constants.istilah import JenisPerpindahan, Tahap
from kinerja_asn.constants.peran import PENILAI
from kinerja_asn.constants.tahapan import BELUM_DITETAPKAN, BELUM_DITUTUP
from kinerja_asn.services.orang.pihak import get_banyak_data, get_data, snapshot_pihak
from kinerja_asn.services.orang.unit import get_nama_unit
from kinerja_asn.services.perpindahan.cakupan import find_lama, get_calon, get_skp, is_menurut_penilai
from kinerja_asn.services.perpindahan.pelaksanaan import SEKALIGUS, find_terdampak
from kinerja_asn.services.perpindahan.pemeriksaan import find_alasan_dilewati
from kinerja_asn.services.perpindahan.pengalihan import MENUNGGU, STATUS_MENUNGGU

BARIS_MAKS = 200  # shown one by one; the totals are of all


def build_pratinjau(doc) -> dict:
	"""Refuses what saving would refuse, and changes nothing. A fixed number of queries, however many people."""
	terdampak = find_terdampak(doc)
	lama = _get_lama(doc, list(terdampak))
	dokumen = _count_dokumen(doc, lama)
	data = get_banyak_data([*terdampak, *(nama for daftar in lama.values() for nama in daftar)])
	baris = [_build_baris(doc, pegawai, lama[pegawai], dokumen[pegawai], data) for pegawai in terdampak]
	dipindah = [row for row in baris if not row["dilewati"]]
	return {
		"jumlah": len(terdampak),
		"tanggal": formatdate(doc.tanggal, "d MMMM yyyy"),
		"baris": baris[:BARIS_MAKS],
		"lain": max(len(baris) - BARIS_MAKS, 0),
		"dokumen": _sum([row["dokumen"] for row in dipindah]),
		"tetap": _get_tetap(doc, terdampak),
		"akibat": _describe_akibat(doc, dipindah, lama, data),
	}


def _get_lama(doc, pegawai: list[str]) -> dict[str, list[str]]:
	if doc.jenis != JenisPerpindahan.MUTASI:
		return {name: daftar or [] for name, daftar in find_lama(doc, pegawai).items()}
	return {doc.pegawai: list({skp.penilai: None for skp in get_skp(pegawai=doc.pegawai) if skp.penilai})}


def _get_tetap(doc, terdampak: Collection[str]) -> list[str]:
	"""Named by the unit or the list, but with the new Penilai already."""
	if is_menurut_penilai(doc):
		return []
	return [
		_describe_orang(pegawai, nama) for pegawai, nama in get_calon(doc).items() if pegawai not in terdampak
	]


def _describe_orang(kode: str | None, nama: str | None) -> str:
	return f"{nama} ({kode})" if nama else (kode or "–")


# --- the documents


def _count_dokumen(doc, lama: dict[str, list[str]]) -> dict[str, list[dict]]:
	"""Employee -> how many documents of each kind and stage pass on, one query for each kind."""
	per_orang = defaultdict(list)
	for doctype in ("SKP", *MENUNGGU):
		for row in _query(doctype, doc, list(lama)):
			if _is_ikut(doc, doctype, row, lama[row.pegawai]):
				per_orang[row.pegawai].append(_build_hitungan(doc, doctype, row))
	return per_orang


def _query(doctype: str, doc, pegawai: list[str]) -> list:
	table = frappe.qb.DocType(doctype)
	tahap = table.status if doctype in STATUS_MENUNGGU else table.tahap
	query = (
		frappe.qb.from_(table)
		.select(table.pegawai, table.penilai, tahap.as_("tahap"), Count("*").as_("jumlah"))
		.where(table.pegawai.isin(pegawai or [""]) & tahap.isin(_get_tahap(doctype)))
		.groupby(table.pegawai, table.penilai, tahap)
		.orderby(table.pegawai)
	)
	if doctype == "SKP":
		query = query.where((table.akhir >= getdate(doc.tanggal)) & (table.instansi == doc.instansi))
	return query.run(as_dict=True)


def _get_tahap(doctype: str) -> list[str]:
	if doctype in STATUS_MENUNGGU:
		return [str(status) for status in STATUS_MENUNGGU[doctype]]
	return [str(tahap) for tahap in (BELUM_DITUTUP if doctype == "SKP" else BELUM_DITETAPKAN)]


def _is_ikut(doc, doctype: str, row, lama: list[str]) -> bool:
	if doc.jenis == JenisPerpindahan.MUTASI:
		return doctype in ("SKP", "Penugasan Kinerja")
	return row.penilai in lama or (doctype == "SKP" and not row.penilai and not is_menurut_penilai(doc))


def _build_hitungan(doc, doctype: str, row) -> dict:
	ditutup = doctype == "SKP" and row.tahap == Tahap.DITETAPKAN and doc.jenis != JenisPerpindahan.PLT_PLH
	akibat = _("ditutup, penerusnya draf") if ditutup else _("beralih")
	return {"jenis": _(doctype), "tahap": _(row.tahap), "jumlah": row.jumlah, "akibat": akibat}


def _sum(per_orang: list[list[dict]]) -> list[dict]:
	jumlah = Counter()
	for row in (row for daftar in per_orang for row in daftar):
		jumlah[row["jenis"], row["tahap"], row["akibat"]] += row["jumlah"]
	return [
		{"jenis": jenis, "tahap": tahap, "jumlah": banyak, "akibat": akibat}
		for (jenis, tahap, akibat), banyak in jumlah.items()
	]


# --- the people


def _build_baris(doc, pegawai: str, lama: list[str], dokumen: list[dict], data: dict) -> dict:
	orang = data.get(pegawai) or frappe._dict()
	return {
		"pegawai": _describe_orang(pegawai, orang.employee_name),
		"unit": get_nama_unit(orang.department),
		"lama": [_describe_orang(kode, data.get(kode, {}).get("employee_name")) for kode in lama],
		"dokumen": dokumen,
		"dilewati": find_alasan_dilewati(doc, pegawai) if doc.jenis != JenisPerpindahan.MUTASI else None,
	}


def _describe_akibat(doc, dipindah: list[dict], lama: dict[str, list[str]], data: dict) -> list[str]:
	"""What follows for those who evaluate, in sentences."""
	baru = _get_penilai_baru(doc)
	kalimat = [
		_("{0} memutuskan semua yang menunggu mulai saat ini.").format(
			_describe_orang(baru.name, baru.employee_name)
		)
	]
	if baru.user_id and PENILAI not in frappe.get_roles(baru.user_id):
		kalimat.append(_("{0} memperoleh peran {1}.").format(baru.employee_name, _(PENILAI)))
	if semula := {nama for daftar in lama.values() for nama in daftar}:
		nama = ", ".join(
			sorted(_describe_orang(kode, data.get(kode, {}).get("employee_name")) for kode in semula)
		)
		kalimat.append(
			_("{0} tidak memutuskannya lagi, dan tetap dapat membaca SKP yang ditutup.").format(nama)
		)
	kalimat.append(_("Pegawai yang bersangkutan dan Pejabat Penilainya diberi tahu."))
	if len(dipindah) > SEKALIGUS:
		kalimat.append(_("Dijalankan di latar belakang; kemajuannya tampak pada dokumen ini."))
	return kalimat


def _get_penilai_baru(doc) -> frappe._dict:
	if doc.jenis != JenisPerpindahan.MUTASI:
		return get_data(doc.penilai_baru)
	return get_data(snapshot_pihak(doc.pegawai)["penilai"])
