"""What was asked: last year a 360 about Budi Santoso, closed; in the running one another, in which Siti Aminah has not answered
yet. And Siti asked for feedback herself."""

from datetime import date, timedelta

import frappe

from kinerja_asn.constants.istilah import JenisPermintaan, SasaranUmpanBalik, Sifat, Tahap
from kinerja_asn.demo.konteks import Konteks, get_kunci, hari_kerja
from kinerja_asn.demo.orang import MENURUT_KUNCI
from kinerja_asn.demo.peragaan import act_as
from kinerja_asn.rules.umpan_balik import Jawaban
from kinerja_asn.services.bersama.pemberitahuan import retire
from kinerja_asn.services.pelaksanaan.umpan_balik.jawaban import answer
from kinerja_asn.services.pelaksanaan.umpan_balik.penutupan import close_by_hand
from kinerja_asn.services.pelaksanaan.umpan_balik.permintaan import DOCTYPE, RESPONDEN, Isian, ask

DINILAI, PEMINTA, BULAN = "budi", "ratna", 9
# Who -> (nilai, sifat, words).
JAWABAN = {
	"budi": (("Kolaboratif", Sifat.POSITIF, "Rapat singkat setiap Senin berjalan."),),
	"ratna": (("Akuntabel", Sifat.POSITIF, "Laporan bidang selalu lengkap."),),
	"agus": (("Kolaboratif", Sifat.POSITIF, ""), ("Adaptif", Sifat.POSITIF, "Cepat mencoba antrean daring.")),
	"theresia": (
		("Kolaboratif", Sifat.POSITIF, ""),
		("Adaptif", Sifat.PERLU_PERBAIKAN, "Kabari bidang lain sebelum jadwal diubah."),
	),
	"zulkifli": (
		("Kolaboratif", Sifat.POSITIF, "Data diberikan tepat waktu."),
		("Adaptif", Sifat.POSITIF, ""),
	),
	"siti": (("Harmonis", Sifat.POSITIF, ""), ("Kolaboratif", Sifat.POSITIF, "Mau mendengar usulan loket.")),
	"yusuf": (("Harmonis", Sifat.PERLU_PERBAIKAN, "Tegur di ruangan, jangan di depan warga."),),
	"sri": (("Harmonis", Sifat.POSITIF, ""), ("Kolaboratif", Sifat.POSITIF, "")),
	"bayu": (("Kolaboratif", Sifat.PERLU_PERBAIKAN, "Bagi tugas hari libur lebih merata."),),
}
BELUM_MENJAWAB = ("siti", "bayu", "zulkifli")
# Siti asks her Penilai and a peer about her first hasil kerja.
BERTANYA, DITANYA = (
	"siti",
	{"budi": "Jadwal jemput bola sangat membantu.", "yusuf": "Berkas dari desa sudah rapi."},
)


def make_umpan_balik_360_tahun(konteks: Konteks, bulan: int) -> None:
	"""In one month of a year that is over, or so far on: asked, answered and closed."""
	if bulan != BULAN or _is_ada(konteks, DINILAI):
		return
	hari = hari_kerja(date(konteks.tahun, BULAN, 1), 2)
	permintaan = _ask_360(konteks, hari)
	for kunci in JAWABAN:
		_answer_360(permintaan, kunci, hari + timedelta(days=3))
	act_as(MENURUT_KUNCI[PEMINTA].email, hari + timedelta(days=8))
	close_by_hand(permintaan)
	retire(DOCTYPE, permintaan)
	_ask_sendiri(konteks, hari)


def leave_umpan_balik_360(konteks: Konteks) -> None:
	"""One that runs, once the plan is set."""
	tahap = frappe.db.get_value("SKP", konteks.skp.get(DINILAI, ""), "tahap")
	if tahap != Tahap.DITETAPKAN or _is_ada(konteks, DINILAI, status="Berjalan"):
		return
	permintaan = _ask_360(konteks, konteks.hari)
	for kunci in JAWABAN:
		if kunci not in BELUM_MENJAWAB:
			_answer_360(permintaan, kunci, konteks.hari)


def _ask_360(konteks: Konteks, hari: date) -> str:
	act_as(MENURUT_KUNCI[PEMINTA].email, hari)
	return ask(
		frappe.get_doc("SKP", konteks.skp[DINILAI]),
		Isian(
			JenisPermintaan.TIGA_ENAM_PULUH,
			hari + timedelta(days=10),
			[konteks.pegawai[kunci] for kunci in JAWABAN],
			pesan="Tulis apa adanya, agar bidang ini bekerja lebih baik.",
		),
	)


def _answer_360(permintaan: str, kunci: str, hari: date) -> None:
	jawaban = [
		Jawaban(SasaranUmpanBalik.PERILAKU, sifat, isi, nilai=nilai) for nilai, sifat, isi in JAWABAN[kunci]
	]
	_answer(permintaan, kunci, jawaban, hari)


def _ask_sendiri(konteks: Konteks, hari: date) -> None:
	hasil = get_kunci("SKP Hasil Kerja", konteks.skp[BERTANYA])[0]
	act_as(MENURUT_KUNCI[BERTANYA].email, hari)
	permintaan = ask(
		frappe.get_doc("SKP", konteks.skp[BERTANYA]),
		Isian(
			JenisPermintaan.BIASA,
			hari + timedelta(days=10),
			[konteks.pegawai[kunci] for kunci in DITANYA],
			SasaranUmpanBalik.HASIL_KERJA,
			hasil,
			pesan="Apa yang membuat jemput bola lebih lancar?",
		),
	)
	for kunci, isi in DITANYA.items():
		jawaban = [Jawaban(SasaranUmpanBalik.HASIL_KERJA, Sifat.POSITIF, isi, hasil_kerja=hasil)]
		_answer(permintaan, kunci, jawaban, hari + timedelta(days=2))
	act_as(MENURUT_KUNCI[BERTANYA].email, hari + timedelta(days=8))
	close_by_hand(permintaan)
	retire(DOCTYPE, permintaan)


def _answer(permintaan: str, kunci: str, jawaban: list[Jawaban], hari: date) -> None:
	orang = MENURUT_KUNCI[kunci]
	act_as(orang.email, hari)
	answer(frappe.get_doc(RESPONDEN, {"permintaan": permintaan, "responden_user": orang.email}), jawaban)


def _is_ada(konteks: Konteks, kunci: str, **saring) -> bool:
	return bool(frappe.db.exists(DOCTYPE, {"skp": konteks.skp.get(kunci, ""), "jenis": "360", **saring}))
