"""Evaluations prepared in bulk: each is what its Penilai would have made, nobody stops the rest, nothing is doubled."""

from datetime import date
from unittest.mock import patch

import frappe
from frappe.utils import add_to_date

from kinerja_asn.api.penilaian import penyiapan as api
from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.services.bersama.waktu import get_now
from kinerja_asn.services.penilaian.penyiapan import pelaksanaan
from kinerja_asn.services.penilaian.penyiapan.giliran import take_giliran
from kinerja_asn.services.penilaian.penyiapan.latar import run as jalankan
from kinerja_asn.tests.basis import UjiKinerja, watch_query
from kinerja_asn.tests.factories import (
	as_user,
	make_evaluasi,
	make_hasil_kerja,
	make_indikator,
	make_kinerja_unit,
	make_perubahan,
	make_realisasi,
	make_skp,
	make_umpan_balik,
	make_unit,
	move,
)
from kinerja_asn.tests.test_pembukaan import komit_semu

TABEL = ("Evaluasi Hasil Kerja", "Evaluasi Perilaku")
# Made anew each time: names of rows, moments.
SELALU_LAIN = ("name", "creation", "modified", "disiapkan_pada")


class Dibunuh(BaseException):
	"""What a SIGKILL does."""


class UjiPenyiapan(UjiKinerja):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2026, 1, 5)

	def make(self, jenis: str = "Tahunan", masa_ke: int = 0, **fields):
		with as_user(self.instansi.user["pengelola"]):
			return frappe.get_doc(
				doctype="Penyiapan Evaluasi",
				periode=self.instansi.periode,
				jenis=jenis,
				masa_ke=masa_ke,
				**fields,
			).insert()

	def prepare(self, jenis: str = "Tahunan", masa_ke: int = 0, doc=None, **fields):
		doc = doc or self.make(jenis, masa_ke, **fields)
		with komit_semu(), as_user(self.instansi.user["pengelola"]):
			take_giliran(doc)
			jalankan(doc.name)
		return doc.reload()

	def get_evaluasi(self) -> dict[str, str]:
		"""Whose SKP -> its evaluation."""
		rows = frappe.get_all("Evaluasi Kinerja", fields=["name", "pegawai"])
		nama = {pegawai: kunci for kunci, pegawai in self.instansi.pegawai.items()}
		return {nama.get(row.pegawai, row.pegawai): row.name for row in rows}

	def assert_jumlah(self, doc, **jumlah) -> None:
		self.assertEqual({kunci: doc.get(f"jumlah_{kunci}") for kunci in jumlah}, jumlah)


