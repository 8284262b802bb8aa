"""What may be recorded as a move, and by whom."""

import frappe
from frappe import _
from frappe.utils import formatdate, getdate

from kinerja_asn.constants.istilah import CakupanPergantian, JenisPerpindahan
from kinerja_asn.permissions.lingkup import get_instansi
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.orang.kewenangan import penjagaan
from kinerja_asn.services.orang.kewenangan.kedudukan import get_kedudukan
from kinerja_asn.services.orang.pejabat import check_pejabat
from kinerja_asn.services.orang.pihak import get_banyak_data, get_data, snapshot_pihak


def choose_instansi(pegawai: str | None) -> str | None:
	"""The agency whose SKP are concerned: the employee's; a Penilai may work in another one (p. 65: Kepala Daerah)."""
	milik, asal = get_instansi(frappe.session.user), get_data(pegawai).company
	return asal if not milik or asal in milik else milik[0]


def check_baru(doc) -> None:
	check_tanggal(doc)
	if doc.jenis == JenisPerpindahan.MUTASI:
		return check_pegawai(doc)
	check_penilai(doc)
	if doc.jenis == JenisPerpindahan.PLT_PLH:
		check_masa_plt(doc)


def check_tanggal(doc) -> None:
	if getdate(doc.tanggal) > get_today():
		frappe.throw(
			_("Tanggal {0} belum tiba. Catat perpindahan ini pada hari itu atau sesudahnya.").format(
				formatdate(doc.tanggal)
			)
		)
	if not find_periode(doc):
		frappe.throw(
			_("Tanggal {0} tidak berada dalam periode yang dibuka di {1}.").format(
				formatdate(doc.tanggal), doc.instansi
			)
		)


def find_periode(doc) -> str | None:
	"""The agency's open period of the day of the move."""
	tanggal = getdate(doc.tanggal)
	saring = {
		"instansi": doc.instansi,
		"status": "Dibuka",
		"awal": ("<=", tanggal),
		"akhir": (">=", tanggal),
	}
	return frappe.db.get_value("Periode Kinerja", saring)


def check_pegawai(doc) -> None:
	if not doc.pegawai:
		frappe.throw(_("Pilih pegawai yang berpindah."))
	pencatat = get_pencatat(doc)
	if doc.pegawai in get_kedudukan(pencatat).sendiri:
		frappe.throw(
			_("Perpindahan Anda sendiri dicatat oleh pengelola kinerja lain."), frappe.PermissionError
		)
	penjagaan.check_dicatat(doc.pegawai, pencatat)
	penjagaan.check_penilai_baru(snapshot_pihak(doc.pegawai)["penilai"], pencatat)


def get_pencatat(doc) -> str:
	"""A run in the background may go on under another user."""
	return doc.owner or frappe.session.user


def check_cakupan(doc) -> None:
	"""A change for a unit or a list says whom; for those of a Penilai, and of a stand-in, who that is."""
	if doc.cakupan == CakupanPergantian.UNIT:
		if not (doc.unit_cakupan and doc.penilai_baru):
			frappe.throw(_("Isi unit kerja dan Pejabat Penilai yang baru."))
		if not doc.instansi:
			frappe.throw(
				_("Unit {0} bukan milik satu instansi. Pilih unit kerja lain.").format(doc.unit_cakupan)
			)
	elif doc.cakupan == CakupanPergantian.DAFTAR:
		if not (doc.daftar_pegawai and doc.penilai_baru):
			frappe.throw(_("Isi daftar pegawai dan Pejabat Penilai yang baru."))
		check_daftar(doc)
	elif not (doc.penilai_lama and doc.penilai_baru):
		frappe.throw(_("Isi Pejabat Penilai yang lama dan yang baru."))


def check_daftar(doc) -> None:
	"""Active ASN of one agency, each once."""
	nama = [row.pegawai for row in doc.daftar_pegawai]
	if ganda := sorted({name for name in nama if nama.count(name) > 1}):
		frappe.throw(_("Pegawai tercantum lebih dari sekali: {0}.").format(_describe_orang(ganda)))
	saring = {"name": ("in", nama), "company": doc.instansi, "status": "Active", "nip": ("is", "set")}
	milik = set(frappe.get_all("Employee", saring, pluck="name"))
	if lain := [name for name in nama if name not in milik]:
		frappe.throw(_("Bukan ASN aktif di {0}: {1}.").format(doc.instansi, _describe_orang(lain)))


def _describe_orang(nama: list[str]) -> str:
	data = get_banyak_data(nama)
	return ", ".join(f"{data.get(name, {}).get('employee_name') or name} ({name})" for name in nama)


def check_penilai(doc) -> None:
	check_cakupan(doc)
	if doc.penilai_lama == doc.penilai_baru:
		frappe.throw(_("Pejabat Penilai baru sama dengan yang lama. Pilih orang lain."))
	penjagaan.check_penilai_baru(doc.penilai_baru, get_pencatat(doc))
	check_pejabat(doc.penilai_baru, _("Pejabat Penilai"))


def check_masa_plt(doc) -> None:
	if not doc.sebagai:
		frappe.throw(_("Pilih Plt. atau Plh."))
	if doc.sampai and getdate(doc.sampai) < max(getdate(doc.tanggal), get_today()):
		frappe.throw(
			_("Tanggal Sampai {0} sudah lewat. Isi hari terakhirnya, paling awal hari ini.").format(
				formatdate(doc.sampai)
			)
		)


def find_alasan_dilewati(doc, pegawai: str) -> str | None:
	"""Why one of many concerned is left out, for the trace."""
	if alasan := penjagaan.find_alasan_dilewati(pegawai, get_pencatat(doc)):
		return alasan
	if pegawai == doc.penilai_baru:
		return _(
			"Dilewati: ia sendiri Pejabat Penilai baru. Tentukan Pejabat Penilainya di Penugasan Penilai."
		)
	return None
