"""The pattern of a unit when an evaluation is set, who may change what from the calibration page, and what is kept of it."""

import frappe

from kinerja_asn.constants.istilah import Predikat, Rating, Tahap
from kinerja_asn.services.penilaian.sebaran.cakupan import build_cakupan, list_orang
from kinerja_asn.services.penilaian.sebaran.catatan import list_catatan
from kinerja_asn.services.penilaian.sebaran.kelompok import build_kelompok
from kinerja_asn.services.penilaian.sebaran.kelonggaran import compare_penilai
from kinerja_asn.services.penilaian.sebaran.perubahan import ask_tinjau, change_rating
from kinerja_asn.services.penilaian.sebaran.rapat import append_susulan, open_rapat
from kinerja_asn.services.perencanaan.penyelarasan.kontribusi import get_kontribusi
from kinerja_asn.tests.basis import UjiKinerja, watch_query
from kinerja_asn.tests.factories import as_user, make_skp, move
from kinerja_asn.tests.sebaran import add_orang, make_dinilai, rate

SB, B, BP, K, SK = Predikat
DIATAS, SESUAI, DIBAWAH = map(str, Rating)


class UjiSebaran(UjiKinerja):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = "2026-01-10"
		self.doc = make_dinilai(self.instansi)

	def set_skema(self, **isi) -> None:
		skema = frappe.db.get_value("Periode Kinerja", self.doc.periode, "skema")
		frappe.db.set_value("Skema Penilaian", skema, isi)
		frappe.clear_document_cache("Skema Penilaian", skema)

	def set_hasil(self, **isi):
		"""The Penilai sets it, as the desk does."""
		with as_user(self.doc.penilai_user):
			doc = frappe.get_doc(self.doc.doctype, self.doc.name).update(isi)
			doc.save()
		return move(doc, doc.penilai_user, Tahap.DITETAPKAN)

	def read(self, nama: str, *, sah: bool = True) -> list:
		user = self.instansi.user[nama]
		with as_user(user):
			cakupan = build_cakupan(self.doc.periode, self.doc.jenis, 0)
			return build_kelompok(cakupan, list_orang(cakupan, user), sah=sah)