class TestSama(UjiPenyiapan):
	"""Field by field what a document of its own holds."""

	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2025, 1, 10)
		self.petugas = self.make_berbagai("petugas")
		self.penilai = make_skp(self.instansi, "penilai")
		self.kolega = make_skp(self.instansi, "kolega", hasil_kerja=[make_hasil_kerja("Arsip")])
		frappe.flags.current_date = date(2026, 1, 5)

	def make_berbagai(self, nama: str):
		"""Every way of measuring, a trajectory, a narrative, a result nobody reports on."""
		return make_skp(
			self.instansi,
			nama,
			hasil_kerja=[
				make_hasil_kerja(),
				make_hasil_kerja("Arsip tertata", "Tambahan"),
				make_hasil_kerja("Sunyi"),
			],
			indikator=[
				make_indikator(),
				make_indikator(
					indikator="Lama",
					arah="Turun",
					target_min=1,
					target_maks=3,
					cara_hitung="Rata-rata",
					satuan="hari",
				),
				make_indikator(
					hasil_kerja_ke=2,
					indikator="Nilai",
					target_min=75,
					target_maks=80,
					cara_hitung="Nilai terakhir",
				),
				make_indikator(
					hasil_kerja_ke=2,
					indikator="Cara baru",
					arah="Naratif",
					target_naratif="Dipakai semua loket",
					target_min=0,
					target_maks=0,
					satuan=None,
				),
				make_indikator(
					hasil_kerja_ke=3,
					indikator="Tidak dilaporkan",
					arah="Ya/Tidak",
					target_min=1,
					target_maks=1,
				),
			],
		)

	def report(self, skp, bulan=range(1, 13), tahap: Tahap = Tahap.DITETAPKAN) -> None:
		"""Whole and odd figures; the last indikator is never reported on."""
		for ke in bulan:
			baris = []
			for nomor, iki in enumerate(skp.indikator[:4] if len(skp.indikator) > 1 else skp.indikator):
				isi = (
					{"realisasi_naratif": f"Uji coba {ke}"}
					if iki.arah == "Naratif"
					else {"realisasi": [90.35, 2.7, 70 + ke][nomor]}
				)
				baris.append({"indikator": iki.kunci, "dilaporkan": 1, **isi})
			bukti = [{"uraian": "Umum", "tautan": "https://arsip.example/umum"}]
			bukti += [
				{
					"uraian": "Khusus",
					"tautan": "https://arsip.example/khusus",
					"indikator": skp.indikator[0].kunci,
				}
			]
			with as_user(skp.pegawai_user):
				doc = frappe.get_doc(
					doctype="Realisasi Kinerja", skp=skp.name, masa_ke=ke, baris=baris, bukti=bukti
				).insert()
			for berikut in (Tahap.DIAJUKAN, Tahap.DITETAPKAN):
				if tahap in (berikut, Tahap.DITETAPKAN):
					move(doc, skp.pegawai_user if berikut == Tahap.DIAJUKAN else skp.penilai_user, berikut)

	def read(self) -> dict:
		"""Everything stored of the evaluations, but for what is made anew."""
		isi = {}
		for doctype in ("Evaluasi Kinerja", *TABEL):
			for row in frappe.get_all(
				doctype, fields=["*"], order_by="name" if doctype not in TABEL else "parent, idx"
			):
				kunci = (doctype, row.get("parent") or row.name, row.idx)
				isi[kunci] = {kolom: nilai for kolom, nilai in row.items() if kolom not in SELALU_LAIN}
		return isi

	def assert_sama(self, jenis: str = "Tahunan", masa_ke: int = 0) -> dict:
		self.prepare(jenis, masa_ke)
		borongan = self.read()
		daftar = frappe.get_all("Evaluasi Kinerja", fields=["skp", "jenis", "masa_ke"])
		for doctype in ("Evaluasi Kinerja", *TABEL):
			frappe.db.delete(doctype)
		with as_user(self.instansi.user["pengelola"]):
			for row in daftar:
				frappe.get_doc(doctype="Evaluasi Kinerja", **row).insert()
		satuan = self.read()
		self.assertEqual(sorted(borongan), sorted(satuan))
		for kunci, isi in satuan.items():
			self.assertEqual(borongan[kunci], isi, kunci)
		return satuan

	def get_hasil(self, isi: dict, skp, idx: int) -> dict:
		(nama,) = {kunci[1] for kunci, row in isi.items() if row.get("skp") == skp.name}
		return isi["Evaluasi Hasil Kerja", nama, idx]

	def test_of_a_year_with_every_way_of_measuring_feedback_and_a_result_of_the_unit(self):
		self.report(self.petugas, range(1, 12))
		self.report(self.petugas, [12], Tahap.DIAJUKAN)
		self.report(self.kolega, [3])
		make_kinerja_unit(self.instansi, "Baik")
		frappe.flags.current_date = date(2025, 11, 3)
		make_umpan_balik(self.petugas, sifat="Positif", isi="Cepat.", tautan_bukti="https://arsip.example/u")
		make_umpan_balik(self.petugas, user=self.instansi.user["kepala"])
		make_umpan_balik(
			self.petugas, sasaran="Perilaku Kerja", hasil_kerja=None, nilai="Harmonis", isi="Tenang."
		)
		make_umpan_balik(self.petugas, sasaran="Umum", hasil_kerja=None, isi="Secara umum baik.")
		frappe.flags.current_date = date(2026, 1, 5)
		isi = self.assert_sama()
		pertama, sunyi = self.get_hasil(isi, self.petugas, 1), self.get_hasil(isi, self.petugas, 5)
		self.assertIn("993,85 pendaftaran (22 bukti dukung)", pertama["realisasi"])
		self.assertIn("Cepat.", pertama["umpan_balik"])
		self.assertEqual(sunyi["tidak_dilaporkan"], 1)
		self.assertEqual(
			self.get_hasil(isi, self.petugas, 4)["realisasi"], "November 2025: Uji coba 11 (11 bukti dukung)"
		)

	def test_of_a_quarter(self):
		self.report(self.petugas, range(1, 6))
		self.report(self.kolega, range(1, 3))
		make_kinerja_unit(self.instansi, "Istimewa", "Periodik", 1)
		isi = self.assert_sama("Periodik", 1)
		self.assertEqual(self.get_hasil(isi, self.petugas, 1)["target_masa"], "250 pendaftaran")

	def test_the_head_follows_his_units_result(self):
		self.report(self.penilai)
		make_kinerja_unit(self.instansi, "Kurang")
		self.assert_sama()
		nama = self.get_evaluasi()["penilai"]
		self.assertEqual(
			frappe.db.get_value("Evaluasi Kinerja", nama, "usulan_rating_hasil"), "Dibawah Ekspektasi"
		)

	def test_of_a_plan_that_was_changed_since(self):
		"""What is evaluated is the version of then: an indikator that came later is not in it, the old target is."""
		self.report(self.petugas, range(1, 4))
		frappe.flags.current_date = date(2025, 7, 1)
		perubahan = make_perubahan(self.petugas, berlaku_mulai="2025-07-01")
		with as_user(self.petugas.pegawai_user):
			perubahan.indikator[0].target_min = perubahan.indikator[0].target_maks = 5000
			perubahan.append("indikator", make_indikator(indikator="Indikator baru"))
			perubahan.save()
		move(perubahan, self.petugas.pegawai_user, Tahap.DIAJUKAN)
		move(perubahan, self.petugas.penilai_user, Tahap.DITETAPKAN)
		frappe.flags.current_date = date(2026, 1, 5)
		isi = self.assert_sama("Periodik", 1)
		self.assertEqual(self.get_hasil(isi, self.petugas, 1)["target"], "1.000 pendaftaran")
		for doctype in ("Evaluasi Kinerja", *TABEL):
			frappe.db.delete(doctype)
		isi = self.assert_sama()
		self.assertEqual(self.get_hasil(isi, self.petugas, 1)["target"], "5.000 pendaftaran")

	def test_of_a_result_that_was_taken_over(self):
		self.report(self.petugas, range(1, 6))
		frappe.get_doc(
			doctype="Ambil Alih Hasil Kerja",
			name="AA-UJI",
			skp=self.petugas.name,
			periode=self.petugas.periode,
			hasil_kerja=self.petugas.hasil_kerja[0].kunci,
			rencana_hasil_kerja=self.petugas.hasil_kerja[0].rencana_hasil_kerja,
			tanggal="2025-05-15",
			catatan="Diteruskan Penilai.",
			nama_pengambil="Penilai",
			status="Berlaku",
		).db_insert()
		isi = self.assert_sama()
		self.assertIn("Diteruskan Penilai.", self.get_hasil(isi, self.petugas, 1)["ambil_alih"])

	def test_of_a_part_time_contract_by_its_own_quarters(self):
		frappe.db.set_value("Periode Kinerja", self.instansi.periode, "jenis_evaluasi_periodik", "Semesteran")
		frappe.clear_document_cache("Periode Kinerja", self.instansi.periode)
		frappe.db.set_value("SKP", self.kolega.name, {"jenis_asn": "PPPK Paruh Waktu", "akhir": "2025-09-30"})
		self.report(self.petugas, range(1, 7))
		self.assert_sama("Periodik", 1)
		milik = frappe.get_all("Evaluasi Kinerja", {"skp": self.kolega.name}, pluck="masa", order_by="akhir")
		self.assertEqual(milik, ["Triwulan I 2025", "Triwulan II 2025"])
		lain = frappe.get_all("Evaluasi Kinerja", {"skp": self.petugas.name}, pluck="masa")
		self.assertEqual(lain, ["Semester I 2025"])

	def test_where_reports_are_by_days_and_where_nothing_is_kept(self):
		self.report(self.petugas, range(1, 4))
		frappe.db.delete("Capaian Indikator", {"skp": self.petugas.name})
		self.assert_sama()
		for doctype in ("Evaluasi Kinerja", *TABEL):
			frappe.db.delete(doctype)
		frappe.db.set_value("Periode Kinerja", self.instansi.periode, "jenis_pendokumentasian", "Harian")
		frappe.clear_document_cache("Periode Kinerja", self.instansi.periode)
		self.assertTrue(self.assert_sama("Periodik", 1))


