"""What waits for a decision: on the landing page, in the menu, after a decision, several at once; for HR's own steps too."""

import re
from datetime import date

import frappe

from kinerja_asn.api.alur import add_pemeriksa
from kinerja_asn.constants.akses import BERTAHAP
from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.peran import PENGELOLA
from kinerja_asn.permissions.pelaku import is_pelaku
from kinerja_asn.services.bersama.sisip import insert_banyak
from kinerja_asn.services.giliran.antrean import count_antrean
from kinerja_asn.tahap.bawaan import ALUR_REALISASI, ALUR_SKP
from kinerja_asn.tests.basis import watch_query
from kinerja_asn.tests.factories import (
	add_pegawai,
	as_user,
	make_evaluasi,
	make_kinerja_unit,
	make_perubahan,
	make_realisasi,
	make_skp,
	make_unit,
	move,
)
from kinerja_asn.tests.test_portal_berat import KILOBITA_HALAMAN, compress
from kinerja_asn.tests.test_portal_dasar import UjiPortal
from kinerja_asn.tests.test_portal_tim import VERIFIKATOR, add_verifikator

BANYAK = "/kinerja/tim/banyak?jenis="


class UjiAntrean(UjiPortal):
	def get_jumlah(self, nama: str, path: str = "/kinerja/pohon") -> str | None:
		"""The number at the tab "Tim Saya"."""
		jumlah = re.search(r'class="kb-jumlah">(\d+)', self.open(nama, path).html)
		return jumlah and jumlah[1]

	def make_menunggu(self) -> list:
		"""One of each kind that waits for the Penilai."""
		skp = make_skp(self.instansi)
		rk = make_realisasi(skp, 1, 70, Tahap.DIAJUKAN)
		make_kinerja_unit(self.instansi)
		evaluasi = make_evaluasi(self.instansi, skp)
		perubahan = make_perubahan(skp)
		with as_user(skp.pegawai_user):
			perubahan.indikator[0].target_min = perubahan.indikator[0].target_maks = 900
			perubahan.uraian_alasan = "Anggaran berkurang"
			perubahan.save()
		return [
			make_skp(self.instansi, "kolega", Tahap.DIAJUKAN),
			move(perubahan, skp.pegawai_user, Tahap.DIAJUKAN),
			rk,
			evaluasi,
		]


class TestDiMuka(UjiAntrean):
	def test_a_penilai_with_a_plan_of_his_own_is_not_told_that_there_is_nothing_to_do(self):
		make_skp(self.instansi, "penilai")
		frappe.flags.current_date = date(2025, 1, 15)
		self.assertIn("Tidak ada yang perlu dikerjakan", self.open("penilai", "/kinerja").teks)
		make_skp(self.instansi, "kolega", Tahap.DIAJUKAN)
		teks = self.open("penilai", "/kinerja").teks
		self.assertNotIn("Tidak ada yang perlu dikerjakan", teks)
		self.assertIn("Selesaikan 1 keputusan yang menunggu Anda", teks)

	def test_what_waits_is_on_the_landing_page(self):
		make_skp(self.instansi, "penilai")
		dokumen = self.make_menunggu()
		halaman = self.open("penilai", "/kinerja")
		self.assertIn("Perlu keputusan Anda: 4", halaman.teks)
		for doc in dokumen:
			self.assertIn(f"?name={doc.name}", halaman.isi)

	def test_nobody_else_sees_them_there_or_is_asked_for_them(self):
		self.make_menunggu()
		for nama in ("petugas", "kolega", "kepala", "auditor", "pengelola"):
			with self.subTest(nama):
				self.assertNotIn("Perlu keputusan Anda", self.open(nama, "/kinerja").teks)
				self.assertIsNone(self.get_jumlah(nama))

	def test_every_page_has_the_number_at_the_tab(self):
		self.make_menunggu()
		for path in ("/kinerja", "/kinerja/tim", "/kinerja/penugasan", "/kinerja/pohon"):
			with self.subTest(path):
				self.assertEqual(self.get_jumlah("penilai", path), "4")

	def test_the_number_takes_one_query_and_is_what_the_list_has(self):
		self.make_menunggu()
		user = self.instansi.user["penilai"]
		count_antrean(user)  # warms the caches
		with watch_query() as query:
			self.assertEqual(count_antrean(user), 4)
		self.assertEqual(query.call_count, 1)
		self.assertIn("4 menunggu Anda", self.open("penilai", "/kinerja/tim").teks)

	def test_a_switched_off_workflow_stops_no_page(self):
		make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		frappe.db.set_value("Workflow", {"document_type": "SKP"}, "is_active", 0)
		frappe.cache.delete_value("workflow")
		self.assertEqual(self.open("penilai", "/kinerja/pohon").status, 200)


