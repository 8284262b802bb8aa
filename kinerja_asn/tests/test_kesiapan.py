"""What an evaluation lacks is said first, with the way to mend it; its figures are those of now; changes never strand."""

from datetime import date

import frappe

from kinerja_asn.api import evaluasi as api
from kinerja_asn.constants.istilah import JenisEvaluasi, Tahap
from kinerja_asn.services.penilaian.kesiapan import Perihal
from kinerja_asn.services.penilaian.permintaan import ask_kinerja_unit
from kinerja_asn.tests.factories import (
	as_user,
	make_evaluasi,
	make_kinerja_unit,
	make_perubahan,
	make_realisasi,
	make_skp,
	move,
)
from kinerja_asn.tests.test_portal_dasar import UjiPortal


def get_notices(user: str) -> list:
	"""Of those that a Penilai asks for; the workflow's own are others."""
	rows = frappe.get_all("Notification Log", {"for_user": user}, ["subject", "read", "email_content"])
	return [row for row in rows if row.subject.startswith(("Tetapkan capaian", "Laporkan realisasi"))]


class UjiKesiapan(UjiPortal):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2026, 1, 5)
		self.skp = make_skp(self.instansi)

	def report(self, tahap: Tahap = Tahap.DITETAPKAN, bulan=range(1, 13)):
		return [make_realisasi(self.skp, ke, 100, tahap) for ke in bulan]

	def make_evaluasi(self, **fields):
		return make_evaluasi(self.instansi, self.skp, **fields)

	def get_perihal(self, evaluasi) -> list[Perihal]:
		return [kekurangan.perihal for kekurangan in evaluasi.reload().find_kekurangan()]

	def rate(self, evaluasi, tahap: Tahap | None = Tahap.DITETAPKAN):
		evaluasi.reload()
		with as_user(self.skp.penilai_user):
			evaluasi.update(
				{
					"rating_hasil_kerja": "Sesuai Ekspektasi",
					"rating_perilaku": "Sesuai Ekspektasi",
					"alasan_rating_hasil": "Dinilai dari mutu layanannya",
				}
			)
			evaluasi.save()
		return move(evaluasi, self.skp.penilai_user, tahap)

	def submit_perubahan(self, **fields):
		perubahan = make_perubahan(self.skp, **fields)
		with as_user(self.skp.pegawai_user):
			perubahan.indikator[0].target_min = perubahan.indikator[0].target_maks = 1200
			perubahan.save()
		return move(perubahan, self.skp.pegawai_user, Tahap.DIAJUKAN)


