"""May somebody object, until when, and who examines it (p. 117 no. 1-3). "Today" is the server's; no date comes from
a client."""

from datetime import date

import frappe
from frappe import _
from frappe.utils import getdate

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.rules.keberatan import PENGAJUAN, get_tenggat_keputusan, get_tenggat_pengajuan
from kinerja_asn.services.bersama.waktu import format_batas, get_libur, get_today
from kinerja_asn.services.orang.pejabat import find_halangan
from kinerja_asn.services.orang.pihak import choose_penilai, get_data
from kinerja_asn.services.penilaian.dokumen.final import describe_final

DOCTYPE, DOKUMEN = "Keberatan Kinerja", "Dokumen Evaluasi Kinerja"


def get_tenggat(dokumen) -> date | None:
	"""The last day; None: there is none, for it is final or not received. Holidays that were decreed since it was received
	lengthen it, none that was taken away shortens it."""
	if dokumen.alasan_final or not dokumen.diterima_pada:
		return None
	kini = get_tenggat_pengajuan(getdate(dokumen.diterima_pada), get_libur(dokumen.instansi))
	return max(kini, getdate(dokumen.tenggat_keberatan)) if dokumen.tenggat_keberatan else kini


def find_hambatan(dokumen) -> str | None:
	"""Why the employee cannot object now, in words; None: he can."""
	if dokumen.alasan_final:
		return describe_final(dokumen.alasan_final)
	if not dokumen.diterima_pada:
		return _(
			"Keberatan diajukan sesudah dokumen diterima. Nyatakan dahulu bahwa Anda sudah menerimanya; sejak itu tersedia {0} "
			"hari kerja."
		).format(PENGAJUAN.hari)
	if dokumen.digantikan:
		return _("Dokumen ini sudah digantikan dokumen lain.")
	tenggat = get_tenggat(dokumen)
	if tenggat < get_today():
		return _(
			"Batas keberatan, {0} hari kerja sejak dokumen diterima, berakhir {1} (PermenPANRB 6/2022, {2})."
		).format(PENGAJUAN.hari, format_batas(tenggat), PENGAJUAN.dasar)
	return None


def check_dapat_diajukan(dokumen) -> None:
	if hambatan := find_hambatan(dokumen):
		frappe.throw(hambatan, title=_("Keberatan tidak dapat diajukan"))


def check_sekali(keberatan) -> None:
	"""One objection to a document; one that was withdrawn is none. The document's row makes two at once wait."""
	frappe.db.get_value(DOKUMEN, keberatan.dokumen, "name", for_update=True)
	lain = frappe.get_all(
		DOCTYPE,
		{
			"dokumen": keberatan.dokumen,
			"name": ("!=", keberatan.name or ""),
			"tahap": ("in", [str(Tahap.DIAJUKAN), str(Tahap.DITETAPKAN)]),
		},
		pluck="name",
	)
	if lain:
		frappe.throw(_("Keberatan atas dokumen ini sudah diajukan. Buka keberatan itu."))


def find_keberatan(dokumen: str) -> str | None:
	"""Of those that the session user may read, the one that counts: filed or decided, else the draft."""
	rows = frappe.get_list(
		DOCTYPE, filters={"dokumen": dokumen}, fields=["name", "tahap"], order_by="creation desc"
	)
	urutan = {Tahap.DITETAPKAN: 0, Tahap.DIAJUKAN: 1, Tahap.DRAF: 2, Tahap.DITUTUP: 3}
	rows = sorted(rows, key=lambda row: urutan.get(Tahap(row.tahap), 4))
	return rows[0].name if rows else None


def get_tenggat_putusan(instansi: str) -> date:
	return get_tenggat_keputusan(get_today(), get_libur(instansi))


def find_pemeriksa(dokumen) -> frappe._dict:
	"""The superior of the Penilai, "secara berjenjang" (p. 117 no. 2): whoever set the result, or cannot act, is passed
	over for the one above him. The columns that name him; empty: there is nobody."""
	terlibat, nama = {dokumen.pegawai, dokumen.penilai}, dokumen.atasan_penilai or _get_atas(dokumen.penilai)
	dilalui: set[str] = set()
	while nama and nama not in dilalui:
		dilalui.add(nama)
		if nama not in terlibat and not find_halangan([nama]):
			return _read_pemeriksa(nama)
		nama = _get_atas(nama)
	return frappe._dict(atasan_penilai=None, nama_atasan_penilai=None, atasan_penilai_user=None)


def _get_atas(pegawai: str | None) -> str | None:
	data = get_data(pegawai)
	return choose_penilai([data])[data.name] if data else None


def _read_pemeriksa(nama: str) -> frappe._dict:
	data = get_data(nama)
	return frappe._dict(
		atasan_penilai=nama, nama_atasan_penilai=data.employee_name, atasan_penilai_user=data.user_id
	)