class TestSemua(UjiPenyiapan):
	def setUp(self):
		super().setUp()
		self.skp = {
			nama: make_skp(self.instansi, nama) for nama in ("penilai", "petugas", "kolega", "pengelola_unit")
		}

	def test_everybody_whose_plan_was_set_and_nobody_twice(self):
		make_skp(self.instansi, "pengelola", Tahap.DRAF)
		doc = self.prepare()
		self.assertEqual(set(self.get_evaluasi()), set(self.skp))
		self.assert_jumlah(doc, calon=4, dibuat=4, sudah_ada=0, galat=0)
		self.assertEqual(doc.status, "Selesai")
		self.assertIn("1 pegawai: SKP belum ditetapkan", doc.tidak_ikut)
		lagi = self.prepare(doc=doc)
		self.assert_jumlah(lagi, calon=4, dibuat=0, sudah_ada=4, galat=0)
		self.assertEqual(len(self.get_evaluasi()), 4)

	def test_each_penilai_goes_on_with_his(self):
		self.prepare()
		make_kinerja_unit(self.instansi)
		evaluasi = frappe.get_doc("Evaluasi Kinerja", self.get_evaluasi()["petugas"])
		self.assertEqual((evaluasi.tahap, evaluasi.workflow_state), ("Draf", "Draf"))
		self.assertEqual(evaluasi.predikat_organisasi, "Baik")
		with as_user(self.instansi.user["penilai"]):
			evaluasi.update(
				{
					"rating_hasil_kerja": evaluasi.usulan_rating_hasil or "Sesuai Ekspektasi",
					"rating_perilaku": "Sesuai Ekspektasi",
					"alasan_rating_hasil": "Sudah dibicarakan.",
				}
			).save()
		self.assertEqual(move(evaluasi, self.instansi.user["penilai"], Tahap.DITETAPKAN).tahap, "Ditetapkan")

	def test_what_a_penilai_has_begun_stays_his(self):
		mulai = make_evaluasi(self.instansi, self.skp["petugas"])
		with as_user(self.instansi.user["penilai"]):
			mulai.update({"catatan": "Sudah saya tulis."}).save()
		self.assert_jumlah(self.prepare(), dibuat=3, sudah_ada=1)
		self.assertEqual(mulai.reload().catatan, "Sudah saya tulis.")

	def test_hr_prepares_everybody_elses_and_not_her_own(self):
		make_skp(self.instansi, "pengelola")
		doc = self.prepare()
		self.assertNotIn("pengelola", self.get_evaluasi())
		self.assertIn("1 pegawai: milik Anda sendiri", doc.tidak_ikut)

	def test_a_unit_alone(self):
		lain = make_unit("Unit Jauh Uji", self.instansi.name)
		frappe.db.set_value("SKP", self.skp["kolega"].name, "unit_kerja", lain)
		self.prepare(unit_kerja=lain)
		self.assertEqual(set(self.get_evaluasi()), {"kolega"})

	def test_of_who_moved_the_plan_at_the_end_counts(self):
		frappe.db.set_value("SKP", self.skp["kolega"].name, {"akhir": "2025-06-30", "tahap": "Ditutup"})
		doc = self.prepare()
		self.assertNotIn("kolega", self.get_evaluasi())
		self.assertIn("1 pegawai: SKP berakhir sebelum masa ini selesai", doc.tidak_ikut)

	def test_each_penilai_is_told_once_how_many_wait(self):
		doc = self.prepare()
		with as_user(self.instansi.user["pengelola"]):
			jalankan(doc.name)
		milik = {"for_user": self.instansi.user["penilai"], "subject": ("like", "%sudah disiapkan")}
		self.assertEqual(
			frappe.get_all("Notification Log", milik, pluck="subject"),
			["2 evaluasi Tahun 2025 sudah disiapkan"],
		)

	def test_in_a_fixed_number_of_queries(self):
		banyak = []
		for daftar in (["petugas"], ["penilai", "kolega", "pengelola_unit"]):
			for doctype in ("Evaluasi Kinerja", *TABEL):
				frappe.db.delete(doctype)
			for nama, skp in self.skp.items():
				frappe.db.set_value("SKP", skp.name, "tahap", "Ditetapkan" if nama in daftar else "Draf")
			with watch_query() as kueri:
				self.prepare()
			banyak.append(kueri.call_count)
			self.assertEqual(set(self.get_evaluasi()), set(daftar))
		self.assertLessEqual(banyak[1] - banyak[0], 4, banyak)  # one notice more, not one query for each