class TestPenegakan(UjiSebaran):
	def setUp(self):
		super().setUp()
		add_orang(self.doc, [SB] * 7 + [B] * 2)  # with him ten: one more Sangat Baik is eighty percent
		rate(self.doc, Rating.DIATAS, Rating.DIATAS)

	def test_a_deviation_asks_for_its_reason_and_keeps_it(self):
		pesan = "Sangat Baik: 8 dari 10 orang (80 %), paling banyak 70 %."
		self.assert_ditolak(pesan, frappe.ValidationError, self.set_hasil)
		self.assertEqual(self.doc.reload().tahap, "Draf")
		self.set_hasil(alasan_sebaran="Delapan orang melampaui target bersama.")
		(catatan,) = list_catatan(evaluasi=[self.doc.name])
		self.assertEqual(
			(catatan.jenis, catatan.temuan, catatan.alasan),
			("Penyimpangan pola", pesan, "Delapan orang melampaui target bersama."),
		)

	def test_a_warning_lets_it_pass_and_says_so(self):
		self.set_skema(penegakan_distribusi="Peringatan")
		frappe.clear_messages()
		self.assertEqual(self.set_hasil().tahap, "Ditetapkan")
		self.assertIn("8 dari 10 orang", str(frappe.get_message_log()))
		self.assertEqual(len(list_catatan(evaluasi=[self.doc.name])), 1)

	def test_a_block_lets_nothing_pass_not_even_a_reason(self):
		self.set_skema(penegakan_distribusi="Tidak dapat ditetapkan")
		self.assert_ditolak(
			"paling banyak 70 %", frappe.ValidationError, self.set_hasil, alasan_sebaran="Tetap saja."
		)
		self.assertEqual(list_catatan(evaluasi=[self.doc.name]), [])

	def test_who_does_not_contribute_is_not_asked(self):
		add_orang(self.doc, [SB])  # the picture deviates already: eight of eleven
		rate(self.doc, Rating.SESUAI, Rating.SESUAI)
		self.assertEqual(self.set_hasil().tahap, "Ditetapkan")

	def test_drafts_of_others_do_not_count_and_those_to_come_do(self):
		frappe.db.set_value(
			"Evaluasi Kinerja",
			{"name": ("like", f"{self.doc.name}-x%"), "predikat_kinerja": "Sangat Baik"},
			"tahap",
			"Draf",
		)
		self.assertEqual(self.set_hasil().tahap, "Ditetapkan")

	def test_a_unit_of_nine_is_not_judged(self):
		nama = frappe.get_all("SKP", {"name": ("like", f"{self.doc.skp}-x%")}, pluck="name")[0]
		frappe.db.delete("Evaluasi Kinerja", {"skp": nama})
		frappe.db.delete("SKP", {"name": nama})
		self.assertEqual(self.set_hasil().tahap, "Ditetapkan")

	def test_only_the_group_of_the_penilai_counts(self):
		frappe.db.set_value(
			"Evaluasi Kinerja",
			{"name": ("like", f"{self.doc.name}-x%")},
			{"penilai": "HR-LAIN", "nama_penilai": "Lain"},
		)
		frappe.db.set_value("SKP", {"name": ("like", f"{self.doc.skp}-x%")}, "penilai", "HR-LAIN")
		self.assertEqual(self.set_hasil().tahap, "Ditetapkan", "a group of one")

	def test_limits_that_hr_corrected_are_kept(self):
		batas = frappe.get_doc(
			"Pola Distribusi", {"predikat_organisasi": "Istimewa", "predikat": "Sangat Baik"}
		)
		batas.update({"maksimum": 80}).save()
		self.assertEqual(self.set_hasil().tahap, "Ditetapkan")
		jejak = frappe.get_all(
			"Comment", {"reference_name": self.doc.periode, "comment_type": "Info"}, pluck="content"
		)
		self.assertTrue(any("Pola distribusi" in isi and "80" in isi for isi in jejak))

	def test_limits_upside_down_are_refused(self):
		batas = frappe.get_doc("Pola Distribusi", {"predikat_organisasi": "Kurang", "predikat": "Kurang"})
		self.assert_ditolak("tidak terbalik", frappe.ValidationError, batas.update({"maksimum": 10}).save)

	def test_who_is_still_to_be_evaluated_does_not_change_the_limits(self):
		make_skp(self.instansi, "pengelola")
		batas = frappe.get_doc(
			"Pola Distribusi", {"predikat_organisasi": "Istimewa", "predikat": "Sangat Baik"}
		)
		with as_user(self.instansi.user["pengelola"]):
			self.assert_ditolak(
				"menentukan penilaian Anda sendiri",
				frappe.PermissionError,
				batas.update({"maksimum": 100}).save,
				ignore_permissions=True,
			)


class TestKelompok(UjiSebaran):
	def test_each_reads_of_his_own_and_never_himself(self):
		add_orang(self.doc, [SB, B, None])
		for nama, orang in (
			("penilai", 4),
			("kepala", 4),
			("pengelola", 4),
			("auditor", 4),
			("kolega", 0),
			("tetangga", 0),
		):
			with self.subTest(nama):
				self.assertEqual(sum(len(kelompok.orang) for kelompok in self.read(nama)), orang)
		frappe.db.set_value("Evaluasi Kinerja", self.doc.name, "tahap", "Diserahkan")
		self.assertEqual(self.read("petugas"), [], "his own was handed over: still nothing to compare")

	def test_what_is_not_begun_counts_among_all(self):
		add_orang(self.doc, [SB, None, None])
		(kelompok,) = self.read("penilai", sah=False)
		self.assertEqual((kelompok.jumlah[SB], kelompok.jumlah[B], kelompok.belum), (1, 1, 2))
		(kelompok,) = self.read("penilai", sah=True)
		self.assertEqual((kelompok.jumlah[B], kelompok.belum), (0, 3), "his is a draft")
		self.assertEqual(str(kelompok.organisasi), "Istimewa")

	def test_who_moved_is_counted_where_he_is_now(self):
		lama = add_orang(self.doc, [SB])[0]
		skp = frappe.db.get_value("Evaluasi Kinerja", lama, "skp")
		frappe.db.delete("Evaluasi Kinerja", {"name": lama})
		frappe.db.set_value("SKP", skp, {"tahap": "Ditutup", "akhir": "2025-08-31"})
		(kelompok,) = self.read("penilai")
		self.assertEqual(len(kelompok.orang), 1)

	def test_as_many_queries_for_three_as_for_sixty(self):
		banyak = []
		for tambah in (2, 57):
			add_orang(self.doc, [B] * tambah)
			self.read("penilai")
			with watch_query() as query:
				kelompok = self.read("penilai")
				get_kontribusi([row.skp for bagian in kelompok for row in bagian.orang])
			banyak.append(query.call_count)
		self.assertEqual(banyak[0], banyak[1])

	def test_what_each_carries_of_his_leaders_results(self):
		pimpinan = make_skp(self.instansi, "penilai")
		frappe.db.set_value(
			"SKP Hasil Kerja",
			{"parent": self.doc.skp},
			{"rhk_pimpinan": pimpinan.hasil_kerja[0].kunci, "porsi": 40},
		)
		(kontribusi,) = get_kontribusi([self.doc.skp])[self.doc.skp]
		self.assertEqual(
			(kontribusi.pimpinan, float(kontribusi.porsi)), ("Tertib administrasi kependudukan", 40)
		)


