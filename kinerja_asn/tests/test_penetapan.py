"""What becomes of a plan whose Penilai does not set it in time (p. 65 no. 4-5), and that nobody winds the clock back."""

from datetime import date
from unittest.mock import patch

import frappe
from frappe.model.workflow import WorkflowTransitionError

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.peran import PENILAI
from kinerja_asn.rules.penetap import JPT_PRATAMA
from kinerja_asn.services.perencanaan.skp import penetapan
from kinerja_asn.services.perencanaan.skp.penetapan import pass_on_penetapan
from kinerja_asn.tests.basis import UjiKinerja, watch_query
from kinerja_asn.tests.factories import (
	add_pegawai,
	as_user,
	make_evaluasi,
	make_kinerja_unit,
	make_realisasi,
	make_skp,
	move,
)
from kinerja_asn.tests.test_portal_dasar import UjiPortal


class UjiPenetapan(UjiKinerja):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2025, 1, 10)

	def go_to(self, *tanggal: int) -> None:
		frappe.flags.current_date = date(2025, *tanggal)

	def return_skp(self, skp, siapa: str = "penilai"):
		with as_user(self.instansi.user[siapa]):
			skp.catatan_pengembalian = "Target belum terukur"
			skp.save()
		return move(skp, self.instansi.user[siapa], Tahap.DIKEMBALIKAN)

	def get_kabar(self, skp, sejak: set[str] = frozenset()) -> dict[str, str]:
		"""Short name of the receiver -> subject, of the notices about ``skp`` that this service sent."""
		nama = {user: nama for nama, user in self.instansi.user.items()}
		rows = frappe.get_all(
			"Notification Log",
			{"document_name": skp.name},
			["name", "for_user", "subject"],
			order_by="creation",
		)
		return {
			nama[row.for_user]: row.subject
			for row in rows
			if "beralih" in row.subject and row.name not in sejak
		}


class TestBeralih(UjiPenetapan):
	def test_after_january_the_superior_sets_it(self):
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		self.assertEqual(str(skp.tenggat_penetapan), "2025-01-31")
		self.go_to(1, 31)
		self.assertEqual(pass_on_penetapan(), 0)
		self.go_to(2, 1)
		self.assertEqual(pass_on_penetapan(), 1)
		skp.reload()
		self.assertEqual(skp.penetap_user, self.instansi.user["kepala"])
		self.assertEqual(str(skp.dialihkan_pada)[:10], "2025-02-01")
		self.assertRaises(WorkflowTransitionError, move, skp, self.instansi.user["penilai"], Tahap.DITETAPKAN)
		move(skp, self.instansi.user["kepala"], Tahap.DITETAPKAN)
		self.assertEqual(
			(skp.tahap, skp.ditetapkan_oleh, skp.penetap_user),
			(Tahap.DITETAPKAN, self.instansi.user["kepala"], self.instansi.user["penilai"]),
		)

	def test_everybody_is_told_once_and_the_document_keeps_a_trace(self):
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		self.go_to(2, 1)
		for _kali in range(2):
			pass_on_penetapan()
		self.assertEqual(
			self.get_kabar(skp),
			{
				"kepala": "SKP Petugas beralih kepada Anda untuk ditetapkan",
				"penilai": "SKP Petugas beralih kepada atasan Anda",
				"petugas": "SKP Anda beralih kepada Kepala untuk ditetapkan",
			},
		)
		jejak = frappe.get_all(
			"Comment", {"reference_name": skp.name, "comment_type": "Info"}, pluck="content"
		)
		self.assertEqual(
			len([kalimat for kalimat in jejak if "beralih dari Penilai kepada atasannya" in kalimat]), 1
		)

	def test_the_superior_gets_the_role_he_needs(self):
		user = self.instansi.user["kepala"]
		frappe.get_doc("User", user).remove_roles(PENILAI)
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		self.go_to(2, 1)
		pass_on_penetapan()
		self.assertIn(PENILAI, frappe.get_roles(user))
		move(skp.reload(), user, Tahap.DITETAPKAN)

	def test_returned_and_resubmitted_it_stays_with_the_superior(self):
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		self.go_to(2, 1)
		pass_on_penetapan()
		self.return_skp(skp.reload(), "kepala")
		move(skp, self.instansi.user["petugas"], Tahap.DIAJUKAN)
		self.assertEqual(skp.penetap_user, self.instansi.user["kepala"])
		self.go_to(6, 1)
		self.assertEqual(pass_on_penetapan(), 0)

	def test_the_rest_of_the_year_is_the_penilais(self):
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		self.go_to(2, 1)
		pass_on_penetapan()
		move(skp.reload(), self.instansi.user["kepala"], Tahap.DITETAPKAN)
		with as_user(self.instansi.user["penilai"]):
			skp.perilaku[0].ekspektasi_khusus = "Menyapa setiap pemohon"
			skp.save()
		realisasi = make_realisasi(skp, 1, 1000, Tahap.DIAJUKAN)
		self.assertRaises(
			WorkflowTransitionError, move, realisasi, self.instansi.user["kepala"], Tahap.DITETAPKAN
		)
		move(realisasi, self.instansi.user["penilai"], Tahap.DITETAPKAN)
		make_kinerja_unit(self.instansi)
		frappe.flags.current_date = date(2026, 1, 5)
		self.assertEqual(make_evaluasi(self.instansi, skp).penilai_user, self.instansi.user["penilai"])

	def test_a_change_passes_after_its_working_days(self):
		skp = make_skp(self.instansi)
		self.go_to(5, 5)
		with as_user(self.instansi.user["petugas"]):
			perubahan = frappe.get_doc(
				doctype="Perubahan SKP", skp=skp.name, alasan="Penyesuaian ekspektasi"
			).insert()
			perubahan.indikator[0].update({"target_min": 900, "target_maks": 900})
			perubahan.save()
		move(perubahan, self.instansi.user["petugas"], Tahap.DIAJUKAN)
		self.assertEqual(str(perubahan.tenggat_penetapan), "2025-05-12")
		self.go_to(5, 13)
		self.assertEqual(pass_on_penetapan(), 1)
		move(perubahan.reload(), self.instansi.user["kepala"], Tahap.DITETAPKAN)
		self.assertEqual(skp.reload().indikator[0].target_min, 900)

	def test_what_is_not_submitted_or_already_set_stays(self):
		for nama, tahap in (("petugas", Tahap.DRAF), ("kolega", Tahap.DITETAPKAN)):
			make_skp(self.instansi, nama, tahap)
		self.go_to(3, 1)
		self.assertEqual(pass_on_penetapan(), 0)

	def test_a_closed_period_is_left_alone(self):
		make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		frappe.get_doc("Periode Kinerja", self.instansi.periode).update({"status": "Ditutup"}).save()
		self.go_to(3, 1)
		self.assertEqual(pass_on_penetapan(), 0)

	def test_a_form_opened_before_is_stale(self):
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		self.go_to(2, 1)
		pass_on_penetapan()
		with as_user(self.instansi.user["kepala"]):
			skp.perilaku[0].ekspektasi_khusus = "Teliti"
			self.assertRaises(frappe.TimestampMismatchError, skp.save)
		self.assertFalse(frappe.db.get_value("SKP Perilaku", skp.perilaku[0].name, "ekspektasi_khusus"))


