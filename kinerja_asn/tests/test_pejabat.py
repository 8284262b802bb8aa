"""Who cannot act is not chosen, and what waits for him is named and passed on."""

from unittest.mock import patch

import frappe
from frappe.desk.query_report import run as run_laporan
from frappe.desk.search import search_link

from kinerja_asn.api import alur as api_alur
from kinerja_asn.api.orang import pejabat as api
from kinerja_asn.constants.istilah import HalanganBertindak, Tahap
from kinerja_asn.constants.peran import PEGAWAI, PENILAI
from kinerja_asn.laporan.pejabat import build_laporan
from kinerja_asn.permissions.giliran import get_giliran
from kinerja_asn.permissions.lingkup import forget_lingkup, has_left
from kinerja_asn.portal.penilaian.evaluasi import make_evaluasi as make_evaluasi_baru
from kinerja_asn.services.giliran.antrean import count_antrean
from kinerja_asn.services.orang.pihak import snapshot_pihak
from kinerja_asn.services.perencanaan.penyelarasan.pembagian_peran import require_pembagi
from kinerja_asn.services.perpindahan import penerusan
from kinerja_asn.services.perpindahan.tertahan import ATASAN, find_tertahan
from kinerja_asn.tahap.alur import find_tindakan
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

LAPORAN = "Menunggu Pejabat yang Tidak Dapat Bertindak"


class UjiPejabat(UjiKinerja):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = "2025-08-15"
		self.baru = add_pegawai(
			self.instansi, "penerus", 50, self.instansi.unit, self.instansi.pegawai["kepala"]
		)
		self.addCleanup(self.instansi.user.pop, "penerus")
		self.addCleanup(self.instansi.pegawai.pop, "penerus")

	def disable(self, nama: str) -> None:
		frappe.db.set_value("User", self.instansi.user[nama], "enabled", 0)

	def leave(self, nama: str) -> None:
		frappe.db.set_value("Employee", self.instansi.pegawai[nama], "status", "Left")

	def unlink(self, nama: str) -> None:
		frappe.get_doc("Employee", self.instansi.pegawai[nama]).update({"user_id": None}).save()

	def get_tertahan(self, *daftar) -> dict[str, tuple]:
		"""DocType and name -> why, and in what part somebody is waited for; of the documents ``daftar``, else all."""
		nama = {doc.name for doc in daftar}
		return {
			baris.name: (baris.sebab, baris.sebagai)
			for baris in find_tertahan()
			if not nama or baris.name in nama
		}


