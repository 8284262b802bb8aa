"""The demo is made once, checked against the numbers it promises, and taken away without a trace."""

import contextlib
import os
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal

import frappe
from frappe.query_builder.functions import Sum
from frappe.utils import get_files_path

from kinerja_asn.constants.istilah import (
	JenisEvaluasi,
	Predikat,
	Rating,
	StatusPenugasan,
	StatusProgres,
	Tahap,
)
from kinerja_asn.constants.masyarakat import UkuranLayanan
from kinerja_asn.demo import clear_demo_data, create_demo_data, logins
from kinerja_asn.demo.instansi import get_pegawai, get_tahun_dibuka, make_periode
from kinerja_asn.demo.konteks import Konteks
from kinerja_asn.demo.layanan import NAMA as LAYANAN_CONTOH
from kinerja_asn.demo.layanan import get_layanan
from kinerja_asn.demo.orang import DOMAIN, INSTANSI, MENURUT_KUNCI, ORANG, SANDI, SINGKATAN
from kinerja_asn.demo.peragaan import panggung
from kinerja_asn.demo.skenario import (
	BELUM_LAPOR,
	BELUM_VERIFIKASI,
	DRAF_LEBIH_DINI,
	LAKON,
	PENDAFTARAN_DESEMBER,
	SKP_MENUNGGU,
	TERLEWAT,
	TINDAK_LANJUT_APRIL,
	build_lakon,
	get_sejak,
)
from kinerja_asn.demo.skp import make_draf
from kinerja_asn.laporan.kepatuhan import build_laporan
from kinerja_asn.permissions.penjaga import require_role
from kinerja_asn.portal.perencanaan.persetujuan import describe_persetujuan
from kinerja_asn.rules.catatan import get_pekan
from kinerja_asn.rules.tenggat import add_hari_kerja, hari_kerja_antara, is_akhir_pekan
from kinerja_asn.services.bersama.langkah import describe_penunggu, name_penunggu
from kinerja_asn.services.pelaksanaan.masyarakat.figur import get_tindakan
from kinerja_asn.services.pelaksanaan.progres import get_gabungan, get_riwayat
from kinerja_asn.services.penilaian.evaluasi import get_jatuh_tempo, rate_indikator
from kinerja_asn.services.perencanaan.penyelarasan.perjanjian import find_belum_dibawa
from kinerja_asn.services.perencanaan.skp.versi import get_rencana
from kinerja_asn.tests.basis import IntegrationTestCase, clear_cache

# What Frappe and ERPNext keep beside our own DocTypes when people and an agency are made.
DOCTYPE_LAIN = (
	"User",
	"Employee",
	"Department",
	"Designation",
	"Company",
	"File",
	"Contact",
	"Version",
	"Comment",
	"Notification Log",
	"Notification Settings",
	"Workflow Action",
	"Workflow Action Permitted Role",
	"DocShare",
	"User Permission",
	"Has Role",
	"Deleted Document",
	"Cost Center",
	"DefaultValue",
)


def count_baris() -> dict[str, int]:
	milik = frappe.get_all("DocType", {"module": "Kinerja ASN", "issingle": 0}, pluck="name")
	ada = [
		doctype
		for doctype in DOCTYPE_LAIN
		if doctype == "DefaultValue" or frappe.db.exists("DocType", doctype)
	]
	return {doctype: frappe.db.count(doctype) for doctype in (*milik, *ada)} | {"nomor": count_nomor()}


def count_nomor() -> int:
	"""How far the naming series have got: a number that the demo took is free again."""
	seri = frappe.qb.Table("tabSeries")
	return frappe.qb.from_(seri).select(Sum(seri.current)).run()[0][0] or 0


HARI = date(2026, 3, 17)  # the demo is made on


class Terputus(Exception):
	pass


def putus_di_maret(teks: str) -> None:
	if teks.startswith("Realisasi Maret"):
		raise Terputus