class TestBuntu(UjiPenetapan):
	"""Nobody to pass it on to."""

	def setUp(self):
		super().setUp()
		self.skp = make_skp(
			self.instansi, "penilai", Tahap.DIAJUKAN
		)  # kepala sets it; nobody is above kepala
		self.go_to(2, 1)

	def test_it_stays_and_hr_is_told_once(self):
		for hari in (1, 2, 3):
			self.go_to(2, hari)
			self.assertEqual(pass_on_penetapan(), 0)
		self.assertEqual(self.skp.reload().penetap_user, self.instansi.user["kepala"])
		rows = frappe.get_all(
			"Notification Log",
			{"document_name": self.skp.name, "subject": ("like", "%tidak dapat beralih%")},
			["for_user", "email_content"],
		)
		self.assertEqual([row.for_user for row in rows], [self.instansi.user["pengelola"]])
		self.assertIn("atasan Kepala tidak ada dalam data", rows[0].email_content)
		self.assertIn("ditetapkan oleh Pejabat Penilai Kinerja", rows[0].email_content)

	def test_the_notice_names_whom_the_regulation_names(self):
		frappe.db.set_value("SKP", self.skp.name, "jenis_jabatan", JPT_PRATAMA)
		pass_on_penetapan()
		isi = frappe.get_last_doc("Notification Log", {"document_name": self.skp.name}).email_content
		self.assertIn("ditetapkan oleh Kepala Daerah", isi)

	def test_an_account_that_is_switched_off_takes_nothing(self):
		skp = make_skp(self.instansi, tahap=Tahap.DRAF)
		self.go_to(1, 10)
		move(skp, self.instansi.user["petugas"], Tahap.DIAJUKAN)
		frappe.db.set_value("User", self.instansi.user["kepala"], "enabled", 0)
		self.go_to(2, 1)
		self.assertEqual(pass_on_penetapan(), 0)
		isi = frappe.get_last_doc("Notification Log", {"document_name": skp.name}).email_content
		self.assertIn("Kepala belum memiliki akun yang aktif", isi)
		frappe.db.set_value("User", self.instansi.user["kepala"], "enabled", 1)
		self.assertEqual(pass_on_penetapan(), 1)

	def test_one_failure_stops_nobody_else(self):
		add_pegawai(self.instansi, "kabid2", 93, self.instansi.unit, self.instansi.pegawai["pengelola"])
		add_pegawai(self.instansi, "staf2", 94, self.instansi.unit, self.instansi.pegawai["kabid2"])
		self.go_to(1, 10)
		pertama, kedua = (make_skp(self.instansi, nama, Tahap.DIAJUKAN) for nama in ("petugas", "staf2"))
		self.go_to(2, 1)

		def fail(user, *peran):
			if user == self.instansi.user["kepala"]:
				raise frappe.ValidationError("User rusak")

		galat = frappe.db.count("Error Log")
		with patch.object(penetapan, "grant_peran", fail):
			self.assertEqual(pass_on_penetapan(), 1)
		self.assertEqual((pertama.reload().dialihkan_pada, bool(kedua.reload().dialihkan_pada)), (None, True))
		self.assertEqual(frappe.db.count("Error Log"), galat + 1)
		self.assertEqual(pass_on_penetapan(), 1)
		self.assertTrue(pertama.reload().dialihkan_pada)

	def test_as_many_queries_for_ten_as_for_one(self):
		frappe.db.set_value("SKP", self.skp.name, "tahap", Tahap.DRAF)
		jumlah = []
		for banyak in (1, 9):
			self.go_to(1, 10)
			for nomor in range(banyak):
				nama = f"baru{banyak}{nomor}"
				add_pegawai(
					self.instansi,
					nama,
					300 + 10 * banyak + nomor,
					self.instansi.unit,
					self.instansi.pegawai["penilai"],
				)
				make_skp(self.instansi, nama, Tahap.DIAJUKAN)
			self.go_to(2, 1)
			jumlah.append(self.count_query(banyak))
		self.assertLessEqual(jumlah[1], jumlah[0])

	def count_query(self, banyak: int) -> int:
		with watch_query() as query:
			self.assertEqual(pass_on_penetapan(), banyak)
		return query.call_count


