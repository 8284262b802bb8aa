"""Catatan harian: what a day holds, what is late or expected, sending and approving weeks, and how it is attacked."""

from datetime import date

import frappe
from frappe.client import get_count

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.permissions.lingkup import forget_lingkup
from kinerja_asn.services.pelaksanaan.catatan import hari as layanan_hari
from kinerja_asn.services.pelaksanaan.catatan.hari import get_hari_kosong
from kinerja_asn.services.pelaksanaan.catatan.keputusan import approve, give_back, submit
from kinerja_asn.services.pelaksanaan.catatan.pengingat import remind_pekan_lalu
from kinerja_asn.services.perpindahan.penerusan import pass_on
from kinerja_asn.tests.basis import UjiKinerja, watch_query
from kinerja_asn.tests.factories import (
	as_user,
	change_akun,
	make_catatan,
	make_hasil_kerja,
	make_indikator,
	make_perubahan,
	make_skp,
	move,
)

DOCTYPE = "Catatan Harian"
# 2 June 2025 is a Monday.
SENIN, SELASA, RABU, KAMIS, JUMAT, SABTU, MINGGU = (f"2025-06-0{hari}" for hari in range(2, 9))
PEKAN = (date(2025, 6, 2), date(2025, 6, 8))
LARANGAN = (frappe.PermissionError, frappe.DoesNotExistError)


class UjiCatatan(UjiKinerja):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2025, 6, 6)
		self.skp = make_skp(
			self.instansi,
			hasil_kerja=[make_hasil_kerja(), make_hasil_kerja("Arsip tertata")],
			indikator=[make_indikator(), make_indikator(hasil_kerja_ke=2, indikator="Berkas tertata")],
		)
		self.petugas, self.penilai = self.skp.pegawai_user, self.skp.penilai_user
		self.kunci = self.skp.indikator[0].kunci

	def make(self, tanggal: str = SENIN, **isi):
		return make_catatan(self.skp, tanggal, {"indikator": self.kunci, "volume": 12, **isi})

	def load(self, doc):
		return frappe.get_doc(DOCTYPE, doc.name)

	def submit(self) -> list[str]:
		with as_user(self.petugas):
			return submit(*PEKAN)

	def approve(self, *docs, nama: str = "penilai"):
		versi = {doc.name: str(self.load(doc).modified) for doc in docs}
		with as_user(self.instansi.user[nama]):
			return approve(versi)

	def add_as(self, user: str, doc, **isi):
		with as_user(user):
			tersimpan = frappe.get_doc(DOCTYPE, doc.name)
			tersimpan.append("baris", {"uraian": "Tambahan", **isi})
			return tersimpan.save()