class TestLangkahHr(UjiAntrean):
	"""HR puts a verifier between Diajukan and Ditetapkan."""

	def setUp(self):
		super().setUp()
		add_verifikator()
		self.skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)

	def test_it_waits_for_the_verifier_first_and_then_for_the_penilai(self):
		self.assertIsNone(self.get_jumlah("penilai"))
		user = self.instansi.user["auditor"]
		frappe.get_doc("User", user).add_roles(VERIFIKATOR)
		self.assertEqual(count_antrean(user), 1)
		frappe.db.set_value("SKP", self.skp.name, "workflow_state", "Diverifikasi Tim Kinerja")
		self.assertEqual(count_antrean(user), 0)
		self.assertEqual(self.get_jumlah("penilai"), "1")

	def test_a_verifier_decides_nothing_about_himself(self):
		for nama in ("penilai", "petugas"):
			frappe.get_doc("User", self.instansi.user[nama]).add_roles(VERIFIKATOR)
		halaman = self.open("penilai", "/kinerja/tim")
		self.assertIn("1 menunggu Anda", halaman.teks)
		self.assertEqual(count_antrean(self.instansi.user["petugas"]), 0)
		self.assertFalse(
			is_pelaku(self.skp, "SKP", VERIFIKATOR, self.instansi.user["petugas"]), "as the step itself says"
		)


