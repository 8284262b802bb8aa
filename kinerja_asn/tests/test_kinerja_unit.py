"""Capaian kinerja organisasi: which counts for an evaluation (p. 94), what it means for the head, who may set it, attacked."""

from datetime import date

import frappe

from kinerja_asn.api.penilaian import kinerja_unit as api
from kinerja_asn.cetak.kinerja_unit import get_cetak_kinerja_unit
from kinerja_asn.constants.istilah import JenisEvaluasi, Tahap
from kinerja_asn.laporan.kinerja_unit import build_laporan
from kinerja_asn.services.penilaian.organisasi.pimpinan import find_kepemimpinan
from kinerja_asn.services.penilaian.organisasi.predikat import find_berlaku
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import (
	as_user,
	change_akun,
	make_evaluasi,
	make_periode,
	make_realisasi,
	make_skp,
	make_unit,
	move,
)

SEKRETARIAT = "Sekretariat Uji - DUK"


class UjiKinerjaUnit(UjiKinerja):
	"""Bidang is led by ``penilai``; ``kepala``, who leads Sekretariat, sets its result."""

	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2026, 1, 5)
		self.user, self.pegawai = self.instansi.user, self.instansi.pegawai
		self.skp = make_skp(self.instansi)
		self.skp_penilai = make_skp(self.instansi, "penilai")

	def build(self, predikat: str | None = "Baik", **isi):
		kunci = {"unit_kerja": self.instansi.unit, "periode": self.instansi.periode, "jenis": "Tahunan"}
		putusan = {"predikat_organisasi": predikat, "dasar": "Rapat"} if predikat else {}
		return frappe.get_doc(doctype="Kinerja Unit", **{**kunci, **putusan, **isi})

	def set_predikat(self, predikat: str = "Baik", **isi):
		with as_user(self.user["kepala"]):
			return self.build(predikat, **isi).insert()

	def place_pengelola(self) -> None:
		"""Where no result of this agency tells on her."""
		frappe.get_doc("Employee", self.pegawai["pengelola"]).update(
			{"department": make_unit("Kepegawaian Uji", self.instansi.name), "reports_to": None}
		).save()

	def assert_tidak(self, pesan: str, fungsi, *args) -> None:
		self.assert_ditolak(pesan, frappe.PermissionError, fungsi, *args)


class TestPimpinan(UjiKinerjaUnit):
	def test_who_evaluates_from_a_unit_leads_it_and_who_evaluates_him_sets(self):
		daftar = find_kepemimpinan(self.instansi.periode)
		bidang, puncak = daftar[self.instansi.unit], daftar[SEKRETARIAT]
		self.assertEqual((bidang.pimpinan, bidang.penetap), (self.pegawai["penilai"], self.pegawai["kepala"]))
		self.assertEqual((puncak.pimpinan, puncak.penetap), (self.pegawai["kepala"], None))
		self.assertTrue(puncak.di_luar)
		self.assertFalse(bidang.di_luar)

	def test_where_several_evaluate_from_one_unit_the_one_above_leads_it(self):
		frappe.db.set_value("Employee", self.pegawai["kepala"], "department", self.instansi.unit)
		for nama in ("penilai", "kolega"):
			frappe.db.set_value("SKP", {"pegawai": self.pegawai[nama]}, "unit_penilai", self.instansi.unit)
		daftar = find_kepemimpinan(self.instansi.periode)
		self.assertEqual(daftar[self.instansi.unit].pimpinan, self.pegawai["kepala"])