class TestDipilih(UjiPejabat):
	def assign(self, **isi):
		nilai = {
			"pegawai": self.instansi.pegawai["petugas"],
			"penilai": self.baru,
			"dari": "2025-02-01",
			**isi,
		}
		return frappe.get_doc(doctype="Penugasan Penilai", **nilai).insert()

	def test_who_has_left_or_has_no_account_in_use_is_not_assigned(self):
		for rusak, pesan in (
			(self.leave, "bukan pegawai aktif lagi"),
			(self.disable, "dinonaktifkan"),
			(self.unlink, "belum memiliki akun"),
		):
			frappe.db.savepoint("pilih")
			rusak("penerus")
			with self.subTest(pesan):
				self.assert_ditolak(pesan, frappe.ValidationError, self.assign)
			frappe.db.rollback(save_point="pilih")

	def test_nor_as_superior_but_a_head_of_region_needs_no_account(self):
		isi = {"penilai": self.instansi.pegawai["kepala"], "atasan_penilai": self.baru}
		self.unlink("penerus")
		self.assign(**isi).delete()
		self.leave("penerus")
		self.assert_ditolak("bukan pegawai aktif lagi", frappe.ValidationError, self.assign, **isi)

	def test_an_assignment_on_record_can_be_ended_whatever_became_of_its_people(self):
		penugasan = self.assign()
		self.leave("penerus")
		penugasan.update({"sampai": "2025-08-14"}).save()
		self.assertEqual(str(penugasan.reload().sampai), "2025-08-14")

	def test_nor_in_a_move(self):
		self.disable("penerus")
		doc = frappe.get_doc(
			doctype="Perpindahan Kinerja",
			jenis="Pergantian Pejabat Penilai",
			tanggal="2025-08-15",
			penilai_lama=self.instansi.pegawai["penilai"],
			penilai_baru=self.baru,
		)
		self.assert_ditolak("dinonaktifkan", frappe.ValidationError, doc.insert)

	def test_after_a_stand_in_nobody_is_assigned_to_who_has_left(self):
		lama = self.instansi.pegawai["penilai"]
		frappe.db.set_value("Employee", self.instansi.pegawai["petugas"], "reports_to", None)
		penugasan = self.assign(penilai=lama, dari="2025-01-01")
		make_skp(self.instansi)
		self.leave("penilai")
		with as_user(self.instansi.user["pengelola"]):
			frappe.get_doc(
				doctype="Perpindahan Kinerja",
				jenis="Penunjukan Plt./Plh. Pejabat Penilai",
				tanggal="2025-08-15",
				sampai="2025-09-30",
				sebagai="Plt.",
				penilai_lama=lama,
				penilai_baru=self.baru,
			).insert()
		self.assertEqual(str(penugasan.reload().sampai), "2025-08-14")
		saring = {"pegawai": self.instansi.pegawai["petugas"], "dari": (">", "2025-08-14")}
		self.assertEqual(frappe.get_all("Penugasan Penilai", saring, pluck="penilai"), [self.baru])

	def test_nor_by_whoever_assigns_a_result(self):
		isi = {
			"bentuk": "Pengajuan sukarela",
			"pegawai": self.instansi.pegawai["petugas"],
			"pemberi": self.baru,
			"rencana_hasil_kerja": "Terlaksananya layanan jemput bola",
			"aspek": "Kuantitas",
			"indikator": "Jumlah layanan",
			"arah": "Naik",
			"target_min": 2,
			"target_maks": 2,
			"satuan": "kegiatan",
			"cara_hitung": "Jumlah",
		}
		self.unlink("penerus")
		with as_user(self.instansi.user["petugas"]):
			doc = frappe.get_doc(doctype="Penugasan Kinerja", **isi)
			self.assert_ditolak("belum memiliki akun", frappe.ValidationError, doc.insert)
			self.disable("penilai")
			doc = frappe.get_doc(
				doctype="Penugasan Kinerja", **{**isi, "pemberi": self.instansi.pegawai["kepala"]}
			)
			self.assert_ditolak("dinonaktifkan", frappe.ValidationError, doc.insert)

	def test_link_fields_leave_them_out(self):
		def cari(nama: str, *selain: str) -> list[str]:
			saring = {"selain": [self.instansi.pegawai[orang] for orang in selain]}
			rows = api.search("Employee", nama, "name", 0, 10, frappe.as_json(saring))
			return [row[1] for row in rows]

		self.assertEqual(cari("Penerus"), ["Penerus"])
		self.assertEqual(cari("Penerus", "penerus"), [])
		self.disable("penerus")
		self.assertEqual(cari("Penerus"), [])
		self.leave("kolega")
		self.assertEqual(cari("Kolega"), [])

	def test_an_officer_is_found_by_his_nrp_wherever_somebody_is_chosen(self):
		frappe.db.set_value("Employee", self.baru, {"nip": None, "nrp": "78051234"})
		with as_user(self.instansi.user["pengelola"]):
			self.assertEqual(
				[row[0] for row in api.search("Employee", "78051234", "name", 0, 10)], [self.baru]
			)
		frappe.clear_cache(doctype="Employee")
		ditemukan = search_link("Employee", "78051234", filters={"status": "Active"})
		ditemukan = ditemukan if ditemukan is not None else frappe.response.pop("results")
		self.assertEqual([row["value"] for row in ditemukan], [self.baru])