class TestKotak(UjiKesiapan):
	def test_everything_that_waits_is_said_first_with_its_link(self):
		self.report(bulan=range(1, 11))
		november = make_realisasi(self.skp, 11, 100, Tahap.DIAJUKAN)
		perubahan = self.submit_perubahan()
		halaman = self.open("penilai", f"/kinerja/tim/evaluasi?name={self.make_evaluasi().name}")
		self.assertIn("4 hal belum siap dinilai", halaman.teks)
		self.assertLess(halaman.teks.index("belum siap dinilai"), halaman.teks.index("1. Hasil kerja"))
		self.assertIn("Realisasi November 2025 belum diverifikasi", halaman.teks)
		self.assertIn(f"/kinerja/tim/realisasi?name={november.name}", halaman.isi)
		self.assertIn("Realisasi Desember 2025 belum dilaporkan Petugas", halaman.teks)
		self.assertIn(f"/kinerja/perubahan?name={perubahan.name}", halaman.isi)
		for aksi in ("minta_unit", "ingatkan"):
			self.assertTrue(halaman.has_tombol(aksi), aksi)

	def test_before_the_evaluation_is_made_too(self):
		halaman = self.open("penilai", f"/kinerja/tim/evaluasi?skp={self.skp.name}&jenis=Tahunan&masa=0")
		self.assertIn("2 hal belum siap dinilai", halaman.teks)
		self.assertIn("Januari 2025, Februari 2025", halaman.teks)
		for salah in ("jenis=Harian&masa=0", "jenis=Periodik&masa=5", "jenis=Periodik&masa=x"):
			halaman = self.open("penilai", f"/kinerja/tim/evaluasi?skp={self.skp.name}&{salah}")
			self.assertEqual(halaman.status, 404, salah)

	def test_nothing_is_said_when_nothing_waits(self):
		self.report()
		make_kinerja_unit(self.instansi)
		evaluasi = self.make_evaluasi()
		self.assertEqual(self.get_perihal(evaluasi), [])
		halaman = self.open("penilai", f"/kinerja/tim/evaluasi?name={evaluasi.name}")
		self.assertNotIn("belum siap dinilai", halaman.teks)

	def test_a_quarter_waits_for_its_own_months_only(self):
		self.report(bulan=range(1, 3))
		make_kinerja_unit(self.instansi, jenis="Periodik", masa_ke=1)
		evaluasi = self.make_evaluasi(jenis="Periodik", masa_ke=1)
		self.assertEqual(
			[kekurangan.kalimat for kekurangan in evaluasi.find_kekurangan()],
			["Realisasi Maret 2025 belum dilaporkan Petugas."],
		)
		self.submit_perubahan(berlaku_mulai="2025-04-01")
		self.assertEqual(self.get_perihal(evaluasi), [Perihal.BELUM_DILAPORKAN])

	def test_the_form_in_the_desk_says_the_same(self):
		evaluasi = self.make_evaluasi()
		evaluasi.run_method("onload")
		perihal = [baris["perihal"] for baris in evaluasi.get("__onload").kesiapan]
		self.assertEqual(perihal, [Perihal.UNIT, Perihal.BELUM_DILAPORKAN])

	def test_the_superior_reads_it_without_buttons_of_the_penilai(self):
		alamat = f"/kinerja/tim/evaluasi?name={self.make_evaluasi().name}"
		halaman = self.open("kepala", alamat)
		self.assertIn("2 hal belum siap dinilai", halaman.teks)
		for aksi in ("minta_unit", "ingatkan"):
			self.assertFalse(halaman.has_tombol(aksi), aksi)
			galat = self.send("kepala", alamat, aksi).get_galat()
			self.assertIn("Hanya Pejabat Penilai pegawai ini", galat)
		self.assertEqual(
			(get_notices(self.instansi.user["pengelola"]), get_notices(self.skp.pegawai_user)), ([], [])
		)


