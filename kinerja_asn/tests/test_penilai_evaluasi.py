"""Who evaluates, on a site: moves, stand-ins, absence, the time that is over, final results, with their trace (p. 89-92)."""

from datetime import date

import frappe

from kinerja_asn.constants.istilah import DasarPenilai, JenisEvaluasi, Tahap
from kinerja_asn.services.bersama.periode import find_masa, get_masa_evaluasi
from kinerja_asn.services.penilaian.kewenangan.pelengkapan import complete
from kinerja_asn.services.penilaian.kewenangan.pengalihan import pass_on_evaluasi
from kinerja_asn.services.penilaian.kewenangan.pihak import KOLOM_SKP, decide, decide_banyak
from kinerja_asn.tests.basis import watch_query
from kinerja_asn.tests.factories import add_pegawai, as_user, make_evaluasi, make_kinerja_unit, make_skp, move
from kinerja_asn.tests.test_perpindahan import UjiPerpindahan

NILAI = {
	"rating_hasil_kerja": "Sesuai Ekspektasi",
	"rating_perilaku": "Sesuai Ekspektasi",
	"alasan_rating_hasil": "Menurut mutu layanannya",
}


class UjiPenilai(UjiPerpindahan):
	def setUp(self):
		super().setUp()
		self.kepala, self.user_kepala = self.instansi.pegawai["kepala"], self.instansi.user["kepala"]
		self.user_penilai = self.instansi.user["penilai"]

	def go(self, hari: str) -> None:
		frappe.flags.current_date = date.fromisoformat(hari)

	def make(self, user: str | None = None, skp=None, **fields):
		skp = skp or self.skp.reload()
		with as_user(user or skp.penilai_user):
			return frappe.get_doc(doctype="Evaluasi Kinerja", skp=skp.name, **fields).insert()

	def make_triwulan(self, user: str | None = None, skp=None):
		return self.make(user, skp, jenis="Periodik", masa_ke=3)

	def set_penerus(self):
		"""The successor of the plan is agreed on with the new Penilai."""
		baru = self.get_penerus()
		move(baru, self.skp.pegawai_user, Tahap.DIAJUKAN)
		return move(baru, self.penerus, Tahap.DITETAPKAN)

	def assert_oleh(self, evaluasi, penilai: str, dasar: DasarPenilai, final: int = 0) -> None:
		self.assertEqual(
			(evaluasi.penilai, evaluasi.dasar_penilai, evaluasi.bersifat_final), (penilai, str(dasar), final)
		)
		self.assertIn("(hlm. ", evaluasi.uraian_penilai)

	def get_jejak_kewenangan(self, name: str) -> list[str]:
		saring = {"jenis_dokumen": "Evaluasi Kinerja", "dokumen": name}
		return frappe.get_all("Jejak Kewenangan", saring, pluck="uraian")


