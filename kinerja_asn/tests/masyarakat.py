"""What the tests of umpan balik masyarakat share: a service, answers of citizens, the form as a citizen sends it."""

from datetime import date

import frappe

from kinerja_asn.services.pelaksanaan.masyarakat.jawaban import Jawaban, store_jawaban
from kinerja_asn.tests.factories import Instansi, as_user

ALAMAT = "/layanan/"
# An indikator that is bound to a service.
PUAS = {
	"indikator": "Kepuasan masyarakat",
	"target_min": 80,
	"target_maks": 90,
	"satuan": "persen",
	"cara_hitung": "Rata-rata",
	"sumber_ukuran": "Persen puas",
}


def make_layanan(instansi: Instansi, nama: str = "Perekaman KTP Elektronik", **fields):
	with as_user(instansi.user["pengelola"]):
		return frappe.get_doc(
			doctype="Layanan Publik", nama_layanan=nama, **{"unit_kerja": instansi.unit, **fields}
		).insert()


def make_jawaban(
	layanan, *nilai: int, hari: date | str, tunggu: int | None = None, komentar: str = ""
) -> None:
	"""An answer for each of ``nilai``, given on ``hari``."""
	sebelum, frappe.flags.current_date = frappe.flags.current_date, str(hari)
	for angka in nilai:
		store_jawaban(
			layanan, frappe.generate_hash(), Jawaban(angka, tunggu, "Keluhan" if komentar else "", komentar)
		)
	frappe.flags.current_date = sebelum


def get_jawaban(layanan, *kolom: str) -> list:
	return frappe.get_all("Umpan Balik Masyarakat", {"layanan": layanan.name}, list(kolom) or ["name"])