class TestHari(UjiCatatan):
	def test_a_line_says_what_it_was_for_in_the_words_of_the_plan(self):
		hasil = self.skp.hasil_kerja[1]
		doc = make_catatan(
			self.skp,
			JUMAT,
			{"indikator": self.kunci, "volume": 12, "menit": 90},
			{"hasil_kerja": hasil.kunci, "satuan": "berkas", "volume": 3},
			{"uraian": "Rapat mendadak", "menit": 30},
		)
		iki, arsip, langsung = doc.baris
		self.assertEqual((iki.hasil_kerja, iki.satuan), (self.skp.hasil_kerja[0].kunci, "pendaftaran"))
		self.assertEqual(iki.uraian_indikator, "Jumlah pendaftaran yang selesai")
		self.assertEqual((arsip.rencana_hasil_kerja, arsip.satuan), ("Arsip tertata", "berkas"))
		self.assertEqual((langsung.hasil_kerja, langsung.rencana_hasil_kerja), (None, None))
		self.assertEqual((doc.status, doc.banyak, doc.menit, doc.terlambat), ("Draf", 3, 120, 0))
		self.assertEqual((doc.pegawai_user, doc.penilai_user), (self.petugas, self.penilai))

	def test_a_line_is_late_and_not_refused(self):
		# Friday 6 June: a line on Thursday is in time, one on Wednesday comes two working days after it.
		self.assertEqual(self.make(KAMIS).terlambat, 0)
		rabu = self.make(RABU)
		self.assertEqual((rabu.terlambat, rabu.baris[0].terlambat), (1, 1))

	def test_a_line_in_time_stays_so_beside_one_that_comes_late(self):
		frappe.flags.current_date = date(2025, 6, 2)
		doc = self.make(SENIN)
		frappe.flags.current_date = date(2025, 6, 6)
		doc = self.add_as(self.petugas, doc)
		self.assertEqual([row.terlambat for row in doc.baris], [0, 1])

	def test_the_agency_says_how_long_a_line_is_in_time(self):
		frappe.get_doc("Periode Kinerja", self.instansi.periode).update({"hari_kerja_catatan": 0}).save()
		self.assertEqual((self.make(KAMIS).terlambat, self.make(JUMAT).terlambat), (1, 0))

	def test_what_is_wrong_is_refused_in_words(self):
		for tanggal, isi, pesan in (
			("2025-06-07", {}, "Catatan ditulis setelah harinya tiba"),
			("2024-12-31", {}, "di luar masa berlaku SKP ini, 1 Januari 2025 sampai 31 Desember 2025"),
			("kemarin", {}, "bukan tanggal"),
			(SENIN, {"uraian": "  "}, "tulis apa yang dikerjakan"),
			(SENIN, {"uraian": "<b>x</b>"}, "tanpa tag HTML"),
			(SENIN, {"uraian": "=1+1"}, "sebagai rumus"),
			(SENIN, {"uraian": "x" * 10_001}, "terlalu panjang"),
			(SENIN, {"volume": -1}, "angka harus 0"),
			(SENIN, {"volume": "banyak"}, "bukan angka"),
			(SENIN, {"menit": 1441}, "Sehari paling banyak 1440 menit"),
			(SENIN, {"tautan": "javascript:alert(1)"}, "tautan harus diawali https://"),
			(SENIN, {"indikator": "asing"}, "hasil kerja itu tidak ada di SKP"),
			(SENIN, {"indikator": None, "hasil_kerja": "asing"}, "hasil kerja itu tidak ada di SKP"),
		):
			with self.subTest(isi=isi, tanggal=tanggal):
				self.assert_ditolak(pesan, frappe.ValidationError, self.make, tanggal, **isi)
		self.assertFalse(frappe.db.exists(DOCTYPE, {"skp": self.skp.name}))

	def test_an_indikator_stands_with_its_own_hasil_kerja(self):
		lain = self.skp.hasil_kerja[1].kunci
		self.assert_ditolak(
			"hasil kerja itu tidak ada", frappe.ValidationError, self.make, SENIN, hasil_kerja=lain
		)

	def test_thirty_lines_are_a_day(self):
		self.assert_ditolak(
			"Sehari paling banyak 30 baris", frappe.ValidationError, make_catatan, self.skp, SENIN, *[{}] * 31
		)

	def test_one_for_each_day(self):
		self.make()
		self.assert_ditolak("sudah ada", frappe.DuplicateEntryError, self.make)

	def test_what_a_change_took_out_of_the_plan_stays_as_it_was_noted(self):
		arsip = self.skp.hasil_kerja[1].kunci
		doc = make_catatan(self.skp, SENIN, {"hasil_kerja": arsip})
		perubahan = make_perubahan(self.skp)
		with as_user(self.petugas):
			perubahan.set("hasil_kerja", [row for row in perubahan.hasil_kerja if row.kunci != arsip])
			perubahan.set("indikator", [row for row in perubahan.indikator if row.hasil_kerja != arsip])
			perubahan.save()
		move(perubahan, self.petugas, Tahap.DIAJUKAN)
		move(perubahan, self.penilai, Tahap.DITETAPKAN)
		doc = self.add_as(self.petugas, doc)
		self.assertEqual([row.rencana_hasil_kerja for row in doc.baris], ["Arsip tertata", None])

	def test_it_is_written_before_the_plan_is_set(self):
		frappe.db.delete("SKP", {"pegawai": self.instansi.pegawai["kolega"]})
		draf = make_skp(self.instansi, "kolega", Tahap.DRAF)
		self.assertEqual(make_catatan(draf, SENIN, {}).status, "Draf")

	def test_not_where_the_agency_does_without_or_has_closed_the_period(self):
		periode = frappe.get_doc("Periode Kinerja", self.instansi.periode)
		periode.update({"catatan_harian": "Tidak dipakai"}).save()
		self.assert_ditolak("tidak memakai catatan harian", frappe.ValidationError, self.make)
		periode.update({"catatan_harian": "Diminta", "status": "Ditutup"}).save()
		self.assert_ditolak("berstatus Ditutup", frappe.ValidationError, self.make)


