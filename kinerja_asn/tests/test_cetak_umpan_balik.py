"""Forms B.1.3, B.1.4 and B.1.5 (p. 71-77) as HTML: the law's own labels in order, feedback beside what it is about."""

from datetime import date

import frappe

from kinerja_asn.constants.istilah import Sifat
from kinerja_asn.portal.dasar.cetak import get_cetakan_umpan_balik
from kinerja_asn.tests.factories import as_user, make_hasil_kerja, make_indikator, make_realisasi, make_skp
from kinerja_asn.tests.test_cetak import DITOLAK, JAHAT, PERILAKU, UjiCetak
from kinerja_asn.tests.test_umpan_balik_360 import NILAI, REKAN, UjiTigaEnamPuluh

B13, B14, B15 = (f"Umpan Balik B.1.{ke}" for ke in (3, 4, 5))
REALISASI, UMPAN_BALIK = (
	"REALISASI BERDASARKAN BUKTI DUKUNG",
	"UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG",
)
REKAMAN = "REKAMAN INFORMASI UMPAN BALIK BERKELANJUTAN"
EKOR = (
	"Pegawai yang Dinilai",
	"Pejabat Penilai Kinerja",
	"*pilih salah satu (periode disesuaikan dengan periode evaluasi siklus pendek yang ditetapkan Instansi Pemerintah)",
)


class UjiRekaman(UjiCetak):
	def make(self, **isian):
		frappe.flags.current_date = date(2025, 6, 10)
		hasil = [make_hasil_kerja("Arsip tertata", "Tambahan"), make_hasil_kerja("Pengaduan tuntas")]
		indikator = [
			make_indikator(indikator="Arsip terpindai", **isian.pop("indikator", {})),
			make_indikator(indikator="Jumlah pengaduan", hasil_kerja_ke=2, **isian.pop("indikator_2", {})),
		]
		return make_skp(self.instansi, hasil_kerja=hasil, indikator=indikator, **isian)

	def give(self, skp, **isi) -> None:
		nilai = {"tanggal": "2025-06-10", "sifat": "Positif", "isi": "Rapi", **isi}
		with as_user(skp.penilai_user):
			frappe.get_doc(doctype="Umpan Balik Kinerja", skp=skp.name, **nilai).insert()

	def get_masa(self, skp, format_cetak: str, masa: int) -> str:
		semula = frappe.local.form_dict
		frappe.local.form_dict = frappe._dict(masa=str(masa))
		try:
			return self.get_html(skp, format_cetak)
		finally:
			frappe.local.form_dict = semula


class TestB15(UjiRekaman):
	def test_labels_and_feedback_in_the_forms_order(self):
		skp = self.make()
		make_realisasi(skp, 1, {skp.indikator[1].kunci: 70})
		self.give(skp, sasaran="Hasil Kerja", hasil_kerja=skp.hasil_kerja[1].kunci, isi=f"Tuntas {JAHAT[-1]}")
		self.give(skp, sasaran="Perilaku Kerja", nilai=NILAI, sifat="Perlu Perbaikan", isi="Catat lebih rapi")
		self.give(skp, isi="Kerja yang baik")
		html = self.get_html(skp, B15)
		self.assert_urut(
			html,
			REKAMAN,
			"PENDEKATAN HASIL KERJA KUANTITATIF",
			"BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL",
			"PERIODE: AKHIR*",
			"DINAS UJI KINERJA",
			"PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2025",
			*(
				"PEGAWAI YANG DINILAI",
				"PEJABAT PENILAI KINERJA",
				"NAMA",
				"NIP",
				"PANGKAT/GOL RUANG",
				"JABATAN",
				"UNIT KERJA",
			),
			"HASIL KERJA",
			"RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI",
			*("RENCANA HASIL KERJA", "ASPEK", "INDIKATOR KINERJA INDIVIDU", "TARGET", REALISASI, UMPAN_BALIK),
			*(
				"A. UTAMA",
				"Pengaduan tuntas",
				"70 pendaftaran (1 bukti dukung)",
				"Penilai (Pimpinan, Positif): Tuntas",
			),
			*("B. TAMBAHAN", "Arsip tertata"),
			"PERILAKU KERJA*",
			UMPAN_BALIK,
			*(PERILAKU[0], "Ekspektasi Khusus Pimpinan:"),
			*(NILAI, "Penilai (Pimpinan, Perlu Perbaikan): Catat lebih rapi"),
			*("Umpan balik umum", "Kerja yang baik"),
			*EKOR,
		)

	def test_a_period_has_its_own_feedback_alone(self):
		skp = self.make()
		self.give(skp, tanggal="2025-02-10", isi="Bulan kedua")
		self.give(skp, isi="Bulan keenam")
		html = self.get_masa(skp, B15, 1)
		self.assertIn("PERIODE: TRIWULAN I", html)
		self.assertIn("Bulan kedua", html)
		self.assertNotIn("Bulan keenam", html)
		self.assert_ditolak("tidak ada dalam periode ini", frappe.ValidationError, self.get_masa, skp, B15, 9)

	def test_addresses_name_the_periods_that_have_begun(self):
		skp = self.make()
		cetakan = get_cetakan_umpan_balik(skp)
		self.assertEqual([cetak["label"] for cetak in cetakan[1:]], ["Triwulan I 2025", "Triwulan II 2025"])
		self.assertIn("masa=2", cetakan[2]["alamat"])

	def test_text_is_escaped_and_strangers_are_refused(self):
		skp = self.make()
		frappe.get_doc("Umpan Balik Kinerja", self.give_jahat(skp))
		html = self.get_html(skp, B15)
		self.assertNotIn("<b>tebal</b>", html)
		with as_user(self.instansi.user["kolega"]), self.assertRaises(DITOLAK) as galat:
			self.get_html(skp, B15)
		self.assertNotIn("Rapi", str(galat.exception))

	def give_jahat(self, skp) -> str:
		self.give(skp)
		nama = frappe.db.get_value("Umpan Balik Kinerja", {"skp": skp.name})
		frappe.db.set_value("Umpan Balik Kinerja", nama, "isi", JAHAT)
		return nama