class TestPemeriksa(UjiAntrean):
	"""HR has put its Pengelola between Diajukan and Ditetapkan, of all that is decided on."""

	def setUp(self):
		super().setUp()
		for doctype in ("Periode Kinerja", *BERTAHAP):
			frappe.db.delete(doctype, {"instansi": ("!=", self.instansi.name)})
		with as_user(self.instansi.user["pengelola"]):
			for alur in (ALUR_SKP, ALUR_REALISASI):
				add_pemeriksa(alur.nama, "Diajukan", PENGELOLA, "Diperiksa Tim", "Periksa")
		self.skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		self.alamat = f"/kinerja/periksa?jenis=SKP&name={self.skp.name}"

	def test_what_waits_is_on_his_landing_page_and_in_his_inbox_with_the_number(self):
		for alamat in ("/kinerja", "/kinerja/periksa"):
			halaman = self.open("pengelola", alamat)
			self.assertIn("Petugas", halaman.teks)
			self.assertIn(f"/kinerja/periksa?jenis=SKP&amp;name={self.skp.name}", halaman.isi)
			self.assertIn('class="kb-jumlah">1<', halaman.html)

	def test_what_he_only_passes_on_is_not_called_his_to_set(self):
		for alamat in ("/kinerja", "/kinerja/periksa"):
			teks = self.open("pengelola", alamat).teks
			self.assertIn("SKP untuk diperiksa (1)", teks)
			self.assertNotIn("untuk ditetapkan", teks)
		self.assertIn("Tidak ada yang menunggu", self.open("penilai", "/kinerja/tim").teks)
		self.send("pengelola", self.alamat, "teruskan")
		self.assertIn("SKP untuk ditetapkan (1)", self.open("penilai", "/kinerja/tim").teks)

	def test_he_reads_the_whole_plan(self):
		halaman = self.open("pengelola", self.alamat)
		self.assertIn(
			f"{self.skp.hasil_kerja[0].rencana_hasil_kerja} {self.skp.hasil_kerja[0].jenis}", halaman.teks
		)
		self.assertIn("meneruskannya ke langkah berikutnya", halaman.teks)
		self.assertIn("/printview?doctype=SKP", halaman.isi)

	def test_he_reads_it_and_passes_it_on_there(self):
		halaman = self.open("pengelola", self.alamat)
		self.assertIn(self.skp.hasil_kerja[0].rencana_hasil_kerja, halaman.teks)
		self.assertIn(self.skp.indikator[0].indikator, halaman.teks)
		self.assertEqual(self.send("pengelola", self.alamat, "teruskan").pesan, "diproses")
		self.assertEqual(self.skp.reload().workflow_state, "Diperiksa Tim")
		halaman = self.open("pengelola", self.alamat)
		self.assertFalse(halaman.has_tombol("teruskan"))
		self.assertIn("Menunggu Penilai", halaman.teks)
		lagi = {"aksi": "teruskan", "modified": str(self.skp.modified)}
		self.assertIn("tidak dapat Anda lakukan", self.open("pengelola", self.alamat, lagi).get_galat())
		self.assertIn("Tidak ada yang menunggu Anda", self.open("pengelola", "/kinerja/periksa").teks)

	def test_he_returns_it_with_a_reason(self):
		self.assertIn(
			"Tulis alasan", self.send("pengelola", self.alamat, "kembalikan", alasan=" ").get_galat()
		)
		jawaban = self.send("pengelola", self.alamat, "kembalikan", alasan="Satuannya belum ada")
		self.assertEqual(jawaban.pesan, "dikembalikan")
		self.skp.reload()
		self.assertEqual(
			(self.skp.tahap, self.skp.catatan_pengembalian), ("Dikembalikan", "Satuannya belum ada")
		)

	def test_a_report_and_what_was_changed_meanwhile(self):
		skp = make_skp(self.instansi, "kolega", tahap=Tahap.DIAJUKAN)
		frappe.db.set_value("SKP", skp.name, {"workflow_state": "Ditetapkan", "tahap": "Ditetapkan"})
		laporan = make_realisasi(skp.reload(), 1, 40, Tahap.DIAJUKAN)
		alamat = f"/kinerja/periksa?jenis=Realisasi+Kinerja&name={laporan.name}"
		self.assertIn("Realisasi: 40", self.open("pengelola", alamat).teks)
		basi = {"aksi": "teruskan", "modified": "2020-01-01 00:00:00"}
		self.assertTrue(self.open("pengelola", alamat, basi).get_galat())
		self.assertEqual(self.send("pengelola", alamat, "teruskan").pesan, "diproses")
		self.assertEqual(laporan.reload().workflow_state, "Diperiksa Tim")

	def test_a_notice_leads_there_and_nobody_else_gets_in(self):
		buka = self.open("pengelola", f"/kinerja/buka?jenis=SKP&name={self.skp.name}")
		self.assertEqual(buka.tujuan, f"/kinerja/periksa?jenis=SKP&name={self.skp.name}")
		for nama in ("kolega", "petugas", "penilai"):
			self.assertEqual(self.open(nama, self.alamat).status, 403, nama)
		tetangga = self.open("tetangga", self.alamat)
		self.assertEqual(tetangga.status, 404)
		self.assertEqual(tetangga.teks, self.open("tetangga", f"{self.alamat}x").teks)
		self.assertEqual(self.open("pengelola", "/kinerja/periksa?jenis=User&name=Guest").status, 404)

	def test_who_verifies_nowhere_has_no_such_page(self):
		self.assertNotIn("/kinerja/periksa", self.open("petugas", "/kinerja").html)