class TestKelonggaran(UjiSebaran):
	def setUp(self):
		super().setUp()
		add_orang(self.doc, [SB, SB, B])
		lain = {"penilai": "HR-LAIN", "nama_penilai": "Lain", "penilai_user": "lain@uji.example"}
		add_orang(self.doc, [B, BP], **lain)

	def test_leaders_stand_beside_each_other(self):
		longgar, ketat = compare_penilai(self.read("kepala"), self.instansi.user["kepala"])
		self.assertEqual((longgar.nama, longgar.dinilai, float(longgar.rata_rata)), ("Penilai", 4, 4.5))
		self.assertEqual((ketat.nama, float(ketat.rata_rata)), ("Lain", 3.5))
		self.assertGreater(longgar.selisih, 0)

	def test_who_is_compared_does_not_see_it(self):
		self.assertEqual(compare_penilai(self.read("penilai"), self.instansi.user["penilai"]), [])


class TestPerubahan(UjiSebaran):
	def change(self, nama: str = "penilai", hasil: str = DIATAS, perilaku: str = DIATAS, **isi):
		with as_user(self.instansi.user[nama]):
			doc = frappe.get_doc(self.doc.doctype, self.doc.name)
			return change_rating(
				doc,
				hasil,
				perilaku,
				isi.get("alasan", "Dibanding kontribusinya."),
				isi.get("versi", str(doc.modified)),
			)

	def test_a_rating_changes_with_its_reason_and_stays_set(self):
		self.set_hasil()
		self.assertTrue(self.change())
		self.doc.reload()
		self.assertEqual((self.doc.tahap, self.doc.predikat_kinerja), ("Ditetapkan", "Sangat Baik"))
		(catatan,) = list_catatan(evaluasi=[self.doc.name])
		self.assertEqual(
			(catatan.jenis, catatan.predikat_lama, catatan.predikat_baru, catatan.alasan, catatan.nama_oleh),
			("Perubahan rating", "Baik", "Sangat Baik", "Dibanding kontribusinya.", "Penilai"),
		)

	def test_a_draft_stays_a_draft(self):
		self.change()
		self.assertEqual((self.doc.reload().tahap, self.doc.rating_perilaku), ("Draf", DIATAS))

	def test_the_pattern_is_kept_here_too(self):
		self.set_hasil()
		add_orang(self.doc, [SB] * 7 + [B] * 2)
		self.assert_ditolak("paling banyak 70 %", frappe.ValidationError, self.change)

	def test_nobody_else_changes_it(self):
		self.set_hasil()
		for nama in ("kepala", "pengelola", "auditor"):
			with self.subTest(nama):
				self.assert_ditolak("Mintalah ia meninjaunya", frappe.PermissionError, self.change, nama)
		self.assertEqual(self.doc.reload().predikat_kinerja, "Baik")

	def test_nobody_changes_his_own(self):
		frappe.db.set_value(self.doc.doctype, self.doc.name, "penilai_user", self.doc.pegawai_user)
		self.assert_ditolak(
			"Rating diubah oleh Pejabat Penilai", frappe.PermissionError, self.change, "petugas"
		)

	def test_not_after_it_was_handed_over(self):
		move(self.set_hasil(), self.doc.penilai_user, Tahap.DISERAHKAN)
		self.assert_ditolak("sudah diserahkan", frappe.PermissionError, self.change)

	def test_on_the_version_that_was_seen_with_a_reason_and_a_difference(self):
		self.assert_ditolak(
			"sudah berubah", frappe.TimestampMismatchError, self.change, versi="2020-01-01 00:00:00"
		)
		self.assert_ditolak("Tulis alasan", frappe.ValidationError, self.change, alasan=" ")
		self.assert_ditolak(
			"tidak ada yang berubah", frappe.ValidationError, self.change, hasil=SESUAI, perilaku=SESUAI
		)
		self.assert_ditolak("dari daftarnya", frappe.ValidationError, self.change, hasil="Luar biasa")

	def test_the_superior_asks_and_the_penilai_is_told(self):
		with as_user(self.instansi.user["kepala"]):
			ask_tinjau(frappe.get_doc(self.doc.doctype, self.doc.name), "Kontribusinya terbesar di tim.")
		pesan = frappe.get_all(
			"Notification Log",
			{"for_user": self.doc.penilai_user, "document_name": self.doc.name},
			pluck="subject",
		)
		self.assertTrue(any("Tinjau lagi evaluasi Petugas" in judul for judul in pesan))
		(catatan,) = list_catatan(evaluasi=[self.doc.name])
		self.assertEqual((catatan.jenis, catatan.nama_oleh), ("Permintaan tinjau", "Kepala"))
		for nama in ("penilai", "pengelola"):
			with self.subTest(nama), as_user(self.instansi.user[nama]):
				self.assert_ditolak(
					"atasan Pejabat Penilai",
					frappe.PermissionError,
					ask_tinjau,
					frappe.get_doc(self.doc.doctype, self.doc.name),
					"x",
				)

	def test_the_rated_reads_nothing_of_it_even_as_hr(self):
		self.change()
		nama = frappe.get_all("Catatan Penyelarasan", {"evaluasi": self.doc.name}, pluck="name")[0]
		move(self.set_hasil(), self.doc.penilai_user, Tahap.DISERAHKAN)
		frappe.get_doc("User", self.doc.pegawai_user).add_roles(
			"Pengelola Kinerja", "Pejabat Penilai Kinerja"
		)
		with as_user(self.doc.pegawai_user):
			self.assertEqual(frappe.get_list("Catatan Penyelarasan"), [])
			self.assertFalse(frappe.get_doc("Catatan Penyelarasan", nama).has_permission("read"))
		with as_user(self.instansi.user["penilai"]):
			self.assertTrue(frappe.get_doc("Catatan Penyelarasan", nama).has_permission("read"))
			for hak in ("write", "delete", "create"):
				self.assertFalse(frappe.get_doc("Catatan Penyelarasan", nama).has_permission(hak))

	def test_a_note_follows_its_people_to_another_account(self):
		self.change()
		pegawai = frappe.get_doc("Employee", self.instansi.pegawai["petugas"])
		email = self.instansi.user["auditor"]
		frappe.get_doc("Employee", self.instansi.pegawai["auditor"]).update({"user_id": None}).save()
		pegawai.update({"user_id": email}).save()
		self.assertEqual(
			frappe.get_all("Catatan Penyelarasan", {"evaluasi": self.doc.name}, pluck="pegawai_user"), [email]
		)


