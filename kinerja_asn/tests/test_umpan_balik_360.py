"""Requests for feedback and the 360: who asks whom, what is promised, answered, opened and counted."""

from datetime import date, timedelta

import frappe

from kinerja_asn.constants.istilah import (
	JenisPermintaan,
	PeranUmpanBalik,
	SasaranUmpanBalik,
	Sifat,
	StatusPermintaan,
	Tahap,
)
from kinerja_asn.permissions.lingkup import forget_lingkup
from kinerja_asn.rules.umpan_balik import Jawaban
from kinerja_asn.services.pelaksanaan.umpan_balik import kabar
from kinerja_asn.services.pelaksanaan.umpan_balik.jawaban import answer
from kinerja_asn.services.pelaksanaan.umpan_balik.penutupan import close_by_hand
from kinerja_asn.services.pelaksanaan.umpan_balik.permintaan import (
	Isian,
	ask,
	decline,
	find_usulan,
	propose,
)
from kinerja_asn.services.pelaksanaan.umpan_balik.rekaman import collect_umpan_balik
from kinerja_asn.services.penilaian.umpan_balik import close_jatuh_tempo
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import (
	add_pegawai,
	as_user,
	change_akun,
	make_evaluasi,
	make_kinerja_unit,
	make_realisasi,
	make_skp,
	move,
)

DITOLAK, SALAH = frappe.PermissionError, frappe.ValidationError
HARI = date(2025, 6, 10)
REKAN = ("rekan_a", "rekan_b", "rekan_c")
BAWAHAN = ("staf_a", "staf_b", "staf_c")
TANPA_NAMA = "Umpan Balik Tanpa Nama"
NILAI = "Akuntabel"


class UjiTigaEnamPuluh(UjiKinerja):
	"""penilai evaluates petugas and three peers of his; petugas evaluates three of his own."""

	def setUp(self):
		super().setUp()
		frappe.flags.current_date = HARI
		self.pegawai, self.user = dict(self.instansi.pegawai), dict(self.instansi.user)
		for ke, nama in enumerate((*REKAN, *BAWAHAN), 30):
			self.add(nama, ke, "penilai" if nama in REKAN else "petugas")
		self.skp = make_skp(self.instansi)

	def add(self, nama: str, ke: int, atasan: str) -> None:
		tempat = type(self.instansi)(self.instansi.name, self.instansi.unit, self.instansi.periode)
		self.pegawai[nama] = add_pegawai(tempat, nama, ke, self.instansi.unit, self.pegawai[atasan])
		self.user[nama] = tempat.user[nama]

	def ask(self, *nama: str, oleh: str = "penilai", jenis=JenisPermintaan.TIGA_ENAM_PULUH, **lain) -> str:
		isian = {"tenggat": HARI + timedelta(days=7), "responden": [self.pegawai[orang] for orang in nama]}
		with as_user(self.user[oleh]):
			return ask(frappe.get_doc("SKP", self.skp.name), Isian(jenis, **{**isian, **lain}))

	def ask_semua(self) -> str:
		return self.ask("petugas", "penilai", *REKAN, *BAWAHAN)

	def get_responden(self, permintaan: str, nama: str):
		kunci = {"permintaan": permintaan, "responden": self.pegawai[nama]}
		return frappe.get_doc("Responden Umpan Balik", kunci)

	def answer(
		self, permintaan: str, nama: str, sifat=Sifat.POSITIF, isi: str = "", nilai: str = NILAI
	) -> bool:
		jawaban = Jawaban(SasaranUmpanBalik.PERILAKU, sifat, isi, nilai=nilai)
		with as_user(self.user[nama]):
			return answer(self.get_responden(permintaan, nama), [jawaban])

	def close(self, permintaan: str, oleh: str = "penilai") -> bool:
		with as_user(self.user[oleh]):
			return close_by_hand(permintaan)

	def get_tanpa_nama(self, permintaan: str, **saring) -> list:
		return frappe.get_all(TANPA_NAMA, {"permintaan": permintaan, **saring}, "*")

	def get_status(self, permintaan: str) -> str:
		return frappe.db.get_value("Permintaan Umpan Balik", permintaan, "status")

	def get_kabar(self, nama: str) -> list[str]:
		return frappe.get_all("Notification Log", {"for_user": self.user[nama]}, pluck="subject")


