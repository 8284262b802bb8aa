"""The employee's nine statements on a bimbingan, handed to the superior of the leader (form B.1.8, p. 83)."""

from collections.abc import Mapping

import frappe
from frappe import _

from kinerja_asn.constants.pembinaan import PERNYATAAN, JawabanPernyataan, StatusPembinaan
from kinerja_asn.services.bersama.penolakan import refuse_isian

DOCTYPE = "Tanggapan Pembinaan"


def build_butir(jawaban: Mapping[int, tuple[str, str]]) -> list[dict]:
	"""The rows: number of the statement -> (answer, remark). Every statement is answered."""
	return [_build(nomor, *jawaban.get(nomor, ("", ""))) for nomor in range(1, len(PERNYATAAN) + 1)]


def _build(nomor: int, jawaban: str, keterangan: str) -> dict:
	if jawaban not in list(JawabanPernyataan):
		refuse_isian(
			f"jawaban-{nomor}",
			_("Pernyataan ke-{0}: pilih salah satu jawaban.").format(nomor),
		)
	subjek, pernyataan = PERNYATAAN[nomor - 1]
	return {
		"nomor": nomor,
		"subjek": subjek,
		"pernyataan": pernyataan,
		"jawaban": jawaban,
		"keterangan": (keterangan or "").strip(),
	}


def may_answer(bimbingan) -> bool:
	"""``bimbingan``: its document. After it, by the employee, once, while there is somebody to hand it to."""
	milik = bimbingan.pegawai_user == frappe.session.user and bimbingan.status == StatusPembinaan.SELESAI
	return milik and bool(bimbingan.atasan_penilai_user) and not frappe.db.exists(DOCTYPE, bimbingan.name)


def hand_over(bimbingan: str, jawaban: Mapping[int, tuple[str, str]]):
	return frappe.get_doc(doctype=DOCTYPE, pembinaan=bimbingan, butir=build_butir(jawaban)).insert()
