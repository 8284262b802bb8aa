"""Moves of employees and their Penilai: what is closed, succeeded, passed on and traced (p. 65 no. 6-7; p. 89-92)."""

from datetime import date
from unittest.mock import patch

import frappe
from frappe.utils import formatdate

from kinerja_asn.api.orang.perpindahan import preview
from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.kinerja_asn.doctype.perubahan_skp import perubahan_skp
from kinerja_asn.services.orang.pihak import snapshot_pihak
from kinerja_asn.services.perpindahan import latar, pelaksanaan
from kinerja_asn.services.perpindahan.latar import resume_stopped, run
from kinerja_asn.services.perpindahan.plt import hand_back_after_plt
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import (
	add_pegawai,
	as_user,
	make_evaluasi,
	make_hasil_kerja,
	make_perubahan,
	make_realisasi,
	make_skp,
	make_unit,
	move,
)

MUTASI = "Mutasi pegawai"
GANTI = "Pergantian Pejabat Penilai"
PLT = "Penunjukan Plt./Plh. Pejabat Penilai"
AGUSTUS = date(2025, 8, 15)


class UjiPerpindahan(UjiKinerja):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2025, 1, 10)
		self.skp = make_skp(self.instansi)
		self.pegawai = self.instansi.pegawai["petugas"]
		self.lama = self.instansi.pegawai["penilai"]
		self.baru = add_pegawai(
			self.instansi, "penerus", 50, self.instansi.unit, self.instansi.pegawai["kepala"]
		)
		self.penerus = self.instansi.user["penerus"]
		frappe.flags.current_date = AGUSTUS

	def record(self, jenis: str, tanggal: date | str = AGUSTUS, user: str = "pengelola", **fields):
		with as_user(self.instansi.user[user]):
			return frappe.get_doc(
				doctype="Perpindahan Kinerja", jenis=jenis, tanggal=tanggal, **fields
			).insert()

	def mutasi(self, **fields):
		return self.record(MUTASI, **{"pegawai": self.pegawai, **fields})

	def replace_penilai(self, **fields):
		return self.record(GANTI, **{"penilai_lama": self.lama, "penilai_baru": self.baru, **fields})

	def plt(self, **fields):
		values = {"penilai_lama": self.lama, "penilai_baru": self.baru, "sebagai": "Plt."}
		return self.record(PLT, **{**values, **fields})

	def preview(self, jenis: str, tanggal: date | str = AGUSTUS, user: str = "pengelola", **fields) -> dict:
		with as_user(self.instansi.user[user]):
			return preview(frappe.as_json({"jenis": jenis, "tanggal": tanggal, **fields}))

	def move_data(self) -> None:
		"""HR has entered the new post: another unit, the successor as superior."""
		unit = make_unit("Bidang Pelayanan Uji", self.instansi.name)
		self.edit_pegawai(self.pegawai, department=unit, reports_to=self.baru)

	def edit_pegawai(self, pegawai: str, **fields) -> None:
		frappe.get_doc("Employee", pegawai).update(fields).save()

	def start(self, pengganti):
		self.addCleanup(pengganti.stop)
		return pengganti.start()

	def get_penerus(self):
		return frappe.get_doc("SKP", {"skp_sebelumnya": self.skp.name})

	def get_jejak(self, doc) -> str:
		return "\n".join(row.tindakan for row in doc.dokumen)

	def get_komentar(self, doctype: str, name: str) -> str:
		saring = {"reference_doctype": doctype, "reference_name": name, "comment_type": "Info"}
		return "\n".join(frappe.get_all("Comment", saring, pluck="content"))


