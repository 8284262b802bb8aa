"""What a row of a report said each time that it was submitted: kept on the row, in words, when the report comes back.

Frappe's versions keep it too, for who may open them; this is for employee, Penilai and auditor, where they read the row.
"""

from frappe import _

from kinerja_asn.services.bersama.isian import PANJANG_MAKS
from kinerja_asn.services.bersama.waktu import format_saat
from kinerja_asn.services.pelaksanaan.realisasi import describe_baris

PANJANG_SATU = 1_000  # characters of one narrative or note


def note_riwayat(row, diajukan_pada) -> None:
	"""The oldest goes where there is no room."""
	row.sebelumnya = describe_baris(row)
	baru = _describe(row, diajukan_pada)
	lama = (row.riwayat or "").splitlines()
	while lama and len("\n".join([*lama, baru])) > PANJANG_MAKS:
		lama.pop(0)
	row.riwayat = "\n".join([*lama, baru])


def _describe(row, diajukan_pada) -> str:
	kalimat = _("Diajukan {0}: {1}.").format(format_saat(diajukan_pada), _shorten(row.sebelumnya))
	if row.keterangan:
		kalimat += " " + _("Keterangan: {0}").format(_shorten(row.keterangan))
	if row.catatan_penilai:
		kalimat += " " + _("Catatan ketika itu: {0}").format(_shorten(row.catatan_penilai))
	return kalimat


def _shorten(teks: str) -> str:
	"""On one line."""
	teks = " ".join(teks.split())
	return teks if len(teks) <= PANJANG_SATU else f"{teks[: PANJANG_SATU - 1]}…"