class TestTenggat(UjiPenetapan):
	"""Returning, withdrawing and waiting change the last day only where that is fair."""

	def resubmit(self, skp, *tanggal: int) -> str:
		self.go_to(*tanggal)
		return str(move(skp, self.instansi.user["petugas"], Tahap.DIAJUKAN).tenggat_penetapan)

	def test_returning_does_not_wind_the_clock_back(self):
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		self.go_to(1, 31)  # a Friday, the last day
		self.return_skp(skp)
		self.assertEqual(self.resubmit(skp, 2, 3), "2025-02-04")
		self.go_to(2, 5)
		self.assertEqual(pass_on_penetapan(), 1)

	def test_nor_after_january(self):
		skp = make_skp(self.instansi, tahap=Tahap.DRAF)
		self.assertEqual(self.resubmit(skp, 3, 3), "2025-03-10")
		self.go_to(3, 7)
		self.return_skp(skp)
		self.assertEqual(self.resubmit(skp, 3, 17), "2025-03-18")  # one working day was left

	def test_the_employee_does_not_use_up_the_penilais_days(self):
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		self.go_to(1, 20)
		self.return_skp(skp)
		self.assertEqual(self.resubmit(skp, 2, 17), "2025-02-24")  # as for any late submission

	def test_before_the_last_day_nothing_changes(self):
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		self.go_to(1, 13)
		self.return_skp(skp)
		self.assertEqual(self.resubmit(skp, 1, 15), "2025-01-31")

	def test_who_withdraws_gives_the_penilai_no_new_time(self):
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		self.go_to(1, 31)
		move(skp, self.instansi.user["petugas"], Tahap.DRAF)
		self.assertEqual(self.resubmit(skp, 2, 3), "2025-02-04")
		self.go_to(2, 10)
		self.return_skp(skp)
		self.assertEqual(self.resubmit(skp, 2, 11), "2025-02-12")
		move(skp, self.instansi.user["petugas"], Tahap.DRAF)
		self.assertEqual(self.resubmit(skp, 2, 13), "2025-02-14")

	def test_no_client_writes_it(self):
		skp = make_skp(self.instansi, tahap=Tahap.DRAF)
		for kolom in ("tenggat_penetapan", "dikembalikan_pada", "dialihkan_pada", "penetap_user"):
			with self.subTest(kolom=kolom), as_user(self.instansi.user["petugas"]):
				doc = frappe.get_doc("SKP", skp.name)
				doc.set(kolom, self.instansi.user["kolega"] if kolom == "penetap_user" else "2025-01-01")
				self.assert_ditolak("tidak dapat diubah pada tahap", frappe.PermissionError, doc.save)


class TestHalaman(UjiPortal):
	def test_it_waits_on_the_superiors_page_and_the_employee_reads_for_whom(self):
		frappe.flags.current_date = date(2025, 1, 10)
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		frappe.flags.current_date = date(2025, 2, 1)
		pass_on_penetapan()
		self.assertIn("Menunggu Kepala", self.open("petugas", "/kinerja").teks)
		self.assertIn("Tidak ada yang menunggu Anda", self.open("penilai", "/kinerja/tim").teks)
		self.assertIn("1 menunggu Anda", self.open("kepala", "/kinerja/tim").teks)
		alamat = f"/kinerja/tim/skp?name={skp.name}"
		self.assertFalse(self.open("penilai", alamat).has_tombol("tetapkan"))
		self.assertEqual(self.send("kepala", alamat, "tetapkan").pesan, "diproses")
		self.assertEqual(skp.reload().tahap, Tahap.DITETAPKAN)