class TestRapat(UjiSebaran):
	def open(self, nama: str = "kepala"):
		with as_user(self.instansi.user[nama]):
			cakupan = build_cakupan(self.doc.periode, self.doc.jenis, 0)
			return frappe.get_doc("Rapat Penyelarasan Kinerja", open_rapat(cakupan))

	def close(self, rapat):
		with as_user(rapat.pimpinan_user):
			rapat.set("peserta", [{"pegawai": self.instansi.pegawai["penilai"]}])
			rapat.update({"kesimpulan": "Satu rating diubah.", "status": "Selesai"}).save()
		return rapat.reload()

	def test_what_is_changed_meanwhile_is_part_of_it(self):
		rapat = self.open()
		self.assertEqual(rapat.name, self.open().name, "the one that goes on is gone on with")
		self.assertEqual((rapat.nama_pimpinan, rapat.masa), ("Kepala", self.doc.masa))
		with as_user(self.doc.penilai_user):
			change_rating(self.doc, DIATAS, DIATAS, "Diputuskan dalam rapat.", str(self.doc.modified))
		rapat = self.close(rapat)
		self.assertEqual([(row.nama, bool(rapat.selesai_pada)) for row in rapat.peserta], [("Penilai", True)])
		(catatan,) = list_catatan(rapat=rapat.name)
		self.assertEqual((catatan.predikat_lama, catatan.predikat_baru), ("Baik", "Sangat Baik"))

	def test_a_closed_one_only_grows(self):
		rapat = self.close(self.open())
		with as_user(rapat.pimpinan_user):
			for isi in (
				{"kesimpulan": "Lain."},
				{"status": "Berlangsung"},
				{"peserta": []},
				{"tanggal": "2026-01-01"},
			):
				with self.subTest(isi):
					doc = frappe.get_doc(rapat.doctype, rapat.name).update(isi)
					self.assert_ditolak("tidak dapat Anda ubah", frappe.PermissionError, doc.save)
			append_susulan(frappe.get_doc(rapat.doctype, rapat.name), "Disampaikan kepada tim.", "12 Januari")
			doc = frappe.get_doc(rapat.doctype, rapat.name)
			self.assertEqual(doc.catatan_susulan, "[12 Januari] Disampaikan kepada tim.")
			doc.catatan_susulan = "Ditulis ulang."
			self.assert_ditolak("hanya dapat ditambah", frappe.PermissionError, doc.save)
			self.assertFalse(doc.has_permission("delete"))

	def test_after_it_nothing_joins_it(self):
		self.close(self.open())
		with as_user(self.doc.penilai_user):
			change_rating(self.doc.reload(), DIATAS, DIATAS, "Sesudahnya.", str(self.doc.modified))
		(catatan,) = list_catatan(evaluasi=[self.doc.name])
		self.assertFalse(catatan.rapat)

	def test_who_leads_takes_part_and_reads(self):
		self.assert_ditolak("", frappe.PermissionError, self.open, "petugas")
		self.assert_ditolak("", frappe.PermissionError, self.open, "pengelola")
		rapat = self.open()
		with as_user(rapat.pimpinan_user):
			rapat.set("peserta", [{"pegawai": self.instansi.pegawai["petugas"]}])
			self.assert_ditolak("bukan Pejabat Penilai", frappe.ValidationError, rapat.save)
			ganda = frappe.get_doc(
				doctype=rapat.doctype, periode=rapat.periode, jenis="Tahunan", tanggal="2026-01-09"
			)
			self.assert_ditolak("masih berlangsung", frappe.DuplicateEntryError, ganda.insert)
			esok = frappe.get_doc(rapat.doctype, rapat.name).update({"tanggal": "2026-01-11"})
			self.assert_ditolak("belum tiba", frappe.ValidationError, esok.save)
		for nama, baca in (
			("kepala", True),
			("pengelola", True),
			("auditor", True),
			("penilai", False),
			("tetangga", False),
		):
			with self.subTest(nama), as_user(self.instansi.user[nama]):
				doc = frappe.get_doc(rapat.doctype, rapat.name)
				self.assertEqual(doc.has_permission("read"), baca)
				self.assertEqual(doc.has_permission("write"), nama == "kepala")

	def test_hr_does_not_write_in_it(self):
		rapat = self.open()
		with as_user(self.instansi.user["pengelola"]):
			doc = frappe.get_doc(rapat.doctype, rapat.name).update({"kesimpulan": "Kata pengelola."})
			self.assert_ditolak("", frappe.PermissionError, doc.save)