class TestBerikutnya(UjiAntrean):
	def test_after_a_decision_the_next_of_its_kind_is_offered(self):
		skp = make_skp(self.instansi)
		pertama, kedua = (make_realisasi(skp, ke, 70, Tahap.DIAJUKAN) for ke in (1, 2))
		make_skp(self.instansi, "kolega", Tahap.DIAJUKAN)
		jawaban = self.send("penilai", f"/kinerja/tim/realisasi?name={pertama.name}", "verifikasi")
		halaman = self.open("penilai", jawaban.tujuan)
		self.assertIn("Berikutnya: Petugas Februari 2025", halaman.teks)
		self.assertIn("Masih 2 yang menunggu keputusan Anda", halaman.teks)
		jawaban = self.send("penilai", f"/kinerja/tim/realisasi?name={kedua.name}", "kembalikan", alasan="x")
		self.assertIn("Berikutnya: Kolega", self.open("penilai", jawaban.tujuan).teks)

	def test_after_the_last_nothing_is_offered(self):
		rk = make_realisasi(make_skp(self.instansi), 1, 70, Tahap.DIAJUKAN)
		jawaban = self.send("penilai", f"/kinerja/tim/realisasi?name={rk.name}", "verifikasi")
		teks = self.open("penilai", jawaban.tujuan).teks
		self.assertNotIn("Berikutnya", teks)
		self.assertIn("Tidak ada yang menunggu Anda", teks)


class TestSaringan(UjiAntrean):
	def setUp(self):
		super().setUp()
		self.lain = make_unit("Bidang Kedua Uji", self.instansi.name)
		add_pegawai(self.instansi, "zahra", 210, self.lain, self.instansi.pegawai["penilai"])
		skp = make_skp(self.instansi)
		make_realisasi(skp, 1, 70, Tahap.DIAJUKAN)
		make_skp(self.instansi, "zahra", Tahap.DIAJUKAN)

	def test_by_unit_kind_stage_and_name(self):
		for tanya, ada, tiada in (
			(f"unit={self.lain}", "Zahra", "Petugas"),
			("cari=zah", "Zahra", "Petugas"),
			("jenis=realisasi&tahap=Ditetapkan", "Petugas", "Zahra"),
			("jenis=skp&tahap=Diajukan", "Zahra", "Petugas"),
		):
			with self.subTest(tanya):
				teks = self.open("penilai", f"/kinerja/tim?{tanya}").teks
				self.assertIn(ada, teks)
				self.assertNotIn(tiada, teks)
				self.assertIn("Hapus saringan", teks)

	def test_order_and_groups(self):
		teks = self.open("penilai", "/kinerja/tim?kelompok=unit").teks
		daftar = teks.partition("Pegawai yang saya nilai")[2]
		self.assertRegex(daftar, r"Bidang Kedua Uji Zahra.*Bidang Pendaftaran Uji Petugas")
		daftar = self.open("penilai", "/kinerja/tim?urut=tahap").teks.partition("Pegawai yang saya nilai")[2]
		self.assertRegex(daftar, r"Zahra.*Petugas")
		daftar = self.open("penilai", "/kinerja/tim?kelompok=progres").teks.partition("saya nilai")[2]
		self.assertIn("SKP belum ditetapkan Zahra", daftar)

	def test_what_is_not_a_choice_is_not_taken(self):
		for tanya in (
			"jenis=x",
			"tahap='",
			"urut=name desc",
			"kelompok=1",
			"nomor=-1",
			"nomor=99999",
			"unit=<b>",
		):
			with self.subTest(tanya):
				self.assertEqual(self.open("penilai", f"/kinerja/tim?{tanya}").status, 200)


