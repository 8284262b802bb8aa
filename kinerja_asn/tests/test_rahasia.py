"""Report of a behaviour problem (form B.1.10) and counselling (p. 85-88): who reads and acts, and every door of Frappe by
which somebody else might."""

from datetime import date

import frappe
from frappe.desk.form.utils import add_comment

from kinerja_asn.constants.akses import RAHASIA, TABEL_ANAK
from kinerja_asn.permissions.hooks import (
	get_child_query_conditions,
	get_query_conditions,
	has_permission,
)
from kinerja_asn.services.bersama.waktu import get_now
from kinerja_asn.services.giliran.antrean import count_antrean
from kinerja_asn.services.pelaksanaan.pembinaan.konseling import (
	change,
	complete,
	decide_tindak_lanjut,
	find_konselor,
	read_rekaman,
)
from kinerja_asn.services.pelaksanaan.pembinaan.laporan_masalah import decline, readdress
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import (
	add_pegawai,
	as_user,
	change_akun,
	make_konseling,
	make_laporan_masalah,
	make_skp,
	make_umpan_balik,
	make_unit,
	make_user,
	set_pejabat,
)

LAPORAN, KONSELING = "Laporan Masalah Perilaku", "Konseling Kinerja"
HASIL = "Ia merawat orang tuanya sendirian."
DITUTUP = (frappe.PermissionError, frappe.DoesNotExistError)


class UjiRahasia(UjiKinerja):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date.fromisoformat(get_now()[:10]).replace(year=2025)
		unit = make_unit("Bagian Kepegawaian Uji", self.instansi.name)
		add_pegawai(self.instansi, "pejabat", 71, unit, self.instansi.pegawai["kepala"])
		add_pegawai(self.instansi, "konselor", 72, unit, self.instansi.pegawai["pejabat"])
		set_pejabat(self.instansi, "pejabat")
		self.skp = make_skp(self.instansi)

	def tearDown(self):
		for nama in ("pejabat", "konselor"):
			self.instansi.user.pop(nama)
			self.instansi.pegawai.pop(nama)
		super().tearDown()

	def get_pembaca(self, doc) -> set[str]:
		"""By form and by list, which must not disagree."""
		pembaca = set()
		for nama, user in self.instansi.user.items():
			with as_user(user):
				boleh = frappe.get_doc(doc.doctype, doc.name).has_permission("read")
				self.assertEqual(boleh, doc.name in self.list_as(doc.doctype), nama)
				pembaca |= {nama} if boleh else set()
		return pembaca

	def list_as(self, doctype: str) -> list[str]:
		try:
			return frappe.get_list(doctype, pluck="name")
		except frappe.PermissionError:
			return []

	def get_kabar(self, nama: str, doctype: str) -> list[str]:
		saring = {"document_type": doctype, "for_user": self.instansi.user[nama]}
		return frappe.get_all("Notification Log", saring, pluck="subject")

	def make_konseling(self, **fields):
		return make_konseling(make_laporan_masalah(self.skp), self.instansi.pegawai["konselor"], **fields)

	def complete(self, konseling, nama: str = "konselor", hasil: str = HASIL):
		with as_user(self.instansi.user[nama]):
			doc = frappe.get_doc(KONSELING, konseling.name)
			complete(doc, hasil, "Jam kerja lentur sebulan.", str(doc.modified))
		return konseling.reload()