class TestHariKosong(UjiCatatan):
	def get(self, nama: str = "petugas") -> dict:
		pegawai = self.instansi.pegawai[nama]
		return {f"{hari}": kata for hari, kata in get_hari_kosong([pegawai], *PEKAN)[pegawai].items()}

	def make_daftar(self, nama: str, *hari: tuple[str, str, int]) -> str:
		return (
			frappe.get_doc(
				doctype="Holiday List",
				holiday_list_name=nama,
				from_date="2025-01-01",
				to_date="2025-12-31",
				holidays=[
					{"holiday_date": tanggal, "description": uraian, "weekly_off": pekanan}
					for tanggal, uraian, pekanan in hari
				],
			)
			.insert()
			.name
		)

	def test_weekends_and_the_agencys_holidays(self):
		daftar = self.make_daftar("Libur Uji Catatan", (JUMAT, "<b>Iduladha</b>", 0))
		frappe.db.set_value("Company", self.instansi.name, "default_holiday_list", daftar)
		frappe.clear_document_cache("Company", self.instansi.name)
		self.addCleanup(frappe.clear_document_cache, "Company", self.instansi.name)
		self.assertEqual(self.get(), {JUMAT: "Iduladha", SABTU: "Akhir pekan", MINGGU: "Akhir pekan"})

	def test_whoever_works_in_shifts_has_his_own_week(self):
		daftar = self.make_daftar("Giliran Uji", (SELASA, "Lepas piket", 1), (RABU, "Lepas piket", 1))
		frappe.db.set_value("Employee", self.instansi.pegawai["petugas"], "holiday_list", daftar)
		self.assertEqual(self.get(), {SELASA: "Lepas piket", RABU: "Lepas piket"})
		self.assertIn(SABTU, self.get("kolega"))

	def test_approved_leave_of_frappe_hr_where_it_is_installed(self):
		cuti = [
			frappe._dict(
				employee=self.instansi.pegawai["petugas"],
				leave_type="Cuti Tahunan",
				from_date="2025-05-30",
				to_date=SELASA,
				half_day=1,
				half_day_date=SELASA,
			)
		]
		self.addCleanup(setattr, layanan_hari, "_query_cuti", layanan_hari._query_cuti)
		layanan_hari._query_cuti = lambda *_isi: cuti
		self.assertEqual(
			{**self.get(), SABTU: 0, MINGGU: 0}, {SENIN: "Cuti: Cuti Tahunan", SABTU: 0, MINGGU: 0}
		)

	def test_of_a_whole_agency_in_as_many_queries_as_of_one(self):
		def count(pegawai: list) -> int:
			with watch_query() as query:
				get_hari_kosong(pegawai, *PEKAN)
			return query.call_count

		semua = list(self.instansi.pegawai.values())
		count(semua)  # warms the caches
		self.assertEqual(count(semua), count(semua[:1]))