class TestTahunLalu(UjiKinerjaUnit):
	"""P. 94 f."""

	def setUp(self):
		super().setUp()
		lalu = make_periode(self.instansi.name, 2024)
		self.build("Istimewa", periode=lalu.name).insert()

	def get_berlaku(self):
		daftar = find_berlaku([self.instansi.unit], self.instansi.periode, JenisEvaluasi.TAHUNAN, 0)
		return daftar.get(self.instansi.unit)

	def test_in_january_this_years_counts_and_nothing_else(self):
		self.assertIsNone(self.get_berlaku())
		self.set_predikat("Kurang")
		self.assertEqual((self.get_berlaku().predikat, self.get_berlaku().keterangan), ("Kurang", None))
		frappe.flags.current_date = date(2026, 6, 1)
		self.assertEqual(self.get_berlaku().predikat, "Kurang", "it was issued in time")

	def test_after_january_last_years_counts_and_the_evaluation_says_so(self):
		frappe.flags.current_date = date(2026, 2, 1)
		evaluasi = make_evaluasi(self.instansi, self.skp)
		self.assertEqual(evaluasi.predikat_organisasi, "Istimewa")
		self.assertIn("Predikat tahun 2024", evaluasi.keterangan_organisasi)
		self.assertIn("hlm. 94 huruf f", evaluasi.keterangan_organisasi)
		self.set_predikat("Kurang")
		self.assertEqual(evaluasi.reload().predikat_organisasi, "Istimewa", "it came too late")

	def test_an_open_evaluation_takes_last_years_when_january_is_over(self):
		evaluasi = make_evaluasi(self.instansi, self.skp)
		self.assertFalse(evaluasi.predikat_organisasi)
		frappe.flags.current_date = date(2026, 2, 1)
		with as_user(self.skp.penilai_user):
			evaluasi.save()
		self.assertEqual(evaluasi.predikat_organisasi, "Istimewa")

	def test_without_last_years_the_late_one_counts(self):
		frappe.db.delete("Kinerja Unit")
		frappe.flags.current_date = date(2026, 2, 1)
		self.set_predikat("Baik")
		self.assertEqual(self.get_berlaku().predikat, "Baik")
		self.assertIn("predikat tahun 2024 tidak tercatat", self.get_berlaku().keterangan)

	def test_one_that_was_issued_in_january_is_not_changed_later(self):
		doc = self.set_predikat("Kurang")
		frappe.flags.current_date = date(2026, 2, 1)
		with as_user(self.user["kepala"]):
			doc.predikat_organisasi = "Baik"
			self.assert_ditolak("sudah dikeluarkan dalam Januari", frappe.ValidationError, doc.save)
			doc.reload().update({"dasar": "Rapat, risalah nomor 3"}).save()
		self.assertEqual(str(doc.ditetapkan_pada)[:10], "2026-01-05", "its words are no new decision")

	def test_a_quarter_has_no_last_year(self):
		frappe.flags.current_date = date(2026, 2, 1)
		berlaku = find_berlaku([self.instansi.unit], self.instansi.periode, JenisEvaluasi.PERIODIK, 1)
		self.assertEqual(berlaku, {})


class TestHasilPimpinan(UjiKinerjaUnit):
	"""SE MenPANRB 3/2023: the unit's result is its head's rating of hasil kerja."""

	def setUp(self):
		super().setUp()
		for bulan in range(1, 13):
			make_realisasi(self.skp_penilai, bulan, 100)
		self.build("Baik", unit_kerja=SEKRETARIAT).insert()

	def test_the_proposal_follows_in_words_also_when_it_comes_later(self):
		evaluasi = make_evaluasi(self.instansi, self.skp_penilai)
		self.assertEqual(evaluasi.usulan_rating_hasil, "Diatas Ekspektasi")
		doc = self.set_predikat("Baik")
		evaluasi.reload()
		self.assertEqual(evaluasi.usulan_rating_hasil, "Sesuai Ekspektasi")
		self.assertEqual(evaluasi.usulan_berubah, 1)
		self.assertIn(
			"memimpin Bidang Pendaftaran Uji yang predikat kinerja organisasinya Baik", evaluasi.alasan_usulan
		)
		self.assertIn("Menurut barisnya sendiri: Diatas Ekspektasi", evaluasi.alasan_usulan)
		with as_user(self.user["kepala"]):
			doc.update({"predikat_organisasi": "Kurang"}).save()
		self.assertEqual(evaluasi.reload().usulan_rating_hasil, "Dibawah Ekspektasi")

	def test_a_rating_that_differs_needs_its_reason(self):
		self.set_predikat("Kurang")
		evaluasi = make_evaluasi(self.instansi, self.skp_penilai)
		with as_user(self.user["kepala"]):
			evaluasi.update(
				{"rating_hasil_kerja": "Diatas Ekspektasi", "rating_perilaku": "Sesuai Ekspektasi"}
			).save()
		self.assert_ditolak(
			"berbeda dari usulan",
			frappe.ValidationError,
			move,
			evaluasi,
			self.user["kepala"],
			Tahap.DITETAPKAN,
		)

	def test_who_leads_nobody_is_rated_by_his_own_rows(self):
		self.set_predikat("Kurang")
		for bulan in range(1, 13):
			make_realisasi(self.skp, bulan, 100)
		evaluasi = make_evaluasi(self.instansi, self.skp)
		self.assertEqual(evaluasi.usulan_rating_hasil, "Diatas Ekspektasi")
		self.assertEqual(evaluasi.predikat_organisasi, "Kurang")


