"""Konseling kinerja (p. 87-88): who counsels, what becomes of it, and its words, which nobody finds in the database.

They are stored encrypted with the site's own key (site_config.json): a list, a query, an export, a backup without that
file show nothing. Whoever has both, the server's own administrator, can read them.
"""

from collections.abc import Mapping

import frappe
from frappe import _
from frappe.utils.password import decrypt, encrypt

from kinerja_asn.constants.pembinaan import KedudukanKonselor, StatusKonseling
from kinerja_asn.services.bersama.isian import find_salah_teks
from kinerja_asn.services.bersama.langkah import check_belum_berubah
from kinerja_asn.services.bersama.penolakan import refuse_isian
from kinerja_asn.services.orang.pihak import get_data

DOCTYPE = "Konseling Kinerja"
TERSANDI = ("hasil", "kesepakatan", "tindak_lanjut")


def hide(medan: str, teks: str) -> str:
	"""As it is stored; the limits on what may be typed are asked of the words."""
	if salah := find_salah_teks(teks):
		refuse_isian(medan, salah[0].upper() + salah[1:])
	return encrypt(teks)


def read_rekaman(doc) -> dict[str, str]:
	"""The words of one that the session user may read: the caller has it from ``get_dokumen``."""
	return {medan: decrypt(doc.get(medan)) if doc.get(medan) else "" for medan in TERSANDI}


def find_konselor(nomor: str | None) -> str:
	"""The Employee of this NIP or NRP: of whatever agency, so by the whole number only."""
	nomor = "".join((nomor or "").split())
	rows = frappe.get_all(
		"Employee", filters={"status": "Active"}, or_filters={"nip": nomor, "nrp": nomor}, pluck="name"
	)
	if not nomor or len(rows) != 1:
		refuse_isian("nomor", _("Tidak ada pegawai aktif dengan NIP atau NRP itu. Periksa nomornya."))
	return rows[0]


def get_kolom_konselor(konselor: str) -> dict:
	data = get_data(konselor)
	return {
		"nama_konselor": data.employee_name,
		"nip_konselor": data.nip or data.nrp,
		"konselor_user": data.user_id,
	}


def get_pilihan_kedudukan() -> list[str]:
	return [*map(str, KedudukanKonselor)]


# --- acts


def arrange(laporan: str, isi: Mapping):
	"""The official sets it: counsellor, time and place (p. 87 huruf a)."""
	return frappe.get_doc(doctype=DOCTYPE, laporan=laporan, **isi).insert()


def change(doc, isi: Mapping, modified: str) -> None:
	check_belum_berubah(doc, modified)
	doc.update(isi)
	doc.save()


def complete(doc, hasil: str, kesepakatan: str, modified: str) -> bool:
	"""The counsellor fills in and signs the record (p. 87 huruf c); a second time changes nothing: False."""
	if doc.status == StatusKonseling.SELESAI and doc.modified_by == frappe.session.user:
		return False
	change(
		doc,
		{"status": str(StatusKonseling.SELESAI), "hasil": hasil.strip(), "kesepakatan": kesepakatan.strip()},
		modified,
	)
	return True


def decide_tindak_lanjut(doc, tindak_lanjut: str, modified: str) -> bool:
	"""By whoever received the record (p. 88 huruf e)."""
	if doc.tindak_lanjut and doc.modified_by == frappe.session.user:
		return False
	change(doc, {"tindak_lanjut": tindak_lanjut.strip()}, modified)
	return True
