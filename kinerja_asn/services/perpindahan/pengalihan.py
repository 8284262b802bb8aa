"""Open documents of one employee pass from one Penilai to another, with a trace (design.md §5.2; p. 65 no. 7, p. 89)."""

from collections.abc import Collection, Mapping

import frappe
from frappe import _

from kinerja_asn.constants.akses import BERTAHAP, KOLOM_PENETAP, RENCANA
from kinerja_asn.constants.istilah import StatusCatatan, StatusPenugasan, Tahap
from kinerja_asn.constants.pembinaan import PEMBINAAN_TERBUKA, StatusAmbilAlih
from kinerja_asn.constants.tahapan import BELUM_DITETAPKAN
from kinerja_asn.services.bersama.jejak import add_jejak
from kinerja_asn.services.bersama.periode import get_tenggat_penetapan
from kinerja_asn.services.bersama.waktu import get_now
from kinerja_asn.services.orang.pihak import KOLOM_PENILAI
from kinerja_asn.services.perencanaan.skp.draf import MENYERTAI_SKP

# Columns of the one who guides -> those of the new Penilai.
PEMBINA = {
	"pembina": "penilai",
	"nama_pembina": "nama_penilai",
	"nip_pembina": "nip_penilai",
	"pembina_user": "penilai_user",
}
# What has no stages -> the status in which it waits, or is on the way.
STATUS_MENUNGGU = {
	"Penugasan Kinerja": (StatusPenugasan.MENUNGGU,),
	"Catatan Harian": (StatusCatatan.DRAF, StatusCatatan.DIAJUKAN),
}
EVALUASI = "Evaluasi Kinerja"
MENUNGGU = ("Perubahan SKP", "Realisasi Kinerja", EVALUASI, *STATUS_MENUNGGU)


def move_skp(skp: Mapping, pihak: Mapping, tahap: Collection[Tahap] = BELUM_DITETAPKAN) -> bool:
	"""Put ``pihak`` on an SKP that is at one of ``tahap``, and on what belongs to it. Says whether it was."""
	if skp["tahap"] not in [*map(str, tahap)]:
		return False
	_set_pihak("SKP", [skp["name"]], pihak)
	for doctype in MENYERTAI_SKP:
		_set_pihak(doctype, frappe.get_all(doctype, {"skp": skp["name"]}, pluck="name"), pihak)
	return True


def move_menunggu(
	pegawai: str,
	penilai_lama: str,
	pihak: Mapping,
	doctypes: Collection[str] = MENUNGGU,
	tetap: Collection[str] = (),
) -> dict[str, int]:
	"""What waits for ``penilai_lama``, or for the employee on the way to him, passes on: DocType -> how many. ``tetap``:
	evaluations that stay his."""
	jumlah = {}
	for doctype in doctypes:
		saring = {"pegawai": pegawai, "penilai": penilai_lama, **_get_saring(doctype)}
		nama = [name for name in frappe.get_all(doctype, saring, pluck="name") if name not in tetap]
		move_dokumen(doctype, nama, pihak)
		if nama:
			jumlah[doctype] = len(nama)
	if doctypes == MENUNGGU:
		_move_pembinaan(pegawai, penilai_lama, pihak)
	return jumlah


def _move_pembinaan(pegawai: str, penilai_lama: str, pihak: Mapping) -> None:
	"""A bimbingan that is under way and a result that is taken over; whoever was guided by the former Penilai himself is
	guided by the new one. What is confidential opens to nobody by a move."""
	berjalan = {"pegawai": pegawai, "penilai": penilai_lama, "status": ("in", [*map(str, PEMBINAAN_TERBUKA)])}
	bimbingan = frappe.get_all("Pembinaan Kinerja", berjalan, ["name", "pembina"])
	move_dokumen("Pembinaan Kinerja", [row.name for row in bimbingan], pihak)
	sendiri = [row.name for row in bimbingan if row.pembina == penilai_lama]
	if sendiri:
		_write("Pembinaan Kinerja", sendiri, {lama: pihak[baru] for lama, baru in PEMBINA.items()})
	berlaku = {"pegawai": pegawai, "penilai": penilai_lama, "status": str(StatusAmbilAlih.BERLAKU)}
	move_dokumen(
		"Ambil Alih Hasil Kerja", frappe.get_all("Ambil Alih Hasil Kerja", berlaku, pluck="name"), pihak
	)


def move_dokumen(doctype: str, nama: Collection[str], pihak: Mapping) -> None:
	_set_pihak(doctype, nama, {kolom: pihak[kolom] for kolom in KOLOM_PENILAI})
	add_jejak((doctype, name, describe_pengalihan(pihak)) for name in nama)


def move_penetapan(doctype: str, nama: Collection[str], pihak: Mapping) -> None:
	"""Plans that have passed to an atasan who cannot act pass to the one of ``pihak``; their Penilai stays."""
	atasan = {
		kolom: pihak[kolom] for kolom in ("atasan_penilai", "nama_atasan_penilai", "atasan_penilai_user")
	}
	_write(doctype, nama, {**atasan, "penetap_user": pihak["atasan_penilai_user"]})
	kalimat = _("Penetapan dialihkan kepada {0} sebagai atasan Pejabat Penilai.").format(
		pihak["nama_atasan_penilai"]
	)
	add_jejak((doctype, name, kalimat) for name in nama)


def _get_saring(doctype: str) -> dict:
	if doctype in BERTAHAP:
		# An evaluation whose time is over is the atasan's, whoever is Penilai (p. 90 no. 11).
		beralih = {"dialihkan_pada": ("is", "not set")} if doctype == EVALUASI else {}
		return {"tahap": ("in", [str(tahap) for tahap in BELUM_DITETAPKAN]), **beralih}
	return {"status": ("in", [str(status) for status in STATUS_MENUNGGU[doctype]])}


def describe_pengalihan(pihak: Mapping) -> str:
	return _("Dialihkan kepada {0} sebagai Pejabat Penilai Kinerja.").format(pihak["nama_penilai"] or "-")


def _set_pihak(doctype: str, nama: Collection[str], pihak: Mapping) -> None:
	if not nama:
		return
	penetap = {"penetap_user": pihak["penilai_user"]} if doctype in KOLOM_PENETAP else {}
	waktu = {"dialihkan_pada": None, "dikembalikan_pada": None} if doctype in RENCANA else {}
	_write(doctype, nama, {**pihak, **penetap, **waktu})
	if doctype in RENCANA:
		_extend_tenggat(doctype, nama)


def _write(doctype: str, nama: Collection[str], isi: Mapping) -> None:
	"""``modified`` changes too, so that a form that is open with the former Penilai cannot be saved over it."""
	table = frappe.qb.DocType(doctype)
	query = frappe.qb.update(table).where(table.name.isin(list(nama)))
	for kolom, nilai in {**isi, "modified": get_now(), "modified_by": frappe.session.user}.items():
		query = query.set(table[kolom], nilai)
	query.run()
	for name in nama:
		frappe.clear_document_cache(doctype, name)


def _extend_tenggat(doctype: str, nama: Collection[str]) -> None:
	"""Whoever has just become Penilai gets the time that a newly submitted plan gets."""
	saring = {"name": ("in", list(nama)), "tahap": str(Tahap.DIAJUKAN)}
	for row in frappe.get_all(doctype, saring, ["name", "periode"]):
		tenggat = get_tenggat_penetapan(row)
		frappe.db.set_value(doctype, row.name, "tenggat_penetapan", tenggat, update_modified=False)