class TestB13(UjiRekaman):
	def test_labels_of_the_qualitative_form(self):
		naratif = {
			"arah": "Naratif",
			"target_naratif": "Semua warga terlayani",
			"satuan": None,
			"target_min": 0,
			"target_maks": 0,
		}
		skp = self.make(pendekatan="Kualitatif", indikator=naratif, indikator_2=naratif)
		self.give(skp, sasaran="Hasil Kerja", hasil_kerja=skp.hasil_kerja[0].kunci)
		html = self.get_html(skp, B13)
		self.assertNotIn("BAGI PEJABAT", html)
		self.assert_urut(
			html,
			REKAMAN,
			"PENDEKATAN HASIL KERJA KUALITATIF",
			*("PERIODE: AKHIR*", "PANGKAT/ GOL. RUANG", "HASIL KERJA", REALISASI, UMPAN_BALIK, "A. UTAMA"),
			*("Pengaduan tuntas", "Ukuran keberhasilan dan Target:", "B. TAMBAHAN", REALISASI, UMPAN_BALIK),
			*("Arsip tertata", "Rapi", "PERILAKU KERJA", UMPAN_BALIK, "Ekspektasi Khusus Pimpinan:"),
			*EKOR,
		)


class TestB14(UjiRekaman):
	def test_labels_of_the_form_for_leaders(self):
		frappe.db.set_value("Employee", self.instansi.pegawai["petugas"], "pimpinan_unit_mandiri", 1)
		skp = self.make(indikator={"perspektif": "Anggaran"}, indikator_2={"perspektif": "Penerima Layanan"})
		html = self.get_html(skp, B14)
		self.assert_urut(
			html,
			REKAMAN,
			"PENDEKATAN HASIL KERJA KUANTITATIF",
			"BAGI PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI",
			*("PERIODE: AKHIR*", "NIP (*opsional)", "PANGKAT/GOL RUANG", "INSTANSI", "Dinas Uji Kinerja"),
			*(
				"NO.",
				"RENCANA HASIL KERJA",
				"INDIKATOR KINERJA INDIVIDU",
				"TARGET",
				"PERSPEKTIF",
				REALISASI,
				UMPAN_BALIK,
			),
			*("A. UTAMA", "Pengaduan tuntas", "Penerima Layanan", "B. TAMBAHAN", "Arsip tertata", "Anggaran"),
			*("PERILAKU KERJA*", UMPAN_BALIK, *EKOR),
		)


class TestTanpaNama(UjiTigaEnamPuluh, UjiCetak):
	def test_answers_without_a_name_stand_under_their_role(self):
		permintaan = self.ask(*REKAN)
		for nama in REKAN:
			self.answer(permintaan, nama, Sifat.PERLU_PERBAIKAN, "Catat lebih rapi")
		self.assertNotIn("Catat lebih rapi", self.get_html(self.skp, B15))
		self.close(permintaan)
		html = self.get_html(self.skp, B15)
		self.assertEqual(
			html.count("Rekan Kerja Setingkat (tanpa nama, Perlu Perbaikan): Catat lebih rapi"), 3
		)