class TestGalat(UjiPenyiapan):
	def setUp(self):
		super().setUp()
		self.skp = {
			nama: make_skp(self.instansi, nama) for nama in ("penilai", "petugas", "kolega", "pengelola_unit")
		}

	def test_who_has_no_penilai_is_named_and_the_others_go_on(self):
		frappe.db.set_value("SKP", self.skp["kolega"].name, {"penilai": None, "penilai_user": None})
		doc = self.prepare()
		self.assertEqual(set(self.get_evaluasi()), set(self.skp) - {"kolega"})
		self.assertEqual([row.pegawai for row in doc.galat], [self.instansi.pegawai["kolega"]])
		self.assertIn("tidak mempunyai Pejabat Penilai", doc.galat[0].pesan)
		self.assertEqual(doc.galat[0].nama_pegawai, "Kolega")

	def test_a_plan_whose_figures_cannot_be_worked_out_is_named(self):
		make_realisasi(self.skp["kolega"], 1, 10)
		kunci = self.skp["kolega"].indikator[0].name
		frappe.db.set_value("SKP Indikator", kunci, "arah", "Ke samping")
		doc = self.prepare()
		self.assertEqual(set(self.get_evaluasi()), set(self.skp) - {"kolega"})
		self.assertIn("tidak dapat dihitung", doc.galat[0].pesan)
		self.assertIn("Perbaiki indikator dan targetnya", doc.galat[0].pesan)

	def test_what_only_the_database_refuses_is_found_and_named(self):
		asli, buruk = pelaksanaan.insert_banyak, self.skp["kolega"].name.removeprefix("SKP-")

		def insert(doctype, rows):
			asli(doctype, rows)
			if doctype == "Evaluasi Perilaku" and any(buruk in row["parent"] for row in rows):
				asli(doctype, [{**rows[0], "kolom_yang_tidak_ada": 1}])

		with patch.object(pelaksanaan, "insert_banyak", insert):
			doc = self.prepare()
		self.assertEqual(set(self.get_evaluasi()), set(self.skp) - {"kolega"})
		self.assertIn("Basis data menolak evaluasi ini", doc.galat[0].pesan)
		for doctype in TABEL:
			self.assertFalse(frappe.db.exists(doctype, {"parent": ("like", f"%{buruk}%")}))

	def test_one_that_is_made_in_the_same_moment_counts_as_there(self):
		asli = pelaksanaan.find_halangan

		def find(konteks, calon):
			make_evaluasi(self.instansi, self.skp["petugas"])
			return asli(konteks, calon)

		with patch.object(pelaksanaan, "find_halangan", find):
			doc = self.prepare()
		self.assert_jumlah(doc, dibuat=3, sudah_ada=1, galat=0)


