"""After the annual evaluations: Abdul objects to his result, and the superior of his Penilai changes
it; the Penilai reports the document of Lina, who signed hers. News of it is marked as read: it is long ago."""

import frappe

from kinerja_asn.constants.dokumen_evaluasi import KeputusanKeberatan
from kinerja_asn.constants.istilah import JenisEvaluasi, Rating, Tahap
from kinerja_asn.demo.konteks import Konteks, hari_kerja
from kinerja_asn.demo.peragaan import act_as, advance_as
from kinerja_asn.services.bersama.pemberitahuan import retire
from kinerja_asn.services.penilaian.dokumen import langkah
from kinerja_asn.services.penilaian.dokumen.penerbitan import DOCTYPE as DOKUMEN

BERKEBERATAN, MENANDATANGANI = "abdul", "lina"
KEBERATAN = "Keberatan Kinerja"
ALASAN = (
	"Penataan arsip semester kedua melampaui target sejak Agustus dan sudah diverifikasi, tetapi rating hasil kerja saya tetap "
	"sesuai ekspektasi. Mohon capaian setahun ditinjau kembali."
)
PENJELASAN = "Saya menilai menurut capaian semester pertama. Laporan semester kedua memang sudah saya verifikasi dan melampaui target."
KEPUTUSAN = {
	"keputusan": str(KeputusanKeberatan.MENGUBAH),
	"rating_hasil_baru": str(Rating.DIATAS),
	"rating_perilaku_baru": str(Rating.DIATAS),
	"pertimbangan": "Capaian setahun melampaui target pada seluruh hasil kerja, dan Pejabat Penilai membenarkannya.",
	"rekomendasi": "Libatkan dalam penyusunan pedoman arsip digital tahun ini.",
}


def make_keberatan_tahun(konteks: Konteks) -> None:
	if lina := _find_dokumen(konteks, MENANDATANGANI):
		_sign_and_report(lina)
	dokumen = _find_dokumen(konteks, BERKEBERATAN)
	if dokumen and not frappe.db.exists(KEBERATAN, {"dokumen": dokumen.name}):
		_object(dokumen)


def _find_dokumen(konteks: Konteks, kunci: str):
	"""His annual one, if he has received it."""
	saring = {"skp": konteks.skp.get(kunci), "jenis": str(JenisEvaluasi.TAHUNAN), "versi": 1}
	nama = frappe.get_all(DOKUMEN, {**saring, "diterima_pada": ("is", "set")}, pluck="name")
	return frappe.get_doc(DOKUMEN, nama[0]) if nama else None


def _sign_and_report(dokumen) -> None:
	diterima = dokumen.diterima_pada.date()
	act_as(dokumen.pegawai_user, hari_kerja(diterima, 2))
	langkah.sign(dokumen.name)
	act_as(dokumen.penilai_user, hari_kerja(diterima, 4))
	langkah.report(dokumen.name)


def _object(dokumen) -> None:
	diterima = dokumen.diterima_pada.date()
	act_as(dokumen.pegawai_user, hari_kerja(diterima, 6))
	doc = frappe.get_doc(doctype=KEBERATAN, dokumen=dokumen.name, alasan=ALASAN).insert()
	doc = advance_as(doc, dokumen.pegawai_user, Tahap.DIAJUKAN, hari_kerja(diterima, 6))
	act_as(dokumen.penilai_user, hari_kerja(diterima, 8))
	frappe.get_doc(KEBERATAN, doc.name).update({"penjelasan_penilai": PENJELASAN}).save()
	act_as(doc.atasan_penilai_user, hari_kerja(diterima, 10))
	doc = frappe.get_doc(KEBERATAN, doc.name).update(KEPUTUSAN)
	doc.save()
	advance_as(doc, doc.atasan_penilai_user, Tahap.DITETAPKAN, hari_kerja(diterima, 10))
	retire(KEBERATAN, doc.name)
	_return_perubahan(frappe.get_doc(DOKUMEN, {"menggantikan": dokumen.name}))


def _return_perubahan(dokumen) -> None:
	"""D.1.3 is signed by him too, and reported by the superior."""
	ditetapkan = dokumen.diserahkan_pada.date()
	act_as(dokumen.pegawai_user, hari_kerja(ditetapkan, 2))
	langkah.receive(dokumen.name)
	langkah.sign(dokumen.name)
	act_as(dokumen.atasan_penilai_user, hari_kerja(ditetapkan, 4))
	langkah.report(dokumen.name)