class TestSerangan(UjiKinerjaUnit):
	"""HR, the head and his people are attackers."""

	def test_hr_alone_sets_nothing_by_any_field(self):
		self.place_pengelola()
		with as_user(self.user["pengelola"]):
			self.assert_tidak("ditetapkan pimpinan unit di atasnya", self.build().insert)
			sendiri = self.build(
				None,
				penetap=self.pegawai["pengelola"],
				penetap_user=self.user["pengelola"],
				status="Ditetapkan",
				ditetapkan_pada="2026-01-05 08:00:00",
				rekomendasi_pengawasan="Tanpa temuan.",
			).insert()
			self.assertEqual(sendiri.penetap, self.pegawai["kepala"])
			self.assertEqual((sendiri.status, sendiri.ditetapkan_pada), ("Belum ditetapkan", None))
			sendiri.update(
				{"penetap_user": self.user["pengelola"], "predikat_organisasi": "Istimewa", "dasar": "x"}
			)
			self.assert_tidak("ditetapkan pimpinan unit di atasnya", sendiri.save)
			sendiri.reload()
			self.assertRaises(
				frappe.PermissionError,
				frappe.client.set_value,
				"Kinerja Unit",
				sendiri.name,
				"predikat_organisasi",
				"Baik",
			)

	def test_what_a_leader_has_set_hr_neither_changes_nor_deletes(self):
		self.place_pengelola()
		doc = self.set_predikat("Kurang")
		with as_user(self.user["pengelola"]):
			doc.predikat_organisasi = "Istimewa"
			self.assert_tidak("ditetapkan pimpinan unit di atasnya", doc.save)
			self.assert_tidak("tidak dihapus", doc.reload().delete)
			doc.reload().update({"rekomendasi_pengawasan": "Ada temuan."}).save()
		self.assertEqual(doc.reload().predikat_organisasi, "Kurang")
		self.assertEqual(doc.nama_penetap, "Kepala")

	def test_nor_the_head_of_the_unit_nor_its_people(self):
		for nama in ("penilai", "petugas", "kolega", "pengelola_unit", "auditor", "tetangga"):
			with self.subTest(nama), as_user(self.user[nama]):
				self.assertRaises(frappe.PermissionError, self.build().insert)
		doc = self.set_predikat("Kurang")
		for nama in ("penilai", "petugas", "kolega", "pengelola_unit", "auditor", "tetangga"):
			with self.subTest(nama), as_user(self.user[nama]):
				doc.reload() if nama == "kepala" else None
				doc.predikat_organisasi = "Istimewa"
				self.assertRaises((frappe.PermissionError, frappe.DoesNotExistError), doc.save)
		self.assertEqual(frappe.db.get_value("Kinerja Unit", doc.name, "predikat_organisasi"), "Kurang")

	def test_a_leader_sets_no_other_unit_and_not_his_own(self):
		lain = make_unit("Bidang Lain Uji", self.instansi.name)
		for unit in (SEKRETARIAT, lain):
			with as_user(self.user["kepala"]):
				self.assertRaises(frappe.PermissionError, self.build(unit_kerja=unit).insert)
		self.assertEqual(frappe.db.count("Kinerja Unit"), 0)

	def test_who_led_then_sets_nothing_any_more(self):
		"""HR prepared the record while ``kepala`` led; by now ``kolega`` evaluates the head."""
		self.place_pengelola()
		with as_user(self.user["pengelola"]):
			doc = self.build(None, rekomendasi_pengawasan="Tanpa temuan.").insert()
		frappe.db.set_value("SKP", self.skp_penilai.name, "penilai", self.pegawai["auditor"])
		with as_user(self.user["kepala"]):
			doc.update({"predikat_organisasi": "Istimewa", "dasar": "x"})
			self.assert_tidak("ditetapkan pimpinan unit di atasnya", doc.save)

	def test_who_is_not_in_service_any_more_sets_nothing(self):
		doc = self.set_predikat("Kurang")
		frappe.get_doc("Employee", self.pegawai["kepala"]).update({"relieving_date": "2026-01-01"}).save()
		with as_user(self.user["kepala"]):
			doc.predikat_organisasi = "Baik"
			self.assertRaises(frappe.PermissionError, doc.save)
		self.assertEqual(doc.reload().predikat_organisasi, "Kurang")

	def test_reading_follows_the_people_and_a_head_sees_it_once_it_is_set(self):
		def get_pembaca(name: str) -> set[str]:
			orang = ("kepala", "penilai", "petugas", "pengelola", "pengelola_unit", "auditor", "tetangga")
			terbaca = set()
			for nama in orang:
				with as_user(self.user[nama]):
					if frappe.has_permission("Kinerja Unit") and name in frappe.get_list(
						"Kinerja Unit", pluck="name"
					):
						terbaca.add(nama)
			return terbaca

		with as_user(self.user["kepala"]):
			doc = self.build(None, rekomendasi_pengawasan="Rahasia dulu.").insert()
		pengurus = {"kepala", "pengelola", "pengelola_unit", "auditor"}
		self.assertEqual(get_pembaca(doc.name), pengurus)
		with as_user(self.user["kepala"]):
			doc.update({"predikat_organisasi": "Baik", "dasar": "Rapat"}).save()
		self.assertEqual(get_pembaca(doc.name), {*pengurus, "penilai"})

	def test_the_record_follows_the_leaders_account(self):
		doc = self.set_predikat("Kurang")
		baru = change_akun(self.instansi, "kepala")
		self.assertEqual(doc.reload().penetap_user, baru)

	def test_every_decision_is_on_record_with_who_and_when(self):
		doc = self.set_predikat("Kurang")
		with as_user(self.user["kepala"]):
			doc.update({"predikat_organisasi": "Baik"}).save()
		with as_user(self.user["auditor"]):
			jejak = frappe.get_list(
				"Jejak Kewenangan", {"dokumen": doc.name}, ["oleh", "uraian"], order_by="creation"
			)
		self.assertEqual({row.oleh for row in jejak}, {self.user["kepala"]})
		self.assertTrue(any("dari Kurang menjadi Baik" in row.uraian for row in jejak))


