"""A group beside one evaluation that was made by its people: copies of its rows, each of somebody else."""

from collections.abc import Sequence

import frappe

from kinerja_asn.constants.istilah import Predikat, Rating, Tahap
from kinerja_asn.rules.predikat import KUADRAN
from kinerja_asn.services.bersama.sisip import insert_banyak
from kinerja_asn.tests.factories import as_user, make_evaluasi, make_kinerja_unit, make_realisasi, make_skp

KUADRAN_MENURUT_PREDIKAT = {predikat: kunci for kunci, predikat in KUADRAN.items()} | {
	Predikat.BAIK: (Rating.SESUAI, Rating.SESUAI)
}


def make_dinilai(instansi, nama: str = "petugas", nilai: int = 1000, predikat_unit: str = "Istimewa"):
	"""The evaluation of ``nama``, rated Sesuai/Sesuai by his Penilai and not set yet."""
	skp = make_skp(instansi, nama)
	make_realisasi(skp, 1, nilai)
	if not frappe.db.exists("Kinerja Unit", {"unit_kerja": skp.unit_penilai, "jenis": "Tahunan"}):
		make_kinerja_unit(instansi, predikat_unit)
	doc = make_evaluasi(instansi, skp)
	return rate(doc, Rating.SESUAI, Rating.SESUAI)


def rate(doc, hasil: Rating, perilaku: Rating):
	with as_user(doc.penilai_user):
		isi = {
			"rating_hasil_kerja": str(hasil),
			"rating_perilaku": str(perilaku),
			"alasan_rating_hasil": "Menurut bukti.",
		}
		frappe.get_doc(doc.doctype, doc.name).update(isi).save()
	return doc.reload()


def add_orang(
	evaluasi, predikat: Sequence[Predikat | None], tahap: Tahap = Tahap.DITETAPKAN, **isi
) -> list[str]:
	"""Names of the evaluations of so many others of the same Penilai, with these predikat; None: not begun."""
	skp, doc = _read("SKP", evaluasi.skp), _read("Evaluasi Kinerja", evaluasi.name)
	awal = frappe.db.count("SKP", {"name": ("like", f"{skp['name']}-x%")})
	orang = [_build_orang(ke) for ke in range(awal, awal + len(predikat))]
	salinan = [{**skp, **milik, **isi, "name": f"{skp['name']}-x{milik['pegawai']}"} for milik in orang]
	insert_banyak("SKP", salinan)
	rows = [
		{
			**doc,
			**milik,
			**isi,
			**_build_rating(nilai, tahap),
			"skp": rencana["name"],
			"name": f"{doc['name']}-x{milik['pegawai']}",
		}
		for milik, nilai, rencana in zip(orang, predikat, salinan, strict=True)
		if nilai
	]
	insert_banyak("Evaluasi Kinerja", rows)
	return [row["name"] for row in rows]


def _read(doctype: str, name: str) -> dict:
	return dict(frappe.db.get_value(doctype, name, "*", as_dict=True))


def _build_orang(ke: int) -> dict:
	return {
		"pegawai": f"UJI-{ke:04d}",
		"nama_pegawai": f"Pegawai {ke:04d}",
		"nip_pegawai": f"{ke:018d}",
		"pegawai_user": f"p{ke:04d}@uji.example",
	}


def _build_rating(predikat: Predikat, tahap: Tahap) -> dict:
	hasil, perilaku = KUADRAN_MENURUT_PREDIKAT[predikat]
	return {
		"tahap": str(tahap),
		"workflow_state": str(tahap),
		"rating_hasil_kerja": str(hasil),
		"rating_perilaku": str(perilaku),
		"predikat_kinerja": str(predikat),
	}