class TestPenilaiPindah(UjiPenilai):
	"""Purnama (p. 91-92 no. 14)."""

	def test_25_agustus_he_does_not_evaluate_the_third_quarter(self):
		self.go("2025-08-25")
		self.replace_penilai(tanggal="2025-08-25")
		baru = self.set_penerus()
		self.go("2025-10-01")
		self.assert_ditolak("", frappe.PermissionError, self.make_triwulan)
		self.assert_ditolak(
			f"dievaluasi sekali, atas SKP {baru.name}",
			frappe.ValidationError,
			self.make_triwulan,
			self.penerus,
		)
		evaluasi = self.make_triwulan(skp=baru)
		self.assert_oleh(evaluasi, self.baru, DasarPenilai.PENILAI_BARU)
		self.assertEqual(self.get_jejak_kewenangan(evaluasi.name), [evaluasi.uraian_penilai])

	def test_25_september_he_does(self):
		self.go("2025-09-25")
		self.replace_penilai(tanggal="2025-09-25")
		baru = self.set_penerus()
		self.go("2025-10-01")
		self.assert_ditolak(
			f"dievaluasi sekali, atas SKP {self.skp.name}",
			frappe.ValidationError,
			self.make_triwulan,
			skp=baru,
		)
		evaluasi = self.make_triwulan()
		self.assert_oleh(evaluasi, self.lama, DasarPenilai.PENILAI_LAMA)
		self.assertEqual(evaluasi.penetap_user, self.user_penilai)

	def test_what_is_open_stays_his_within_the_window_and_passes_on_outside_it(self):
		"""The evaluation of the second quarter, still open in August, is the new one's; that of a quarter in whose time he
		moves stays his."""
		self.set_periode(hari_kerja_evaluasi_periodik=10)
		self.go("2025-07-01")
		triwulan_2 = self.make(jenis="Periodik", masa_ke=2)
		self.go("2025-07-02")
		self.replace_penilai(tanggal="2025-07-02")
		self.assertEqual(triwulan_2.reload().penetap_user, self.user_penilai)
		with as_user(self.user_penilai):
			triwulan_2.update({"catatan": "Dilanjutkan"}).save()
		self.assert_oleh(triwulan_2, self.lama, DasarPenilai.PENILAI_LAMA)

	def test_an_open_evaluation_whose_time_he_left_passes_on_with_its_steps(self):
		self.set_periode(hari_kerja_evaluasi_periodik=10)
		self.go("2025-07-01")
		triwulan_2 = self.make(jenis="Periodik", masa_ke=2)
		self.go("2025-08-25")
		self.replace_penilai(tanggal="2025-08-25")
		triwulan_2.reload()
		self.assertEqual((triwulan_2.penilai, triwulan_2.penetap_user), (self.baru, self.penerus))

	def test_the_year_is_the_new_penilais(self):
		self.go("2025-09-25")
		self.replace_penilai(tanggal="2025-09-25")
		baru = self.set_penerus()
		self.go("2025-12-31")
		self.assert_ditolak(
			f"atas SKP {baru.name}", frappe.ValidationError, self.make, self.penerus, jenis="Tahunan"
		)
		self.assert_oleh(self.make(skp=baru, jenis="Tahunan"), self.baru, DasarPenilai.PENILAI_BARU)