class TestLaporan(UjiRahasia):
	def test_it_goes_to_the_official_whom_hr_named_and_is_read_by_no_role(self):
		doc = make_laporan_masalah(self.skp)
		self.assertEqual(self.get_pembaca(doc), {"petugas", "penilai", "pejabat"})
		self.assertEqual(doc.pejabat_user, self.instansi.user["pejabat"])
		self.assertEqual(doc.bukti[0].isi, "Datang terlambat tiap Senin.")
		self.assertEqual(count_antrean(doc.pejabat_user), 1)
		for nama in ("pejabat", "petugas"):
			self.assertEqual(self.get_kabar(nama, LAPORAN), ["Ada surat pribadi untuk Anda"])

	def test_the_employee_is_told_first_and_proof_is_attached(self):
		lain = make_umpan_balik(make_skp(self.instansi, "kolega"), sasaran="Umum", hasil_kerja=None).name
		positif = make_umpan_balik(self.skp, sasaran="Perilaku Kerja", nilai="Loyal", sifat="Positif").name
		for isi, pesan in (
			({"dikomunikasikan_pada": None}, "wajib sebelum melaporkan"),
			({"dikomunikasikan_pada": "2024-12-31"}, "Tanggal penyampaian harus antara"),
			({"dikomunikasikan_pada": "2025-12-31"}, "Tanggal penyampaian harus antara"),
			({"bukti": []}, "Lampirkan paling sedikit satu umpan balik"),
			({"bukti": [{"umpan_balik": positif}]}, "Lampirkan paling sedikit satu umpan balik"),
			({"bukti": [{"umpan_balik": lain}]}, "bukan milik SKP ini"),
			({"nilai_dasar": ""}, "Pilih nilai dasar"),
			({"nilai_dasar": "Rajin"}, "Nilai dasar Rajin tidak dikenal"),
			({"permasalahan": " "}, "secara detil"),
			({"retrospektif": " "}, "yang sudah Anda lakukan"),
			({"permasalahan": "<b>x</b>"}, "tanpa tag HTML"),
		):
			with self.subTest(isi=isi):
				frappe.db.savepoint("isi")
				self.assert_ditolak(pesan, frappe.ValidationError, make_laporan_masalah, self.skp, **isi)
				frappe.db.rollback(save_point="isi")

	def test_others_cannot_report_and_the_same_waits_once(self):
		isi = {"doctype": LAPORAN, "skp": self.skp.name, "permasalahan": "x", "retrospektif": "x"}
		for nama in ("petugas", "kolega", "kepala", "pengelola", "pejabat", "auditor"):
			with self.subTest(siapa=nama), as_user(self.instansi.user[nama]):
				self.assertRaises(DITUTUP, frappe.get_doc(isi).insert)
		make_laporan_masalah(self.skp)
		kedua = {"bukti": [{"umpan_balik": frappe.get_all("Umpan Balik Kinerja", pluck="name")[0]}]}
		with as_user(self.skp.penilai_user):
			ganda = frappe.get_doc(
				{
					**isi,
					**kedua,
					"nilai_dasar": "Akuntabel",
					"dikomunikasikan_pada": str(frappe.flags.current_date),
				}
			)
			self.assert_ditolak("masih menunggu keputusan", frappe.DuplicateEntryError, ganda.insert)

	def test_without_an_official_it_says_who_names_one(self):
		frappe.db.set_value("Periode Kinerja", self.instansi.periode, "pejabat_kepegawaian", None)
		self.assert_ditolak(
			"Minta pengelola kinerja mengisinya", frappe.ValidationError, make_laporan_masalah, self.skp
		)

	def test_nobody_decides_on_his_own_report_nor_on_one_about_himself(self):
		for nama in ("penilai", "petugas"):
			frappe.db.savepoint("pejabat")
			set_pejabat(self.instansi, nama)
			self.assertEqual(make_laporan_masalah(self.skp).pejabat, self.instansi.pegawai["kepala"])
			frappe.db.rollback(save_point="pejabat")

	def test_only_the_official_declines_and_says_why(self):
		doc = make_laporan_masalah(self.skp)
		for nama in ("penilai", "petugas", "pengelola"):
			with self.subTest(siapa=nama), as_user(self.instansi.user[nama]):
				tersimpan = frappe.get_doc(LAPORAN, doc.name)
				self.assertRaises(DITUTUP, decline, tersimpan, "x", str(doc.modified))
		with as_user(doc.pejabat_user):
			tersimpan = frappe.get_doc(LAPORAN, doc.name)
			self.assert_ditolak(
				"Tulis alasan", frappe.ValidationError, decline, tersimpan, " ", str(doc.modified)
			)
			decline(frappe.get_doc(LAPORAN, doc.name), "Cukup dibimbing.", str(doc.modified))
		self.assertEqual(doc.reload().status, "Tidak dilanjutkan")
		self.assertEqual(count_antrean(doc.pejabat_user), 0)

	def test_the_official_changes_no_word_of_it(self):
		doc = make_laporan_masalah(self.skp)
		with as_user(doc.pejabat_user):
			tersimpan = frappe.get_doc(LAPORAN, doc.name)
			tersimpan.update({"permasalahan": "Lain", "status": "Tidak dilanjutkan", "alasan_keputusan": "x"})
			self.assert_ditolak("tidak dapat Anda ubah", frappe.PermissionError, tersimpan.save)

	def test_naming_another_official_opens_nothing_and_his_leaving_lets_the_penilai_address_it_anew(self):
		doc = make_laporan_masalah(self.skp)
		set_pejabat(self.instansi, "pengelola")
		self.assertNotIn("pengelola", self.get_pembaca(doc))
		with as_user(doc.penilai_user):
			self.assertRaises(frappe.PermissionError, readdress, frappe.get_doc(LAPORAN, doc.name))
			frappe.db.set_value("Employee", doc.pejabat, "status", "Left")
			readdress(frappe.get_doc(LAPORAN, doc.name))
		self.assertEqual(doc.reload().pejabat_user, self.instansi.user["pengelola"])

	def test_addressed_anew_it_goes_neither_to_the_penilai_nor_to_the_employee(self):
		doc = make_laporan_masalah(self.skp)
		frappe.db.set_value("Employee", doc.pejabat, "status", "Left")
		for nama in ("penilai", "petugas"):
			with self.subTest(pejabat=nama), as_user(doc.penilai_user):
				frappe.db.savepoint("pejabat")
				set_pejabat(self.instansi, nama)
				readdress(frappe.get_doc(LAPORAN, doc.name))
				self.assertEqual(doc.reload().pejabat, self.instansi.pegawai["kepala"])
				frappe.db.rollback(save_point="pejabat")


