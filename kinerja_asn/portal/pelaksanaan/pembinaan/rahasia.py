"""What the pages of confidential documents share: days and times as a form gives them, and who may do what."""

from collections.abc import Mapping

import frappe
from frappe import _
from frappe.utils import get_datetime

from kinerja_asn.constants.pembinaan import PERNYATAAN, StatusKonseling, StatusLaporanMasalah
from kinerja_asn.permissions.lingkup import has_left
from kinerja_asn.portal.dasar.halaman import read_centang
from kinerja_asn.services.bersama.isian import read_hari
from kinerja_asn.services.bersama.penolakan import refuse_isian
from kinerja_asn.services.pelaksanaan.pembinaan.konseling import find_konselor
from kinerja_asn.services.situs.sesi import KEPALA

_ISI_LAPORAN = ("ekspektasi_khusus", "permasalahan", "retrospektif", "dikomunikasikan_pada")


def leave_no_copy(context) -> None:
	"""The worker of the portal keeps no page that names no session (templates/kinerja/pekerja.js)."""
	context.kepala.pop(KEPALA, None)


# --- the statements (form B.1.8)


def read_jawaban(form: Mapping) -> dict[int, tuple[str, str]]:
	return {
		nomor: (str(form.get(f"jawaban-{nomor}") or ""), str(form.get(f"keterangan-{nomor}") or ""))
		for nomor in range(1, len(PERNYATAAN) + 1)
	}


def build_pernyataan(form: Mapping) -> list[frappe._dict]:
	"""Subjek, kriteria and what was typed; a subjek is named where it begins."""
	jawaban = read_jawaban(form)
	return [
		frappe._dict(
			nomor=nomor,
			subjek=subjek if nomor == 1 or PERNYATAAN[nomor - 2][0] != subjek else "",
			pernyataan=pernyataan,
			jawaban=jawaban[nomor][0],
			keterangan=jawaban[nomor][1],
		)
		for nomor, (subjek, pernyataan) in enumerate(PERNYATAAN, 1)
	]


# --- a report (form B.1.10)


def read_laporan(form: Mapping) -> tuple[dict, list[str]]:
	"""(fields, names of the attached feedback)."""
	isi = {medan: str(form.get(medan) or "").strip() or None for medan in _ISI_LAPORAN}
	isi["nilai_dasar"] = "\n".join(read_centang(form, "nilai-"))
	isi["pada_pegawai_lain"] = form.get("pada_pegawai_lain") or "Tidak"
	if isi["dikomunikasikan_pada"]:
		isi["dikomunikasikan_pada"] = str(read_hari(isi["dikomunikasikan_pada"], _("Tanggal penyampaian")))
	return isi, [*read_centang(form, "bukti-")]


def may_putuskan(doc) -> bool:
	menunggu = doc.status == StatusLaporanMasalah.DILAPORKAN and doc.pejabat_user == frappe.session.user
	return menunggu and not has_left(frappe.session.user)


# --- counselling


def read_jadwal(form: Mapping) -> dict:
	teks = str(form.get("jadwal") or "").replace("T", " ").strip()
	if not teks:
		refuse_isian("jadwal", _("Isi tanggal dan jam konselingnya."))
	tempat = str(form.get("tempat") or "").strip()
	if not tempat:
		refuse_isian("tempat", _("Isi tempat konselingnya."))
	return {"jadwal": str(read_hari(teks, _("Jadwal"), get_datetime)), "tempat": tempat[:140]}


def read_penetapan(form: Mapping) -> dict:
	return {
		"kedudukan": form.get("kedudukan") or refuse_isian("kedudukan", _("Pilih kedudukan konselornya.")),
		"pelatihan": str(form.get("pelatihan") or "").strip()[:140],
		"konselor": find_konselor(form.get("nomor")),
		**read_jadwal(form),
	}


def get_peran_konseling(doc) -> frappe._dict:
	user = frappe.session.user
	berjalan, bertugas = doc.status == StatusKonseling.DIJADWALKAN, not has_left(user)
	selesai = doc.status == StatusKonseling.SELESAI and not doc.tindak_lanjut
	return frappe._dict(
		konselor=berjalan and bertugas and doc.konselor_user == user,
		pejabat=berjalan and bertugas and doc.pejabat_user == user,
		tindak_lanjut=selesai and bertugas and doc.get(f"{doc.get_penerima_rekaman()[0]}_user") == user,
	)