class TestPegawaiPindah(UjiPenilai):
	"""Sari (p. 91 no. 13)."""

	def setUp(self):
		super().setUp()
		self.go("2025-07-01")
		make_kinerja_unit(self.instansi, jenis="Periodik", masa_ke=2)
		self.lalu = self.make(jenis="Periodik", masa_ke=2)
		with as_user(self.user_penilai):
			self.lalu.update({**NILAI, "rating_perilaku": "Diatas Ekspektasi"}).save()
		for tahap in (Tahap.DITETAPKAN, Tahap.DISERAHKAN):
			move(self.lalu, self.user_penilai, tahap)
		self.go("2025-08-15")
		self.move_data()
		self.mutasi()
		self.baru_skp = self.set_penerus()
		self.go("2025-10-01")

	def say(self, sepakat: int, status: str = "Disampaikan"):
		with as_user(self.baru_skp.pegawai_user):
			doc = frappe.get_doc(
				doctype="Penilaian Diri",
				skp=self.baru_skp.name,
				jenis="Periodik",
				masa_ke=3,
				sepakat_rujukan=sepakat,
			).insert()
			doc.hasil[0].uraian = "Selesai"
			doc.status = status
			doc.save()
		return doc

	def use(self, evaluasi, rujukan: str):
		with as_user(self.penerus):
			evaluasi.reload().update({"rujukan": rujukan}).save()
		return evaluasi

	def test_the_new_penilai_on_the_new_unit(self):
		evaluasi = self.make_triwulan(skp=self.baru_skp)
		self.assert_oleh(evaluasi, self.baru, DasarPenilai.PEGAWAI_PINDAH)
		self.assertEqual(evaluasi.unit_kerja, "Bidang Pelayanan Uji - DUK")

	def test_the_former_result_only_where_both_agree(self):
		evaluasi = self.make_triwulan(skp=self.baru_skp)
		pesan = "Petugas belum menyatakannya dalam penilaian dirinya"
		self.assert_ditolak(pesan, frappe.ValidationError, self.use, evaluasi, self.lalu.name)
		self.say(1)
		self.use(evaluasi, self.lalu.name)
		self.assertEqual(
			(evaluasi.rating_hasil_kerja, evaluasi.rating_perilaku, evaluasi.predikat_kinerja),
			("Sesuai Ekspektasi", "Diatas Ekspektasi", "Baik"),
		)
		self.assertIn(
			"Memakai hasil evaluasi Triwulan II 2025 pada unit lama oleh Penilai",
			evaluasi.alasan_rating_hasil,
		)

	def test_a_draft_of_the_employee_is_no_agreement_and_another_result_is_none(self):
		evaluasi = self.make_triwulan(skp=self.baru_skp)
		doc = self.say(1, status="Draf")
		self.assert_ditolak("belum menyatakannya", frappe.ValidationError, self.use, evaluasi, self.lalu.name)
		with as_user(doc.pegawai_user):
			doc.update({"status": "Disampaikan"}).save()
		self.assert_ditolak("tidak dapat dipakai", frappe.ValidationError, self.use, evaluasi, evaluasi.name)
		self.assertFalse(evaluasi.reload().rujukan)

	def test_nobody_agrees_to_what_could_not_be_used(self):
		self.go("2025-12-31")
		with as_user(self.baru_skp.pegawai_user):
			doc = frappe.get_doc(
				doctype="Penilaian Diri", skp=self.baru_skp.name, jenis="Tahunan", sepakat_rujukan=1
			).insert()
		self.assertEqual(doc.sepakat_rujukan, 0)


class TestPlt(UjiPenilai):
	def test_the_stand_in_of_the_penilai_evaluates(self):
		"""No. 3: by delegation of the atasan."""
		self.plt(sampai="2025-10-31")
		self.go("2025-10-01")
		evaluasi = self.make_triwulan()
		self.assert_oleh(evaluasi, self.baru, DasarPenilai.PELAKSANA)
		self.assertIn("selaku Plt./Plh.", evaluasi.uraian_penilai)

	def test_who_is_plt_himself_is_evaluated_where_he_reports_as_plt(self):
		"""No. 5-6: penilai stands in for kepala, who reports to bupati; afterwards kepala evaluates him again."""
		bupati = add_pegawai(self.instansi, "bupati", 71, self.instansi.unit)
		frappe.db.set_value("Employee", self.kepala, "reports_to", bupati)
		self.go("2025-01-10")
		skp = make_skp(self.instansi, "penilai")
		self.go("2025-08-15")
		self.plt(penilai_lama=self.kepala, penilai_baru=self.lama, sampai="2025-10-31")
		self.go("2025-10-01")
		user_bupati = self.instansi.user["bupati"]
		with as_user("Administrator"):
			evaluasi = frappe.get_doc(
				doctype="Evaluasi Kinerja", skp=skp.name, jenis="Periodik", masa_ke=3
			).insert()
		self.assert_oleh(evaluasi, bupati, DasarPenilai.TEMPAT_PLT)
		self.assertEqual(evaluasi.penetap_user, user_bupati)
		self.go("2025-12-31")
		self.assert_oleh(
			make_evaluasi(self.instansi, skp.reload()), self.kepala, DasarPenilai.ATASAN_LANGSUNG
		)

	def test_nobody_evaluates_himself_through_a_plt(self):
		"""penilai stands in for his own Penilai, kepala, who reports to nobody: he is nobody's to evaluate himself."""
		self.go("2025-01-10")
		skp = make_skp(self.instansi, "penilai")
		self.go("2025-08-15")
		self.plt(penilai_lama=self.kepala, penilai_baru=self.lama, sampai="2025-12-31")
		self.go("2025-10-01")
		self.assertEqual(skp.reload().penilai, self.kepala)
		self.assert_ditolak(
			"", frappe.PermissionError, self.make, self.user_penilai, skp, jenis="Periodik", masa_ke=3
		)
		evaluasi = self.make(self.user_kepala, skp, jenis="Periodik", masa_ke=3)
		self.assertNotIn(self.lama, (evaluasi.penilai, evaluasi.atasan_penilai))
		with as_user(self.user_penilai):
			self.assertFalse(evaluasi.has_permission("read"))

	def test_a_circle_of_stand_ins_ends_with_the_plans_penilai(self):
		"""kepala reports to petugas by a mistake in the data: who leads where penilai is Plt. is evaluated by him in turn."""
		self.go("2025-01-10")
		skp = make_skp(self.instansi, "penilai")
		frappe.db.set_value("Employee", self.kepala, "reports_to", self.pegawai)
		self.go("2025-08-15")
		self.plt(penilai_lama=self.kepala, penilai_baru=self.lama, sampai="2025-12-31")
		self.go("2025-10-01")
		evaluasi = self.make(self.user_kepala, skp.reload(), jenis="Periodik", masa_ke=3)
		self.assertEqual(evaluasi.penilai, self.kepala)


