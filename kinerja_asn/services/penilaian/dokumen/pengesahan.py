"""What the public page says of a document by the token that its QR carries: whether it is genuine, and which it is.

Whoever has the token holds the paper (192 bits: nobody guesses one), and reads no more than the paper says at a glance:
enough to see that another predikat or name was put on it.
"""

from dataclasses import dataclass

import frappe
from frappe.utils import get_url, getdate

from kinerja_asn.constants.dokumen_evaluasi import PerihalRantai
from kinerja_asn.constants.istilah import Istilah
from kinerja_asn.services.penilaian.dokumen.isi import is_utuh, read_isi
from kinerja_asn.services.penilaian.dokumen.penerbitan import DOCTYPE
from kinerja_asn.services.penilaian.rantai.isi import make_sidik_isi
from kinerja_asn.services.penilaian.rantai.isi import read_isi as read_terikat

ALAMAT = "keaslian"
SIDIK_TERCETAK = 16


class Keaslian(Istilah):
	ASLI = "asli"
	DIGANTIKAN = "digantikan"
	BERUBAH = "berubah"
	TIDAK_DIKENAL = "tidak dikenal"


@dataclass(frozen=True)
class Pengesahan:
	keaslian: Keaslian
	nomor: str = ""
	tanggal: object = None
	instansi: str = ""
	formulir: str = ""
	nama: str = ""
	predikat: str = ""
	masa: str = ""
	sidik: str = ""
	pengganti: str = ""
	tanggal_pengganti: object = None


def get_alamat_pengesahan(token: str) -> str:
	return get_url(f"/{ALAMAT}/{token}")


def verify(token: str | None) -> Pengesahan:
	"""An address that never was and one of which a letter was changed are answered alike."""
	nama = frappe.db.get_value(DOCTYPE, {"token": token}) if token and len(token) >= 16 else None
	if not nama:
		return Pengesahan(Keaslian.TIDAK_DIKENAL)
	dokumen = frappe.get_doc(DOCTYPE, nama)
	if not is_asli(dokumen):
		return Pengesahan(Keaslian.BERUBAH)
	return _describe(dokumen)


def is_asli(dokumen) -> bool:
	"""Is its content that of its digest, and does the chain vouch for both?"""
	mata = frappe.get_all(
		"Rantai Keputusan",
		{"rujukan": dokumen.name, "perihal": str(PerihalRantai.TERBIT)},
		pluck="sidik_isi",
		limit=1,
	)
	terikat = read_terikat(PerihalRantai.TERBIT, [dokumen.name])[dokumen.name]
	return is_utuh(dokumen) and mata == [make_sidik_isi(PerihalRantai.TERBIT, terikat)]


def _describe(dokumen) -> Pengesahan:
	isi = read_isi(dokumen)
	pengganti = (
		frappe.db.get_value(DOCTYPE, dokumen.digantikan, ["nomor", "tanggal"]) if dokumen.digantikan else None
	)
	return Pengesahan(
		keaslian=Keaslian.DIGANTIKAN if pengganti else Keaslian.ASLI,
		nomor=isi.nomor,
		tanggal=getdate(isi.tanggal),
		instansi=isi.instansi,
		formulir=isi.formulir,
		nama=mask_nama(isi.pegawai["nama"]),
		predikat=isi.predikat_kinerja,
		masa=isi.masa,
		sidik=dokumen.sidik[:SIDIK_TERCETAK],
		pengganti=pengganti[0] if pengganti else "",
		tanggal_pengganti=pengganti[1] if pengganti else None,
	)


def mask_nama(nama: str) -> str:
	"""B••• S••••••: whoever holds the paper sees whether it is the same, whoever does not learns no name."""
	return " ".join(kata[:1] + "•" * (len(kata) - 1) for kata in nama.split())
