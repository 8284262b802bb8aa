"""Rencana aksi of a few: most people need none. Siti's is agreed on every year; in the running one Yusuf's waits for his
Penilai, who has asked Joko for one."""

from datetime import date

import frappe

from kinerja_asn.constants.istilah import StatusRencanaAksi
from kinerja_asn.demo.konteks import Konteks, get_kunci
from kinerja_asn.demo.orang import MENURUT_KUNCI
from kinerja_asn.demo.peragaan import act_as
from kinerja_asn.services.bersama.pemberitahuan import retire
from kinerja_asn.services.pelaksanaan.rencana_aksi import DOCTYPE, agree, ask

# Who -> (number of the hasil kerja, step, first month, last month).
LANGKAH = {
	"siti": (
		(1, "Memetakan desa yang warganya belum terdaftar bersama kepala desa", "Januari", "Februari"),
		(1, "Membuka layanan jemput bola setiap Sabtu di dua desa terjauh", "Maret", "Oktober"),
		(1, "Menyelesaikan berkas yang tertunda dan merekap pendaftaran setahun", "November", "Desember"),
	),
	"yusuf": (
		(1, "Menyusun jawaban baku untuk sepuluh pengaduan yang paling sering", "Februari", "Maret"),
		(1, "Memilah pengaduan mendesak pada hari masuk", "April", "Desember"),
		(2, "Melaksanakan survei loket dan menempel hasilnya setiap triwulan", "Maret", "Desember"),
	),
}
MENUNGGU, DIMINTA = "yusuf", "joko"
PERMINTAAN = "Tulis langkah untuk pekerjaan yang melewati satu triwulan."


def make_rencana_aksi_tahun(konteks: Konteks) -> None:
	"""Written and agreed on in February: no news any more."""
	for kunci in LANGKAH:
		if kunci != MENUNGGU and not _is_ada(konteks, kunci):
			doc = submit(konteks, kunci)
			act_as(doc.penilai_user, date(konteks.tahun, 2, 12))
			agree(doc, str(doc.modified))
			retire(DOCTYPE, doc.name)


def leave_rencana_aksi(konteks: Konteks) -> None:
	"""What still waits for somebody, who is told."""
	if not _is_ada(konteks, MENUNGGU):
		submit(konteks, MENUNGGU)
	if not _is_ada(konteks, DIMINTA):
		penilai = MENURUT_KUNCI[MENURUT_KUNCI[DIMINTA].atasan]
		act_as(penilai.email, date(konteks.tahun, 2, 12))
		ask(frappe.get_doc("SKP", konteks.skp[DIMINTA]), PERMINTAAN)


def submit(konteks: Konteks, kunci: str):
	skp = konteks.skp[kunci]
	hasil = get_kunci("SKP Hasil Kerja", skp)
	act_as(MENURUT_KUNCI[kunci].email, date(konteks.tahun, 2, 10))
	return frappe.get_doc(
		doctype=DOCTYPE,
		skp=skp,
		status=str(StatusRencanaAksi.MENUNGGU),
		baris=[
			{"hasil_kerja": hasil[ke - 1], "langkah": langkah, "bulan_mulai": mulai, "bulan_selesai": selesai}
			for ke, langkah, mulai, selesai in LANGKAH[kunci]
		],
	).insert()


def _is_ada(konteks: Konteks, kunci: str) -> bool:
	return bool(frappe.db.exists(DOCTYPE, konteks.skp[kunci]))