class TestMeminta(UjiTigaEnamPuluh):
	def test_everybody_is_asked_in_the_part_that_the_data_give_him(self):
		permintaan = self.ask("petugas", "penilai", "kepala", *REKAN, *BAWAHAN)
		peran = {
			nama: self.get_responden(permintaan, nama).peran
			for nama in ("petugas", "penilai", "kepala", "rekan_a", "staf_a")
		}
		self.assertEqual(
			peran,
			{
				"petugas": PeranUmpanBalik.DIRI,
				"penilai": PeranUmpanBalik.PIMPINAN,
				"kepala": PeranUmpanBalik.PIMPINAN,
				"rekan_a": PeranUmpanBalik.REKAN,
				"staf_a": PeranUmpanBalik.BAWAHAN,
			},
		)
		self.assertIn("Anda diminta memberi umpan balik untuk Petugas", self.get_kabar("rekan_a"))

	def test_nobody_chooses_who_rates_him(self):
		self.assert_ditolak("bukan oleh pegawai yang dinilai", DITOLAK, self.ask, *REKAN, oleh="petugas")

	def test_nor_does_hr_about_himself_or_a_stranger(self):
		self.skp = make_skp(self.instansi, "pengelola")
		for oleh in ("pengelola", "rekan_a", "tetangga"):
			with self.subTest(oleh):
				self.assert_ditolak("bukan oleh pegawai yang dinilai", DITOLAK, self.ask, *REKAN, oleh=oleh)

	def test_hr_asks_about_others(self):
		permintaan = self.ask(*REKAN, oleh="pengelola")
		self.assertEqual(self.get_status(permintaan), StatusPermintaan.BERJALAN)

	def test_too_few_of_an_unnamed_role_are_refused_when_it_is_made(self):
		self.assert_ditolak("Pilih paling sedikit 3 orang", SALAH, self.ask, "penilai", *REKAN[:2])
		self.assertEqual(frappe.db.count("Permintaan Umpan Balik", {"skp": self.skp.name}), 0)

	def test_two_are_asked_where_they_answer_with_their_names(self):
		frappe.db.set_value("Periode Kinerja", self.instansi.periode, "anonim_rekan", 0)
		frappe.clear_document_cache("Periode Kinerja", self.instansi.periode)
		self.assertEqual(self.get_status(self.ask(*REKAN[:2])), StatusPermintaan.BERJALAN)

	def test_whoever_asks_is_nobodys_cover(self):
		self.add("hr_rekan", 40, "penilai")
		frappe.get_doc("User", self.user["hr_rekan"]).add_roles("Pengelola Kinerja")
		self.assert_ditolak(
			"Anda sendiri tidak dapat menjawab tanpa nama",
			SALAH,
			self.ask,
			*REKAN,
			"hr_rekan",
			oleh="hr_rekan",
		)

	def test_one_360_about_somebody_runs_at_a_time(self):
		"""Of two with nearly the same people the difference would tell who said what."""
		permintaan = self.ask(*REKAN)
		self.assert_ditolak("sudah berjalan", frappe.DuplicateEntryError, self.ask, *REKAN, "kolega")
		self.close(permintaan)
		self.assertEqual(self.get_status(self.ask(*REKAN)), StatusPermintaan.BERJALAN)

	def test_a_day_in_the_past_or_far_ahead_is_refused_at_its_field(self):
		for hari in (-1, 91):
			with self.subTest(hari):
				self.assert_ditolak(
					"Batas menjawab", SALAH, self.ask, *REKAN, tenggat=HARI + timedelta(days=hari)
				)

	def test_another_agencys_people_and_those_without_an_account_are_not_asked(self):
		self.assert_ditolak("bukan pegawai instansi ini", SALAH, self.ask, *REKAN, "tetangga")
		change_akun(self.instansi, "kolega", None)
		self.assert_ditolak("tidak dapat menjawab", SALAH, self.ask, *REKAN, "kolega")

	def test_a_plan_that_is_not_set_is_not_asked_about(self):
		self.skp = make_skp(self.instansi, "kolega", Tahap.DRAF)
		self.assert_ditolak("SKP yang sudah ditetapkan", SALAH, self.ask, *REKAN)