class TestTertahan(UjiPejabat):
	def test_every_open_document_is_named_with_whom_it_waits_for_and_why(self):
		berlaku = make_skp(self.instansi)
		laporan = make_realisasi(berlaku, 1, 10, Tahap.DIAJUKAN)
		draf = make_skp(self.instansi, "kolega", Tahap.DRAF)
		self.assertEqual(self.get_tertahan(berlaku, laporan, draf), {})
		self.leave("penilai")
		sebab = (HalanganBertindak.TIDAK_AKTIF, PENILAI)
		self.assertEqual(self.get_tertahan(), {berlaku.name: sebab, laporan.name: sebab})
		self.unlink("kolega")
		self.assertEqual(self.get_tertahan(draf), {draf.name: (HalanganBertindak.TANPA_AKUN, PEGAWAI)})

	def test_a_disabled_account_and_the_employee_himself(self):
		diajukan = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		self.disable("penilai")
		self.assertEqual(self.get_tertahan(diajukan), {diajukan.name: (HalanganBertindak.AKUN_MATI, PENILAI)})
		diri = {"penilai": diajukan.pegawai, "penilai_user": diajukan.pegawai_user}
		frappe.db.set_value("SKP", diajukan.name, diri)
		self.assertEqual(
			self.get_tertahan(diajukan), {diajukan.name: (HalanganBertindak.DIRI_SENDIRI, PENILAI)}
		)
		frappe.db.set_value("SKP", diajukan.name, {"penilai": None, "penilai_user": None})
		self.assertEqual(self.get_tertahan(diajukan), {diajukan.name: (HalanganBertindak.BELUM_ADA, PENILAI)})

	def test_a_plan_that_has_passed_waits_for_the_atasan(self):
		diajukan = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		self.disable("penilai")
		beralih = {"dialihkan_pada": "2025-02-01 01:00:00", "penetap_user": diajukan.atasan_penilai_user}
		frappe.db.set_value("SKP", diajukan.name, beralih)
		self.assertEqual(self.get_tertahan(diajukan), {})
		self.disable("kepala")
		self.assertEqual(self.get_tertahan(diajukan), {diajukan.name: (HalanganBertindak.AKUN_MATI, ATASAN)})

	def test_what_is_closed_waits_for_nobody(self):
		skp = make_skp(self.instansi)
		move(skp, self.instansi.user["pengelola"], Tahap.DITUTUP)
		self.leave("penilai")
		self.assertEqual(self.get_tertahan(skp), {})

	def test_as_many_queries_for_one_as_for_many(self):
		make_skp(self.instansi)
		self.leave("penilai")
		find_tertahan()  # reads the workflows
		with watch_query() as sedikit:
			find_tertahan()
		frappe.db.set_value("Employee", self.instansi.pegawai["penilai"], "status", "Active")
		make_skp(self.instansi, "kolega")
		self.leave("penilai")
		with watch_query() as banyak:
			self.assertEqual(len(find_tertahan()), 2)
		self.assertEqual(banyak.call_count, sedikit.call_count)


