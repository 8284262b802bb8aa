"""What forms D.1.1, D.1.2 and D.1.3 print of a Dokumen Evaluasi Kinerja (PermenPANRB 6/2022, p. 115-118): what was
frozen, what the employee did about it since, and the code by which whoever holds the paper checks it."""

import frappe
import segno
from frappe.utils import get_datetime, getdate

from kinerja_asn.cetak.dasar import format_masa_penilaian, format_tanggal, get_tersimpan
from kinerja_asn.cetak.evaluasi import format_predikat
from kinerja_asn.constants.dokumen_evaluasi import FormulirDokumen, TandaTanganPegawai
from kinerja_asn.constants.istilah import JenisEvaluasi
from kinerja_asn.rules.nomor_induk import format_nomor_induk, get_sebutan_nomor
from kinerja_asn.services.penilaian.dokumen.isi import read_isi
from kinerja_asn.services.penilaian.dokumen.pengesahan import SIDIK_TERCETAK, get_alamat_pengesahan
from kinerja_asn.services.situs.pengaturan import get_pengaturan

_SEBUTAN = {
	"kekuatan": "Kekuatan",
	"area_perbaikan": "Yang perlu diperbaiki",
	"catatan": "Catatan",
	"rekomendasi": "Rekomendasi",
}
_BAGIAN = (
	("1. PEGAWAI YANG DINILAI", "pegawai"),
	("2. PEJABAT PENILAI KINERJA", "penilai"),
	("3. ATASAN PEJABAT PENILAI KINERJA", "atasan"),
)


def get_cetak_dokumen(doc) -> frappe._dict:
	doc = get_tersimpan(doc)
	isi = read_isi(doc)
	alamat = get_alamat_pengesahan(doc.token)
	return frappe._dict(
		lambang=get_pengaturan("lambang_negara"),
		formulir=isi.formulir,
		instansi=(isi.instansi or "").upper(),
		periode="AKHIR" if isi.jenis == JenisEvaluasi.TAHUNAN else (isi.masa or "").upper(),
		masa_penilaian=format_masa_penilaian(isi.awal, isi.akhir),
		orang=[(judul, _list_identitas(isi[kunci])) for judul, kunci in _BAGIAN],
		capaian_organisasi=(isi.predikat_organisasi or "").upper(),
		predikat=format_predikat(isi.predikat_kinerja),
		catatan=_join_ulasan(isi.ulasan),
		keberatan=_get_keberatan(isi) if isi.formulir == FormulirDokumen.KEBERATAN else [],
		tempat=isi.tempat,
		tanda=_get_tanda(doc, isi),
		nomor=isi.nomor,
		menggantikan=isi.menggantikan,
		digantikan=frappe.db.get_value(doc.doctype, doc.digantikan, "nomor") if doc.digantikan else None,
		sidik=doc.sidik[:SIDIK_TERCETAK],
		alamat=alamat.partition("://")[2],
		kode=segno.make(alamat, error="m", micro=False).svg_data_uri(scale=3, border=4),
	)


def _join_ulasan(ulasan: dict) -> str:
	"""Part 5, CATATAN/REKOMENDASI: each kind of word under its name, where there is more than a note."""
	ada = {kolom: teks for kolom, teks in ulasan.items() if teks}
	if set(ada) <= {"catatan"}:
		return ada.get("catatan", "")
	return "\n\n".join(f"{_SEBUTAN[kolom]}: {teks}" for kolom, teks in ada.items())


def _list_identitas(orang: dict) -> list[tuple[str, str]]:
	return [
		("NAMA", orang["nama"]),
		*([(get_sebutan_nomor(orang["nip"]), orang["nip"])] if orang["nip"] else []),
		("PANGKAT/GOL RUANG", orang["pangkat"] or "–"),
		("JABATAN", orang["jabatan"]),
		("UNIT KERJA", orang["unit"]),
	]


def _get_keberatan(isi) -> list[tuple[str, str]]:
	"""Sections 6 to 8 (p. 118)."""
	putusan = "\n".join(filter(None, (isi.keputusan, isi.rekomendasi)))
	return [
		("6. KEBERATAN", isi.keberatan),
		(
			"7. PENJELASAN PEJABAT PENILAI KINERJA ATAS KEBERATAN",
			isi.penjelasan or "Tidak memberikan penjelasan.",
		),
		("8. KEPUTUSAN DAN REKOMENDASI ATASAN PEJABAT PENILAI KINERJA", putusan),
	]


def _get_tanda(doc, isi) -> list[dict]:
	"""(employee, Penilai or his superior), with D.1.3 the superior as the third, numbered as the forms number them."""
	pegawai = _build_tanda("7. Pegawai yang Dinilai", isi.pegawai, *_get_tanda_pegawai(doc))
	if isi.formulir == FormulirDokumen.PENILAI:
		return [pegawai, _build_tanda("6. Pejabat Penilai Kinerja", isi.penilai, isi.tanda_penilai)]
	if isi.formulir == FormulirDokumen.ATASAN:
		return [pegawai, _build_tanda("6. Atasan Pejabat Penilai Kinerja", isi.atasan, isi.tanda_penilai)]
	return [
		{**pegawai, "sebagai": "10. Pegawai yang Dinilai"},
		_build_tanda("9. Pejabat Penilai Kinerja", isi.penilai, isi.dijelaskan_pada),
		_build_tanda("11. Atasan Pejabat Penilai Kinerja", isi.atasan, isi.tanda_atasan),
	]


def _build_tanda(sebagai: str, orang: dict, pada: str | None, kalimat: str = "") -> dict:
	saat = get_datetime(pada) if pada else None
	return {
		"sebagai": sebagai,
		"nama": orang["nama"],
		"nomor": format_nomor_induk(orang["nip"]) if orang["nip"] else "",
		"tanggal": format_tanggal(getdate(saat)) if saat else "",
		"tanda": kalimat or (f"Ditandatangani secara elektronik pukul {saat:%H.%M}" if saat else ""),
	}


def _get_tanda_pegawai(doc) -> tuple[str | None, str]:
	if doc.tanda_tangan_pegawai == TandaTanganPegawai.DITANDATANGANI:
		return str(doc.tanda_tangan_pada), ""
	if doc.tanda_tangan_pegawai == TandaTanganPegawai.TIDAK_BERSEDIA:
		return str(doc.tanda_tangan_pada), f"Tidak bersedia menandatangani: {doc.alasan_tidak_bersedia}"
	return None, "Belum ditandatangani"
