"""Answering a request: with one's name as Umpan Balik Kinerja, without it into the sealed envelope of one's role.

An answer without a name leaves nothing behind but the flag that there is one: no owner, time, address, order, version,
comment, log, file, nor a Kiriman Portal (docs/permissions.md).
"""

from collections.abc import Mapping, Sequence

import frappe
from frappe import _

from kinerja_asn.constants.istilah import PeranUmpanBalik, Sifat, StatusPermintaan, Tahap
from kinerja_asn.permissions.lingkup import has_left
from kinerja_asn.rules.teks import keep_tercetak
from kinerja_asn.rules.umpan_balik import Jawaban
from kinerja_asn.services.bersama.isian import find_salah_teks
from kinerja_asn.services.bersama.penolakan import BERSAMAAN, DITOLAK, note_medan
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.pelaksanaan.umpan_balik import amplop, kabar
from kinerja_asn.services.pelaksanaan.umpan_balik.amplop import PANJANG_ISI
from kinerja_asn.services.pelaksanaan.umpan_balik.lampiran import (
	Tentang,
	attach,
	get_tentang,
	refuse_tanpa_nama,
)
from kinerja_asn.services.pelaksanaan.umpan_balik.permintaan import (
	DOCTYPE,
	RESPONDEN,
	Pertanyaan,
	is_lewat,
	read_janji,
)

# What the page of whoever was asked shows of the request, although he may not read it.
KOLOM = (
	"name",
	"skp",
	"periode",
	"jenis",
	"status",
	"sasaran",
	"hasil_kerja",
	"nilai",
	"sasaran_uraian",
	"pesan",
	"tenggat",
	"pegawai",
	"nama_pegawai",
	"jabatan_pegawai",
	"pegawai_user",
	"penilai_user",
	"nama_peminta",
	"janji_anonim",
	"minimum",
)


def get_permintaan(responden) -> frappe._dict:
	"""Of a Responden Umpan Balik that the session user may read."""
	return frappe.db.get_value(DOCTYPE, responden.permintaan, KOLOM, as_dict=True) or frappe._dict()


def is_anonim(permintaan, peran: str) -> bool:
	return PeranUmpanBalik(peran) in read_janji(permintaan)


def find_alasan_tertutup(permintaan) -> str | None:
	"""Why nothing can be answered any more."""
	if permintaan.status != StatusPermintaan.BERJALAN or is_lewat(permintaan):
		return _("Permintaan ini sudah ditutup, sehingga jawaban tidak diterima lagi.")
	if frappe.db.get_value("SKP", permintaan.skp, "tahap") != Tahap.DITETAPKAN:
		return _("SKP pegawai ini sudah ditutup, sehingga jawaban tidak diterima lagi.")
	return None


# --- what was typed


def read_jawaban(pertanyaan: Sequence[Pertanyaan], isian: Sequence[tuple[str, str]]) -> list[Jawaban]:
	"""``isian``: (sifat, words) for each of ``pertanyaan``; what was left open is no answer. Refuses all that is wrong."""
	masalah: list[str] = []
	jawaban = []
	for ke, (tanya, (sifat, isi)) in enumerate(zip(pertanyaan, isian, strict=True)):
		teks = keep_tercetak(isi or "")
		if not (sifat or teks):
			continue
		if salah := _find_salah(sifat, teks):
			medan = f"sifat-{ke}" if sifat not in list(Sifat) else f"isi-{ke}"
			masalah.append(note_medan(medan, f"{tanya.uraian}: {salah}"))
			continue
		jawaban.append(Jawaban(tanya.sasaran, Sifat(sifat), teks, tanya.hasil_kerja, tanya.nilai))
	if not (masalah or jawaban):
		masalah.append(note_medan("sifat-0", _("Jawab paling sedikit satu pertanyaan.")))
	if masalah:
		frappe.throw(masalah, title=_("Isian belum benar"), as_list=True)
	return jawaban


def _find_salah(sifat: str, teks: str) -> str | None:
	if sifat not in list(Sifat):
		return _("pilih Positif atau Perlu Perbaikan, atau kosongkan komentarnya.")
	if sifat == Sifat.PERLU_PERBAIKAN and not teks:
		return _("tulis apa yang perlu diperbaiki dan bagaimana.")
	if len(teks) > PANJANG_ISI:
		return _("paling banyak {0} karakter.").format(PANJANG_ISI)
	return find_salah_teks(teks)


