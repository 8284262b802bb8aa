"""The page on which somebody answers who was asked: what he is promised, before he writes."""

import frappe
from frappe import _
from frappe.utils import getdate

from kinerja_asn.constants.istilah import Sifat
from kinerja_asn.portal.pelaksanaan.umpan_balik.pemberian import read_unggahan
from kinerja_asn.services.bersama.waktu import format_batas
from kinerja_asn.services.pelaksanaan.umpan_balik import jawaban as layanan
from kinerja_asn.services.pelaksanaan.umpan_balik.amplop import PANJANG_ISI
from kinerja_asn.services.pelaksanaan.umpan_balik.lampiran import (
	check_terjawab,
	get_tentang,
	refuse_tanpa_nama,
)
from kinerja_asn.services.pelaksanaan.umpan_balik.permintaan import build_pertanyaan


def read_permintaan(responden) -> frappe._dict:
	"""What the page says of the request. ``responden``: the session user's own."""
	minta = layanan.get_permintaan(responden)
	minta.anonim = layanan.is_anonim(minta, responden.peran)
	minta.batas = format_batas(getdate(minta.tenggat)) if minta.tenggat else ""
	minta.tertutup = layanan.find_alasan_tertutup(minta)
	minta.sendiri = minta.pegawai_user == frappe.session.user
	minta.janji = describe_janji(minta, responden.peran)
	return minta


def describe_janji(minta, peran: str) -> list[str]:
	if not minta.anonim:
		return [
			_(
				"Nama Anda tercantum sebagai {0}. Jawaban langsung dapat dibaca {1} dan tidak dapat diubah."
			).format(_(peran), minta.nama_pegawai)
		]
	return [
		_("Anda menjawab tanpa nama, sebagai {0}.").format(_(peran)),
		_("Jawaban disegel bersama jawaban lain dari peran yang sama, tanpa nama, waktu, dan urutan."),
		_(
			"Sesudah permintaan ditutup semuanya terbuka bersama-sama bila paling sedikit {0} orang menjawab; bila kurang, "
			"jawaban itu dihapus dan tidak pernah terbuka."
		).format(minta.minimum),
		_(
			"Yang tercatat tentang Anda hanya bahwa Anda sudah menjawab. Karena itu jawaban tidak dapat diubah atau ditarik."
		),
	]


def build_isian(minta, form) -> list[frappe._dict]:
	"""Each question with what was typed."""
	return [
		frappe._dict(
			ke=ke,
			uraian=tanya.uraian,
			panduan=tanya.panduan,
			sifat=str(form.get(f"sifat-{ke}") or ""),
			isi=str(form.get(f"isi-{ke}") or ""),
		)
		for ke, tanya in enumerate(build_pertanyaan(minta))
	]


def get_pilihan() -> tuple[list[str], int]:
	"""(sifat, characters of one answer)."""
	return [str(sifat) for sifat in Sifat], PANJANG_ISI


def send(responden, minta, isian: list[frappe._dict]) -> bool:
	"""False: answered before."""
	pertanyaan = build_pertanyaan(minta)
	berkas, medan = _read_berkas(pertanyaan)
	if minta.anonim:
		refuse_tanpa_nama(berkas)
	jawaban = layanan.read_jawaban(pertanyaan, [(row.sifat, row.isi) for row in isian])
	check_terjawab(berkas, jawaban, medan)
	return layanan.answer(responden, jawaban, berkas)


def _read_berkas(pertanyaan: list) -> tuple[dict, dict]:
	"""(what each is evidence of -> upload, the same -> the field of its choice)."""
	berkas, medan = {}, {}
	for ke, tanya in enumerate(pertanyaan):
		medan[get_tentang(tanya)] = f"sifat-{ke}"
		if unggahan := read_unggahan(f"berkas-{ke}"):
			berkas[get_tentang(tanya)] = unggahan
	return berkas, medan