class TestBerhalangan(UjiPenilai):
	def test_his_superior_evaluates_and_it_is_not_final(self):
		"""No. 2."""
		self.go("2025-10-01")
		evaluasi = self.make_triwulan()
		frappe.db.set_value("Employee", self.lama, "status", "Left")
		self.assertEqual(pass_on_evaluasi(), 0)
		evaluasi.reload()
		self.assert_oleh(evaluasi, self.kepala, DasarPenilai.BERHALANGAN)
		self.assertEqual(evaluasi.penetap_user, self.user_kepala)
		self.assertIn("berhalangan tetap", self.get_komentar("Evaluasi Kinerja", evaluasi.name))
		self.assertEqual(len(self.get_jejak_kewenangan(evaluasi.name)), 1)

	def test_an_assignment_comes_before_it(self):
		frappe.get_doc(
			doctype="Penugasan Penilai",
			pegawai=self.pegawai,
			penilai=self.baru,
			jenis="Delegasi",
			dari="2025-08-15",
		).insert()
		self.replace_penilai()
		self.set_penerus()
		self.go("2025-12-31")
		self.assertEqual(self.make(skp=self.get_penerus(), jenis="Tahunan").penilai, self.baru)


class TestLewat(UjiPenilai):
	"""No. 11: 31 December to 31 January, then the atasan, final."""

	def setUp(self):
		super().setUp()
		self.set_periode(batas_evaluasi_tahunan="2026-01-31")
		make_kinerja_unit(self.instansi)
		self.go("2026-01-31")
		self.evaluasi = self.make(jenis="Tahunan")

	def rate(self, user: str):
		with as_user(user):
			self.evaluasi.reload().update(NILAI).save()

	def test_on_the_last_day_it_is_still_his(self):
		self.assertEqual(pass_on_evaluasi(), 0)
		self.rate(self.user_penilai)
		move(self.evaluasi, self.user_penilai, Tahap.DITETAPKAN)
		self.go("2026-02-01")
		self.assertEqual(pass_on_evaluasi(), 0)
		move(self.evaluasi, self.user_penilai, Tahap.DISERAHKAN)
		self.assertEqual(self.evaluasi.bersifat_final, 0)

	def test_the_day_after_it_is_the_atasans_and_final(self):
		self.go("2026-02-01")
		self.assertEqual((pass_on_evaluasi(), pass_on_evaluasi()), (1, 0))
		self.evaluasi.reload()
		self.assert_oleh(self.evaluasi, self.lama, DasarPenilai.LEWAT_WAKTU, 1)
		self.assertEqual(self.evaluasi.penetap_user, self.user_kepala)
		self.assertIn("Dievaluasi oleh Kepala, selaku atasan Pejabat Penilai", self.evaluasi.uraian_penilai)
		self.assertIn("hlm. 90 angka 11", self.get_komentar("Evaluasi Kinerja", self.evaluasi.name))
		self.assertEqual(self.get_jejak_kewenangan(self.evaluasi.name), [self.evaluasi.uraian_penilai])
		self.assert_ditolak("", frappe.PermissionError, self.rate, self.user_penilai)
		self.rate(self.user_kepala)
		move(self.evaluasi, self.user_kepala, Tahap.DITETAPKAN)
		move(self.evaluasi, self.user_kepala, Tahap.DISERAHKAN)
		self.assertEqual(
			(self.evaluasi.ditetapkan_oleh, self.evaluasi.bersifat_final, self.evaluasi.tahap),
			(self.user_kepala, 1, Tahap.DISERAHKAN),
		)

	def test_both_officials_hear_of_it(self):
		self.go("2026-02-01")
		pass_on_evaluasi()
		for user, judul in (
			(self.user_kepala, "beralih kepada Anda"),
			(self.user_penilai, "beralih kepada atasan Anda"),
		):
			pesan = frappe.get_all(
				"Notification Log", {"for_user": user, "document_name": self.evaluasi.name}, pluck="subject"
			)
			self.assertTrue(any(judul in subjek for subjek in pesan), user)

	def test_before_the_daily_run_he_does_not_set_it_either(self):
		self.rate(self.user_penilai)
		self.go("2026-02-01")
		self.assert_ditolak(
			"Karena itu bukan Anda yang menetapkannya",
			frappe.PermissionError,
			move,
			self.evaluasi,
			self.user_penilai,
			Tahap.DITETAPKAN,
		)
		self.assertEqual(self.evaluasi.reload().tahap, Tahap.DRAF)

	def test_what_was_never_made_is_made_by_the_atasan(self):
		lain = make_skp(self.instansi, "kolega")
		self.go("2026-02-01")
		self.assert_ditolak("", frappe.PermissionError, self.make, self.user_penilai, lain, jenis="Tahunan")
		evaluasi = self.make(self.user_kepala, lain, jenis="Tahunan")
		self.assert_oleh(evaluasi, self.lama, DasarPenilai.LEWAT_WAKTU, 1)

	def test_what_he_set_in_time_and_opens_again_is_still_his(self):
		self.rate(self.user_penilai)
		move(self.evaluasi, self.user_penilai, Tahap.DITETAPKAN)
		self.go("2026-02-03")
		move(self.evaluasi, self.user_penilai, Tahap.DRAF)
		self.assertEqual(pass_on_evaluasi(), 0)
		move(self.evaluasi, self.user_penilai, Tahap.DITETAPKAN)
		self.assertEqual((self.evaluasi.bersifat_final, self.evaluasi.penetap_user), (0, self.user_penilai))

	def test_without_an_atasan_who_can_act_it_stays(self):
		frappe.db.set_value("User", self.user_kepala, "enabled", 0)
		self.go("2026-02-01")
		self.assertEqual(pass_on_evaluasi(), 0)
		self.rate(self.user_penilai)
		move(self.evaluasi, self.user_penilai, Tahap.DITETAPKAN)
		self.assertEqual(self.evaluasi.bersifat_final, 0)

	def test_what_has_passed_on_follows_no_change_of_penilai(self):
		self.set_periode(batas_evaluasi_tahunan="2025-12-31")
		self.go("2025-12-31")
		frappe.db.set_value("Evaluasi Kinerja", self.evaluasi.name, "dialihkan_pada", "2026-01-01 00:00:00")
		self.replace_penilai(tanggal="2025-12-31")
		self.assertEqual(self.evaluasi.reload().penilai, self.lama)

	def test_a_period_without_a_last_day_of_its_own_stays_his(self):
		triwulan = self.make(jenis="Periodik", masa_ke=3)
		self.go("2026-02-01")
		pass_on_evaluasi()
		self.assertFalse(triwulan.reload().dialihkan_pada)
		self.set_periode(hari_kerja_evaluasi_periodik=10)
		self.assertEqual(pass_on_evaluasi(), 1)
		self.assertTrue(triwulan.reload().bersifat_final)