class TestMutasi(UjiPerpindahan):
	def test_a_set_skp_is_closed_and_succeeded_in_the_new_post(self):
		self.move_data()
		doc = self.mutasi()
		lama, baru = self.skp.reload(), self.get_penerus()
		self.assertEqual(
			(lama.tahap, str(lama.akhir), lama.penilai), (Tahap.DITUTUP, "2025-08-14", self.lama)
		)
		self.assertEqual(
			(baru.tahap, str(baru.awal), str(baru.akhir)), (Tahap.DRAF, "2025-08-15", "2025-12-31")
		)
		self.assertEqual((baru.urutan, baru.name), (2, f"{lama.name}-2"))
		self.assertEqual((baru.penilai, baru.penetap_user, baru.versi), (self.baru, self.penerus, 1))
		self.assertEqual(baru.unit_kerja, "Bidang Pelayanan Uji - DUK")
		self.assertEqual([(row.skp_lama, row.skp_baru) for row in doc.dokumen], [(lama.name, baru.name)])
		for skp in (lama, baru):
			self.assertIn(f"Mutasi pegawai {formatdate('2025-08-15')}", self.get_komentar("SKP", skp.name))

	def test_the_plan_is_copied_under_new_keys_without_the_former_leader(self):
		pimpinan = make_skp(self.instansi, "penilai", hasil_kerja=[make_hasil_kerja("Cakupan naik")])
		kolega = make_skp(
			self.instansi,
			"kolega",
			hasil_kerja=[
				{
					**make_hasil_kerja(),
					"rhk_pimpinan": pimpinan.hasil_kerja[0].kunci,
					"penyelarasan": "Langsung: aspek",
					"porsi": 40,
				}
			],
		)
		self.edit_pegawai(kolega.pegawai, reports_to=self.baru)
		self.mutasi(pegawai=kolega.pegawai)
		baru = frappe.get_doc("SKP", {"skp_sebelumnya": kolega.name})
		row = baru.hasil_kerja[0]
		self.assertEqual(row.rencana_hasil_kerja, kolega.hasil_kerja[0].rencana_hasil_kerja)
		self.assertIn("Cakupan naik", row.rhk_pimpinan_uraian)
		self.assertEqual((row.rhk_pimpinan, row.penyelarasan or None, row.porsi), (None, None, 0))
		self.assertNotEqual(row.kunci, kolega.hasil_kerja[0].kunci)
		self.assertEqual(baru.indikator[0].hasil_kerja, row.kunci)

	def test_without_a_copy_the_new_plan_is_empty(self):
		self.move_data()
		self.mutasi(salin_rencana=0)
		self.assertEqual((self.get_penerus().hasil_kerja, len(self.get_penerus().perilaku)), ([], 7))

	def test_the_successor_goes_its_way_and_what_ended_before_is_evaluated_on_the_former_skp(self):
		"""The periods before the move; the year is the new Penilai's (p. 91 no. 13)."""
		make_realisasi(self.skp, 6, 500)
		self.move_data()
		self.mutasi()
		baru = self.get_penerus()
		move(baru, self.skp.pegawai_user, Tahap.DIAJUKAN)
		move(baru, self.penerus, Tahap.DITETAPKAN)
		frappe.flags.current_date = date(2025, 12, 31)
		evaluasi = make_evaluasi(self.instansi, self.skp.reload(), jenis="Periodik", masa_ke=2)
		self.assertEqual(evaluasi.hasil[0].realisasi, "500 pendaftaran (1 bukti dukung)")
		self.assert_ditolak(
			f"dievaluasi sekali, atas SKP {baru.name}",
			frappe.ValidationError,
			make_evaluasi,
			self.instansi,
			self.skp,
		)

	def test_a_draft_goes_along_and_is_not_closed(self):
		draf = make_skp(self.instansi, "kolega", tahap=Tahap.DRAF)
		diajukan = make_skp(self.instansi, "penilai", tahap=Tahap.DIAJUKAN)
		for skp in (draf, diajukan):
			tahap = skp.tahap
			self.edit_pegawai(skp.pegawai, reports_to=self.baru)
			doc = self.mutasi(pegawai=skp.pegawai)
			skp.reload()
			self.assertEqual((skp.tahap, skp.penilai, skp.penetap_user), (tahap, self.baru, self.penerus))
			self.assertEqual(str(skp.akhir), "2025-12-31")
			self.assertIn("Dialihkan kepada Penerus", self.get_jejak(doc))
		move(diajukan, self.penerus, Tahap.DITETAPKAN)

	def test_a_change_under_way_ends_with_its_skp(self):
		perubahan = make_perubahan(self.skp)
		self.move_data()
		self.mutasi()
		self.assertEqual(perubahan.reload().tahap, Tahap.DITUTUP)

	def test_a_draft_that_could_not_be_saved_any_more_keeps_nothing_open(self):
		perubahan = make_perubahan(self.skp)
		self.move_data()
		self.start(patch.object(perubahan_skp, "normalize_indikator", side_effect=frappe.ValidationError))
		with as_user(self.skp.pegawai_user), self.assertRaises(frappe.ValidationError):
			perubahan.save()
		self.mutasi()
		self.assertEqual(perubahan.reload().tahap, Tahap.DITUTUP)

	def test_a_second_move_in_the_year_follows_the_first(self):
		self.move_data()
		self.mutasi()
		baru = self.get_penerus()
		move(baru, self.skp.pegawai_user, Tahap.DIAJUKAN)
		move(baru, self.penerus, Tahap.DITETAPKAN)
		frappe.flags.current_date = date(2025, 10, 1)
		self.edit_pegawai(self.pegawai, reports_to=self.lama)
		self.mutasi(tanggal="2025-10-01")
		ketiga = frappe.get_doc("SKP", {"skp_sebelumnya": baru.name})
		self.assertEqual((ketiga.urutan, ketiga.penilai, str(ketiga.awal)), (3, self.lama, "2025-10-01"))

	def test_reports_on_the_months_before_may_still_come(self):
		self.move_data()
		self.mutasi()
		rk = make_realisasi(self.skp, 7, 80, tahap=Tahap.DIAJUKAN)
		self.assertEqual(rk.penilai, self.lama)
		self.assert_ditolak("Agustus", frappe.ValidationError, make_realisasi, self.skp, 8, 40)

	def test_what_cannot_be_recorded(self):
		for pesan, fields in (
			("belum tiba", {"tanggal": "2025-08-16"}),
			("dalam periode yang dibuka", {"tanggal": "2024-12-31"}),
			("masih sama dengan SKP-nya", {}),
			("tidak mempunyai SKP", {"pegawai": self.instansi.pegawai["kolega"]}),
		):
			with self.subTest(pesan=pesan):
				self.assert_ditolak(pesan, frappe.ValidationError, self.mutasi, **fields)
		self.assertEqual(self.skp.reload().tahap, Tahap.DITETAPKAN)

	def test_all_or_nothing(self):
		self.move_data()
		frappe.db.set_value("Employee", self.pegawai, "status_kinerja", "Cuti di Luar Tanggungan Negara")
		frappe.db.savepoint("sebelum")
		self.assert_ditolak("tidak menyusun SKP", frappe.ValidationError, self.mutasi)
		frappe.db.rollback(save_point="sebelum")  # as Frappe does with a refused request
		self.assertEqual(self.skp.reload().tahap, Tahap.DITETAPKAN)


