"""A whole team at once: its reports of a period, and rencana aksi asked of everybody; one refusal never stops the rest."""

import re
from datetime import date
from unittest.mock import patch

import frappe

from kinerja_asn.constants.istilah import CaraHitung, KeadaanTautan, Tahap
from kinerja_asn.portal.pelaksanaan.minta_rencana_aksi import TERBANYAK
from kinerja_asn.services.pelaksanaan.bukti_kembar import find_banyak_kembar
from kinerja_asn.tests.basis import watch_query
from kinerja_asn.tests.factories import (
	TAHUN,
	as_user,
	make_indikator,
	make_realisasi,
	make_rencana_aksi,
	make_skp,
)
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

	def test_equal_content_of_evidence_is_said_of_each(self):
		teks = self.send("penilai", BANYAK, "periksa", jenis="realisasi", **self.get_pilihan()).teks
		self.assertIn("Isi yang sama juga menjadi bukti Kolega.", teks)
		self.assertIn("Isi yang sama juga menjadi bukti Petugas.", teks)
		self.assertIn(f"Isi yang sama juga menjadi bukti dalam laporan Februari {TAHUN}.", teks)

	def test_different_content_is_said_nothing_of(self):
		for ke, name in enumerate(frappe.get_all("Bukti Dukung", pluck="name")):
			frappe.db.set_value("Bukti Dukung", name, "sidik", f"sidik-{ke}")
		teks = self.send("penilai", BANYAK, "periksa", jenis="realisasi", **self.get_pilihan()).teks
		self.assertNotIn("Isi yang sama", teks)

	def test_of_people_whose_reports_he_may_not_read_nothing_more_is_said(self):
		orang = make_skp(self.instansi, "pengelola")
		laporan = make_realisasi(orang, 3, 35)
		kolom = dict.fromkeys(("penilai_user", "atasan_penilai_user"), self.instansi.user["tetangga"])
		frappe.db.set_value("Realisasi Kinerja", laporan.name, kolom)
		teks = self.send("penilai", BANYAK, "periksa", jenis="realisasi", **self.get_pilihan()).teks
		self.assertIn("pegawai lain yang laporannya bukan untuk Anda", teks)
		self.assertNotIn("bukti Pengelola", teks)

	def test_as_many_queries_for_many_reports_as_for_few(self):
		with as_user(self.skp.penilai_user):
			with watch_query() as sedikit:
				find_banyak_kembar([self.laporan[0].name])
			with watch_query() as banyak:
				find_banyak_kembar([doc.name for doc in self.laporan])
		self.assertEqual(banyak.call_count, sedikit.call_count)

	def test_one_that_has_changed_does_not_stop_the_others(self):
		pilihan = self.get_pilihan()
		pilihan[f"pilih-{self.laporan[0].name}"] = "2025-01-01 00:00:00"
		teks = self.send("penilai", BANYAK, "putuskan", jenis="realisasi", **pilihan).teks
		self.assertIn("1 realisasi diverifikasi.", teks)
		self.assertIn("1 tidak diputuskan", teks)
		self.assertEqual([doc.reload().tahap for doc in self.laporan], [Tahap.DIAJUKAN, Tahap.DITETAPKAN])


class TestPutaran(UjiPortal):
	def setUp(self):
		super().setUp()
		self.skp, self.lain = make_skp(self.instansi), make_skp(self.instansi, "kolega")
		self.laporan = [make_realisasi(self.skp, ke, 35, Tahap.DIAJUKAN) for ke in (1, 2, 3)]
		self.laporan += [make_realisasi(self.lain, ke, 35, Tahap.DIAJUKAN) for ke in (1, 2)]
		for modul in ("banyak", "putaran"):
			tambal = patch(f"kinerja_asn.portal.{modul}.TERBANYAK", 2)
			self.addCleanup(tambal.stop)
			tambal.start()

	def read(self, halaman) -> dict[str, str]:
		"""What the page would send with everything ticked."""
		nilai = dict(re.findall(r'name="(pilih-[^"]+)" value="([^"]*)"', halaman.html))
		return {
			"jenis": "realisasi",
			"nanti": halaman.get_nilai("nanti") or "",
			"jumlah": halaman.get_nilai("jumlah") or "",
			**nilai,
		}

	def press(self, aksi: str, isi: dict):
		return self.open("penilai", BANYAK, {"aksi": aksi, **isi})

	def count(self) -> int:
		return sum(doc.reload().tahap == Tahap.DITETAPKAN for doc in self.laporan)

	def test_all_are_decided_in_rounds_each_read_before(self):
		self.assertIn("Periksa semua 5, 2 tiap kali", self.open("penilai", BANYAK).teks)
		halaman = self.press("periksa_semua", {"jenis": "realisasi"})
		self.assertIn("1 sampai 2 dari 5", halaman.teks)
		for teks, banyak in (("3 sampai 4 dari 5", 2), ("5 sampai 5 dari 5", 4)):
			halaman = self.press("putuskan", self.read(halaman))
			self.assertIn("2 realisasi diverifikasi", halaman.teks)
			self.assertIn(teks, halaman.teks)
			self.assertEqual(self.count(), banyak)
		halaman = self.press("putuskan", self.read(halaman))
		self.assertEqual(self.count(), 5)
		self.assertNotIn("dari 5", halaman.teks)

	def test_pressed_twice_or_gone_on_later_nothing_is_lost_or_doubled(self):
		isi = self.read(self.press("periksa_semua", {"jenis": "realisasi"}))
		self.press("putuskan", isi)
		ulang = self.press("putuskan", isi)
		self.assertIn("Sudah Anda putuskan sebelumnya", ulang.teks)
		self.assertIn("3 sampai 4 dari 5", ulang.teks)
		self.assertEqual(self.count(), 2)
		self.assertIn("1 sampai 2 dari 3", self.press("periksa_semua", {"jenis": "realisasi"}).teks)

	def test_a_round_that_is_left_out_still_waits(self):
		halaman = self.press("lewati", self.read(self.press("periksa_semua", {"jenis": "realisasi"})))
		self.assertIn("3 sampai 4 dari 5", halaman.teks)
		self.assertEqual(self.count(), 0)

	def test_only_what_the_filter_shows(self):
		halaman = self.press("periksa_semua", {"jenis": "realisasi", "masa": f"Januari {TAHUN}"})
		self.assertEqual(halaman.html.count('name="pilih-'), 2)
		self.assertNotIn(f"Petugas · Maret {TAHUN}", halaman.teks)

	def test_what_has_changed_meanwhile_is_shown_as_it_is(self):
		isi = self.read(self.press("periksa_semua", {"jenis": "realisasi"}))
		nanti = isi["nanti"].split("\n")[0]
		frappe.get_doc("Realisasi Kinerja", nanti).db_set("kendala", "Hujan")
		self.assertIn("Hujan", self.press("lewati", isi).teks)

	def test_names_that_are_not_his_are_left_out(self):
		halaman = self.press(
			"lewati", {"jenis": "realisasi", "nanti": "RK-LAIN\n<script>\n" * 900, "jumlah": "99999999999"}
		)
		self.assertEqual(halaman.status, 200)
		self.assertNotIn('name="pilih-RK-LAIN', halaman.html)
		self.assertNotIn("<script>", halaman.isi)


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
