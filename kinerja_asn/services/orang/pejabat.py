"""Who can act as Penilai, as his superior or as whoever assigns: employed, with an account that is in use."""

from collections.abc import Collection, Iterable

import frappe
from frappe import _
from frappe.utils import escape_html, get_url_to_report

from kinerja_asn.constants.istilah import HalanganBertindak
from kinerja_asn.permissions.lingkup import is_bertugas

LAPORAN = "Menunggu Pejabat yang Tidak Dapat Bertindak"
CALON = ("name", "employee_name", "designation", "department")


def get_alamat_laporan() -> str:
	"""The report of what waits for those who cannot act."""
	return get_url_to_report(LAPORAN, "Script Report", "SKP")


def find_halangan(pegawai: Iterable[str | None]) -> dict[str, HalanganBertindak]:
	"""Of these Employees, those who cannot act, and why. One query."""
	nama = {name for name in pegawai if name}
	if not nama:
		return {}
	orang, user = frappe.qb.DocType("Employee"), frappe.qb.DocType("User")
	rows = (
		frappe.qb.from_(orang)
		.left_join(user)
		.on(user.name == orang.user_id)
		.select(orang.name, orang.status, orang.relieving_date, orang.user_id, user.enabled)
		.where(orang.name.isin(list(nama)))
		.run(as_dict=True)
	)
	halangan = {row.name: _get_halangan(row) for row in rows}
	return {name: sebab for name, sebab in halangan.items() if sebab}


def _get_halangan(row) -> HalanganBertindak | None:
	if not is_bertugas(row):
		return HalanganBertindak.TIDAK_AKTIF
	if not row.user_id:
		return HalanganBertindak.TANPA_AKUN
	return None if row.enabled else HalanganBertindak.AKUN_MATI


def check_pejabat(pegawai: str, sebagai: str, boleh: Collection[HalanganBertindak] = ()) -> None:
	"""Refuses who cannot act ``sebagai`` (a word for people), unless that is one of ``boleh``."""
	sebab = find_halangan([pegawai]).get(pegawai)
	if not sebab or sebab in boleh:
		return
	nama = escape_html(frappe.db.get_value("Employee", pegawai, "employee_name") or pegawai)
	kalimat = {
		HalanganBertindak.TIDAK_AKTIF: _(
			"{0} bukan pegawai aktif lagi, sehingga tidak dapat menjadi {1}. Pilih orang lain."
		),
		HalanganBertindak.TANPA_AKUN: _(
			"{0} belum memiliki akun, sehingga tidak dapat menjadi {1}. Lengkapi akun pada data pegawainya, atau pilih orang lain."
		),
		HalanganBertindak.AKUN_MATI: _(
			"Akun {0} dinonaktifkan, sehingga ia tidak dapat menjadi {1}. Aktifkan akunnya, atau pilih orang lain."
		),
	}
	frappe.throw(kalimat[sebab].format(nama, sebagai), title=_("Tidak dapat bertindak"))


def search_pejabat(teks: str, selain: Collection[str], banyak: int) -> list[frappe._dict]:
	"""Employees whom the session user may read, whom ``teks`` finds and who can act; never one of ``selain``.

	Those with a disabled account are few: a page more than is asked for makes up for them.
	"""
	cari = f"%{teks}%"
	rows = frappe.get_list(
		"Employee",
		filters={
			"status": "Active",
			"user_id": ("is", "set"),
			"name": ("not in", [*filter(None, selain), ""]),
		},
		or_filters=dict.fromkeys(("name", "employee_name", "nip", "nrp"), ("like", cari)),
		fields=list(CALON),
		order_by="employee_name asc",
		limit_page_length=banyak * 2,
	)
	halangan = find_halangan(row.name for row in rows)
	return [row for row in rows if row.name not in halangan][:banyak]