class TestMemintaSendiri(UjiTigaEnamPuluh):
	def ask_sendiri(self, *nama: str, **lain) -> str:
		return self.ask(*nama, oleh="petugas", jenis=JenisPermintaan.BIASA, **lain)

	def test_an_employee_asks_a_peer_about_a_result_and_is_answered_by_name(self):
		kunci = self.skp.hasil_kerja[0].kunci
		permintaan = self.ask_sendiri("rekan_a", sasaran=SasaranUmpanBalik.HASIL_KERJA, hasil_kerja=kunci)
		jawaban = [Jawaban(SasaranUmpanBalik.HASIL_KERJA, Sifat.POSITIF, "Rapi", hasil_kerja=kunci)]
		with as_user(self.user["rekan_a"]):
			self.assertTrue(answer(self.get_responden(permintaan, "rekan_a"), jawaban))
		doc = frappe.get_doc("Umpan Balik Kinerja", {"permintaan": permintaan})
		self.assertEqual(
			(doc.peran, doc.nama_pemberi, doc.pemberi_user, doc.hasil_kerja),
			(PeranUmpanBalik.REKAN, "Rekan A", self.user["rekan_a"], kunci),
		)
		self.assertIn("Ada umpan balik baru untuk Anda", self.get_kabar("petugas"))

	def test_what_a_peer_says_stands_beside_the_proposal_and_is_no_voice_in_it(self):
		kunci = self.skp.hasil_kerja[0].kunci
		permintaan = self.ask_sendiri(
			"penilai", *REKAN, sasaran=SasaranUmpanBalik.HASIL_KERJA, hasil_kerja=kunci
		)
		for nama, sifat in (("penilai", Sifat.POSITIF), *((nama, Sifat.PERLU_PERBAIKAN) for nama in REKAN)):
			jawaban = [Jawaban(SasaranUmpanBalik.HASIL_KERJA, sifat, f"Kata {nama}", hasil_kerja=kunci)]
			with as_user(self.user[nama]):
				answer(self.get_responden(permintaan, nama), jawaban)
		terkumpul = collect_umpan_balik(self.skp.name, date(2025, 1, 1), date(2025, 12, 31))
		self.assertEqual(terkumpul.sifat[kunci], [Sifat.POSITIF])
		self.assertEqual(len(terkumpul.hasil_kerja[kunci]), 4)

	def test_the_same_question_runs_once(self):
		self.ask_sendiri("rekan_a")
		self.assert_ditolak("sudah berjalan", frappe.DuplicateEntryError, self.ask_sendiri, "rekan_b")

	def test_a_row_of_another_plan_is_refused(self):
		self.assert_ditolak(
			"Pilih apa yang ditanyakan",
			SALAH,
			self.ask_sendiri,
			"rekan_a",
			sasaran=SasaranUmpanBalik.HASIL_KERJA,
			hasil_kerja="lain",
		)

	def test_a_proposal_is_words_which_the_penilai_follows_or_not(self):
		with as_user(self.user["petugas"]):
			usulan = propose(frappe.get_doc("SKP", self.skp.name), "Rekan loket, mereka melihat saya bekerja")
		self.assertIn("Petugas mengusulkan umpan balik 360", self.get_kabar("penilai"))
		self.assertEqual(find_usulan(self.skp.name).name, usulan)
		self.ask(*REKAN)
		self.assertEqual(self.get_status(usulan), StatusPermintaan.SELESAI)

	def test_one_that_is_declined_is_answered_to(self):
		with as_user(self.user["petugas"]):
			usulan = propose(frappe.get_doc("SKP", self.skp.name), "Rekan loket")
		doc = frappe.get_doc("Permintaan Umpan Balik", usulan)
		with as_user(self.user["rekan_a"]):
			self.assert_ditolak("bukan wewenang Anda", DITOLAK, decline, doc)
		with as_user(self.user["penilai"]):
			decline(doc)
		self.assertEqual(self.get_status(usulan), StatusPermintaan.DIBATALKAN)
		self.assertIn("Usulan umpan balik 360 Anda tidak dijalankan", self.get_kabar("petugas"))