class TestPekan(UjiCatatan):
	def test_a_week_is_sent_and_approved_at_once(self):
		senin, selasa = self.make(SENIN), self.make(SELASA)
		self.assertEqual(self.submit(), [senin.name, selasa.name])
		self.assertEqual({self.load(doc).status for doc in (senin, selasa)}, {"Diajukan"})
		putusan = self.approve(senin, selasa)
		self.assertEqual((len(putusan.berhasil), putusan.gagal), (2, []))
		doc = self.load(selasa)
		self.assertEqual(
			(doc.status, doc.disetujui_oleh, doc.nama_penyetuju), ("Disetujui", self.penilai, "Penilai")
		)

	def test_however_many_days_it_is_one_statement(self):
		def count(*docs) -> int:
			versi = {doc.name: str(self.load(doc).modified) for doc in docs}
			with as_user(self.penilai), watch_query() as query:
				approve(versi)
			return query.call_count

		docs = [self.make(tanggal) for tanggal in (SENIN, SELASA, RABU, KAMIS, JUMAT)]
		self.submit()
		count(docs[0])  # warms the caches
		self.assertEqual(count(docs[1]), count(*docs[2:]))

	def test_a_day_that_changed_since_it_was_seen_is_not_approved_and_stops_no_other(self):
		senin, selasa = self.make(SENIN), self.make(SELASA)
		self.submit()
		versi = {doc.name: str(self.load(doc).modified) for doc in (senin, selasa)}
		self.add_as(self.petugas, senin)
		with as_user(self.petugas):
			submit(*PEKAN)
		with as_user(self.penilai):
			putusan = approve(versi)
		self.assertEqual([nama for nama, _salah in putusan.gagal], ["Petugas, Senin 2 Juni"])
		self.assertIn("sudah berubah", putusan.gagal[0][1])
		self.assertEqual((self.load(senin).status, self.load(selasa).status), ("Diajukan", "Disetujui"))

	def test_a_second_click_changes_nothing(self):
		doc = self.make()
		self.submit()
		versi = {doc.name: str(self.load(doc).modified)}
		with as_user(self.penilai):
			approve(versi)
			pada = self.load(doc).disetujui_pada
			self.assertEqual(approve(versi).gagal, [])
		self.assertEqual(self.load(doc).disetujui_pada, pada)

	def test_a_change_reopens_what_was_approved_with_a_trace(self):
		doc = self.make()
		self.submit()
		self.approve(doc)
		doc = self.add_as(self.petugas, doc)
		self.assertEqual((doc.status, doc.disetujui_oleh, doc.nama_penyetuju), ("Draf", None, None))
		jejak = frappe.get_all(
			"Comment", {"reference_name": doc.name, "comment_type": "Info"}, pluck="content"
		)
		self.assertRegex(jejak[0], "Diubah sesudah disetujui Penilai pada 6 Juni 2025")

	def test_saving_it_as_it_is_reopens_nothing(self):
		doc = self.make()
		self.submit()
		self.approve(doc)
		with as_user(self.petugas):
			self.assertEqual(self.load(doc).save().status, "Disetujui")

	def test_a_day_comes_back_with_its_reason_and_goes_again(self):
		doc = self.make()
		self.submit()
		with as_user(self.penilai):
			self.assert_ditolak(
				"Tulis apa yang perlu diperbaiki",
				frappe.ValidationError,
				give_back,
				doc.name,
				str(self.load(doc).modified),
				" ",
			)
			give_back(doc.name, str(self.load(doc).modified), "Volumenya?")
		self.assertEqual((self.load(doc).status, self.load(doc).catatan_penilai), ("Draf", "Volumenya?"))
		self.assertEqual(self.get_kabar(self.petugas), ["Catatan 2 Juni 2025 dikembalikan Penilai"])
		self.submit()
		self.assertIsNone(self.load(doc).catatan_penilai)

	def test_the_penilai_is_told_once_for_the_week_until_he_has_decided(self):
		docs = [self.make(SENIN), self.make(SELASA)]
		self.submit()
		self.assertEqual(self.get_kabar(self.penilai), ["Catatan harian Petugas menunggu persetujuan Anda"])
		self.approve(*docs)
		self.assertEqual(self.get_kabar(self.penilai), [])

	def get_kabar(self, user: str) -> list[str]:
		saring = {"document_type": DOCTYPE, "for_user": user, "read": 0}
		return frappe.get_all("Notification Log", saring, pluck="subject")

	def test_there_is_nothing_to_send_of_days_without_a_line(self):
		doc = self.make()
		with as_user(self.petugas):
			self.load(doc).update({"baris": []}).save()
		self.assert_ditolak("Tidak ada catatan yang belum dikirim", frappe.ValidationError, self.submit)

	def test_what_waits_follows_a_new_account_and_a_new_penilai(self):
		doc = self.make()
		self.submit()
		baru = change_akun(self.instansi, "penilai")
		self.assertEqual(self.load(doc).penilai_user, baru)
		with as_user(self.penilai):
			self.assertIn("Tidak menunggu", approve({doc.name: str(self.load(doc).modified)}).gagal[0][1])


class TestPengalihan(UjiCatatan):
	def test_what_waits_for_a_penilai_who_has_left_passes_on_with_its_plan(self):
		doc = self.make()
		self.submit()
		frappe.db.set_value("Employee", self.instansi.pegawai["penilai"], "status", "Left")
		with as_user(self.instansi.user["pengelola"]):
			pass_on([("SKP", self.skp.name)], self.instansi.pegawai["kepala"], "SK Bupati")
		self.assertEqual(self.load(doc).penilai_user, self.instansi.user["kepala"])
		self.assertEqual(self.approve(doc, nama="kepala").gagal, [])
		self.assertEqual(self.load(doc).nama_penyetuju, "Kepala")

	def test_days_of_a_plan_that_a_change_of_penilai_closed_pass_to_his_successor(self):
		disetujui, menunggu = self.make(SENIN), self.make(SELASA)
		self.submit()
		self.approve(disetujui)
		frappe.flags.current_date = date(2025, 6, 16)
		with as_user(self.instansi.user["pengelola"]):
			frappe.get_doc(
				doctype="Perpindahan Kinerja",
				instansi=self.instansi.name,
				jenis="Pergantian Pejabat Penilai",
				penilai_lama=self.instansi.pegawai["penilai"],
				penilai_baru=self.instansi.pegawai["kepala"],
				tanggal="2025-06-16",
			).insert()
		self.assertEqual(frappe.db.get_value("SKP", self.skp.name, "tahap"), "Ditutup")
		self.assertEqual(self.load(menunggu).penilai_user, self.instansi.user["kepala"])
		self.assertEqual(self.load(disetujui).penilai_user, self.penilai)


