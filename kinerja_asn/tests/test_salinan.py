"""What goes into another plan with a copy, and what stays behind."""

import frappe

from kinerja_asn.services.bersama.sisip import PARAMETER_MAKS, BarisBaku, insert_banyak
from kinerja_asn.services.perencanaan.skp.salinan import TABEL, copy_rencana
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import make_hasil_kerja, make_indikator, make_skp, make_templat


class TestSalinan(UjiKinerja):
	def setUp(self):
		super().setUp()
		lampiran = {
			"kategori": "Dukungan Sumber Daya",
			"jenis": "Anggaran",
			"uraian": "DPA",
			"terealisasi": 1,
		}
		self.skp = make_skp(self.instansi, lampiran=[lampiran])

	def set_baris(self, tabel: str, **nilai) -> None:
		"""As the server's own steps have filled them in."""
		frappe.db.set_value(TABEL[tabel], self.skp.get(tabel)[0].name, nilai)
		self.skp.reload()

	def test_words_and_figures_are_copied_and_keys_are_not(self):
		self.set_baris("hasil_kerja", rhk_pimpinan="kunci-atasan", porsi=40)
		rencana = copy_rencana(self.skp, "2026-01-01")
		hasil, indikator = rencana["hasil_kerja"][0], rencana["indikator"][0]
		self.assertEqual(hasil["rencana_hasil_kerja"], self.skp.hasil_kerja[0].rencana_hasil_kerja)
		self.assertEqual(hasil["rhk_pimpinan_uraian"], "Tertib administrasi kependudukan")
		self.assertEqual(
			(hasil["porsi"], indikator["target_min"], indikator["hasil_kerja_ke"]), (40, 1000, 1)
		)
		self.assertFalse({"kunci", "rhk_pimpinan", "hasil_kerja", "name", "parent"} & {*hasil, *indikator})
		self.assertNotIn("terealisasi", rencana["lampiran"][0])
		self.assertEqual(rencana["pendekatan"], "Kuantitatif")

	def test_links_to_records_of_a_period_hold_in_that_period_only(self):
		self.set_baris("indikator", pk_indikator="kunci-pk")
		self.assertEqual(copy_rencana(self.skp, "2025-07-01")["indikator"][0]["pk_indikator"], "kunci-pk")
		self.assertNotIn("pk_indikator", copy_rencana(self.skp, "2026-01-01")["indikator"][0])

	def test_a_template_is_copied_alike(self):
		templat = make_templat(
			self.instansi,
			hasil_kerja=[make_hasil_kerja(), make_hasil_kerja("Tertanganinya pengaduan")],
			indikator=[make_indikator(), make_indikator(hasil_kerja_ke=2)],
		)
		rencana = copy_rencana(templat)
		self.assertEqual([row["hasil_kerja_ke"] for row in rencana["indikator"]], [1, 2])
		self.assertEqual(set(rencana), set(copy_rencana(self.skp)))


class TestSisip(UjiKinerja):
	def test_more_rows_than_one_statement_takes(self):
		baku = BarisBaku("SKP Lampiran")
		banyak = PARAMETER_MAKS // len(baku.nilai) * 2 + 1
		rows = [
			baku.build({"uraian": f"Baris {nomor}", "jenis": None}, {"name": f"uji-{nomor}", "parent": "UJI"})
			for nomor in range(banyak)
		]
		insert_banyak("SKP Lampiran", rows)
		self.assertEqual(frappe.db.count("SKP Lampiran", {"parent": "UJI"}), banyak)
		terakhir = frappe.get_all("SKP Lampiran", {"name": f"uji-{banyak - 1}"}, ["*"])[0]
		self.assertEqual((terakhir.uraian, terakhir.tanggal, terakhir.idx), (f"Baris {banyak - 1}", None, 0))

	def test_text_is_bound_and_never_part_of_the_statement(self):
		jahat = "'); DELETE FROM `tabSKP`; -- %s %(a)s \\"
		baku = BarisBaku("SKP Lampiran")
		insert_banyak("SKP Lampiran", [baku.build({"name": "uji-jahat", "uraian": jahat})])
		self.assertEqual(frappe.db.get_value("SKP Lampiran", "uji-jahat", "uraian"), jahat)