class TestGantiPenilai(UjiPerpindahan):
	def test_everybody_gets_a_new_skp_and_what_waited_passes_on(self):
		rk = make_realisasi(self.skp, 6, 80, tahap=Tahap.DIAJUKAN)
		draf = make_skp(self.instansi, "kolega", tahap=Tahap.DRAF)
		doc = self.replace_penilai()
		baru = self.get_penerus()
		self.assertEqual((self.skp.reload().tahap, self.skp.penilai), (Tahap.DITUTUP, self.lama))
		self.assertEqual((baru.penilai, str(baru.awal), baru.tahap), (self.baru, "2025-08-15", Tahap.DRAF))
		self.assertEqual(draf.reload().penilai, self.baru)
		self.assertEqual(rk.reload().penilai_user, self.penerus)
		self.assertIn("Dialihkan kepada Penerus", self.get_komentar("Realisasi Kinerja", rk.name))
		self.assertIn("1 Realisasi Kinerja", self.get_jejak(doc))
		move(rk, self.penerus, Tahap.DITETAPKAN)

	def test_a_report_that_is_returned_stays_with_the_new_penilai(self):
		rk = make_realisasi(self.skp, 6, 80, tahap=Tahap.DIAJUKAN)
		self.replace_penilai()
		with as_user(self.penerus):
			rk.reload()
			rk.catatan_pengembalian = "Lengkapi buktinya."
			rk.save()
		move(rk, self.penerus, Tahap.DIKEMBALIKAN)
		move(rk, self.skp.pegawai_user, Tahap.DIAJUKAN)
		self.assertEqual(rk.penilai_user, self.penerus)
		susulan = make_realisasi(self.skp, 7, 80, tahap=Tahap.DIAJUKAN)
		self.assertEqual(susulan.penilai, self.baru)

	def test_after_two_changes_the_latest_penilai_verifies(self):
		rk = make_realisasi(self.skp, 6, 80, tahap=Tahap.DIAJUKAN)
		self.replace_penilai()
		baru = self.get_penerus()
		move(baru, self.skp.pegawai_user, Tahap.DIAJUKAN)
		move(baru, self.penerus, Tahap.DITETAPKAN)
		frappe.flags.current_date = date(2025, 9, 15)
		self.replace_penilai(tanggal="2025-09-15", penilai_lama=self.baru, penilai_baru=self.lama)
		self.assertEqual(rk.reload().penilai, self.lama)
		susulan = make_realisasi(self.skp, 5, 80, tahap=Tahap.DIAJUKAN)
		self.assertEqual(susulan.penilai, self.lama)

	def test_assignments_follow_where_employee_data_does_not_say_so(self):
		self.replace_penilai()
		for nama in ("petugas", "kolega"):
			self.assertEqual(snapshot_pihak(self.instansi.pegawai[nama])["penilai"], self.baru)
		self.assertEqual(snapshot_pihak(self.pegawai, date(2025, 8, 14))["penilai"], self.lama)
		saring = {"pegawai": self.pegawai}
		self.assertEqual(
			[
				tuple(row.values())
				for row in frappe.get_all("Penugasan Penilai", saring, ["jenis", "dari", "sampai"])
			],
			[("Definitif", AGUSTUS, None)],
		)

	def test_where_employee_data_says_so_no_assignment_is_made(self):
		frappe.db.set_value("Employee", self.pegawai, "reports_to", self.baru)
		self.replace_penilai()
		self.assertFalse(frappe.db.exists("Penugasan Penilai", {"pegawai": self.pegawai}))
		self.assertEqual(self.get_penerus().penilai, self.baru)

	def test_an_assignment_to_the_former_penilai_ends(self):
		frappe.db.set_value("Employee", self.pegawai, "reports_to", None)
		frappe.get_doc(
			doctype="Penugasan Penilai", pegawai=self.pegawai, penilai=self.lama, dari="2025-01-01"
		).insert()
		self.replace_penilai()
		rows = frappe.get_all(
			"Penugasan Penilai", {"pegawai": self.pegawai}, ["penilai", "sampai"], order_by="dari"
		)
		self.assertEqual(
			[(row.penilai, str(row.sampai)) for row in rows], [(self.lama, "2025-08-14"), (self.baru, "None")]
		)

	def test_rows_of_the_people_below_follow_the_copy(self):
		"""The kabid keeps his post: only his own Penilai changes, so what serves his rows goes on serving them."""
		kabid = make_skp(self.instansi, "penilai")
		tautan = {**make_hasil_kerja("Layanan loket"), "rhk_pimpinan": kabid.hasil_kerja[0].kunci}
		staf = make_skp(self.instansi, "kolega", hasil_kerja=[tautan])
		self.replace_penilai(penilai_lama=self.instansi.pegawai["kepala"])
		baru = frappe.get_doc("SKP", {"skp_sebelumnya": kabid.name})
		self.assertEqual(staf.reload().hasil_kerja[0].rhk_pimpinan, baru.hasil_kerja[0].kunci)

	def test_one_failure_is_noted_and_stops_nobody(self):
		lain = make_skp(self.instansi, "kolega")
		frappe.db.set_value("Employee", lain.pegawai, "status_kinerja", "Cuti di Luar Tanggungan Negara")
		doc = self.replace_penilai()
		self.assertEqual(self.skp.reload().tahap, Tahap.DITUTUP)
		self.assertEqual((lain.reload().tahap, lain.penilai), (Tahap.DITETAPKAN, self.lama))
		self.assertIn("Kolega: Gagal, tidak ada yang berubah: Kolega tidak menyusun SKP", self.get_jejak(doc))
		self.assertFalse(frappe.db.exists("Penugasan Penilai", {"pegawai": lain.pegawai}))

	def test_who_becomes_penilai_or_records_it_is_left_out(self):
		frappe.db.set_value("Employee", self.baru, "reports_to", self.lama)
		frappe.db.set_value("Employee", self.instansi.pegawai["pengelola"], "reports_to", self.lama)
		milik_penerus = make_skp(self.instansi, "penerus")
		milik_pencatat = make_skp(self.instansi, "pengelola")
		doc = self.replace_penilai()
		for skp in (milik_penerus, milik_pencatat):
			self.assertEqual((skp.reload().tahap, skp.penilai), (Tahap.DITETAPKAN, self.lama))
		self.assertIn("ia sendiri Pejabat Penilai baru", self.get_jejak(doc))
		self.assertIn("milik pencatat sendiri", self.get_jejak(doc))

	def test_recorded_again_it_concerns_nobody(self):
		self.replace_penilai()
		self.assert_ditolak("tidak menilai siapa pun", frappe.ValidationError, self.replace_penilai)

	def test_what_cannot_be_recorded(self):
		for pesan, fields in (
			("sama dengan yang lama", {"penilai_baru": self.lama}),
			("yang lama dan yang baru", {"penilai_baru": None}),
			("belum tiba", {"tanggal": "2025-08-16"}),
			("tidak menilai siapa pun", {"penilai_lama": self.instansi.pegawai["auditor"]}),
		):
			with self.subTest(pesan=pesan):
				self.assert_ditolak(pesan, frappe.ValidationError, self.replace_penilai, **fields)
		frappe.db.set_value("Employee", self.baru, "user_id", None)
		self.assert_ditolak("belum memiliki akun", frappe.ValidationError, self.replace_penilai)


