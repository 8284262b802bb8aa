"""One answer of a citizen: what may be in it, and storing it once.

Nobody has the right to make an Umpan Balik Masyarakat; whoever sends the form of a service's page makes one by this module
alone. It keeps the day and neither hour nor sender: rows have random names, and no trace besides.
"""

from dataclasses import dataclass
from hashlib import sha256

import frappe
from frappe import _

from kinerja_asn.constants.masyarakat import (
	JAWABAN,
	KOMENTAR_MAKS,
	PENILAIAN,
	TUNGGU_MAKS,
	JenisMasukan,
	StatusKomentar,
)
from kinerja_asn.rules.masyarakat import has_nomor_pribadi
from kinerja_asn.rules.teks import keep_tercetak
from kinerja_asn.services.bersama.isian import TAG, is_rumus
from kinerja_asn.services.bersama.penolakan import refuse_isian
from kinerja_asn.services.bersama.waktu import get_today

TAMU = "Guest"


@dataclass(frozen=True)
class Jawaban:
	nilai: int
	waktu_tunggu: int | None
	jenis: str
	komentar: str


def read_jawaban(nilai: str, tunggu: str, jenis: str, komentar: str) -> Jawaban:
	"""What was sent, or a refusal beside the field that it is about."""
	return Jawaban(
		_read_nilai(nilai), _read_tunggu(tunggu.strip()), _read_jenis(jenis), _read_komentar(komentar)
	)


def _read_nilai(teks: str) -> int:
	if teks not in map(str, PENILAIAN):
		refuse_isian("nilai", _("Pilih dahulu seberapa puas Anda."))
	return int(teks)


def _read_tunggu(teks: str) -> int | None:
	if not teks:
		return None
	if not (teks.isascii() and teks.isdecimal() and len(teks) <= 4 and int(teks) <= TUNGGU_MAKS):
		refuse_isian(
			"waktu_tunggu",
			_("Tulis lama menunggu dalam menit, dengan angka saja: 60 untuk satu jam, paling banyak 1440."),
		)
	return int(teks)


def _read_jenis(teks: str) -> str:
	if teks and teks not in list(JenisMasukan):
		refuse_isian("jenis", _("Pilih pujian, keluhan, atau saran."))
	return teks


def _read_komentar(teks: str) -> str:
	"""Plain words, as they were typed; what cannot be seen is left out."""
	komentar = keep_tercetak(teks)
	if salah := _find_salah(komentar):
		refuse_isian("komentar", salah)
	return komentar


def _find_salah(komentar: str) -> str | None:
	if len(komentar) > KOMENTAR_MAKS:
		return _("Komentar terlalu panjang: paling banyak {0} huruf. Ringkas isinya.").format(KOMENTAR_MAKS)
	if TAG.search(komentar):
		return _("Tulis komentar dengan kata biasa, tanpa tanda < di depan huruf.")
	if is_rumus(komentar):
		return _("Awali komentar dengan kata, bukan dengan tanda =, +, -, atau @.")
	if has_nomor_pribadi(komentar):
		return _(
			"Hapus nomor telepon, NIK, atau nomor orang lain dari komentar: isian ini tanpa data pribadi."
		)
	return None


def store_jawaban(layanan, kunci: str, jawaban: Jawaban) -> None:
	"""The form ``kunci`` counts once: what is there already was sent twice."""
	hari = get_today()
	doc = frappe.get_doc(
		doctype=JAWABAN,
		name=frappe.generate_hash(length=20),
		layanan=layanan.name,
		unit_kerja=layanan.unit_kerja,
		instansi=layanan.instansi,
		tanggal=hari,
		bulan=f"{hari:%Y-%m}",
		nilai=jawaban.nilai,
		ada_waktu_tunggu=int(jawaban.waktu_tunggu is not None),
		waktu_tunggu=jawaban.waktu_tunggu or 0,
		jenis=jawaban.jenis,
		komentar=jawaban.komentar,
		status_komentar=str(StatusKomentar.MENUNGGU if jawaban.komentar else StatusKomentar.TANPA),
		kunci=sha256(kunci.encode()).hexdigest()[:32],
		**dict.fromkeys(("creation", "modified"), f"{hari} 00:00:00"),
		**dict.fromkeys(("owner", "modified_by"), TAMU),
	)
	try:
		doc.db_insert()
	except frappe.DuplicateEntryError:
		frappe.clear_last_message()
