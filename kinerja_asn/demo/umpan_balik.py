"""Ongoing feedback of the leaders."""

from datetime import date

import frappe

from kinerja_asn.demo.konteks import Konteks, get_kunci, hari_kerja
from kinerja_asn.demo.orang import MENURUT_KUNCI, Orang
from kinerja_asn.demo.peragaan import act_as, without_pemberitahuan
from kinerja_asn.demo.rencana import UmpanBalik


def make_umpan_balik_semua(konteks: Konteks, bulan: int) -> None:
	"""What is given in ``bulan``, unless an earlier run has given it."""
	tanggal = hari_kerja(date(konteks.tahun, bulan, 10), 0)
	if frappe.db.exists("Umpan Balik Kinerja", {"periode": konteks.periode, "tanggal": tanggal}):
		return
	with without_pemberitahuan():
		for kunci, lakon in konteks.lakon.items():
			for umpan_balik in lakon.umpan_balik:
				if umpan_balik.bulan == bulan:
					insert_umpan_balik(konteks, MENURUT_KUNCI[kunci], umpan_balik, tanggal)


def insert_umpan_balik(konteks: Konteks, orang: Orang, umpan_balik: UmpanBalik, tanggal: date) -> None:
	act_as(get_pemberi(orang, umpan_balik).email, tanggal)
	frappe.get_doc(
		doctype="Umpan Balik Kinerja",
		skp=konteks.skp[orang.kunci],
		tanggal=tanggal,
		sasaran=umpan_balik.sasaran,
		hasil_kerja=get_hasil_kerja(konteks.skp[orang.kunci], umpan_balik),
		nilai=umpan_balik.nilai,
		sifat=umpan_balik.sifat,
		isi=umpan_balik.isi,
	).insert()


def get_hasil_kerja(skp: str, umpan_balik: UmpanBalik) -> str | None:
	ke = umpan_balik.hasil_kerja_ke
	return get_kunci("SKP Hasil Kerja", skp)[ke - 1] if ke else None


def get_pemberi(orang: Orang, umpan_balik: UmpanBalik) -> Orang:
	penilai = MENURUT_KUNCI[orang.atasan]
	return MENURUT_KUNCI[penilai.atasan] if umpan_balik.pemberi == "atasan_penilai" else penilai