class TestTerhenti(UjiPenyiapan):
	def setUp(self):
		super().setUp()
		self.skp = {
			nama: make_skp(self.instansi, nama) for nama in ("penilai", "petugas", "kolega", "pengelola_unit")
		}

	def kill(self, doc, ke: int) -> None:
		"""The worker dies while it writes the ``ke``-th evaluation, between two tables."""
		asli, potongan = pelaksanaan.insert_banyak, []

		def insert(doctype, rows):
			if doctype == "Evaluasi Kinerja":
				potongan.append(rows)
			if doctype == "Evaluasi Perilaku" and len(potongan) == ke:
				raise Dibunuh
			asli(doctype, rows)

		with (
			patch.object(pelaksanaan, "BANYAK", 1),
			patch.object(pelaksanaan, "insert_banyak", insert),
			komit_semu() as rollback,
		):
			with self.assertRaises(Dibunuh), as_user(self.instansi.user["pengelola"]):
				take_giliran(doc)
				frappe.db.commit()
				jalankan(doc.name)
			rollback()  # what a server does with a connection that is gone
		doc.reload()

	def test_a_killed_run_is_gone_on_with_and_nothing_is_doubled_or_half_made(self):
		doc = self.make()
		self.kill(doc, 3)
		self.assertEqual((doc.status, doc.jumlah_dibuat, len(self.get_evaluasi())), ("Berjalan", 2, 2))
		self.assert_ditolak("sedang berjalan sejak", frappe.ValidationError, take_giliran, doc)
		diam = add_to_date(get_now(), minutes=-6)
		frappe.db.set_value(doc.doctype, doc.name, "modified", diam, update_modified=False)
		self.prepare(doc=doc.reload())
		self.assertEqual(set(self.get_evaluasi()), set(self.skp))
		self.assert_jumlah(doc, dibuat=4, sudah_ada=0, galat=0)
		for nama in self.get_evaluasi().values():
			self.assertEqual(frappe.db.count("Evaluasi Perilaku", {"parent": nama}), 7)
			self.assertEqual(frappe.db.count("Evaluasi Hasil Kerja", {"parent": nama}), 1)

	def test_a_failure_of_the_whole_run_is_said_and_can_be_gone_on_with(self):
		doc = self.make()
		with (
			patch.object(pelaksanaan, "get_calon", side_effect=RuntimeError("rusak")),
			self.assertRaises(RuntimeError),
		):
			self.prepare(doc=doc)
		self.assertEqual(doc.reload().status, "Terhenti")
		self.assertEqual(self.prepare(doc=doc).status, "Selesai")
		self.assertEqual(len(self.get_evaluasi()), 4)


