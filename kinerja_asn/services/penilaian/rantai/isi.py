"""What a link of the chain vouches for, column by column, and the digests: keyed, so that nobody who reads the table can
try out which of three ratings it was."""

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import frappe
from frappe.utils import cint, cstr, get_datetime, getdate
from frappe.utils.password import get_encryption_key

from kinerja_asn.constants.dokumen_evaluasi import ULASAN, PerihalRantai

EVALUASI, DOKUMEN, KEBERATAN = "Evaluasi Kinerja", "Dokumen Evaluasi Kinerja", "Keberatan Kinerja"


@dataclass(frozen=True)
class Ikatan:
	"""A decision on a document of ``doctype``: the columns it is about, of which ``saat`` says that it was taken."""

	doctype: str
	saat: str
	kolom: tuple[str, ...]


# As they were copied: an Employee may be renamed later, and nothing is bent by it.
_ORANG = ("nip_pegawai", "nip_penilai", "nama_atasan_penilai")
_HASIL = ("rating_hasil_kerja", "rating_perilaku", "predikat_kinerja")
IKATAN: Mapping[PerihalRantai, Ikatan] = {
	PerihalRantai.DITETAPKAN: Ikatan(
		EVALUASI,
		"ditetapkan_pada",
		(*_HASIL, "predikat_organisasi", "dasar_penilai", "bersifat_final", *ULASAN),
	),
	PerihalRantai.DIBUKA: Ikatan(EVALUASI, "", ()),
	PerihalRantai.TERBIT: Ikatan(
		DOKUMEN,
		"diserahkan_pada",
		(
			*_ORANG,
			*_HASIL,
			"predikat_organisasi",
			"nomor",
			"formulir",
			"tanggal",
			"evaluasi",
			"versi",
			"menggantikan",
			"alasan_final",
			"ditandatangani_pada",
			"sidik",
			"token",
			"isi",
		),
	),
	PerihalRantai.DITERIMA: Ikatan(DOKUMEN, "diterima_pada", ("tenggat_kembali", "tenggat_keberatan")),
	PerihalRantai.TANDA_TANGAN: Ikatan(
		DOKUMEN, "tanda_tangan_pada", ("tanda_tangan_pegawai", "alasan_tidak_bersedia")
	),
	PerihalRantai.DILAPORKAN: Ikatan(DOKUMEN, "dilaporkan_pada", ()),
	PerihalRantai.DIAJUKAN: Ikatan(
		KEBERATAN, "diajukan_pada", (*_ORANG, "dokumen", "alasan", "tenggat_keputusan")
	),
	PerihalRantai.DIPUTUSKAN: Ikatan(
		KEBERATAN,
		"ditetapkan_pada",
		(
			"keputusan",
			"rating_hasil_baru",
			"rating_perilaku_baru",
			"predikat_baru",
			"pertimbangan",
			"rekomendasi",
			"dokumen_baru",
		),
	),
}


def read_isi(perihal: PerihalRantai, names: Iterable[str]) -> dict[str, frappe._dict]:
	"""name -> the columns that ``perihal`` vouches for, as they are stored; those that are gone are missing."""
	ikatan = IKATAN[perihal]
	table = frappe.qb.DocType(ikatan.doctype)
	kolom = filter(None, ("name", ikatan.saat, *ikatan.kolom))
	rows = frappe.qb.from_(table).select(*kolom).where(table.name.isin([*names, ""])).run(as_dict=True)
	return {row.name: row for row in rows}


def make_sidik_isi(perihal: PerihalRantai, row: Mapping) -> str:
	"""Over the values as their own types, however a database returns them."""
	ikatan = IKATAN[perihal]
	meta = frappe.get_meta(ikatan.doctype)
	isi = {
		kolom: _normalize(meta.get_field(kolom).fieldtype, row.get(kolom))
		for kolom in filter(None, (ikatan.saat, *ikatan.kolom))
	}
	return sign(json.dumps([str(perihal), row.get("name"), isi], sort_keys=True, ensure_ascii=False))


def make_sidik_mata(mata: Mapping) -> str:
	"""Over everything a link says, the digest of the one before it among it."""
	return sign(
		json.dumps(
			[
				cint(mata["urutan"]),
				get_datetime(mata["pada"]).isoformat(),
				*(cstr(mata[kolom]) for kolom in ("perihal", "jenis_rujukan", "rujukan", "pelaku")),
				*(cstr(mata[kolom]) for kolom in ("sidik_isi", "sidik_sebelum")),
			],
			ensure_ascii=False,
		)
	)


def sign(teks: str) -> str:
	return hmac.new(_get_kunci(), teks.encode(), hashlib.sha256).hexdigest()


def _get_kunci() -> bytes:
	"""The chain's own, from the site's key: what one of them signs says nothing about the other."""
	return hmac.new(get_encryption_key().encode(), b"kinerja_asn.rantai", hashlib.sha256).digest()


def _normalize(fieldtype: str, nilai):
	if fieldtype in ("Int", "Check"):
		return cint(nilai)
	if not nilai:
		return ""
	if fieldtype == "Datetime":
		return get_datetime(nilai).isoformat()
	if fieldtype == "Date":
		return getdate(nilai).isoformat()
	return cstr(nilai).replace("\r\n", "\n")