class TestPlt(UjiPerpindahan):
	def test_open_documents_name_the_stand_in_and_no_skp_is_closed(self):
		rk = make_realisasi(self.skp, 6, 80, tahap=Tahap.DIAJUKAN)
		perubahan = make_perubahan(self.skp)
		self.plt(sampai="2025-09-30")
		self.assertEqual((self.skp.reload().tahap, self.skp.penilai), (Tahap.DITETAPKAN, self.baru))
		self.assertEqual(frappe.db.count("SKP", {"pegawai": self.pegawai}), 1)
		self.assertEqual(perubahan.reload().penetap_user, self.penerus)
		move(rk.reload(), self.penerus, Tahap.DITETAPKAN)
		rows = frappe.get_all(
			"Penugasan Penilai", {"pegawai": self.pegawai}, ["penilai", "jenis", "sampai"], order_by="dari"
		)
		self.assertEqual(
			[(row.penilai, row.jenis, str(row.sampai)) for row in rows], [(self.baru, "Plt.", "2025-09-30")]
		)

	def test_after_the_last_day_everything_comes_back(self):
		doc = self.plt(sampai="2025-09-30")
		rk = make_realisasi(self.skp.reload(), 8, 80, tahap=Tahap.DIAJUKAN)
		frappe.flags.current_date = date(2025, 9, 30)
		self.assertEqual(hand_back_after_plt(), 0)
		frappe.flags.current_date = date(2025, 10, 1)
		self.assertEqual(hand_back_after_plt(), 1)
		self.assertEqual((self.skp.reload().penilai, rk.reload().penilai), (self.lama, self.lama))
		self.assertIn("Dialihkan kepada Penilai", self.get_jejak(doc.reload()))
		self.assertTrue(doc.selesai_pada)
		self.assertEqual(hand_back_after_plt(), 0)

	def test_without_a_last_day_nothing_comes_back_by_itself(self):
		self.plt()
		frappe.flags.current_date = date(2025, 12, 1)
		self.assertEqual(hand_back_after_plt(), 0)
		self.assertEqual(self.skp.reload().penilai, self.baru)

	def test_the_superior_stays_the_superior(self):
		self.plt(sampai="2025-09-30")
		self.assertEqual(self.skp.reload().atasan_penilai, self.instansi.pegawai["kepala"])

	def test_an_assignment_to_the_penilai_is_taken_up_again(self):
		frappe.db.set_value("Employee", self.pegawai, "reports_to", None)
		frappe.get_doc(
			doctype="Penugasan Penilai",
			pegawai=self.pegawai,
			penilai=self.lama,
			dari="2025-01-01",
			sampai="2025-11-30",
		).insert()
		self.plt(sampai="2025-09-30")
		rows = frappe.get_all(
			"Penugasan Penilai", {"pegawai": self.pegawai}, ["penilai", "dari", "sampai"], order_by="dari"
		)
		self.assertEqual(
			[(row.penilai, str(row.dari), str(row.sampai)) for row in rows],
			[
				(self.lama, "2025-01-01", "2025-08-14"),
				(self.baru, "2025-08-15", "2025-09-30"),
				(self.lama, "2025-10-01", "2025-11-30"),
			],
		)

	def test_the_last_day_may_become_known_later_and_change(self):
		frappe.db.set_value("Employee", self.pegawai, "reports_to", None)
		frappe.get_doc(
			doctype="Penugasan Penilai", pegawai=self.pegawai, penilai=self.lama, dari="2025-01-01"
		).insert()
		doc = self.plt()
		for sampai, kembali in (
			("2025-09-30", date(2025, 10, 1)),
			("2025-10-31", date(2025, 11, 1)),
			("2025-08-31", date(2025, 9, 1)),
		):
			with self.subTest(sampai=sampai), as_user(self.instansi.user["pengelola"]):
				doc.sampai = sampai
				doc.save()
				self.assertEqual(
					snapshot_pihak(self.pegawai, frappe.utils.getdate(sampai))["penilai"], self.baru
				)
				self.assertEqual(snapshot_pihak(self.pegawai, kembali)["penilai"], self.lama)
		with as_user(self.instansi.user["pengelola"]):
			doc.sampai = None
			self.assert_ditolak("Isi hari terakhir", frappe.ValidationError, doc.save)

	def test_a_time_that_is_over_moves_nothing(self):
		self.assert_ditolak(
			"sudah lewat", frappe.ValidationError, self.plt, tanggal="2025-08-01", sampai="2025-08-14"
		)
		self.assert_ditolak("Plt. atau Plh.", frappe.ValidationError, self.plt, sebagai=None)