class TestFinal(UjiPenilai):
	def test_a_jpt_of_a_region_whom_the_head_of_region_evaluates(self):
		"""No. 12 c."""
		frappe.db.set_value("Employee", self.pegawai, "jenis_jabatan", "Jabatan Pimpinan Tinggi Pratama")
		frappe.db.set_value("SKP", self.skp.name, "jenis_jabatan", "Jabatan Pimpinan Tinggi Pratama")
		self.set_periode(jenis_instansi="Instansi Daerah")
		self.go("2025-10-01")
		self.assertEqual(self.make_triwulan().bersifat_final, 0)
		frappe.db.set_value("Employee", self.lama, "status_kinerja", "Pejabat Negara/LNS")
		evaluasi = frappe.get_doc("Evaluasi Kinerja", {"skp": self.skp.name})
		with as_user(self.user_penilai):
			evaluasi.update({"catatan": "Baik"}).save()
		self.assertEqual(evaluasi.bersifat_final, 1)
		self.assertIn("bersifat final (hlm. 90 angka 12)", evaluasi.uraian_penilai)


class TestTugasBelajar(UjiPenilai):
	def setUp(self):
		super().setUp()
		frappe.db.set_value("Employee", self.pegawai, "status_kinerja", "Tugas Belajar")
		self.go("2025-12-31")
		make_kinerja_unit(self.instansi)
		self.evaluasi = self.make(jenis="Tahunan")

	def test_the_home_penilai_evaluates(self):
		"""No. 16."""
		self.assert_oleh(self.evaluasi, self.lama, DasarPenilai.TUGAS_BELAJAR)
		self.assertIn("institusi tempat tugas belajar", self.evaluasi.uraian_penilai)

	def test_who_did_not_complete_his_studies_is_kurang_or_sangat_kurang(self):
		"""p. 100 d, p. 103 d."""
		with as_user(self.user_penilai):
			self.evaluasi.update({**NILAI, "studi_tidak_selesai": 1}).save()
		self.assert_ditolak(
			"berpredikat Kurang atau Sangat Kurang",
			frappe.ValidationError,
			move,
			self.evaluasi,
			self.user_penilai,
			Tahap.DITETAPKAN,
		)
		with as_user(self.user_penilai):
			self.evaluasi.reload().update({"rating_perilaku": "Dibawah Ekspektasi"}).save()
		move(self.evaluasi, self.user_penilai, Tahap.DITETAPKAN)
		self.assertEqual(self.evaluasi.predikat_kinerja, "Kurang")