class TestPencatat(UjiKinerjaUnit):
	"""Who records the result of the unit on top."""

	def choose(self, nama: str | None, oleh: str = "pengelola"):
		periode = frappe.get_doc("Periode Kinerja", self.instansi.periode)
		with as_user(self.user[oleh]):
			return periode.update({"pencatat_unit_puncak": nama and self.pegawai[nama]}).save()

	def test_hr_does_not_choose_herself_nor_where_it_tells_on_her(self):
		self.assert_tidak("ikut menentukan penilaian kinerja Anda", self.choose, "penilai")
		self.place_pengelola()
		self.assert_tidak("tidak menunjuk diri sendiri", self.choose, "pengelola")

	def test_nobody_whom_the_result_tells_on_is_chosen(self):
		self.place_pengelola()
		self.assert_ditolak(
			"dinilai dengan predikat Sekretariat Uji", frappe.ValidationError, self.choose, "penilai"
		)
		self.assert_ditolak("bukan Pejabat Penilai", frappe.ValidationError, self.choose, "petugas")
		self.assert_ditolak("bukan pegawai", frappe.ValidationError, self.choose, "tetangga")

	def test_who_was_chosen_records_that_unit_alone(self):
		frappe.get_doc("User", self.user["petugas"]).add_roles("Pejabat Penilai Kinerja")
		self.place_pengelola()
		self.choose("petugas")
		with as_user(self.user["petugas"]):
			doc = self.build("Baik", unit_kerja=SEKRETARIAT, dasar="Keputusan Bupati 1/2026").insert()
			self.assertEqual(doc.nama_penetap, "Petugas")
			self.assertRaises(frappe.PermissionError, self.build().insert)