class TestBanyakOrang(UjiPerpindahan):
	"""More than one request should wait for: in the background, a few at a time."""

	def setUp(self):
		super().setUp()
		self.lain = make_skp(self.instansi, "kolega")
		for tempat in (pelaksanaan, latar):
			self.start(patch.object(tempat, "SEKALIGUS", 1))
		self.antrean = self.start(patch.object(latar.frappe, "enqueue"))

	def run_latar(self, mati_setelah: int | None = None) -> None:
		"""Run the job; the worker dies at the commit number ``mati_setelah``."""
		galat = [None] * (mati_setelah - 1) + [SystemExit] if mati_setelah else None
		with patch.object(frappe.db, "commit", side_effect=galat), as_user(self.instansi.user["pengelola"]):
			self.set_bahasa_situs("id")  # Frappe forgets what it kept when the user changes
			run(self.doc.name)

	def get_tahap(self) -> list[str]:
		return [skp.reload().tahap for skp in (self.skp, self.lain)]

	def test_nothing_is_moved_in_the_request_itself(self):
		self.doc = self.replace_penilai()
		self.assertEqual((self.get_tahap(), self.doc.dokumen), ([Tahap.DITETAPKAN] * 2, []))
		self.assertIsNone(self.doc.dijalankan_pada)
		self.assertEqual(self.antrean.call_args.kwargs["name"], self.doc.name)

	def test_the_job_moves_everybody_and_says_that_it_has(self):
		self.doc = self.replace_penilai()
		self.run_latar()
		self.assertEqual(self.get_tahap(), [Tahap.DITUTUP] * 2)
		self.assertEqual(len(self.doc.reload().dokumen), 2)
		self.assertTrue(self.doc.dijalankan_pada)
		self.assertEqual(resume_stopped(), 0)

	def test_a_job_that_died_is_gone_on_with_and_nothing_happens_twice(self):
		self.doc = self.replace_penilai()
		with self.assertRaises(SystemExit):
			self.run_latar(mati_setelah=1)
		self.assertEqual(sorted(self.get_tahap()), sorted([Tahap.DITUTUP, Tahap.DITETAPKAN]))
		self.assertIsNone(self.doc.reload().dijalankan_pada)
		self.assertEqual(resume_stopped(), 1)
		self.run_latar()
		self.assertEqual(self.get_tahap(), [Tahap.DITUTUP] * 2)
		self.assertEqual(len(self.doc.reload().dokumen), 2)
		self.assertEqual(frappe.db.count("SKP", {"penilai": self.baru}), 2)

	def test_one_who_cannot_be_moved_does_not_keep_the_job_going(self):
		frappe.db.set_value("Employee", self.lain.pegawai, "status_kinerja", "Cuti di Luar Tanggungan Negara")
		self.doc = self.replace_penilai()
		self.run_latar()
		self.assertEqual(self.get_tahap(), [Tahap.DITUTUP, Tahap.DITETAPKAN])
		self.assertEqual(self.get_jejak(self.doc.reload()).count("Gagal"), 1)
		self.assertTrue(self.doc.dijalankan_pada)