class TestDemo(IntegrationTestCase):
	@classmethod
	def setUpClass(cls):
		super().setUpClass()
		frappe.set_user("Administrator")
		clear_demo_data()  # of somebody who tries the app on this site, or of a broken run
		cls.sebelum = count_baris()
		cls.addClassCleanup(cls.restore)
		frappe.flags.current_date = HARI
		cls.kemajuan = []
		with contextlib.suppress(Terputus):
			create_demo_data(putus_di_maret, paksa=True)
		frappe.db.rollback()  # as if killed: what was not committed is gone, and a second run goes on
		create_demo_data(cls.kemajuan.append, paksa=True)  # the test agency may be here
		cls.tahun = HARI.year - 1

	@classmethod
	def restore(cls):
		"""The demo commits: it has to go even when a test or its own making fails."""
		frappe.db.rollback()
		frappe.set_user("Administrator")
		frappe.flags.current_date = None
		clear_demo_data()
		clear_demo_data()  # twice is as good as once
		clear_cache()
		sisa = count_baris()
		assert sisa == cls.sebelum, {doctype: (cls.sebelum[doctype], sisa[doctype]) for doctype in sisa}
		# The tree of the departments is left without gaps.
		unit = frappe.get_all("Department", pluck="rgt")
		assert max(unit, default=0) == 2 * len(unit), unit
		assert not [nama for nama in os.listdir(get_files_path(is_private=True)) if nama.startswith("rekap-")]

	def setUp(self):
		super().setUp()
		frappe.flags.current_date = HARI
		self.addCleanup(setattr, frappe.local, "lang", frappe.local.lang)
		frappe.local.lang = "id"

	def tearDown(self):
		frappe.set_user("Administrator")
		frappe.db.rollback()
		super().tearDown()

	def get_skp(self, kunci: str, tahun: int | None = None):
		periode = f"{SINGKATAN}-{tahun or self.tahun}"
		return frappe.get_doc("SKP", {"pegawai_user": MENURUT_KUNCI[kunci].email, "periode": periode})

	def get_evaluasi(self, kunci: str):
		key = {"pegawai_user": MENURUT_KUNCI[kunci].email, "jenis": JenisEvaluasi.TAHUNAN}
		return frappe.get_doc("Evaluasi Kinerja", key)

	def test_scenario_1_is_behind_in_april_and_975_by_november(self):
		skp = self.get_skp("siti")
		kunci = skp.indikator[0].kunci
		riwayat = get_riwayat(skp)
		april = riwayat[3].progres[kunci]
		self.assertEqual(
			(april.status, april.realisasi, april.seharusnya, april.kurang),
			(StatusProgres.TERTINGGAL, Decimal(280), Decimal("333.33"), Decimal("53.33")),
		)
		self.assertEqual(riwayat[3].dokumen.tindak_lanjut, TINDAK_LANJUT_APRIL)
		self.assertEqual(riwayat[10].progres[kunci].realisasi, 975)
		self.assertIsNone(riwayat[11].dokumen)
		self.assertFalse(
			frappe.db.exists("Evaluasi Kinerja", {"skp": skp.name, "jenis": JenisEvaluasi.TAHUNAN})
		)

	def test_scenario_1_december_brings_1075(self):
		skp = self.get_skp("siti")
		iki = skp.indikator[0]
		akhir = date(self.tahun, 12, 31)
		jumlah = get_gabungan([skp.name], akhir)[iki.kunci] + PENDAFTARAN_DESEMBER
		self.assertEqual(jumlah, 1075)
		self.assertEqual(
			rate_indikator(iki, get_jatuh_tempo(skp, iki, akhir, JenisEvaluasi.TAHUNAN), jumlah),
			(Rating.DIATAS, Decimal("107.50")),
		)
		unit = {"unit_kerja": skp.unit_penilai, "periode": skp.periode, "jenis": JenisEvaluasi.TAHUNAN}
		self.assertTrue(frappe.db.exists("Kinerja Unit", unit))

	def test_leaders_set_the_results_of_the_units_below_them_and_their_heads_follow(self):
		saring = {"periode": f"{SINGKATAN}-{self.tahun}", "jenis": JenisEvaluasi.TAHUNAN}
		rows = frappe.get_all("Kinerja Unit", saring, ["pimpinan_user", "ditetapkan_oleh"])
		penetap = {row.pimpinan_user.partition("@")[0]: row.ditetapkan_oleh.partition("@")[0] for row in rows}
		self.assertEqual(penetap["hendra"], "dewi", "the regent has no account: whom HR chose records it")
		for kunci, oleh in penetap.items():
			if kunci != "hendra":
				self.assertEqual(oleh, MENURUT_KUNCI[kunci].atasan)
		for kunci, rating in (("zulkifli", Rating.DIATAS), ("theresia", Rating.DIBAWAH)):
			evaluasi = self.get_evaluasi(kunci)
			self.assertEqual((evaluasi.usulan_rating_hasil, evaluasi.rating_hasil_kerja), (rating, rating))
			self.assertIn("predikat kinerja organisasinya", evaluasi.alasan_usulan)

	def test_scenario_2_lower_is_better(self):
		evaluasi = self.get_evaluasi("yusuf")
		self.assertEqual(
			[(baris.target, baris.capaian_persen, baris.rating_usulan) for baris in evaluasi.hasil],
			[("≤ 3 hari kerja", 113.33, Rating.DIATAS), ("85 – 90 poin", 100, Rating.SESUAI)],
		)
		self.assertEqual(evaluasi.usulan_rating_hasil, Rating.SESUAI)
		self.assertEqual((evaluasi.predikat_kinerja, evaluasi.tahap), (Predikat.BAIK, Tahap.DITUTUP))

	def test_scenario_2_what_citizens_said_feeds_his_indikator(self):
		"""In December 90 of a hundred were satisfied; since the second counter was opened, more of them and sooner."""
		realisasi = frappe.get_doc("Realisasi Kinerja", {"skp": self.get_skp("yusuf").name, "masa_ke": 12})
		self.assertEqual(
			[row.sumber_angka for row in realisasi.baris],
			[None, f"umpan balik masyarakat tentang {LAYANAN_CONTOH} (Persen puas, 100 jawaban)"],
		)
		layanan = get_layanan()
		(tindakan,) = get_tindakan(layanan.name, 10)
		for ukuran, naik in ((UkuranLayanan.PUAS, True), (UkuranLayanan.MEDIAN_TUNGGU, False)):
			lama, baru = (figur.ukuran[ukuran].nilai for figur in (tindakan.sebelum, tindakan.sesudah))
			self.assertEqual(baru > lama, naik)
		status = Counter(
			frappe.get_all("Umpan Balik Masyarakat", {"layanan": layanan.name}, pluck="status_komentar")
		)
		self.assertTrue(status["Menunggu diperiksa"] and status["Ditampilkan"] and status["Disembunyikan"])

	def test_scenario_4_the_penilai_judges_the_innovation(self):
		evaluasi = self.get_evaluasi("maria")
		prestasi, inovasi, interaksi = evaluasi.hasil
		self.assertEqual((prestasi.capaian_persen, prestasi.rating_usulan), (102.5, Rating.DIATAS))
		self.assertEqual((inovasi.rating_usulan or None, inovasi.rating), (None, Rating.DIATAS))
		self.assertTrue(inovasi.alasan)
		self.assertIn("Desember", inovasi.realisasi)
		self.assertIn("3,6 dari skala 4", interaksi.realisasi)
		self.assertEqual(interaksi.rating_usulan, Rating.SESUAI)
		self.assertEqual(evaluasi.usulan_rating_hasil, Rating.DIATAS)
		self.assertEqual(evaluasi.predikat_kinerja, Predikat.SANGAT_BAIK)

	def test_work_waits_for_the_penilai_and_for_an_officer(self):
		budi = MENURUT_KUNCI["budi"].email
		self.assertEqual(frappe.db.count("SKP", {"penilai_user": budi, "tahap": Tahap.DIAJUKAN}), 1)
		menunggu = {"penilai_user": budi, "tahap": Tahap.DIAJUKAN}
		self.assertEqual(frappe.db.count("Realisasi Kinerja", menunggu), 2)
		kembali = {"tahap": Tahap.DIKEMBALIKAN}
		alasan = frappe.get_all("Realisasi Kinerja", kembali, ["nama_pegawai", "catatan_pengembalian"])
		self.assertEqual([baris.nama_pegawai for baris in alasan], [MENURUT_KUNCI["wulan"].nama])
		self.assertTrue(alasan[0].catatan_pengembalian)

	def test_what_waited_too_long_lies_with_the_superior_and_every_page_says_so(self):
		skp = self.get_skp("melati", HARI.year)
		self.assertEqual((skp.tahap, skp.penetap_user), (Tahap.DIAJUKAN, MENURUT_KUNCI["ratna"].email))
		self.assertLess(skp.tenggat_penetapan, HARI)
		self.assertEqual(skp.dialihkan_pada.date(), skp.tenggat_penetapan + timedelta(days=1))
		lewat = {
			"tahap": Tahap.DIAJUKAN,
			"tenggat_penetapan": ("<", HARI),
			"dialihkan_pada": ("is", "not set"),
		}
		self.assertFalse(frappe.get_all("SKP", lewat) + frappe.get_all("Perubahan SKP", lewat))
		ratna = MENURUT_KUNCI["ratna"].nama
		self.assertEqual(describe_penunggu(skp), f"Menunggu {ratna} (Atasan Pejabat Penilai Kinerja).")
		self.assertEqual(name_penunggu("SKP", [skp]), {skp.name: ratna})
		hari_kerja = hari_kerja_antara(skp.tenggat_penetapan, HARI, ())
		self.assertIn(f"{hari_kerja} hari kerja yang lalu. Sejak", describe_persetujuan(skp)[-1])
		(row,) = (row for row in build_laporan({"periode": skp.periode})[1] if row["skp"] == skp.name)
		self.assertEqual(
			(row["batas"], row["lewat"], row["menunggu"], row["keterangan"]),
			(skp.tenggat_penetapan, hari_kerja, ratna, describe_persetujuan(skp)[-1]),
		)

	def test_next_year_is_planned_before_its_leaders_have_a_plan(self):
		tahun, hari = HARI.year + 1, HARI.replace(month=11)
		with panggung(hari):
			make_periode(tahun)
			periode = f"{SINGKATAN}-{tahun}"
			make_draf(Konteks(tahun, hari, periode, get_pegawai(), {}))
		draf = frappe.get_all("SKP", {"periode": periode}, ["name", "pegawai_user", "tahap"])
		self.assertEqual(
			{row.pegawai_user for row in draf}, {MENURUT_KUNCI[kunci].email for kunci in DRAF_LEBIH_DINI}
		)
		self.assertEqual({row.tahap for row in draf}, {Tahap.DRAF})
		self.assertTrue(frappe.get_doc("SKP", draf[0].name).hasil_kerja[0].rhk_pimpinan_uraian)

	def test_the_year_that_runs_is_alive(self):
		berjalan = {"periode": f"{SINGKATAN}-{HARI.year}"}
		self.assertEqual(
			frappe.db.count("SKP", {**berjalan, "tahap": Tahap.DITETAPKAN}),
			len(ORANG) - len(SKP_MENUNGGU) - 1,
		)
		self.assertEqual(set(frappe.get_all("Realisasi Kinerja", berjalan, pluck="masa_ke")), {1, 2})
		dilaporkan = frappe.get_all("Realisasi Kinerja", {**berjalan, "masa_ke": 2}, pluck="pegawai_user")
		belum = [orang.kunci for orang in ORANG if orang.email not in dilaporkan]
		self.assertEqual(set(belum), {"hendra", *BELUM_LAPOR, *SKP_MENUNGGU})
		for doctype in ("SKP", "Realisasi Kinerja", "Evaluasi Kinerja", "Notification Log"):
			nanti = {"modified": (">", f"{HARI} 23:59:59.999999"), "owner": ("like", f"%@{DOMAIN}")}
			self.assertFalse(frappe.get_all(doctype, nanti), doctype)

	def test_the_year_that_is_over_is_complete_but_for_the_visitors_december(self):
		tahunan = {"periode": f"{SINGKATAN}-{self.tahun}", "jenis": JenisEvaluasi.TAHUNAN}
		dinilai = frappe.get_all("Evaluasi Kinerja", tahunan, pluck="pegawai_user")
		belum = [orang.kunci for orang in ORANG if orang.email not in dinilai]
		self.assertEqual(set(belum), {"hendra", "siti", *SKP_MENUNGGU})

	def test_one_evaluation_deviates_with_its_reason_and_one_rating_was_changed_in_a_meeting(self):
		catatan = frappe.get_all(
			"Catatan Penyelarasan",
			fields=["jenis", "alasan", "predikat_lama", "predikat_baru", "rapat", "temuan"],
		)
		per_jenis = {row.jenis: row for row in catatan}
		self.assertEqual(len(catatan), 2)
		perubahan, penyimpangan = per_jenis["Perubahan rating"], per_jenis["Penyimpangan pola"]
		self.assertEqual((perubahan.predikat_lama, perubahan.predikat_baru), ("Baik", "Sangat Baik"))
		self.assertIn("8 dari 10 orang (80 %), paling banyak 70 %", penyimpangan.temuan)
		self.assertTrue(penyimpangan.alasan)
		rapat = frappe.get_doc("Rapat Penyelarasan Kinerja", perubahan.rapat)
		self.assertEqual(
			(rapat.status, rapat.pimpinan_user, len(rapat.peserta)), ("Selesai", f"ratna@{DOMAIN}", 5)
		)

	def test_the_year_has_its_dates_and_its_people(self):
		for row in frappe.get_all(
			"SKP",
			{"tahap": Tahap.DITETAPKAN, "versi": 1},
			["awal", "ditetapkan_pada", "ditetapkan_oleh", "penilai_user"],
		):
			self.assertLessEqual(row.ditetapkan_pada.date(), date(row.awal.year, 1, 31))
			self.assertEqual(row.ditetapkan_oleh, row.penilai_user)
		self.assertEqual(frappe.db.count("Realisasi Kinerja", {"terlambat": 1}), 6)
		self.assertEqual(frappe.db.count("Evaluasi Kinerja", {"tahap": Tahap.DISERAHKAN}), 4)
		for berkas in frappe.get_all(
			"File", {"attached_to_doctype": "Realisasi Kinerja"}, ["name", "is_private"]
		):
			self.assertTrue(berkas.is_private)
			self.assertTrue(frappe.get_doc("File", berkas.name).get_content())

	def test_one_whose_penilai_let_the_time_pass_was_evaluated_by_her_superior(self):
		evaluasi = self.get_evaluasi("fajar")
		self.assertEqual(evaluasi.nama_penilai, MENURUT_KUNCI["nurhayati"].nama)
		oleh = (evaluasi.ditetapkan_oleh, evaluasi.bersifat_final)
		self.assertEqual(oleh, (MENURUT_KUNCI["wayan"].email, 1))
		self.assertIn("hlm. 90 angka 11", evaluasi.uraian_penilai)

	def test_some_said_first_how_they_see_themselves_and_all_read_words_for_them(self):
		diri = frappe.get_all("Penilaian Diri", {"status": "Disampaikan"}, pluck="pegawai_user")
		self.assertEqual(
			sorted(diri), sorted(MENURUT_KUNCI[kunci].email for kunci in ("yusuf", "maria", "taufik"))
		)
		self.assertIn("Melampaui ekspektasi", self.get_evaluasi("maria").kekuatan)
		self.assertIn("belum memenuhi ekspektasi", self.get_evaluasi("taufik").area_perbaikan)

	def test_plans_come_from_the_agreement_and_changed_in_july(self):
		kepala = self.get_skp("ratna")
		self.assertEqual((kepala.formulir, find_belum_dibawa(kepala)), ("A.1.2", []))
		indah = self.get_skp("indah")
		self.assertEqual((indah.versi, indah.indikator[0].target_maks), (2, 3240))
		lama = get_rencana(indah, date(self.tahun, 6, 30))
		self.assertEqual(lama.indikator[0].target_maks, 3600)
		budi = MENURUT_KUNCI["budi"].email
		menunggu = {"penilai_user": budi, "tahap": Tahap.DIAJUKAN}
		self.assertEqual(
			frappe.get_all("Perubahan SKP", menunggu, pluck="nama_pegawai"), [MENURUT_KUNCI["bayu"].nama]
		)
		self.assertEqual(
			frappe.get_all("Penugasan Kinerja", {"penilai_user": budi}, pluck="status"),
			[StatusPenugasan.MENUNGGU],
		)

	def test_a_360_is_closed_last_year_and_another_runs_once_the_plan_is_set(self):
		"""What was promised holds in the demo, too: nine people were asked, and of seven nobody says who wrote what."""
		saring = {"jenis": "360", "periode": f"{SINGKATAN}-{self.tahun}", "status": "Selesai"}
		permintaan = frappe.db.get_value("Permintaan Umpan Balik", saring)
		self.assertEqual(
			frappe.db.count("Responden Umpan Balik", {"permintaan": permintaan, "sudah_menjawab": 1}), 9
		)
		tanpa_nama = frappe.get_all("Umpan Balik Tanpa Nama", {"permintaan": permintaan}, "*")
		self.assertEqual({row.peran for row in tanpa_nama}, {"Rekan Kerja Setingkat", "Pegawai di Bawahnya"})
		self.assertEqual({row.owner for row in tanpa_nama}, {"Administrator"})
		self.assertEqual(frappe.db.count("Umpan Balik Kinerja", {"permintaan": permintaan}), 2)
		berjalan = {"jenis": "360", "periode": f"{SINGKATAN}-{HARI.year}", "status": "Berjalan"}
		self.assertEqual(frappe.db.count("Permintaan Umpan Balik", berjalan), 1)

	def test_some_have_a_rencana_aksi_agreed_waiting_or_asked_for(self):
		rows = frappe.get_all(
			"Rencana Aksi", {"instansi": INSTANSI}, ["nama_pegawai", "periode", "status", "diminta"]
		)
		ada = {(row.nama_pegawai, row.periode[-4:], row.status, row.diminta) for row in rows}
		siti, yusuf, joko = (MENURUT_KUNCI[kunci].nama for kunci in ("siti", "yusuf", "joko"))
		lalu, berjalan = str(self.tahun), str(HARI.year)
		self.assertEqual(
			ada,
			{
				(siti, lalu, "Disepakati", 0),
				(siti, berjalan, "Disepakati", 0),
				(yusuf, berjalan, "Menunggu kesepakatan", 0),
				(joko, berjalan, "Disusun", 1),
			},
		)

	def test_the_notes_of_a_week_are_approved_or_wait_and_this_weeks_are_drafts(self):
		rows = frappe.get_all(
			"Catatan Harian", {"instansi": INSTANSI}, ["nama_pegawai", "tanggal", "status", "banyak"]
		)
		lalu = {(row.nama_pegawai, row.status) for row in rows if row.tanggal < get_pekan(HARI)[0]}
		siti, yusuf = (MENURUT_KUNCI[kunci].nama for kunci in ("siti", "yusuf"))
		self.assertEqual(lalu, {(siti, "Disetujui"), (yusuf, "Diajukan")})
		kini = {row.status for row in rows if row.tanggal >= get_pekan(HARI)[0]}
		self.assertLessEqual(kini, {"Draf"})
		self.assertTrue(all(row.banyak == 2 and not is_akhir_pekan(row.tanggal) for row in rows))

	def test_some_were_coached_one_was_counselled_and_one_result_was_taken_over(self):
		siti, taufik, dian = (MENURUT_KUNCI[kunci].nama for kunci in ("siti", "taufik", "dian"))
		lalu = {"instansi": INSTANSI, "periode": ("like", f"%{self.tahun}")}
		bimbingan = frappe.get_all("Pembinaan Kinerja", lalu, ["nama_pegawai", "status"], as_list=True)
		self.assertEqual(set(bimbingan), {(siti, "Selesai"), (taufik, "Selesai")})
		(konseling,) = frappe.get_all("Konseling Kinerja", lalu, ["nama_pegawai", "status", "hasil"])
		self.assertEqual((konseling.nama_pegawai, konseling.status), (dian, "Selesai"))
		self.assertNotIn("telepon", konseling.hasil)
		catatan = frappe.get_all("Evaluasi Hasil Kerja", {"ambil_alih": ("is", "set")}, pluck="ambil_alih")
		self.assertTrue(catatan and all("satu dari empat bab" in teks for teks in catatan))

	def test_a_second_call_changes_nothing(self):
		sebelum = count_baris()
		diubah = {
			d: frappe.get_all(d, pluck="modified", order_by="name")
			for d in ("SKP", "Realisasi Kinerja", "Rencana Aksi", "Catatan Harian", "User")
		}
		create_demo_data(lambda teks: None, paksa=True)
		self.assertEqual(count_baris(), sebelum)
		for doctype, modified in diubah.items():
			self.assertEqual(frappe.get_all(doctype, pluck="modified", order_by="name"), modified)

	def test_everybody_in_logins_can_sign_in_with_the_right_roles(self):
		from frappe.utils.password import check_password

		for login in logins():
			self.assertEqual(check_password(login["email"], SANDI), login["email"])
			self.assertTrue(frappe.db.get_value("User", login["email"], "enabled"))
			frappe.set_user(login["email"])
			peran = {"Pegawai": "Pegawai ASN", "Atasan Pejabat Penilai": "Pejabat Penilai Kinerja"}
			require_role(peran.get(login["peran"], login["peran"]))
			frappe.set_user("Administrator")

	def test_only_those_who_run_the_site_may_make_it(self):
		sebelum = count_baris()
		frappe.set_user(MENURUT_KUNCI["dewi"].email)
		for fungsi in (create_demo_data, clear_demo_data):
			with self.assertRaises(frappe.PermissionError):
				fungsi()
		frappe.set_user("Administrator")
		self.assertEqual(count_baris(), sebelum)

	def test_progress_is_told(self):
		self.assertIn(f"Realisasi Desember {self.tahun}", self.kemajuan)