def decide_semua(skp: list[str], jenis: JenisEvaluasi, masa) -> dict:
	rows = frappe.get_all("SKP", {"name": ("in", skp)}, list(KOLOM_SKP))
	return decide_banyak(rows, jenis, masa)


class TestBanyak(UjiPenilai):
	def assert_sama(self, skp: list[str], jenis: JenisEvaluasi, masa) -> dict:
		banyak = decide_semua(skp, jenis, masa)
		self.assertEqual(
			{nama: kewenangan.as_dict() for nama, kewenangan in banyak.items()},
			{nama: decide(nama, jenis, masa).as_dict() for nama in skp},
		)
		return banyak

	def test_many_at_once_are_decided_as_one_by_one(self):
		"""A move, a delegate, a study leave, a head of region, one who left: and the ordinary ones."""
		self.go("2025-01-10")
		kolega, pengelola, penilai = (
			make_skp(self.instansi, nama) for nama in ("kolega", "pengelola", "penilai")
		)
		self.go("2025-08-25")
		self.replace_penilai(
			tanggal="2025-08-25", cakupan="Pegawai dalam daftar", daftar_pegawai=[{"pegawai": self.pegawai}]
		)
		frappe.db.set_value("Employee", kolega.pegawai, "status_kinerja", "Tugas Belajar")
		frappe.get_doc(
			doctype="Penugasan Penilai",
			pegawai=pengelola.pegawai,
			penilai=self.kepala,
			jenis="Delegasi",
			dari="2025-08-25",
		).insert()
		skp = [self.skp.name, self.get_penerus().name, kolega.name, pengelola.name, penilai.name]
		masa = find_masa(get_masa_evaluasi(self.instansi.periode, JenisEvaluasi.PERIODIK), 3)
		self.go("2025-10-01")
		banyak = self.assert_sama(skp, JenisEvaluasi.PERIODIK, masa)
		self.assertEqual(
			[str(banyak[nama].dasar) for nama in skp[2:]],
			[
				"Pejabat Penilai instansi induk pegawai tugas belajar",
				"Pendelegasian kewenangan",
				"Atasan langsung",
			],
		)
		self.set_periode(hari_kerja_evaluasi_periodik=5, jenis_instansi="Instansi Daerah")
		frappe.db.set_value("Employee", self.kepala, "status_kinerja", "Pejabat Negara/LNS")
		frappe.db.set_value("SKP", penilai.name, "jenis_jabatan", "Jabatan Pimpinan Tinggi Pratama")
		self.assertTrue(self.assert_sama(skp, JenisEvaluasi.PERIODIK, masa)[penilai.name].final)
		self.go("2025-11-03")
		self.assertTrue(self.assert_sama(skp, JenisEvaluasi.PERIODIK, masa)[kolega.name].beralih)
		frappe.db.set_value("Employee", self.lama, "status", "Left")
		self.assert_sama(skp, JenisEvaluasi.PERIODIK, masa)

	def test_what_was_written_around_its_document_says_who_evaluates(self):
		"""As the preparation for everybody writes them: without these columns."""
		self.go("2025-01-10")
		kolega = make_skp(self.instansi, "kolega")
		self.go("2025-10-01")
		evaluasi = [self.make(skp=skp, jenis="Periodik", masa_ke=3) for skp in (self.skp.reload(), kolega)]
		semula = [
			(doc.penetap_user, doc.dasar_penilai, doc.uraian_penilai, doc.bersifat_final) for doc in evaluasi
		]
		for doc in evaluasi:
			kosong = dict.fromkeys(("penetap_user", "dasar_penilai", "uraian_penilai"))
			frappe.db.set_value("Evaluasi Kinerja", doc.name, kosong)
		self.assertEqual(complete([doc.name for doc in evaluasi]), [])
		for doc, isi in zip(evaluasi, semula, strict=True):
			doc.reload()
			self.assertEqual(
				(doc.penetap_user, doc.dasar_penilai, doc.uraian_penilai, doc.bersifat_final), isi
			)

	def test_the_daily_run_completes_what_lacks_it_and_lets_parties_follow(self):
		self.go("2025-10-01")
		evaluasi = self.make_triwulan()
		frappe.db.set_value("Evaluasi Kinerja", evaluasi.name, {"dasar_penilai": None, "penetap_user": None})
		frappe.db.set_value("Employee", self.lama, "status", "Left")
		pass_on_evaluasi()
		self.assert_oleh(evaluasi.reload(), self.kepala, DasarPenilai.BERHALANGAN)
		self.assertEqual(evaluasi.penetap_user, self.user_kepala)

	def test_no_query_for_each(self):
		lain = [make_skp(self.instansi, nama).name for nama in ("kolega", "pengelola")]
		masa = find_masa(get_masa_evaluasi(self.instansi.periode, JenisEvaluasi.PERIODIK), 3)
		self.go("2025-10-01")
		decide_semua(lain, JenisEvaluasi.PERIODIK, masa)
		with watch_query() as satu_orang:
			decide_semua(lain[:1], JenisEvaluasi.PERIODIK, masa)
		with watch_query() as semua:
			decide_semua([self.skp.name, *lain], JenisEvaluasi.PERIODIK, masa)
		self.assertEqual(semua.call_count, satu_orang.call_count)