class TestSebelumDikonfirmasi(UjiPerpindahan):
	"""What would be refused is refused before HR is asked to confirm what cannot be undone."""

	def test_it_tells_how_many_are_concerned_and_does_nothing(self):
		self.move_data()
		self.assertEqual(self.preview(MUTASI, pegawai=self.pegawai)["jumlah"], 1)
		orang = {"penilai_lama": self.lama, "penilai_baru": self.baru}
		self.assertEqual(self.preview(GANTI, **orang)["jumlah"], 2)
		self.assertEqual(self.preview(PLT, sebagai="Plt.", **orang)["jumlah"], 2)
		self.assertEqual(frappe.db.count("Perpindahan Kinerja"), 0)
		self.assertEqual((self.skp.reload().tahap, self.skp.penilai), (Tahap.DITETAPKAN, self.lama))

	def test_it_refuses_what_saving_would_refuse(self):
		ganti = {"jenis": GANTI, "penilai_lama": self.lama, "penilai_baru": self.baru}
		for pesan, fields in (
			("belum tiba", {"jenis": MUTASI, "pegawai": self.pegawai, "tanggal": "2025-08-16"}),
			("masih sama dengan SKP-nya", {"jenis": MUTASI, "pegawai": self.pegawai}),
			("tidak mempunyai SKP", {"jenis": MUTASI, "pegawai": self.instansi.pegawai["kolega"]}),
			("sama dengan yang lama", {**ganti, "penilai_baru": self.lama}),
			("tidak menilai siapa pun", {**ganti, "penilai_lama": self.instansi.pegawai["auditor"]}),
			("Pilih Plt. atau Plh.", {**ganti, "jenis": PLT}),
		):
			with self.subTest(pesan=pesan):
				self.assert_ditolak(pesan, frappe.ValidationError, self.preview, **fields)

	def test_only_those_ask_who_may_record_it(self):
		milik_sendiri = {"jenis": MUTASI, "pegawai": self.instansi.pegawai["pengelola"]}
		make_skp(self.instansi, "pengelola")
		self.assert_ditolak(
			"dicatat oleh pengelola kinerja lain", frappe.PermissionError, self.preview, **milik_sendiri
		)
		for nama in ("petugas", "penilai", "auditor", "pengelola_unit", "tetangga"):
			with self.subTest(nama), self.assertRaises(frappe.PermissionError):
				self.preview(MUTASI, user=nama, pegawai=self.pegawai)

	def test_a_made_up_owner_or_result_is_not_taken(self):
		make_skp(self.instansi, "pengelola")
		palsu = {"owner": "Administrator", "dijalankan_pada": "2025-08-15", "__islocal": 0, "name": "palsu"}
		milik_sendiri = {"jenis": MUTASI, "pegawai": self.instansi.pegawai["pengelola"]}
		self.assert_ditolak(
			"dicatat oleh pengelola kinerja lain",
			frappe.PermissionError,
			self.preview,
			**milik_sendiri,
			**palsu,
		)


