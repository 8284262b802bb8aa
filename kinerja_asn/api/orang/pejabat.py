"""Who can act: link fields of forms, and passing on what waits for those who cannot."""

import frappe
from frappe import _

from kinerja_asn.constants.peran import AUDITOR, PENGELOLA, PENGELOLA_UNIT
from kinerja_asn.permissions.penjaga import require_login, require_role
from kinerja_asn.services.bersama.isian import count_pilihan, read_daftar, read_kamus
from kinerja_asn.services.orang import pejabat
from kinerja_asn.services.orang.unit import get_banyak_nama_unit
from kinerja_asn.services.perpindahan import penerusan
from kinerja_asn.services.perpindahan.tertahan import find_tertahan


@frappe.whitelist(methods=["POST"])
def search(
	doctype: str, txt: str, searchfield: str, start: int, page_len: int, filters: dict | str | None = None
) -> list[tuple]:
	"""Link search: employees who can act, among those that the caller may read; ``filters.selain`` are left out."""
	require_login()
	selain = read_daftar(read_kamus(filters).get("selain"), (str, type(None)))
	rows = pejabat.search_pejabat(txt, selain, count_pilihan(page_len))
	unit = get_banyak_nama_unit(row.department for row in rows)
	return [(row.name, row.employee_name, row.designation or "", unit[row.department]) for row in rows]


@frappe.whitelist(methods=["POST"])
def count_tertahan(filters: dict | list | str | None = None) -> dict:
	"""The number card, as Frappe expects it: as many documents as the report lists for the session user."""
	require_role(PENGELOLA, PENGELOLA_UNIT, AUDITOR)
	return {
		"value": len(find_tertahan()),
		"fieldtype": "Int",
		"route": ["query-report", pejabat.LAPORAN],
	}


@frappe.whitelist(methods=["POST"])
def preview(dokumen: list | str, baru: str) -> dict:
	"""What passing ``dokumen`` (pairs of DocType and name) on to ``baru`` would do, in words; does nothing."""
	require_role(PENGELOLA)
	hasil = penerusan.preview(_read(dokumen), baru)
	return {"pegawai": hasil.pegawai, "kalimat": penerusan.describe_hasil(hasil, baru), "gagal": hasil.gagal}


@frappe.whitelist(methods=["POST"])
def pass_on(dokumen: list | str, baru: str, dasar: str) -> str:
	"""Pass ``dokumen`` on to the Employee ``baru``; returns what became of it, in words."""
	require_role(PENGELOLA)
	if not (dasar or "").strip():
		frappe.throw(_("Tulis dasarnya, misalnya nomor surat perintah, agar penugasannya dapat ditelusuri."))
	hasil = penerusan.pass_on(_read(dokumen), baru, dasar.strip())
	if hasil is None:
		return _("Sedang dialihkan di latar belakang. Anda diberi tahu setelah selesai.")
	return penerusan.describe_hasil(hasil, baru)


def _read(dokumen: list | str) -> list[tuple[str, str]]:
	daftar = [
		tuple(map(str, pasangan)) for pasangan in read_daftar(dokumen, (list, tuple)) if len(pasangan) == 2
	]
	return daftar or frappe.throw(_("Pilih dokumen yang akan dialihkan."))
