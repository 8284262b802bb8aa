"""The former unit's last result in place of a new one, after an employee has moved, where both agree (p. 91 no. 13 a)."""

from datetime import date

import frappe
from frappe import _

from kinerja_asn.constants.istilah import JenisEvaluasi, StatusPenilaianDiri
from kinerja_asn.constants.tahapan import SUDAH_DISERAHKAN
from kinerja_asn.rules.masa import Masa
from kinerja_asn.rules.penilai_evaluasi import may_pakai_sebelumnya
from kinerja_asn.services.bersama.penolakan import refuse_isian
from kinerja_asn.services.penilaian.kewenangan.perpindahan import TANPA, find_perpindahan

DOCTYPE = "Evaluasi Kinerja"
_KOLOM = ("name", "masa", "rating_hasil_kerja", "rating_perilaku", "predikat_kinerja", "nama_penilai")


def find_rujukan(skp: str, pegawai: str, jenis: JenisEvaluasi, masa: Masa) -> frappe._dict | None:
	"""What could stand for the evaluation of ``masa``: the last one that was handed over before the move, of the year before
	where he moved at the beginning of the year. None where nothing could."""
	sebelum = find_perpindahan([skp]).get(skp, TANPA).sebelum
	return _find_terakhir(pegawai, sebelum.tanggal) if may_pakai_sebelumnya(jenis, masa, sebelum) else None


def _find_terakhir(pegawai: str, sampai: date) -> frappe._dict | None:
	saring = {"pegawai": pegawai, "akhir": ("<", sampai), "tahap": ("in", [*map(str, SUDAH_DISERAHKAN)])}
	rows = frappe.get_all(DOCTYPE, saring, list(_KOLOM), order_by="akhir desc, jenis asc", limit=1)
	return rows[0] if rows else None


def is_disepakati(evaluasi) -> bool:
	"""Has the employee agreed, in his Penilaian Diri?"""
	saring = {kolom: evaluasi.get(kolom) for kolom in ("skp", "jenis", "masa_ke")}
	saring |= {"status": str(StatusPenilaianDiri.DISAMPAIKAN), "sepakat_rujukan": 1}
	return bool(frappe.db.exists("Penilaian Diri", saring))


def require_rujukan(evaluasi) -> frappe._dict:
	rujukan = find_rujukan(evaluasi.skp, evaluasi.pegawai, JenisEvaluasi(evaluasi.jenis), evaluasi.get_masa())
	if not rujukan or rujukan.name != evaluasi.rujukan:
		refuse_isian(
			"rujukan", _("Hasil evaluasi itu tidak dapat dipakai untuk evaluasi ini (hlm. 91 angka 13).")
		)
	if not is_disepakati(evaluasi):
		refuse_isian(
			"rujukan",
			_(
				"Hasil sebelumnya dipakai sesuai kesepakatan dengan pegawai (hlm. 91 angka 13). {0} belum menyatakannya dalam "
				"penilaian dirinya."
			).format(evaluasi.nama_pegawai),
		)
	return rujukan


def describe_rujukan(rujukan) -> str:
	return _(
		"Memakai hasil evaluasi {0} pada unit lama oleh {1}, sesuai kesepakatan Pejabat Penilai dan pegawai (hlm. 91 angka 13)."
	).format(rujukan.masa, rujukan.nama_penilai)