class TestJamDemo(IntegrationTestCase):
	"""How far the years have come on a day; nothing is made."""

	def test_in_january_the_december_that_waits_is_last_years(self):
		lalu, berjalan = (build_lakon(tahun, date(2027, 1, 8)) for tahun in (2026, 2027))
		self.assertFalse([kunci for kunci, lakon in berjalan.items() if lakon.laporan])
		self.assertEqual({kunci for kunci, lakon in lalu.items() if not lakon.tahunan}, BELUM_VERIFIKASI)
		self.assertEqual(lalu["bayu"].laporan[-1].sampai, Tahap.DIAJUKAN)
		self.assertEqual(lalu["wulan"].laporan[-1].sampai, Tahap.DIKEMBALIKAN)
		self.assertEqual([isi.bulan for isi in lalu["slamet"].laporan], [*range(1, 12)])

	def test_in_november_ten_months_are_reported_and_three_quarters_evaluated(self):
		lakon = build_lakon(2026, date(2026, 11, 29))
		self.assertEqual(lakon["yusuf"].laporan[-1].bulan, 10)
		self.assertEqual((set(lakon["yusuf"].periodik), lakon["yusuf"].tahunan), ({1}, None))
		self.assertEqual(lakon["siti"].laporan[-1].bulan, 9)
		self.assertEqual(set(lakon), set(LAKON))

	def test_a_quarter_whose_last_report_waits_is_not_evaluated(self):
		for hari, ada in ((date(2026, 4, 2), True), (date(2026, 3, 31), False)):
			self.assertEqual(1 in build_lakon(2026, hari)["yusuf"].periodik, ada)

	def test_what_waits_in_time_and_too_long_on_any_day(self):
		hari = date(2026, 1, 1)
		while hari < date(2027, 1, 1):
			batas = date(2026, 1, 31)
			for kunci in SKP_MENUNGGU:
				diajukan = min(hari, add_hari_kerja(get_sejak(kunci, hari), 1, ()))
				tenggat = batas if diajukan <= batas else add_hari_kerja(diajukan, 5, ())
				self.assertEqual(tenggat < hari, kunci == TERLEWAT and hari > batas, f"{kunci} {hari}")
				# The report counts from the same day as the page: 31 January, for who came later the Penilai's last.
				self.assertEqual(get_sejak(kunci, hari).month > 1, tenggat != batas, f"{kunci} {hari}")
			hari += timedelta(days=1)

	def test_next_year_is_open_only_when_it_is_planned(self):
		for bulan, terakhir in ((1, 2026), (10, 2026), (11, 2027), (12, 2027)):
			self.assertEqual([*get_tahun_dibuka(date(2026, bulan, 5))], [*range(2025, terakhir + 1)])


class TestDemoDitolak(IntegrationTestCase):
	def test_refuses_a_site_with_a_company_of_that_name(self):
		frappe.set_user("Administrator")
		self.addCleanup(frappe.db.rollback)
		sebelum = frappe.local.flags.ignore_chart_of_accounts
		frappe.local.flags.ignore_chart_of_accounts = True
		frappe.get_doc(
			doctype="Company",
			company_name=INSTANSI,
			abbr=SINGKATAN,
			default_currency="IDR",
			country="Indonesia",
		).insert()
		frappe.local.flags.ignore_chart_of_accounts = sebelum
		self.addCleanup(setattr, frappe.local, "lang", frappe.local.lang)
		frappe.local.lang = "id"
		with self.assertRaisesRegex(frappe.ValidationError, "bukan data contoh"):
			create_demo_data()
		clear_demo_data()
		self.assertTrue(frappe.db.exists("Company", INSTANSI))