class TestBanyak(UjiAntrean):
	def setUp(self):
		super().setUp()
		self.skp = make_skp(self.instansi)
		self.laporan = [make_realisasi(self.skp, ke, 70, Tahap.DIAJUKAN) for ke in (1, 2, 3)]

	def tick(self, *daftar) -> dict:
		return {f"pilih-{doc.name}": str(doc.modified) for doc in daftar}

	def post(self, aksi: str, *daftar, nama: str = "penilai", kode: str = "realisasi", **lain):
		return self.open(nama, BANYAK + kode, {"aksi": aksi, "jenis": kode, **self.tick(*daftar), **lain})

	def get_tahap(self) -> list[str]:
		return [doc.reload().tahap for doc in self.laporan]

	def test_chosen_ones_are_read_once_more_and_then_verified(self):
		halaman = self.open("penilai", BANYAK + "realisasi")
		self.assertEqual(halaman.isi.count('type="checkbox"'), 3)
		self.assertEqual(self.open("penilai", BANYAK + "realisasi&semua=1").isi.count(" checked>"), 3)
		tinjauan = self.post("periksa", *self.laporan[:2])
		self.assertIn("Sesudah diverifikasi, realisasi tidak dapat diubah pegawai lagi", tinjauan.teks)
		self.assertTrue(tinjauan.has_tombol("putuskan"))
		self.assertIn("Jumlah pendaftaran yang selesai: 70 pendaftaran", tinjauan.teks)
		self.assertIn("1 bukti dukung", tinjauan.teks)
		self.assertEqual(self.get_tahap(), [Tahap.DIAJUKAN] * 3)
		hasil = self.post("putuskan", *self.laporan[:2])
		self.assertIn(
			"2 realisasi diverifikasi. Petugas · Januari 2025; Petugas · Februari 2025.", hasil.teks
		)
		self.assertIn("Berikutnya: Petugas Maret 2025", hasil.teks)
		self.assertRegex(hasil.html, r'kb-jumlah">1<')
		self.assertEqual(self.get_tahap(), [Tahap.DITETAPKAN] * 2 + [Tahap.DIAJUKAN])

	def test_several_skp_are_set(self):
		skp = make_skp(self.instansi, "kolega", Tahap.DIAJUKAN)
		tinjauan = self.post("periksa", skp, kode="skp")
		self.assertIn("Terlayaninya pendaftaran penduduk (Utama)", tinjauan.teks)
		self.assertIn("1.000 pendaftaran", tinjauan.teks)
		self.assertIn("1 SKP ditetapkan", self.post("putuskan", skp, kode="skp").teks)
		self.assertEqual((skp.reload().tahap, skp.ditetapkan_oleh), (Tahap.DITETAPKAN, skp.penilai_user))

	def test_one_that_has_changed_is_named_and_stops_nobody(self):
		basi = {f"pilih-{self.laporan[1].name}": "2025-01-01 00:00:00"}
		tinjauan = self.post("periksa", self.laporan[0], **basi)
		self.assertIn("Petugas · Februari 2025 Dokumen ini sudah berubah", tinjauan.teks)
		hasil = self.post("putuskan", self.laporan[0], self.laporan[2], **basi)
		self.assertIn("2 realisasi diverifikasi", hasil.teks)
		self.assertIn("1 tidak diputuskan: Petugas · Februari 2025 : Dokumen ini sudah berubah", hasil.teks)
		self.assertEqual(self.get_tahap(), [Tahap.DITETAPKAN, Tahap.DIAJUKAN, Tahap.DITETAPKAN])

	def test_a_second_press_changes_nothing(self):
		for kalimat in ("1 realisasi diverifikasi", "tidak ada yang berubah"):
			self.assertIn(kalimat, self.post("putuskan", self.laporan[0]).teks)
		self.assertEqual(self.get_tahap(), [Tahap.DITETAPKAN, Tahap.DIAJUKAN, Tahap.DIAJUKAN])

	def test_nobody_decides_about_himself_or_for_another(self):
		milik = make_realisasi(make_skp(self.instansi, "penilai"), 1, 70, Tahap.DIAJUKAN)
		for nama in ("penilai", "kepala"):
			hasil = self.post("putuskan", milik if nama == "penilai" else self.laporan[0], nama=nama)
			self.assertIn("1 tidak diputuskan", hasil.teks)
		tiada = self.post("putuskan", **{"pilih-RK-0": "x"})
		self.assertIn("Dokumen ini tidak ada atau bukan untuk Anda", tiada.teks)
		self.assertEqual((milik.reload().tahap, self.get_tahap()), (Tahap.DIAJUKAN, [Tahap.DIAJUKAN] * 3))
		self.assertEqual(self.post("putuskan", self.laporan[0], nama="petugas").status, 403)

	def test_what_was_not_chosen_or_is_too_much_is_said(self):
		self.assertIn("Centang dahulu", self.post("periksa").get_galat())
		banyak = {f"pilih-RK-{ke}": "x" for ke in range(41)}
		self.assertIn("paling banyak 40", self.post("putuskan", **banyak).get_galat())

	def test_as_many_queries_for_a_review_of_many_as_of_one(self):
		self.post("periksa", self.laporan[0])
		with watch_query() as query:
			self.post("periksa", self.laporan[0])
		seorang = query.call_count
		skp = make_skp(self.instansi, "kolega")
		lain = [make_realisasi(skp, 1, 70, Tahap.DIAJUKAN)]
		self.post("periksa", self.laporan[0], *lain)
		with watch_query() as query:
			self.post("periksa", self.laporan[0], *lain)
		self.assertLessEqual(query.call_count, seorang)