class TestMenjawab(UjiTigaEnamPuluh):
	def test_named_roles_are_read_at_once_and_unnamed_ones_not_before_it_is_closed(self):
		permintaan = self.ask_semua()
		for nama in ("petugas", "penilai", *REKAN, *BAWAHAN):
			self.assertTrue(self.answer(permintaan, nama))
		bernama = frappe.get_all("Umpan Balik Kinerja", {"permintaan": permintaan}, pluck="nama_pemberi")
		self.assertCountEqual(bernama, ["Petugas", "Penilai"])
		self.assertEqual(self.get_tanpa_nama(permintaan), [])
		self.assertTrue(self.close(permintaan))
		peran = [row.peran for row in self.get_tanpa_nama(permintaan)]
		self.assertCountEqual(peran, [PeranUmpanBalik.REKAN] * 3 + [PeranUmpanBalik.BAWAHAN] * 3)
		self.assertEqual(frappe.db.count("Amplop Umpan Balik"), 0)

	def test_a_role_that_misses_its_minimum_is_never_opened(self):
		permintaan = self.ask_semua()
		for nama in (*REKAN, *BAWAHAN[:2]):
			self.answer(permintaan, nama)
		self.close(permintaan)
		self.assertEqual({row.peran for row in self.get_tanpa_nama(permintaan)}, {str(PeranUmpanBalik.REKAN)})
		self.assertEqual(frappe.db.count("Amplop Umpan Balik"), 0)

	def test_an_answer_is_given_once(self):
		permintaan = self.ask_semua()
		self.assertTrue(self.answer(permintaan, "rekan_a"))
		self.assertFalse(self.answer(permintaan, "rekan_a", Sifat.PERLU_PERBAIKAN, "Lain"))
		self.assertTrue(self.answer(permintaan, "penilai"))
		self.assertFalse(self.answer(permintaan, "penilai"))
		self.answer(permintaan, "rekan_b")
		self.answer(permintaan, "rekan_c")
		self.close(permintaan)
		self.assertEqual([row.sifat for row in self.get_tanpa_nama(permintaan)], [Sifat.POSITIF] * 3)

	def test_not_for_another_and_not_too_late(self):
		permintaan = self.ask_semua()
		responden = self.get_responden(permintaan, "rekan_a")
		jawaban = [Jawaban(SasaranUmpanBalik.PERILAKU, Sifat.POSITIF, nilai=NILAI)]
		with as_user(self.user["rekan_b"]):
			self.assert_ditolak("orang lain", DITOLAK, answer, responden, jawaban)
		frappe.flags.current_date = HARI + timedelta(days=8)
		self.assert_ditolak("sudah ditutup", SALAH, self.answer, permintaan, "rekan_a")

	def test_a_closed_plan_takes_no_answers_and_closes_its_requests(self):
		permintaan = self.ask_semua()
		move(self.skp.reload(), self.user["pengelola"], Tahap.DITUTUP)
		self.assert_ditolak("SKP pegawai ini sudah ditutup", SALAH, self.answer, permintaan, "rekan_a")
		close_jatuh_tempo()
		self.assertEqual(self.get_status(permintaan), StatusPermintaan.SELESAI)

	def test_whoever_has_left_the_service_answers_nothing(self):
		permintaan = self.ask_semua()
		for nama in ("rekan_a", "penilai"):
			frappe.db.set_value("Employee", self.pegawai[nama], "relieving_date", HARI - timedelta(days=1))
			forget_lingkup()
			with self.subTest(nama):
				self.assert_ditolak("tidak bertugas lagi", DITOLAK, self.answer, permintaan, nama)

	def test_an_account_that_changes_takes_its_question_along(self):
		permintaan = self.ask_semua()
		baru = change_akun(self.instansi, "penilai")
		self.assertEqual(self.get_responden(permintaan, "penilai").responden_user, baru)

	def test_what_is_promised_stands_whatever_hr_sets_later(self):
		permintaan = self.ask_semua()
		periode = frappe.get_doc("Periode Kinerja", self.instansi.periode)
		periode.update({"anonim_rekan": 0, "anonim_bawahan": 0, "minimum_responden": 5}).save()
		for nama in REKAN:
			self.answer(permintaan, nama)
		self.assertEqual(frappe.db.count("Umpan Balik Kinerja", {"permintaan": permintaan}), 0)
		self.close(permintaan)
		self.assertEqual(len(self.get_tanpa_nama(permintaan)), 3)

	def test_hr_sets_no_minimum_below_three(self):
		periode = frappe.get_doc("Periode Kinerja", self.instansi.periode)
		periode.minimum_responden = 2
		self.assert_ditolak("Paling sedikit 3", SALAH, periode.save)