class TestKonseling(UjiRahasia):
	def test_while_it_is_scheduled_and_when_its_record_goes_to_the_official(self):
		doc = self.make_konseling()
		self.assertEqual(self.get_pembaca(doc), {"petugas", "konselor", "pejabat"})
		laporan = frappe.get_doc(LAPORAN, doc.laporan)
		self.assertEqual(laporan.status, "Ditetapkan untuk konseling")
		self.assertEqual(self.get_pembaca(laporan), {"petugas", "penilai", "pejabat", "konselor"})
		self.complete(doc)
		self.assertEqual(self.get_pembaca(doc), {"petugas", "konselor", "pejabat"})

	def test_the_record_goes_to_whom_the_regulation_names_by_who_counselled(self):
		for kedudukan, konselor, pembaca in (
			(
				"Pejabat Penilai Kinerja yang telah memperoleh pelatihan konseling",
				"penilai",
				{"petugas", "penilai", "kepala"},
			),
			(
				"Pejabat yang memiliki fungsi memberikan konseling",
				"konselor",
				{"petugas", "konselor", "penilai", "kepala"},
			),
		):
			frappe.db.savepoint("kedudukan")
			isi = {"kedudukan": kedudukan, "pelatihan": "Diklat konseling 2024"}
			doc = make_konseling(make_laporan_masalah(self.skp), self.instansi.pegawai[konselor], **isi)
			self.assertEqual(self.get_pembaca(doc), {"petugas", konselor, "pejabat"})
			self.complete(doc, konselor)
			with self.subTest(kedudukan=kedudukan):
				self.assertEqual(self.get_pembaca(doc), pembaca)
			frappe.db.rollback(save_point="kedudukan")

	def test_an_independent_counsellor_is_nobody_with_a_part_in_it(self):
		laporan = make_laporan_masalah(self.skp)
		for nama in ("petugas", "penilai", "kepala", "pejabat"):
			with self.subTest(siapa=nama):
				self.assert_ditolak(
					"onselor harus",
					frappe.ValidationError,
					make_konseling,
					laporan,
					self.instansi.pegawai[nama],
				)
		with as_user(laporan.penilai_user):
			self.assertRaises(
				DITUTUP,
				frappe.get_doc(doctype=KONSELING, laporan=laporan.name, konselor="x").insert,
			)
		self.assertEqual(frappe.get_all(KONSELING), [])

	def test_its_words_are_in_no_row_of_the_database(self):
		doc = self.complete(self.make_konseling())
		self.assertEqual(read_rekaman(doc)["hasil"], HASIL)
		with as_user(doc.pejabat_user):
			decide_tindak_lanjut(frappe.get_doc(KONSELING, doc.name), "Rahasia lanjutan.", str(doc.modified))
		doc.reload()
		self.assertEqual(read_rekaman(doc)["tindak_lanjut"], "Rahasia lanjutan.")
		tersimpan = str(frappe.get_all(KONSELING, fields=["*"]))
		for kata in (HASIL, "lentur", "Rahasia lanjutan"):
			self.assertNotIn(kata, tersimpan)
			for doctype, kolom in (
				("Version", "data"),
				("Comment", "content"),
				("Notification Log", "subject"),
			):
				self.assertFalse(frappe.db.exists(doctype, {kolom: ("like", f"%{kata}%")}), doctype)

	def test_each_takes_his_own_part(self):
		doc = self.make_konseling()
		for nama, isi in (
			("petugas", {"jadwal": get_now()}),
			("penilai", {"jadwal": get_now()}),
			("pejabat", {"hasil": "x"}),
			("pejabat", {"status": "Selesai", "hasil": "x"}),
			("konselor", {"konselor": self.instansi.pegawai["kolega"]}),
			("konselor", {"tindak_lanjut": "x"}),
		):
			with self.subTest(siapa=nama, isi=isi), as_user(self.instansi.user[nama]):
				tersimpan = frappe.get_doc(KONSELING, doc.name)
				self.assertRaises(DITUTUP, change, tersimpan, isi, str(doc.modified))
		self.complete(doc)
		for nama in ("konselor", "petugas", "kepala"):
			with self.subTest(siapa=nama), as_user(self.instansi.user[nama]):
				tersimpan = frappe.get_doc(KONSELING, doc.name)
				self.assertRaises(DITUTUP, decide_tindak_lanjut, tersimpan, "x", str(doc.modified))
		self.assertEqual(
			read_rekaman(doc.reload()),
			{"hasil": HASIL, "kesepakatan": "Jam kerja lentur sebulan.", "tindak_lanjut": ""},
		)

	def test_the_record_comes_after_its_time_and_stays(self):
		doc = self.make_konseling(jadwal="2099-01-01 09:00:00")
		self.assert_ditolak("belum dilaksanakan", frappe.ValidationError, self.complete, doc)
		with as_user(self.instansi.user["konselor"]):
			change(frappe.get_doc(KONSELING, doc.name), {"jadwal": "2025-01-02 09:00:00"}, str(doc.modified))
		self.assert_ditolak("Tulis hasil konselingnya", frappe.ValidationError, self.complete, doc, hasil=" ")
		self.complete(doc)
		with as_user(self.instansi.user["konselor"]):
			self.assertRaises(
				frappe.PermissionError,
				change,
				frappe.get_doc(KONSELING, doc.name),
				{"hasil": "diubah"},
				str(doc.modified),
			)

	def test_another_counsellor_takes_the_place_of_the_first(self):
		doc = self.make_konseling()
		with as_user(doc.pejabat_user):
			change(
				frappe.get_doc(KONSELING, doc.name),
				{"konselor": self.instansi.pegawai["kolega"]},
				str(doc.modified),
			)
		self.assertEqual(self.get_pembaca(doc.reload()), {"petugas", "kolega", "pejabat"})
		self.assertNotIn("konselor", self.get_pembaca(frappe.get_doc(LAPORAN, doc.laporan)))

	def test_it_follows_the_account_of_its_people_and_no_change_of_penilai(self):
		doc = self.complete(self.make_konseling())
		baru = change_akun(self.instansi, "konselor")
		self.assertEqual(doc.reload().konselor_user, baru)
		frappe.db.set_value("SKP", self.skp.name, "penilai_user", self.instansi.user["kolega"])
		with as_user(self.instansi.user["kolega"]):
			self.assertFalse(frappe.get_doc(KONSELING, doc.name).has_permission("read"))

	def test_a_number_names_the_counsellor(self):
		nip = frappe.db.get_value("Employee", self.instansi.pegawai["konselor"], "nip")
		self.assertEqual(find_konselor(f" {nip[:8]} {nip[8:]} "), self.instansi.pegawai["konselor"])
		for nomor in ("", "123", "%"):
			self.assert_ditolak("Tidak ada pegawai aktif", frappe.ValidationError, find_konselor, nomor)