class TestLaporanPejabat(UjiPejabat):
	def test_it_names_what_is_to_be_done(self):
		make_skp(self.instansi)
		make_skp(self.instansi, "kolega", Tahap.DRAF)
		self.leave("penilai")
		self.unlink("kolega")
		_kolom, baris, _pesan, bagan, kartu = build_laporan({})
		perbaikan = {row["nama_pegawai"]: (row["perbaikan"], row["dapat_dialihkan"]) for row in baris}
		self.assertEqual(
			perbaikan,
			{
				"Petugas": ("Alihkan kepada pejabat lain", 1),
				"Kolega": ("Lengkapi akun pada data pegawai", 0),
			},
		)
		self.assertEqual(sum(nomor["value"] for nomor in kartu), 2)
		jumlah = [sum(deret["values"]) for deret in bagan["data"]["datasets"]]
		self.assertEqual((len(bagan["data"]["labels"]), sum(jumlah)), (1, 2))
		self.assertEqual(len(build_laporan({"sebab": "Tidak aktif lagi"})[1]), 1)
		self.assertEqual(build_laporan({"periode": "DUK-1999"})[1], [])

	def test_it_names_superiors_in_a_circle(self):
		frappe.db.set_value(
			"Employee", self.instansi.pegawai["kepala"], "reports_to", self.instansi.pegawai["penilai"]
		)
		with as_user(self.instansi.user["pengelola"]):
			self.assertIn("Saling menjadi atasan: Kepala, Penilai.", build_laporan({})[2])
		with as_user(self.instansi.user["tetangga"]):
			self.assertIsNone(build_laporan({})[2])

	def test_everybody_reads_of_his_own_people_only(self):
		make_skp(self.instansi)
		make_skp(self.instansi, "pengelola")
		self.leave("penilai")
		self.disable("kepala")
		for nama, terlihat in (
			("pengelola", {"Petugas", "Pengelola"}),
			("auditor", {"Petugas", "Pengelola"}),
			("pengelola_unit", {"Petugas"}),
			("tetangga", set()),
		):
			with self.subTest(nama), as_user(self.instansi.user[nama]):
				hasil = run_laporan(LAPORAN, {})["result"]
				self.assertEqual({row["nama_pegawai"] for row in hasil if isinstance(row, dict)}, terlihat)
		for nama in ("petugas", "kolega"):
			with as_user(self.instansi.user[nama]), self.assertRaises(frappe.PermissionError):
				run_laporan(LAPORAN, {})