class TestMenutup(UjiTigaEnamPuluh):
	def test_the_daily_job_closes_after_the_last_day_or_when_all_have_answered(self):
		permintaan = self.ask(*REKAN)
		close_jatuh_tempo()
		self.assertEqual(self.get_status(permintaan), StatusPermintaan.BERJALAN)
		for nama in REKAN:
			self.answer(permintaan, nama)
		close_jatuh_tempo()
		self.assertEqual(self.get_status(permintaan), StatusPermintaan.SELESAI)
		self.assertIn("Umpan balik untuk Petugas sudah ditutup", self.get_kabar("petugas"))
		kedua = self.ask(*REKAN)
		frappe.flags.current_date = HARI + timedelta(days=8)
		close_jatuh_tempo()
		self.assertEqual(self.get_status(kedua), StatusPermintaan.SELESAI)

	def test_the_rated_employee_does_not_close_a_360_nor_does_a_peer(self):
		permintaan = self.ask_semua()
		for nama in ("petugas", "rekan_a", "auditor"):
			with self.subTest(nama):
				self.assert_ditolak("ditutup oleh yang memintanya", DITOLAK, self.close, permintaan, nama)
		self.assertTrue(self.close(permintaan, "pengelola"))
		self.assertFalse(self.close(permintaan))

	def test_those_who_have_not_answered_are_reminded(self):
		permintaan = self.ask(*REKAN)
		self.answer(permintaan, "rekan_a")
		frappe.flags.current_date = HARI + timedelta(days=6)
		kabar.send_pengingat()
		belum = "Umpan balik untuk Petugas belum Anda jawab"
		self.assertNotIn(belum, self.get_kabar("rekan_a"))
		self.assertIn(belum, self.get_kabar("rekan_b"))

	def test_open_evaluations_read_what_was_opened(self):
		make_realisasi(self.skp, 1, 1000)
		make_kinerja_unit(self.instansi)
		frappe.flags.current_date = date(2025, 12, 31)
		evaluasi = make_evaluasi(self.instansi, self.skp)
		permintaan = self.ask(*REKAN, tenggat=date(2025, 12, 31))
		for nama in REKAN:
			self.answer(permintaan, nama, Sifat.PERLU_PERBAIKAN, "Catat lebih rapi")
		close_jatuh_tempo()
		(row,) = (row for row in evaluasi.reload().perilaku if row.nilai == NILAI)
		self.assertEqual(row.umpan_balik.count("Rekan Kerja Setingkat (tanpa nama"), 3)
		self.assertNotIn("Rekan A", row.umpan_balik)

	def test_it_passes_on_with_its_plan(self):
		permintaan = self.ask(*REKAN)
		for doctype in ("Permintaan Umpan Balik", TANPA_NAMA):
			self.assertIn("penilai_user", {df.fieldname for df in frappe.get_meta(doctype).fields})
		baru = change_akun(self.instansi, "penilai")
		self.user["penilai"] = baru
		self.assertTrue(self.close(permintaan))


class TestInisiatif(UjiTigaEnamPuluh):
	def give(self, nama: str, **isi):
		nilai = {
			"sifat": "Positif",
			"isi": "Suka menolong",
			"sasaran": "Perilaku Kerja",
			"nilai": "Harmonis",
			**isi,
		}
		with as_user(self.user[nama]):
			return frappe.get_doc(
				doctype="Umpan Balik Kinerja", skp=self.skp.name, tanggal=HARI, **nilai
			).insert()

	def set_boleh(self, boleh: int) -> None:
		periode = frappe.get_doc("Periode Kinerja", self.instansi.periode)
		periode.update({"umpan_balik_tanpa_diminta": boleh}).save()

	def setUp(self):
		super().setUp()
		self.set_boleh(1)

	def test_peers_and_subordinates_speak_unasked_where_the_agency_lets_them(self):
		self.assertEqual(self.give("rekan_a").peran, PeranUmpanBalik.REKAN)
		self.assertEqual(self.give("staf_a").peran, PeranUmpanBalik.BAWAHAN)
		self.set_boleh(0)
		self.assert_ditolak("", DITOLAK, self.give, "rekan_b")
		self.assertEqual(frappe.db.count("Umpan Balik Kinerja", {"skp": self.skp.name}), 2)

	def test_the_employee_speaks_about_himself_and_it_is_no_voice(self):
		kunci = self.skp.hasil_kerja[0].kunci
		doc = self.give("petugas", sasaran="Hasil Kerja", hasil_kerja=kunci, nilai=None)
		self.assertEqual(doc.peran, PeranUmpanBalik.DIRI)
		terkumpul = collect_umpan_balik(self.skp.name, date(2025, 1, 1), date(2025, 12, 31))
		self.assertEqual(terkumpul.sifat, {})

	def test_nobody_else_does(self):
		for nama in ("tetangga", "auditor"):
			with self.subTest(nama):
				self.assert_ditolak("", DITOLAK, self.give, nama)
		self.assertEqual(frappe.db.count("Umpan Balik Kinerja", {"skp": self.skp.name}), 0)

	def test_not_about_a_row_that_he_cannot_read(self):
		kunci = self.skp.hasil_kerja[0].kunci
		self.assert_ditolak(
			"perilaku kerja atau secara umum",
			SALAH,
			self.give,
			"rekan_a",
			sasaran="Hasil Kerja",
			hasil_kerja=kunci,
		)

	def test_evidence_is_a_link_to_a_site(self):
		self.assert_ditolak(
			"diawali https://", SALAH, self.give, "rekan_a", tautan_bukti="javascript:alert(1)"
		)
		doc = self.give("rekan_a", tautan_bukti=" https://arsip.example/foto ", bentuk="Berkala")
		self.assertEqual((doc.tautan_bukti, doc.bentuk), ("https://arsip.example/foto", "Berkala"))