class TestNumerik(UjiSebaran):
	def test_off_by_default(self):
		self.set_hasil()
		self.assertEqual((self.doc.reload().nilai_pp30, self.doc.predikat_pp30), (0, None))

	def test_beside_the_predikat_never_instead(self):
		self.set_skema(pp30=1)
		doc = self.set_hasil()
		# 1,000 of 1,000 is 100 %; Sesuai counts 90: 70 + 27.
		self.assertEqual((doc.nilai_pp30, doc.predikat_pp30, doc.predikat_kinerja), (97, "Baik", "Baik"))
		self.set_skema(pp30_bobot="60/40")
		self.assertEqual(doc.reload().nilai_pp30, 97, "what was set stays as it was set")

	def test_sangat_baik_asks_for_a_new_idea(self):
		self.set_skema(pp30=1)
		doc = rate(make_dinilai(self.instansi, "kolega", nilai=1300), Rating.DIATAS, Rating.DIATAS)
		# 130 % counts as 120, Diatas as 110: 84 + 33.
		self.assertEqual(
			(doc.nilai_pp30, doc.predikat_pp30, doc.predikat_kinerja), (117, "Baik", "Sangat Baik")
		)
		with as_user(doc.penilai_user):
			doc.update({"ide_baru": 1}).save()
		self.assertEqual(doc.predikat_pp30, "Sangat Baik")

	def test_figures_out_of_order_are_refused(self):
		skema = frappe.get_doc(
			"Skema Penilaian", frappe.db.get_value("Periode Kinerja", self.doc.periode, "skema")
		)
		self.assert_ditolak("harus naik", frappe.ValidationError, skema.update({"pp30_sesuai": 120}).save)