class TestSerangan(UjiPenilai):
	"""Through the roads that a client has: documents as REST and the form send them."""

	def setUp(self):
		super().setUp()
		self.set_periode(batas_evaluasi_tahunan="2026-01-31")
		make_kinerja_unit(self.instansi)
		self.go("2026-01-20")
		self.evaluasi = self.make(jenis="Tahunan")

	def test_nobody_writes_who_evaluates_or_that_it_is_final(self):
		for user in (
			self.user_penilai,
			self.user_kepala,
			self.instansi.user["pengelola"],
			self.skp.pegawai_user,
		):
			for kolom, nilai in (
				("penetap_user", user),
				("penilai_user", user),
				("bersifat_final", 1),
				("dasar_penilai", "Delegasi"),
				("dialihkan_pada", "2026-01-20 00:00:00"),
			):
				with self.subTest(user=user, kolom=kolom), as_user(user):
					doc = frappe.get_doc("Evaluasi Kinerja", self.evaluasi.name)
					if doc.get(kolom) == nilai:
						continue
					doc.set(kolom, nilai)
					# Whom it does not concern yet is told that there is none.
					with self.assertRaises((frappe.PermissionError, frappe.DoesNotExistError)):
						doc.save()
		self.evaluasi.reload()
		self.assertEqual((self.evaluasi.penetap_user, self.evaluasi.bersifat_final), (self.user_penilai, 0))

	def test_a_new_one_takes_nothing_from_whoever_sends_it(self):
		lain = make_skp(self.instansi, "kolega")
		evaluasi = self.make(
			None,
			lain,
			jenis="Tahunan",
			penetap_user=lain.pegawai_user,
			bersifat_final=1,
			penilai_user="Administrator",
		)
		self.assertEqual(
			(evaluasi.penetap_user, evaluasi.penilai_user, evaluasi.bersifat_final),
			(self.user_penilai, self.user_penilai, 0),
		)

	def test_nobody_moves_the_last_day_of_what_concerns_him(self):
		"""The Penilai is HR too: he would keep what has passed on, or make an objection impossible."""
		user = frappe.get_doc("User", self.user_penilai)
		user.add_roles("Pengelola Kinerja")
		self.go("2026-02-02")
		for kolom, nilai in (("batas_evaluasi_tahunan", "2026-03-31"), ("hari_kerja_evaluasi_periodik", 5)):
			with self.subTest(kolom=kolom), as_user(self.user_penilai):
				periode = frappe.get_doc("Periode Kinerja", self.instansi.periode)
				periode.set(kolom, nilai)
				self.assert_ditolak("Minta pengelola kinerja lain", frappe.PermissionError, periode.save)
		with as_user(self.instansi.user["pengelola"]):
			periode = frappe.get_doc("Periode Kinerja", self.instansi.periode)
			periode.set("batas_evaluasi_tahunan", "2026-03-31")
			periode.save()
		self.assertIn(
			"Batas evaluasi tahunan: 2026-01-31 menjadi 2026-03-31",
			self.get_komentar("Periode Kinerja", periode.name),
		)

	def test_the_rated_who_becomes_the_atasan_does_not_evaluate_himself(self):
		"""By SQL or a mistake the rated stands as his own Penilai's superior: it does not pass to him."""
		frappe.db.set_value(
			"SKP",
			self.skp.name,
			{"atasan_penilai": self.pegawai, "atasan_penilai_user": self.skp.pegawai_user},
		)
		self.go("2026-02-02")
		with as_user(self.user_penilai):
			self.evaluasi.reload().update({"catatan": "Selesai"}).save()
		pass_on_evaluasi()
		self.assertEqual(self.evaluasi.reload().penetap_user, self.user_penilai)