class TestLaporan(UjiKinerjaUnit):
	def get_baris(self, nama: str) -> list:
		with as_user(self.user[nama]):
			return build_laporan({"periode": self.instansi.periode})[1]

	def test_who_has_not_set_his_and_since_when(self):
		baris = [row for row in self.get_baris("pengelola") if row["jenis"] == "Tahunan"]
		self.assertEqual(
			{(row["unit_kerja"], row["penetap"], row["halangan"]) for row in baris},
			{
				("Bidang Pendaftaran Uji", "Kepala", ""),
				("Sekretariat Uji", "belum ditentukan", "Belum ditentukan"),
			},
		)
		self.assertEqual(baris[0]["hari"], 5)
		self.set_predikat()
		baris = [row["unit_kerja"] for row in self.get_baris("pengelola") if row["jenis"] == "Tahunan"]
		self.assertEqual(baris, ["Sekretariat Uji"])

	def test_unit_hr_sees_his_units_and_another_agency_nothing(self):
		self.assertEqual(
			{row["unit_kerja"] for row in self.get_baris("pengelola_unit")}, {"Bidang Pendaftaran Uji"}
		)
		self.assert_ditolak("Pilih periode kinerja", frappe.ValidationError, self.get_baris, "tetangga")

	def test_hr_asks_the_leader_once_and_nobody_else_does(self):
		unit = [[self.instansi.unit, "Tahunan", 0]]
		for _kali in range(2):
			with as_user(self.user["pengelola"]):
				self.assertIn("1 pejabat diminta", api.ask(self.instansi.periode, frappe.as_json(unit)))
		milik = {"for_user": self.user["kepala"], "subject": ("like", "Tetapkan capaian%")}
		kabar = frappe.get_all("Notification Log", milik, ["subject", "read"])
		self.assertEqual(len(kabar), 1)
		self.assertIn("Bidang Pendaftaran Uji untuk Tahun 2025", kabar[0].subject)
		for nama in ("penilai", "auditor", "tetangga"):
			with self.subTest(nama), as_user(self.user[nama]):
				self.assertRaises(
					(frappe.PermissionError, frappe.DoesNotExistError),
					api.ask,
					self.instansi.periode,
					frappe.as_json(unit),
				)
		self.set_predikat()
		self.assertEqual(frappe.db.get_value("Notification Log", milik, "read"), 1)

	def test_a_unit_without_a_leader_above_is_asked_of_hr(self):
		with as_user(self.user["pengelola"]):
			api.ask(self.instansi.periode, frappe.as_json([[SEKRETARIAT, "Tahunan", 0]]))
		self.assertTrue(frappe.db.exists("Notification Log", {"for_user": self.user["pengelola"]}))


class TestCetak(UjiKinerjaUnit):
	def test_the_form_names_all_units_that_the_leader_set_and_who_signs(self):
		doc = self.set_predikat("Baik", rekomendasi_pengawasan="Tanpa temuan.")
		with as_user(self.user["kepala"]):
			isi = get_cetak_kinerja_unit(doc)
			html = frappe.get_print("Kinerja Unit", doc.name, "Penetapan Predikat Kinerja Organisasi")
		self.assertEqual([row["unit"] for row in isi.baris], ["Bidang Pendaftaran Uji"])
		self.assertEqual(isi.penetap["nama"], "Kepala")
		self.assertEqual(isi.tanggal, "5 Januari 2026")
		for kata in (
			"PENETAPAN PREDIKAT KINERJA ORGANISASI",
			"BAIK",
			"Tanpa temuan.",
			"IKU dan ekspektasi pimpinan",
		):
			self.assertIn(kata, html)

	def test_one_that_is_not_set_is_a_draft(self):
		with as_user(self.user["kepala"]):
			isi = get_cetak_kinerja_unit(self.build(None, rekomendasi_pengawasan="x").insert())
		self.assertTrue(isi.rancangan)
		self.assertFalse(isi.sidik)

	def test_a_colleague_prints_nothing(self):
		doc = self.set_predikat()
		with as_user(self.user["kolega"]):
			self.assert_ditolak(
				"",
				(frappe.PermissionError, frappe.DoesNotExistError),
				frappe.get_print,
				"Kinerja Unit",
				doc.name,
				"Penetapan Predikat Kinerja Organisasi",
			)