class TestPengingat(UjiCatatan):
	def remind(self) -> list[str]:
		frappe.flags.current_date = date(2025, 6, 9)
		remind_pekan_lalu()
		return frappe.get_all(
			"Notification Log",
			{"for_user": self.petugas, "subject": ("like", "%belum Anda catat")},
			pluck="subject",
		)

	def ask(self) -> None:
		frappe.get_doc("Periode Kinerja", self.instansi.periode).update({"catatan_harian": "Diminta"}).save()

	def test_once_a_week_whoever_is_asked_hears_which_days_have_none(self):
		self.ask()
		self.make(SENIN)
		self.make(KAMIS)
		kabar = ["3 hari kerja pekan lalu belum Anda catat"]
		self.assertEqual(self.remind(), kabar)
		self.assertEqual(self.remind(), kabar)

	def test_nobody_hears_of_what_is_voluntary_or_complete(self):
		self.assertEqual(self.remind(), [])
		self.ask()
		for tanggal in (SENIN, SELASA, RABU, KAMIS, JUMAT):
			self.make(tanggal)
		self.assertEqual(self.remind(), [])


class TestSerangan(UjiCatatan):
	def test_nobody_writes_for_another(self):
		for nama in ("kolega", "penilai", "kepala", "pengelola", "auditor", "tetangga"):
			with self.subTest(nama=nama), as_user(self.instansi.user[nama]):
				doc = frappe.get_doc(
					doctype=DOCTYPE, skp=self.skp.name, tanggal=SENIN, baris=[{"uraian": "x"}]
				)
				self.assertRaises(LARANGAN, doc.insert)
		doc = self.make()
		for nama in ("kolega", "penilai", "kepala", "pengelola", "pengelola_unit", "auditor", "tetangga"):
			with self.subTest(nama=nama):
				self.assertRaises(LARANGAN, self.add_as, self.instansi.user[nama], doc)
		self.assertEqual(len(self.load(doc).baris), 1)

	def test_parties_and_keys_that_a_client_sends_do_not_count(self):
		with as_user(self.petugas):
			doc = frappe.get_doc(
				doctype=DOCTYPE,
				name="CH-palsu",
				skp=self.skp.name,
				tanggal=SENIN,
				pegawai=self.instansi.pegawai["kolega"],
				penilai_user=self.petugas,
				status="Disetujui",
				disetujui_oleh=self.penilai,
				nama_penyetuju="Penilai",
				banyak=99,
				terlambat=1,
				baris=[{"uraian": "x", "rencana_hasil_kerja": "Karangan", "terlambat": 0}],
			).insert()
		self.assertEqual(doc.name, f"CH-{self.skp.pegawai}-20250602")
		self.assertEqual((doc.pegawai, doc.penilai_user), (self.skp.pegawai, self.penilai))
		self.assertEqual((doc.status, doc.disetujui_oleh, doc.nama_penyetuju), ("Draf", None, None))
		self.assertEqual((doc.banyak, doc.terlambat), (1, 1))
		self.assertIsNone(doc.baris[0].rencana_hasil_kerja)

	def test_nobody_approves_his_own(self):
		doc = self.make()
		self.submit()
		with as_user(self.petugas):
			self.load(doc).update({"status": "Disetujui", "disetujui_oleh": self.penilai}).save()
		self.assertEqual(self.load(doc).status, "Diajukan")
		self.assertIn("Tidak menunggu", self.approve(doc, nama="petugas").gagal[0][1])
		frappe.db.set_value(DOCTYPE, doc.name, "penilai_user", self.petugas)
		self.assertIn("Tidak menunggu", self.approve(doc, nama="petugas").gagal[0][1])
		self.assertEqual(self.load(doc).status, "Diajukan")

	def test_nor_does_anybody_but_the_penilai(self):
		doc = self.make()
		self.submit()
		for nama in ("kolega", "kepala", "pengelola", "auditor", "tetangga"):
			with self.subTest(nama=nama):
				putusan = self.approve(doc, nama=nama)
				self.assertEqual((putusan.berhasil, len(putusan.gagal)), ([], 1))
				with as_user(self.instansi.user[nama]):
					self.assertRaises(
						frappe.PermissionError, give_back, doc.name, str(self.load(doc).modified), "Tidak"
					)
		self.assertEqual(self.load(doc).status, "Diajukan")

	def test_a_draft_is_not_approved(self):
		doc = self.make()
		self.assertIn("sudah berubah", self.approve(doc).gagal[0][1])
		self.assertEqual(self.load(doc).status, "Draf")

	def test_a_penilai_who_has_left_decides_nothing(self):
		doc = self.make()
		self.submit()
		frappe.db.set_value("Employee", self.instansi.pegawai["penilai"], "status", "Left")
		forget_lingkup()
		with self.assertRaises(frappe.PermissionError):
			self.approve(doc)
		self.assertEqual(self.load(doc).status, "Diajukan")

	def test_day_and_plan_are_fixed_once_it_is_made(self):
		doc = self.make()
		for isi in ({"tanggal": SELASA}, {"skp": make_skp(self.instansi, "kolega").name}):
			with self.subTest(isi=isi), as_user(self.petugas):
				self.assertRaises(frappe.ValidationError, self.load(doc).update(isi).save)
		self.assertEqual((str(self.load(doc).tanggal), self.load(doc).skp), (SENIN, self.skp.name))

	def test_evidence_is_of_its_own_document(self):
		milik_lain = make_catatan(make_skp(self.instansi, "kolega"), SENIN, {})
		with as_user(milik_lain.pegawai_user):
			berkas = frappe.get_doc(
				doctype="File",
				file_name="bukti.csv",
				content="a,b",
				is_private=1,
				attached_to_doctype=DOCTYPE,
				attached_to_name=milik_lain.name,
			).insert()
		self.assert_ditolak(
			"unggah berkasnya ke dokumen ini",
			frappe.ValidationError,
			self.make,
			SENIN,
			berkas=berkas.file_url,
		)
		with as_user(self.petugas):
			self.assertRaises(LARANGAN, frappe.get_doc("File", berkas.name).check_permission, "read")

	def test_kinds_of_files_are_those_of_evidence(self):
		doc = self.make()
		with as_user(self.petugas):
			for nama, isi in (("a.html", b"<script>"), ("a.svg", b"<svg/>"), ("a.pdf", b"MZ")):
				berkas = frappe.get_doc(
					doctype="File",
					file_name=nama,
					content=isi,
					is_private=1,
					attached_to_doctype=DOCTYPE,
					attached_to_name=doc.name,
				)
				with self.subTest(nama=nama):
					self.assertRaises(frappe.ValidationError, berkas.insert)
		self.assertFalse(frappe.db.exists("File", {"attached_to_name": doc.name}))

	def test_whoever_may_not_see_a_day_cannot_count_it(self):
		self.make()
		for nama, banyak in (("petugas", 1), ("penilai", 1), ("kepala", 1), ("pengelola", 1), ("auditor", 1)):
			with self.subTest(nama=nama), as_user(self.instansi.user[nama]):
				self.assertEqual(len(frappe.get_list(DOCTYPE, {"skp": self.skp.name})), banyak)
		for nama in ("kolega", "tetangga"):
			with self.subTest(nama=nama), as_user(self.instansi.user[nama]):
				self.assertEqual(frappe.get_list(DOCTYPE, {"skp": self.skp.name}), [])
				self.assertEqual(get_count(DOCTYPE, {"skp": self.skp.name}), 0)
				self.assertEqual(frappe.get_list("Baris Catatan Harian", parent_doctype=DOCTYPE), [])

	def test_nobody_deletes_a_day(self):
		doc = self.make()
		for nama in ("petugas", "penilai", "pengelola"):
			with self.subTest(nama=nama), as_user(self.instansi.user[nama]):
				self.assertRaises(frappe.PermissionError, frappe.delete_doc, DOCTYPE, doc.name)
		self.assertTrue(frappe.db.exists(DOCTYPE, doc.name))
