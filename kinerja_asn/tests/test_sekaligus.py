"""A whole team at once: its reports of a period, and rencana aksi asked of everybody; one refusal never stops the rest."""

from datetime import date

import frappe

from kinerja_asn.constants.istilah import CaraHitung, KeadaanTautan, Tahap
from kinerja_asn.portal.pelaksanaan.minta_rencana_aksi import TERBANYAK
from kinerja_asn.tests.factories import TAHUN, make_indikator, make_realisasi, make_rencana_aksi, make_skp
from kinerja_asn.tests.test_portal_dasar import UjiPortal

BANYAK, MINTA = "/kinerja/tim/banyak?jenis=realisasi", "/kinerja/tim/minta_rencana_aksi"


class TestVerifikasiTim(UjiPortal):
	def setUp(self):
		super().setUp()
		kumulatif = [make_indikator(cara_hitung=str(CaraHitung.JUMLAH_KUMULATIF))]
		self.skp, self.lain = make_skp(self.instansi, indikator=kumulatif), make_skp(self.instansi, "kolega")
		make_realisasi(self.skp, 2, 40)
		self.laporan = [make_realisasi(skp, 3, 35, Tahap.DIAJUKAN) for skp in (self.skp, self.lain)]
		make_realisasi(self.lain, 4, 50, Tahap.DIAJUKAN)

	def get_pilihan(self) -> dict[str, str]:
		nama = [doc.name for doc in self.laporan]
		versi = frappe.get_all("Realisasi Kinerja", {"name": ("in", nama)}, ["name", "modified"])
		return {f"pilih-{row.name}": str(row.modified) for row in versi}

	def test_a_period_of_the_team_is_ticked_with_one_press(self):
		halaman = self.open("penilai", BANYAK)
		self.assertIn(f"Maret {TAHUN} (2)", halaman.teks)
		semua = self.open("penilai", f"{BANYAK}&semua=1&masa=Maret {TAHUN}")
		self.assertEqual(semua.html.count('name="pilih-'), 2)
		self.assertEqual(semua.html.count(" checked"), 2)

	def test_what_is_in_it_stands_there_before(self):
		teks = self.send("penilai", BANYAK, "periksa", jenis="realisasi", **self.get_pilihan()).teks
		self.assertIn("Jumlah pendaftaran yang selesai: 35 pendaftaran", teks)
		self.assertEqual(teks.count("1 bukti dukung"), 2)
		self.assertEqual(teks.count("jumlahnya turun, sebelumnya sudah 40."), 1)

	def test_links_that_do_not_open_are_counted(self):
		bukti = self.laporan[1].bukti[0].name
		frappe.db.set_value("Bukti Dukung", bukti, "keadaan_tautan", str(KeadaanTautan.TIDAK_ADA))
		teks = self.send("penilai", BANYAK, "periksa", jenis="realisasi", **self.get_pilihan()).teks
		self.assertIn("1 tautan bukti tidak terbuka ketika diperiksa.", teks)

	def test_one_that_has_changed_does_not_stop_the_others(self):
		pilihan = self.get_pilihan()
		pilihan[f"pilih-{self.laporan[0].name}"] = "2025-01-01 00:00:00"
		teks = self.send("penilai", BANYAK, "putuskan", jenis="realisasi", **pilihan).teks
		self.assertIn("1 realisasi diverifikasi.", teks)
		self.assertIn("1 tidak diputuskan", teks)
		self.assertEqual([doc.reload().tahap for doc in self.laporan], [Tahap.DIAJUKAN, Tahap.DITETAPKAN])


class TestMintaRencanaAksi(UjiPortal):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(TAHUN, 2, 3)
		self.skp, self.lain = make_skp(self.instansi), make_skp(self.instansi, "kolega")

	def ask(self, *nama: str, user: str = "penilai", **lain):
		return self.send(user, MINTA, "minta", **{f"pilih-{name}": "1" for name in nama}, **lain)

	def get_diminta(self) -> dict[str, str]:
		return dict(frappe.get_all("Rencana Aksi", {"diminta": 1}, ["name", "permintaan"], as_list=True))

	def test_everybody_who_has_none_is_ticked(self):
		make_rencana_aksi(self.lain, (1, "Menyusun jawaban baku"), status="Disepakati")
		halaman = self.open("penilai", MINTA)
		self.assertEqual(halaman.html.count(" checked"), 1)
		self.assertIn("Disepakati", halaman.teks)

	def test_all_are_asked_with_the_same_words_and_told(self):
		teks = self.ask(self.skp.name, self.lain.name, permintaan="Tulis langkah triwulan I.").teks
		self.assertIn("2 pegawai diminta", teks)
		self.assertEqual(
			self.get_diminta(), dict.fromkeys((self.skp.name, self.lain.name), "Tulis langkah triwulan I.")
		)
		for skp in (self.skp, self.lain):
			saring = {"for_user": skp.pegawai_user, "document_type": "Rencana Aksi"}
			self.assertEqual(frappe.db.count("Notification Log", saring), 1)

	def test_one_that_is_refused_does_not_stop_the_others(self):
		make_rencana_aksi(self.lain, (1, "Menyusun jawaban baku"), status="Menunggu kesepakatan")
		sendiri = make_skp(self.instansi, "penilai")
		teks = self.ask(self.skp.name, self.lain.name, sendiri.name, "SKP-TIDAK-ADA").teks
		self.assertIn("1 pegawai diminta", teks)
		self.assertIn("3 tidak diminta", teks)
		self.assertIn("Tulis apa yang perlu diperbaiki", teks)
		self.assertEqual(list(self.get_diminta()), [self.skp.name])

	def test_only_the_penilai_asks(self):
		self.assertEqual(self.ask(self.skp.name, user="petugas").status, 403)
		self.ask(self.skp.name, user="kepala")
		self.assertEqual(self.get_diminta(), {})
		self.assertNotIn("Petugas", self.open("kepala", MINTA).teks)

	def test_nobody_and_too_many_are_refused_in_words(self):
		self.assertIn("Centang dahulu", self.ask().get_galat())
		banyak = self.ask(*(f"SKP-{nomor}" for nomor in range(TERBANYAK + 1)))
		self.assertIn(f"paling banyak {TERBANYAK}", banyak.get_galat())