class TestSerangan(UjiPerpindahan):
	def test_only_hr_of_the_agency_records_a_move(self):
		self.move_data()
		for nama in ("petugas", "kolega", "penilai", "auditor", "pengelola_unit", "tetangga"):
			for langkah in (self.mutasi, self.replace_penilai, self.plt):
				with self.subTest(nama=nama, langkah=langkah.__name__):
					galat = (
						frappe.ValidationError
						if nama == "tetangga" and langkah != self.mutasi
						else frappe.PermissionError
					)
					with self.assertRaises(galat):
						langkah(user=nama)
		self.assertEqual((self.skp.reload().tahap, self.skp.penilai), (Tahap.DITETAPKAN, self.lama))
		self.assertEqual(frappe.db.count("Perpindahan Kinerja"), 0)

	def test_hr_does_not_record_his_own_move(self):
		make_skp(self.instansi, "pengelola")
		self.assert_ditolak(
			"dicatat oleh pengelola kinerja lain",
			frappe.PermissionError,
			self.mutasi,
			pegawai=self.instansi.pegawai["pengelola"],
		)

	def test_a_record_stays_as_it_was_carried_out(self):
		doc = self.plt(sampai="2025-09-30")
		with as_user(self.instansi.user["pengelola"]):
			for kolom, nilai in (
				("instansi", "Dinas Tetangga Uji"),
				("selesai_pada", "2025-08-16 00:00:00"),
				("tanggal", "2025-08-01"),
			):
				with self.subTest(kolom=kolom):
					salinan = frappe.get_doc(doc.doctype, doc.name)
					salinan.set(kolom, nilai)
					with self.assertRaises(frappe.ValidationError):
						salinan.save()
			salinan = frappe.get_doc(doc.doctype, doc.name)
			salinan.dokumen[0].tindakan = "Tidak terjadi apa-apa"
			self.assert_ditolak("sudah dijalankan", frappe.ValidationError, salinan.save)
			salinan = frappe.get_doc(doc.as_dict(convert_dates_to_str=True))
			salinan.sampai = "2025-10-31"
			salinan.save()

	def test_a_made_up_trace_is_not_kept(self):
		self.move_data()
		doc = self.mutasi(
			dokumen=[{"skp_lama": self.skp.name, "tindakan": "Karangan"}], selesai_pada="2025-01-01"
		)
		self.assertNotIn("Karangan", self.get_jejak(doc.reload()))
		self.assertIsNone(doc.selesai_pada)
