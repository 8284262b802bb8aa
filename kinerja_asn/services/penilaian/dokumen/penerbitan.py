"""Issues a document: when a result is handed over, and when an objection has changed it (p. 114-118)."""

import re
import secrets

import frappe
from frappe import _
from frappe.model.naming import parse_naming_series
from frappe.utils import getdate

from kinerja_asn.constants.dokumen_evaluasi import (
	AlasanFinal,
	FormulirDokumen,
	PerihalRantai,
	TandaTanganPegawai,
)
from kinerja_asn.constants.istilah import JenisEvaluasi
from kinerja_asn.rules.dokumen_evaluasi import LAPOR, count_tenggat, end_jangka_periodik
from kinerja_asn.services.bersama.sisip import BarisBaku, insert_banyak
from kinerja_asn.services.bersama.waktu import get_libur, get_now
from kinerja_asn.services.orang.pihak import KOLOM_PIHAK
from kinerja_asn.services.pelaksanaan.progres import read_masa
from kinerja_asn.services.penilaian.dokumen.final import get_alasan_final, is_oleh_atasan
from kinerja_asn.services.penilaian.dokumen.isi import build_isi, make_sidik, write_kanonis
from kinerja_asn.services.penilaian.kewenangan.jendela import get_jendela
from kinerja_asn.services.penilaian.rantai.penulisan import add_mata
from kinerja_asn.services.situs.pengaturan import get_pengaturan

DOCTYPE = "Dokumen Evaluasi Kinerja"
PENOMORAN = "DEK/{YYYY}/{#####}"
# What stands between braces, as in Frappe's naming by format; a dot is a dot there, as in official numbers.
KURUNG = re.compile(r"\{([^{}]*)\}")
WAKTU = ("YYYY", "YY", "MM")
PANJANG_NOMOR = 60
_DARI_EVALUASI = (
	"skp",
	"periode",
	"masa",
	"jenis",
	"predikat_organisasi",
	"rating_hasil_kerja",
	"rating_perilaku",
	"predikat_kinerja",
)


def issue(evaluasi) -> str:
	"""A result is handed over: D.1.1, or D.1.2 where the superior of the Penilai signed it (p. 115-116)."""
	formulir = FormulirDokumen.ATASAN if is_oleh_atasan(evaluasi) else FormulirDokumen.PENILAI
	tanda = {kolom: evaluasi.get(kolom) for kolom in ("ditetapkan_pada", "ditetapkan_oleh")}
	return _write(evaluasi, formulir, tanda, get_alasan_final(evaluasi))


def issue_perubahan(evaluasi, keberatan) -> str:
	"""An objection changed the result: D.1.3, in place of the document that was objected to (p. 118 no. 7)."""
	tanda = {kolom: keberatan.get(kolom) for kolom in ("ditetapkan_pada", "ditetapkan_oleh")}
	return _write(evaluasi, FormulirDokumen.KEBERATAN, tanda, AlasanFinal.KEBERATAN, keberatan)


def _write(
	evaluasi, formulir: FormulirDokumen, tanda: dict, final: AlasanFinal | None, keberatan=None
) -> str:
	lama = get_berlaku(evaluasi.name)
	versi = lama.versi + 1 if lama else 1
	kepala = {
		"dokumen": f"DEK-{evaluasi.name.removeprefix('EK-')}-{versi}",
		"nomor": make_nomor(),
		"formulir": formulir,
		"tanggal": getdate(tanda["ditetapkan_pada"]),
		"alasan_final": final,
		"menggantikan": lama.nomor if lama else None,
	}
	isi = write_kanonis(build_isi(evaluasi, kepala, keberatan))
	_insert(
		evaluasi, keberatan, kepala, tanda, {"versi": versi, "isi": isi, "menggantikan": lama and lama.name}
	)
	if lama:
		frappe.db.set_value(DOCTYPE, lama.name, "digantikan", kepala["dokumen"], update_modified=False)
		frappe.clear_document_cache(DOCTYPE, lama.name)
	add_mata(PerihalRantai.TERBIT, kepala["dokumen"])
	return kepala["dokumen"]


def _insert(evaluasi, keberatan, kepala: dict, tanda: dict, terbitan: dict) -> None:
	"""Nobody has the right to make one (permissions/dokumen.py), so that none can be invented: it is written as it is, by
	this function alone. Of two at once the unique key lets one through."""
	pihak = {kolom: evaluasi.get(kolom) for kolom in KOLOM_PIHAK}
	if keberatan:
		pihak |= {kolom: keberatan.get(kolom) for kolom in KOLOM_PIHAK if "atasan" in kolom}
	baris = {
		**pihak,
		**{kolom: evaluasi.get(kolom) for kolom in _DARI_EVALUASI},
		**{kunci: nilai and str(nilai) for kunci, nilai in kepala.items() if kunci != "dokumen"},
		**terbitan,
		"name": kepala["dokumen"],
		"evaluasi": evaluasi.name,
		"ditandatangani_pada": tanda["ditetapkan_pada"],
		"ditandatangani_oleh": tanda["ditetapkan_oleh"],
		"diserahkan_pada": get_now(),
		"tanda_tangan_pegawai": str(TandaTanganPegawai.MENUNGGU),
		"tenggat_lapor": str(get_tenggat_lapor(evaluasi)),
		"sidik": make_sidik(terbitan["isi"]),
		"token": secrets.token_urlsafe(24),
	}
	insert_banyak(DOCTYPE, [BarisBaku(DOCTYPE).build(baris)])


def get_berlaku(evaluasi: str) -> frappe._dict | None:
	"""The document of ``evaluasi`` that holds now: the last one. As it is, not as this transaction saw it first."""
	table = frappe.qb.DocType(DOCTYPE)
	rows = (
		frappe.qb.from_(table)
		.select(table.name, table.versi, table.nomor, table.formulir)
		.where(table.evaluasi == evaluasi)
		.orderby(table.versi, order=frappe.qb.desc)
		.limit(1)
		.for_update()
		.run(as_dict=True)
	)
	return rows[0] if rows else None


def get_akhir_jangka(evaluasi):
	"""The day on which the time to evaluate ended (p. 90 no. 8)."""
	masa = read_masa(evaluasi)
	return get_jendela(evaluasi.periode, JenisEvaluasi(evaluasi.jenis), masa).akhir or end_jangka_periodik(
		masa.akhir
	)


def get_tenggat_lapor(evaluasi):
	return count_tenggat(get_akhir_jangka(evaluasi), LAPOR, get_libur(evaluasi.instansi))


# --- the number, as HR wants it


def make_nomor() -> str:
	"""The next one: counted for each number of which the counted part is the end."""
	pola = get_pengaturan("penomoran_dokumen") or PENOMORAN
	return parse_naming_series([bagian for bagian in KURUNG.split(pola) if bagian])


def check_penomoran(teks: str | None) -> str:
	"""The setting as it is kept."""
	pola = (teks or "").strip() or PENOMORAN
	isi = KURUNG.findall(pola)
	urut = [bagian for bagian in isi if bagian and not bagian.strip("#")]
	asing = [bagian for bagian in isi if bagian not in (*urut, *WAKTU)]
	if len(urut) != 1 or len(urut[0]) < 3 or asing or len(pola) > PANJANG_NOMOR:
		frappe.throw(
			_(
				"Penomoran dokumen harus memuat satu nomor urut, misalnya {0}. Dalam kurung kurawal: tanda pagar (paling sedikit "
				"tiga) untuk nomor urut, YYYY atau YY untuk tahun, MM untuk bulan."
			).format(PENOMORAN)
		)
	return pola