class TestMeja(UjiPenyiapan):
	def test_started_once_by_hr_of_the_agency_alone(self):
		make_skp(self.instansi)
		doc = self.make()
		for nama in ("penilai", "pengelola_unit", "auditor", "tetangga"):
			with self.subTest(nama), as_user(self.instansi.user[nama]):
				for metode in (api.start, api.preview):
					self.assert_ditolak(
						"", (frappe.PermissionError, frappe.DoesNotExistError), metode, doc.name
					)
		with as_user(self.instansi.user["pengelola"]), patch("frappe.enqueue") as enqueue:
			api.start(doc.name)
			self.assertEqual(enqueue.call_args.args[0], "kinerja_asn.services.penilaian.penyiapan.latar.run")
			self.assert_ditolak("sedang berjalan sejak", frappe.ValidationError, api.start, doc.name)

	def test_the_preview_says_what_the_run_makes(self):
		make_skp(self.instansi)
		kolega = make_skp(self.instansi, "kolega")
		frappe.db.set_value("SKP", kolega.name, {"penilai": None, "penilai_user": None})
		doc = self.make()
		with as_user(self.instansi.user["pengelola"]):
			hitungan = api.preview(doc.name)
		self.assertEqual(frappe.db.count("Evaluasi Kinerja"), 0)
		self.assertEqual([baris["nama"] for baris in hitungan["galat"]], ["Kolega"])
		self.prepare(doc=doc)
		self.assert_jumlah(
			doc, **{kunci: hitungan[f"jumlah_{kunci}"] for kunci in ("calon", "dibuat", "sudah_ada", "galat")}
		)

	def test_not_before_its_time(self):
		make_skp(self.instansi)
		frappe.flags.current_date = date(2025, 11, 1)
		doc = self.make()
		with as_user(self.instansi.user["pengelola"]):
			self.assert_ditolak(
				"dapat disiapkan mulai 31-12-2025", frappe.ValidationError, api.start, doc.name
			)

	def test_counts_that_a_client_sends_are_not_believed(self):
		doc = self.make(status="Selesai", jumlah_dibuat=99, masa="Tahun 1900").reload()
		self.assertEqual((doc.status, doc.jumlah_dibuat, doc.masa), ("Menunggu", 0, "Tahun 2025"))
		self.assert_ditolak("Masa ke-9 tidak ada", frappe.ValidationError, self.make, "Periodik", 9)