class TestPenerusan(UjiPejabat):
	def setUp(self):
		super().setUp()
		self.skp = make_skp(self.instansi)
		self.laporan = make_realisasi(self.skp, 1, 10, Tahap.DIAJUKAN)
		self.diajukan = make_skp(self.instansi, "kolega", Tahap.DIAJUKAN)
		self.penerus = self.instansi.user["penerus"]

	def pass_on(self, *daftar, user: str = "pengelola", baru: str | None = None) -> str:
		dokumen = frappe.as_json([(doc.doctype, doc.name) for doc in daftar])
		with as_user(self.instansi.user[user]):
			return api.pass_on(dokumen, baru or self.baru, "Surat perintah 800/12")

	def preview(self, *daftar, user: str = "pengelola", baru: str | None = None) -> dict:
		dokumen = frappe.as_json([(doc.doctype, doc.name) for doc in daftar])
		with as_user(self.instansi.user[user]):
			return api.preview(dokumen, baru or self.baru)

	def test_one_passes_with_all_that_is_open_of_its_employee(self):
		self.leave("penilai")
		self.assertIn("1 Realisasi Kinerja", self.pass_on(self.laporan))
		for doc in (self.skp, self.laporan):
			self.assertEqual((doc.reload().penilai, doc.penilai_user), (self.baru, self.penerus))
		self.assertEqual(self.diajukan.reload().penilai, self.instansi.pegawai["penilai"])
		move(self.laporan, self.penerus, Tahap.DITETAPKAN)
		self.assertEqual(snapshot_pihak(self.skp.pegawai)["penilai"], self.baru)
		berikut = make_realisasi(self.skp, 2, 10, Tahap.DIAJUKAN)
		self.assertEqual(berikut.penilai_user, self.penerus)
		self.assertEqual(self.get_tertahan(self.skp, self.laporan), {})

	def test_all_pass_and_leave_a_trace(self):
		self.leave("penilai")
		semua = (self.skp, self.laporan, self.diajukan)
		self.assertEqual(self.preview(*semua)["pegawai"], 2)
		self.assertEqual(self.skp.reload().penilai, self.instansi.pegawai["penilai"])
		self.pass_on(*semua)
		self.assertEqual(self.get_tertahan(), {})
		for doc in semua:
			jejak = {"reference_doctype": doc.doctype, "reference_name": doc.name, "comment_type": "Info"}
			self.assertIn(
				"Dialihkan kepada Penerus", " ".join(frappe.get_all("Comment", jejak, pluck="content"))
			)
		move(self.diajukan.reload(), self.penerus, Tahap.DITETAPKAN)

	def test_an_evaluation_that_was_set_and_not_handed_over_passes_too(self):
		frappe.flags.current_date = "2025-12-31"
		make_kinerja_unit(self.instansi)
		evaluasi = make_evaluasi(self.instansi, self.skp)
		with as_user(self.skp.penilai_user):
			evaluasi.rating_hasil_kerja = evaluasi.rating_perilaku = "Sesuai Ekspektasi"
			evaluasi.alasan_rating_hasil = "Sesuai pengamatan."
			evaluasi.save()
		move(evaluasi, self.skp.penilai_user, Tahap.DITETAPKAN)
		self.leave("penilai")
		self.pass_on(evaluasi)
		move(evaluasi.reload(), self.penerus, Tahap.DISERAHKAN)
		self.assertEqual(evaluasi.ditetapkan_oleh, self.instansi.user["penilai"])

	def test_a_plan_whose_atasan_cannot_act_passes_to_another_and_its_penilai_stays(self):
		beralih = {"dialihkan_pada": "2025-02-01 01:00:00", "penetap_user": self.diajukan.atasan_penilai_user}
		frappe.db.set_value("SKP", self.diajukan.name, beralih)
		self.disable("kepala")
		self.pass_on(self.diajukan)
		self.diajukan.reload()
		self.assertEqual(
			(self.diajukan.penilai, self.diajukan.atasan_penilai, self.diajukan.penetap_user),
			(self.instansi.pegawai["penilai"], self.baru, self.penerus),
		)
		move(self.diajukan, self.penerus, Tahap.DITETAPKAN)

	def test_nobody_passes_to_himself_or_about_himself(self):
		milik_pencatat = make_skp(self.instansi, "pengelola", Tahap.DIAJUKAN)
		milik_penerus = make_skp(self.instansi, "penerus", Tahap.DIAJUKAN)
		self.disable("kepala")
		self.leave("penilai")
		hasil = self.pass_on(milik_pencatat, milik_penerus, self.diajukan)
		self.assertIn("Pengelola: dokumen Anda sendiri", hasil)
		self.assertIn("Penerus: ia sendiri pejabat yang dipilih", hasil)
		self.assertEqual(self.diajukan.reload().penilai, self.baru)
		for doc in (milik_pencatat, milik_penerus):
			self.assertEqual(doc.reload().penilai, self.instansi.pegawai["kepala"])
		self.assert_ditolak(
			"kepada diri sendiri",
			frappe.PermissionError,
			self.pass_on,
			self.skp,
			baru=self.instansi.pegawai["pengelola"],
		)

	def test_only_hr_of_the_agency_passes_on_and_only_what_waits_in_vain(self):
		for nama in ("petugas", "kolega", "penilai", "auditor", "pengelola_unit"):
			with self.subTest(nama):
				for langkah in (self.pass_on, self.preview):
					with self.assertRaises(frappe.PermissionError):
						langkah(self.laporan, user=nama)
		self.pass_on(self.laporan)  # its Penilai can act: there is nothing to pass on
		self.leave("penilai")
		self.assertEqual(self.preview(self.laporan, user="tetangga")["pegawai"], 0)
		self.pass_on(self.laporan, user="tetangga")
		self.assertEqual(self.laporan.reload().penilai, self.instansi.pegawai["penilai"])

	def test_what_cannot_be_passed_on_is_refused(self):
		self.leave("penilai")
		self.disable("penerus")
		self.assert_ditolak("dinonaktifkan", frappe.ValidationError, self.preview, self.laporan)
		self.assert_ditolak("Pilih dokumen", frappe.ValidationError, self.pass_on)
		with as_user(self.instansi.user["pengelola"]):
			dokumen = [[self.laporan.doctype, self.laporan.name]]
			self.assert_ditolak(
				"Tulis dasarnya", frappe.ValidationError, api.pass_on, dokumen, self.baru, " "
			)

	def test_one_failure_is_named_and_stops_nobody(self):
		frappe.get_doc(
			doctype="Penugasan Penilai",
			pegawai=self.skp.pegawai,
			penilai=self.instansi.pegawai["penilai"],
			dari="2025-01-01",
		).insert()
		self.leave("penilai")
		asli = penerusan.assign

		def assign(pegawai, *args):
			if pegawai == self.skp.pegawai:
				frappe.throw("Tidak bisa.")
			return asli(pegawai, *args)

		with patch.object(penerusan, "assign", assign):
			hasil = self.pass_on(self.skp, self.diajukan)
		self.assertIn("Petugas: Tidak bisa.", hasil)
		self.assertEqual(self.skp.reload().penilai, self.instansi.pegawai["penilai"])
		self.assertEqual(self.diajukan.reload().penilai, self.baru)

	def test_many_pass_in_the_background_and_hr_is_told(self):
		self.leave("penilai")
		semua = (self.skp, self.laporan, self.diajukan)
		with patch.object(penerusan, "SEKALIGUS", 1), patch.object(penerusan.frappe, "enqueue") as antrean:
			self.assertIn("latar belakang", self.pass_on(*semua))
			self.assertEqual(len(self.get_tertahan(*semua)), 3)
			isi = {nama: antrean.call_args.kwargs[nama] for nama in ("kunci", "baru", "dasar")}
			with patch.object(frappe.db, "commit"), as_user(self.instansi.user["pengelola"]):
				penerusan.run(**isi)
		self.assertEqual(self.get_tertahan(*semua), {})
		kabar = {"for_user": self.instansi.user["pengelola"], "document_type": "Periode Kinerja"}
		self.assertIn("Dokumen 2 pegawai", frappe.get_all("Notification Log", kabar, pluck="subject")[0])