class TestAngkaKini(UjiKesiapan):
	def test_what_is_verified_after_the_draft_counts_at_once(self):
		self.report(bulan=range(1, 12))
		desember = make_realisasi(self.skp, 12, 100, Tahap.DIAJUKAN)
		make_kinerja_unit(self.instansi)
		evaluasi = self.make_evaluasi()
		self.assertEqual(evaluasi.hasil[0].capaian_persen, 110)
		move(desember, self.skp.penilai_user, Tahap.DITETAPKAN)
		evaluasi.reload()
		self.assertEqual(evaluasi.hasil[0].capaian_persen, 120)
		self.assertEqual(evaluasi.owner, self.skp.penilai_user)

	def test_what_the_penilai_wrote_stays(self):
		evaluasi = self.make_evaluasi()
		with as_user(self.skp.penilai_user):
			evaluasi.catatan = "Pertahankan"
			evaluasi.save()
		make_realisasi(self.skp, 1, 100)
		self.assertEqual((evaluasi.reload().catatan, evaluasi.hasil[0].capaian_persen), ("Pertahankan", 10))

	def test_one_that_is_set_keeps_what_it_was_set_on(self):
		self.report(bulan=range(1, 11))
		desember = make_realisasi(self.skp, 12, 100, Tahap.DIAJUKAN)
		make_kinerja_unit(self.instansi)
		evaluasi = self.rate(self.make_evaluasi())
		move(desember, self.skp.penilai_user, Tahap.DITETAPKAN)
		self.assertEqual(evaluasi.reload().hasil[0].capaian_persen, 100)
		self.assertEqual(self.get_perihal(evaluasi), [Perihal.TERLEWAT, Perihal.BELUM_DILAPORKAN])
		move(evaluasi, self.skp.penilai_user, Tahap.DRAF)
		self.assertEqual(self.get_perihal(evaluasi), [Perihal.BELUM_DILAPORKAN])
		self.assertEqual(evaluasi.hasil[0].capaian_persen, 110)

	def test_feedback_and_the_units_result_come_in(self):
		evaluasi = self.make_evaluasi()
		with as_user(self.skp.penilai_user):
			frappe.get_doc(
				doctype="Umpan Balik Kinerja",
				skp=self.skp.name,
				tanggal="2025-12-20",
				sasaran="Umum",
				sifat="Positif",
				isi="Pelayanannya dipuji pemohon",
			).insert()
		self.assertIn("dipuji pemohon", evaluasi.reload().umpan_balik_umum)
		hasil = make_kinerja_unit(self.instansi, "Istimewa")
		self.assertEqual(evaluasi.reload().predikat_organisasi, "Istimewa")
		hasil.delete()
		self.assertFalse(evaluasi.reload().predikat_organisasi)

	def test_a_change_that_is_set_is_the_plan_that_is_evaluated(self):
		self.report()
		evaluasi = self.make_evaluasi()
		self.assertEqual(evaluasi.hasil[0].capaian_persen, 120)
		move(self.submit_perubahan(), self.skp.penilai_user, Tahap.DITETAPKAN)
		self.assertEqual(evaluasi.reload().hasil[0].capaian_persen, 100)


class TestPerubahanMenunggu(UjiKesiapan):
	def setUp(self):
		super().setUp()
		self.report()
		make_kinerja_unit(self.instansi)

	def test_no_evaluation_is_set_over_a_change_that_waits(self):
		evaluasi = self.make_evaluasi()
		perubahan = self.submit_perubahan()
		self.assert_ditolak(
			"menunggu keputusan. Tetapkan atau kembalikan dahulu", frappe.ValidationError, self.rate, evaluasi
		)
		self.assertEqual(evaluasi.reload().tahap, Tahap.DRAF)
		with as_user(self.skp.penilai_user):
			perubahan.catatan_pengembalian = "Tahun ini sudah selesai"
			perubahan.save()
		move(perubahan, self.skp.penilai_user, Tahap.DIKEMBALIKAN)
		self.assertEqual(self.rate(evaluasi).tahap, Tahap.DITETAPKAN)
		move(perubahan, self.skp.pegawai_user, Tahap.DITUTUP)

	def test_one_that_was_not_submitted_in_time_is_told_to_be_cancelled(self):
		perubahan = make_perubahan(self.skp)
		evaluasi = self.make_evaluasi()
		self.assertEqual(self.get_perihal(evaluasi), [Perihal.PERUBAHAN])
		self.rate(evaluasi)
		with as_user(self.skp.pegawai_user):
			perubahan.indikator[0].target_min = 900
			perubahan.save()
		self.assert_ditolak(
			"tidak dapat berlaku lagi. Batalkan perubahan ini",
			frappe.ValidationError,
			move,
			perubahan,
			self.skp.pegawai_user,
			Tahap.DIAJUKAN,
		)
		self.assertEqual(move(perubahan.reload(), self.skp.pegawai_user, Tahap.DITUTUP).tahap, Tahap.DITUTUP)

	def test_nobody_begins_a_change_of_a_year_that_was_evaluated(self):
		self.rate(self.make_evaluasi())
		self.assert_ditolak(
			"SKP ini tidak dapat diubah lagi", frappe.ValidationError, make_perubahan, self.skp
		)

	def test_one_that_was_stranded_before_has_a_way(self):
		"""As sites have them that evaluated over a change before it was refused."""
		perubahan, evaluasi = self.submit_perubahan(), self.make_evaluasi()
		frappe.db.set_value("Evaluasi Kinerja", evaluasi.name, "tahap", "Ditetapkan")
		self.assert_ditolak(
			"Kembalikan kepada Petugas, yang membatalkannya",
			frappe.ValidationError,
			move,
			perubahan,
			self.skp.penilai_user,
			Tahap.DITETAPKAN,
		)

	def test_within_the_year_the_penilai_is_told_to_return_it(self):
		perubahan = self.submit_perubahan(berlaku_mulai="2025-03-01")
		evaluasi = self.make_evaluasi(jenis="Periodik", masa_ke=1)
		frappe.db.set_value("Evaluasi Kinerja", evaluasi.name, "tahap", "Ditetapkan")
		self.assert_ditolak(
			"Kembalikan perubahan ini kepada Petugas agar ia memilih",
			frappe.ValidationError,
			move,
			perubahan,
			self.skp.penilai_user,
			Tahap.DITETAPKAN,
		)