class TestPintu(UjiRahasia):
	"""The doors of Frappe, tried by HR, the auditor, a System Manager and the Penilai."""

	def setUp(self):
		super().setUp()
		self.doc = self.complete(self.make_konseling())
		self.pengatur = make_user("pengatur@uji.example", "Pengatur", ("System Manager",))

	def test_a_system_manager_lists_counts_exports_and_opens_nothing(self):
		for doctype in RAHASIA:
			with as_user(self.pengatur):
				self.assertRaises(frappe.PermissionError, frappe.get_list, doctype)
				for hak in ("read", "report", "export", "print", "email", "write", "delete"):
					self.assertFalse(frappe.has_permission(doctype, hak), f"{doctype} {hak}")
		with as_user(self.pengatur):
			self.assertFalse(frappe.get_doc(KONSELING, self.doc.name).has_permission("read"))

	def test_a_right_that_he_gives_himself_opens_no_row(self):
		"""The hooks that Frappe asks besides whatever rights on the DocType a role is given."""
		for doctype in RAHASIA:
			self.assertEqual(self.select(doctype, get_query_conditions(self.pengatur, doctype)), [], doctype)
		for tabel, induk in TABEL_ANAK.items():
			if set(induk) <= set(RAHASIA):
				self.assertEqual(
					self.select(tabel, get_child_query_conditions(self.pengatur, tabel)), [], tabel
				)
		self.assertFalse(has_permission(self.doc, "read", self.pengatur))
		self.assertEqual(
			len(self.select(KONSELING, get_query_conditions(self.doc.pejabat_user, KONSELING))), 1
		)

	def select(self, doctype: str, kondisi: str) -> list:
		return [*frappe.db.sql(f"select name from `tab{doctype}` where {kondisi}")]

	def test_nobody_exports_or_reports_on_it(self):
		for nama in ("petugas", "konselor", "pejabat", "pengelola", "auditor"):
			with as_user(self.instansi.user[nama]):
				for hak in ("report", "export", "email", "share", "delete"):
					self.assertFalse(frappe.has_permission(KONSELING, hak), f"{nama} {hak}")

	def test_nothing_is_kept_beside_it(self):
		rujukan = {"reference_doctype": KONSELING, "reference_name": self.doc.name}
		for isi in (
			{"doctype": "Comment", "comment_type": "Comment", "content": HASIL, **rujukan},
			{"doctype": "Communication", "subject": "x", "content": HASIL, **rujukan},
			{
				"doctype": "ToDo",
				"description": HASIL,
				"reference_type": KONSELING,
				"reference_name": self.doc.name,
			},
			{
				"doctype": "File",
				"file_name": "catatan.txt",
				"content": HASIL,
				"is_private": 1,
				"attached_to_doctype": KONSELING,
				"attached_to_name": self.doc.name,
			},
			{
				"doctype": "DocShare",
				"share_doctype": KONSELING,
				"share_name": self.doc.name,
				"user": self.pengatur,
			},
		):
			with self.subTest(isi["doctype"]), as_user(self.instansi.user["konselor"]):
				self.assertRaises(frappe.PermissionError, frappe.get_doc(isi).insert)
		with as_user(self.instansi.user["konselor"]):
			self.assert_ditolak(
				"rahasia",
				frappe.PermissionError,
				add_comment,
				KONSELING,
				self.doc.name,
				HASIL,
				self.instansi.user["konselor"],
				"Konselor",
			)

	def test_nothing_is_hung_on_it(self):
		for isi in (
			{
				"doctype": "Notification",
				"subject": "{{ doc.hasil }}",
				"document_type": KONSELING,
				"event": "Save",
			},
			{
				"doctype": "Report",
				"report_name": "Intip",
				"ref_doctype": KONSELING,
				"report_type": "Report Builder",
			},
			{
				"doctype": "Webhook",
				"name": "intip",
				"webhook_doctype": KONSELING,
				"request_url": "https://x.example",
			},
		):
			with self.subTest(isi["doctype"]):
				self.assert_ditolak("rahasia", frappe.PermissionError, frappe.get_doc(isi).insert)

	def test_no_version_is_kept_though_versions_are_switched_on(self):
		meta = frappe.get_meta(KONSELING)
		self.addCleanup(setattr, meta, "track_changes", meta.track_changes)
		meta.track_changes = 1
		with as_user(self.doc.pejabat_user):
			decide_tindak_lanjut(frappe.get_doc(KONSELING, self.doc.name), "Lanjut.", str(self.doc.modified))
		self.assertFalse(frappe.db.exists("Version", {"ref_doctype": KONSELING}))

	def test_it_is_deleted_by_nobody_so_that_no_copy_stays(self):
		self.assert_ditolak(
			"tidak dapat dihapus", frappe.PermissionError, frappe.delete_doc, KONSELING, self.doc.name
		)

	def test_what_is_kept_of_a_print_or_a_notice_names_nobody(self):
		for doctype in RAHASIA:
			meta = frappe.get_meta(doctype)
			self.assertFalse(meta.title_field or meta.search_fields, doctype)
		for nama in ("petugas", "konselor", "pejabat"):
			self.assertEqual({*self.get_kabar(nama, KONSELING)}, {"Ada surat pribadi untuk Anda"}, nama)