class TestKeluar(UjiPejabat, UjiPortal):
	"""An official has left, and nobody has switched his account off."""

	SEBAB = "tidak bertugas lagi"

	def setUp(self):
		super().setUp()
		self.skp = make_skp(self.instansi)
		self.laporan = make_realisasi(self.skp, 1, 10, Tahap.DIAJUKAN)
		self.diajukan = make_skp(self.instansi, "kolega", Tahap.DIAJUKAN)
		self.penilai = self.instansi.user["penilai"]

	def relieve(self, **data) -> None:
		frappe.db.set_value("Employee", self.instansi.pegawai["penilai"], data)
		forget_lingkup()

	def refuse(self, fungsi, *args, **kwargs) -> None:
		with as_user(self.penilai):
			self.assert_ditolak(self.SEBAB, frappe.PermissionError, fungsi, *args, **kwargs)

	def test_he_decides_nothing_whatever_the_road(self):
		for data in ({"status": "Left"}, {"status": "Inactive"}, {"relieving_date": "2025-08-14"}):
			frappe.db.savepoint("keluar")
			self.relieve(**data)
			with self.subTest(data):
				for doc in (self.diajukan, self.laporan):
					versi = str(doc.modified)
					self.refuse(api_alur.advance, doc.doctype, doc.name, str(Tahap.DITETAPKAN), versi)
				self.refuse(api_alur.send_back, "Realisasi Kinerja", self.laporan.name, "Lengkapi", versi)
				self.refuse(self.apply_di_desk, self.laporan)
				self.refuse(self.save_di_desk, self.diajukan)
				self.refuse(self.make_umpan_balik)
				self.refuse(make_evaluasi_baru, self.skp.name, "Tahunan", "0")
				self.refuse(require_pembagi, self.skp)
			frappe.db.rollback(save_point="keluar")
			forget_lingkup()

	def apply_di_desk(self, doc) -> None:
		isi = frappe.get_doc(doc.doctype, doc.name).as_dict()
		tindakan = find_tindakan(doc.doctype, doc.workflow_state, Tahap.DITETAPKAN, frappe.get_roles())
		api_alur.apply_workflow(frappe.as_json(isi), tindakan)

	def save_di_desk(self, doc) -> None:
		isi = frappe.get_doc(doc.doctype, doc.name)
		isi.perilaku[0].ekspektasi_khusus = "Lebih cepat"
		isi.save()

	def make_umpan_balik(self) -> None:
		isi = {"sasaran": "Umum", "sifat": "Positif", "isi": "Bagus", "tanggal": "2025-08-15"}
		frappe.get_doc(doctype="Umpan Balik Kinerja", skp=self.skp.name, **isi).insert()

	def test_until_his_last_day_he_decides(self):
		self.relieve(relieving_date="2025-08-15")
		with as_user(self.penilai):
			api_alur.advance(
				"Realisasi Kinerja", self.laporan.name, str(Tahap.DITETAPKAN), str(self.laporan.modified)
			)
		self.assertEqual(self.laporan.reload().tahap, Tahap.DITETAPKAN)

	def test_nothing_waits_for_him_and_the_report_says_why(self):
		self.assertGreater(count_antrean(self.penilai), 0)
		self.relieve(relieving_date="2025-08-14")
		self.assertEqual(count_antrean(self.penilai), 0)
		giliran = get_giliran("SKP", [self.diajukan])[self.diajukan.name]
		self.assertEqual([bagian.users for bagian in giliran], [()])
		sebab = (HalanganBertindak.TIDAK_AKTIF, PENILAI)
		self.assertEqual(self.get_tertahan(self.laporan), {self.laporan.name: sebab})

	def test_what_names_him_he_goes_on_reading(self):
		self.relieve(status="Left")
		with as_user(self.penilai):
			self.assertTrue(frappe.get_doc("SKP", self.skp.name).has_permission("read"))
			self.assertFalse(frappe.get_doc("SKP", self.skp.name).has_permission("write"))

	def test_his_pages_say_so_and_offer_nothing(self):
		self.relieve(status="Left")
		for alamat in ("/kinerja/tim", f"/kinerja/tim/skp?name={self.diajukan.name}"):
			halaman = self.open("penilai", alamat)
			self.assertIn(self.SEBAB, halaman.teks)
			self.assertFalse(halaman.has_tombol("tetapkan"))
		jawaban = self.open("penilai", alamat, {"aksi": "tetapkan", "modified": str(self.diajukan.modified)})
		self.assertIn(self.SEBAB, jawaban.get_galat())
		self.assertEqual(self.diajukan.reload().tahap, Tahap.DIAJUKAN)

	def test_who_is_in_service_with_another_record_goes_on(self):
		frappe.db.set_value("Employee", self.baru, "user_id", self.penilai)
		self.relieve(status="Left")
		self.assertFalse(has_left(self.penilai))


class TestKartu(UjiPejabat):
	def test_it_counts_what_the_report_lists_for_who_may_see_it(self):
		make_skp(self.instansi)
		self.leave("penilai")
		for nama in ("pengelola", "auditor", "pengelola_unit", "tetangga"):
			with self.subTest(nama), as_user(self.instansi.user[nama]):
				self.assertEqual(api.count_tertahan()["value"], len(build_laporan({})[1]))
		with as_user(self.instansi.user["petugas"]), self.assertRaises(frappe.PermissionError):
			api.count_tertahan()

	def test_it_stands_in_the_workspace(self):
		kartu = frappe.get_all("Workspace Number Card", {"parent": "Kinerja ASN"}, pluck="number_card_name")
		self.assertIn("Menunggu pejabat yang tidak dapat bertindak", kartu)