# --- storing it


def answer(responden, jawaban: Sequence[Jawaban], berkas: Mapping[Tentang, object] | None = None) -> bool:
	"""``responden``: the session user's own; ``berkas``: uploads, by what they are evidence of. False: he has answered
	before, and nothing changes."""
	row = frappe.db.get_value(
		RESPONDEN,
		responden.name,
		["name", "permintaan", "responden_user", "peran", "sudah_menjawab"],
		as_dict=True,
		for_update=True,
	)
	if row.responden_user != frappe.session.user:
		frappe.throw(_("Permintaan ini ditujukan kepada orang lain."), frappe.PermissionError)
	if row.sudah_menjawab:
		return False
	if has_left(frappe.session.user):
		frappe.throw(
			_(
				"Data kepegawaian Anda mencatat bahwa Anda tidak bertugas lagi, sehingga Anda tidak dapat menjawab."
			),
			frappe.PermissionError,
		)
	permintaan = get_permintaan(row)
	if tertutup := find_alasan_tertutup(permintaan):
		frappe.throw(tertutup)
	if is_anonim(permintaan, row.peran):
		refuse_tanpa_nama(berkas or {})
		mark_menjawab(row.name)
		_seal(permintaan.name, row.peran, list(jawaban))
	else:
		_insert_bernama(permintaan, jawaban, berkas or {})
		mark_menjawab(row.name)
		kabar.tell_jawaban(permintaan)
	kabar.end_permintaan(row.name)
	return True


def mark_menjawab(name: str) -> None:
	"""Nothing of when: ``modified`` stays that of the request."""
	frappe.db.set_value(RESPONDEN, name, "sudah_menjawab", 1, update_modified=False)


def _seal(permintaan: str, peran: str, jawaban: list[Jawaban]) -> None:
	"""Whatever fails in here is refused in one sentence: the Error Log would keep the answer beside its giver's account."""
	try:
		amplop.add(permintaan, peran, jawaban)
	except (*DITOLAK, *BERSAMAAN):
		raise
	except Exception:
		frappe.throw(
			_("Jawaban belum tersimpan. Coba sekali lagi; bila tetap gagal, hubungi pengelola kinerja.")
		)


def _insert_bernama(permintaan, jawaban: Sequence[Jawaban], berkas: Mapping[Tentang, object]) -> None:
	for bagian in jawaban:
		doc = frappe.get_doc(
			doctype="Umpan Balik Kinerja",
			skp=permintaan.skp,
			permintaan=permintaan.name,
			tanggal=str(get_today()),
			sasaran=str(bagian.sasaran),
			hasil_kerja=bagian.hasil_kerja or None,
			nilai=bagian.nilai or None,
			sifat=str(bagian.sifat),
			isi=bagian.isi,
		).insert()
		if unggahan := berkas.get(get_tentang(bagian)):
			attach(doc, unggahan)


# --- what a client may say in answer to a request without the page (controller of Umpan Balik Kinerja)


def find_diminta(permintaan: str | None, skp: str) -> frappe._dict | None:
	"""Of a request about ``skp`` that runs: as what the session user was asked to answer with his name; else None."""
	if not permintaan:
		return None
	minta = frappe.db.get_value(DOCTYPE, {"name": permintaan, "skp": skp}, KOLOM, as_dict=True)
	kunci = {"permintaan": permintaan, "responden_user": frappe.session.user}
	row = frappe.db.get_value(
		RESPONDEN, kunci, ["responden", "nama_responden", "responden_user", "peran"], as_dict=True
	)
	if not (minta and row) or find_alasan_tertutup(minta) or is_anonim(minta, row.peran):
		return None
	return row


def is_ditanyakan(pertanyaan: Sequence[Pertanyaan], doc) -> bool:
	"""Is what ``doc`` speaks about among what the request asks?"""
	tentang = (doc.sasaran, doc.hasil_kerja or "", doc.nilai or "")
	return tentang in {(tanya.sasaran, tanya.hasil_kerja, tanya.nilai) for tanya in pertanyaan}