class TestPermintaan(UjiKesiapan):
	def test_the_leader_above_is_asked_once_for_a_unit_and_period(self):
		alamat = f"/kinerja/tim/evaluasi?name={self.make_evaluasi().name}"
		for _kali in range(2):
			self.assertEqual(self.send("penilai", alamat, "minta_unit").pesan, "unit_diminta")
		lain = make_skp(self.instansi, "kolega")
		self.send("penilai", f"/kinerja/tim/evaluasi?skp={lain.name}&jenis=Tahunan&masa=0", "minta_unit")
		(kabar,) = get_notices(self.instansi.user["kepala"])
		self.assertIn("Bidang Pendaftaran Uji untuk Tahun 2025", kabar.subject)
		self.assertIn("/kinerja/unit?periode=DUK-2025", kabar.email_content)
		self.assertEqual(get_notices(self.instansi.user["tetangga"]), [])
		self.assertEqual(get_notices(self.instansi.user["pengelola"]), [])
		make_kinerja_unit(self.instansi)
		self.assertEqual(get_notices(self.instansi.user["kepala"])[0].read, 1)

	def test_the_employee_is_reminded_once_a_day(self):
		alamat = f"/kinerja/tim/evaluasi?skp={self.skp.name}&jenis=Tahunan&masa=0"
		for _kali in range(2):
			self.assertEqual(self.send("penilai", alamat, "ingatkan").pesan, "diingatkan")
		self.assertEqual(len(get_notices(self.instansi.user["petugas"])), 1)

	def test_whoever_does_not_read_the_evaluation_asks_for_nothing(self):
		evaluasi = self.make_evaluasi()
		for nama in ("petugas", "kolega", "tetangga"):
			for metode in (api.ask_kinerja_unit, api.remind_pegawai):
				with self.subTest(nama), as_user(self.instansi.user[nama]):
					galat = frappe.DoesNotExistError if nama == "tetangga" else frappe.PermissionError
					self.assertRaises(galat, metode, evaluasi.name)
		with as_user(self.skp.penilai_user):
			api.ask_kinerja_unit(evaluasi.name)
			api.remind_pegawai(evaluasi.name)
		self.assertEqual(
			(
				len(get_notices(self.instansi.user["kepala"])),
				len(get_notices(self.instansi.user["petugas"])),
			),
			(1, 1),
		)

	def test_a_penilai_without_unit_is_told_whom_to_ask(self):
		masa = self.make_evaluasi().get_masa()
		self.skp.unit_penilai = None
		self.assert_ditolak(
			"Unit kerja Penilai belum diisi",
			frappe.ValidationError,
			ask_kinerja_unit,
			self.skp,
			JenisEvaluasi.TAHUNAN,
			masa,
		)