class TestDuaRatus(UjiAntrean):
	"""A leader of 200: no more queries than for a few, and pages as light as any other."""

	def setUp(self):
		super().setUp()
		self.skp = make_skp(self.instansi)
		make_realisasi(self.skp, 1, 70, Tahap.DIAJUKAN)
		self.halaman = (
			"/kinerja/tim",
			"/kinerja/tim?kelompok=progres&urut=lapor",
			"/kinerja/tim?jenis=realisasi",
			BANYAK + "realisasi",
		)

	def multiply(self, banyak: int) -> None:
		"""The officer's plan and its report once more for each of so many others, written as they are stored."""
		for ke in range(banyak):
			self.copy("SKP", ke), self.copy("SKP Indikator", ke), self.copy("Realisasi Kinerja", ke)

	def copy(self, doctype: str, ke: int) -> None:
		milik = {"parent": self.skp.name} if doctype == "SKP Indikator" else {"pegawai": self.skp.pegawai}
		row = frappe.db.get_value(doctype, milik, "*", as_dict=True)
		skp = f"{self.skp.name}-S{ke}"
		row.update({"name": skp if doctype == "SKP" else f"{row.name}-{ke}"})
		ganti = {
			"pegawai": f"HR-S-{ke}",
			"nama_pegawai": f"Pegawai ke-{ke}",
			"skp": skp,
			"parent": skp,
			"kunci": f"k{ke}",
		}
		row.update({kolom: nilai for kolom, nilai in ganti.items() if row.get(kolom)})
		insert_banyak(doctype, [row])

	def test_as_many_queries_and_as_few_bytes(self):
		kueri = {path: self.count_query(path) for path in self.halaman}
		self.multiply(200)
		self.assertEqual(self.get_jumlah("penilai"), "201")
		for path in self.halaman:
			with self.subTest(path):
				self.assertLessEqual(self.count_query(path), kueri[path])
				self.assertLess(compress(self.open("penilai", path).html), KILOBITA_HALAMAN)

	def count_query(self, path: str) -> int:
		self.open("penilai", path)  # warms the caches
		with watch_query() as query:
			self.assertEqual(self.open("penilai", path).status, 200)
		return query.call_count

	def test_pages_of_fifty(self):
		self.multiply(60)
		pertama, kedua = (self.open("penilai", f"/kinerja/tim?nomor={ke}") for ke in (1, 2))
		self.assertIn("Halaman 1 dari 2", pertama.teks)
		self.assertIn("nomor=2", pertama.isi)
		self.assertEqual([halaman.isi.count("ka-berdua") for halaman in (pertama, kedua)], [50, 11])
		self.assertIn("40 dari 61", self.open("penilai", BANYAK + "realisasi").teks)
