"""Rencana aksi (form B.1.1, p. 67): written by the employee, agreed by his Penilai, a lock for nothing, and attacked."""

from datetime import date

import frappe

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.services.giliran.antrean import count_antrean
from kinerja_asn.services.pelaksanaan.rencana_aksi import agree, ask, get_langkah, get_langkah_masa
from kinerja_asn.services.perpindahan.penerusan import pass_on
from kinerja_asn.tests.basis import UjiKinerja, watch_query
from kinerja_asn.tests.factories import (
	as_user,
	change_akun,
	make_hasil_kerja,
	make_indikator,
	make_langkah,
	make_perubahan,
	make_realisasi,
	make_rencana_aksi,
	make_skp,
	move,
)

DOCTYPE = "Rencana Aksi"
DISUSUN, MENUNGGU, DISEPAKATI = "Disusun", "Menunggu kesepakatan", "Disepakati"
BERUBAH = "Berubah sejak disepakati"


class UjiRencanaAksi(UjiKinerja):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2025, 2, 3)
		self.skp = make_skp(
			self.instansi,
			hasil_kerja=[make_hasil_kerja("Arsip tertata", "Tambahan"), make_hasil_kerja("Pengaduan tuntas")],
			indikator=[make_indikator(), make_indikator(hasil_kerja_ke=2, indikator="Lama penyelesaian")],
		)
		self.petugas, self.penilai = self.skp.pegawai_user, self.skp.penilai_user

	def make(self, status: str = DISUSUN, *langkah: tuple):
		langkah = langkah or (
			(1, "Memilah arsip", "Januari", "Maret"),
			(2, "Menyusun jawaban baku", "Mei", "Mei"),
		)
		return make_rencana_aksi(self.skp, *langkah, status=status)

	def save_as(self, nama: str, doc, **isi):
		with as_user(self.instansi.user[nama]):
			return frappe.get_doc(DOCTYPE, doc.name).update(isi).save()

	def agree_as(self, nama: str, doc):
		with as_user(self.instansi.user[nama]):
			tersimpan = frappe.get_doc(DOCTYPE, doc.name)
			return agree(tersimpan, str(tersimpan.modified))

	def ask_as(self, nama: str, permintaan: str = ""):
		with as_user(self.instansi.user[nama]):
			ask(frappe.get_doc("SKP", self.skp.name), permintaan)
		return frappe.get_doc(DOCTYPE, self.skp.name)

	def get_kabar(self, user: str) -> list[str]:
		saring = {"document_type": DOCTYPE, "for_user": user, "read": 0}
		return frappe.get_all("Notification Log", saring, pluck="subject", order_by="creation")


class TestLangkah(UjiRencanaAksi):
	def test_steps_stand_by_their_hasil_kerja_utama_first_and_are_numbered_there(self):
		self.make(DISUSUN, (1, "Memilah"), (2, "Mencatat", "Mei", "Mei"), (2, "Menjawab", "Juni", "Juli"))
		arsip, pengaduan = (row.kunci for row in self.skp.hasil_kerja)
		doc = frappe.get_doc(DOCTYPE, self.skp.name)
		self.assertEqual([row.langkah for row in doc.baris], ["Mencatat", "Menjawab", "Memilah"])
		self.assertEqual(doc.baris[0].rencana_hasil_kerja, "Pengaduan tuntas")
		langkah = get_langkah(self.skp.name)
		self.assertEqual([*map(str, langkah[pengaduan])], ["Mencatat (Mei)", "Menjawab (Juni – Juli)"])
		self.assertEqual([baris.nomor for baris in langkah[pengaduan]], [1, 2])
		juni = get_langkah_masa(self.skp.name, "2025-06-01", "2025-06-30")
		self.assertEqual([str(baris) for baris in juni[pengaduan]], ["Menjawab (Juni – Juli)"])
		self.assertEqual(juni[pengaduan][0].nomor, 2)
		self.assertEqual(len(juni[arsip]), 1)

	def test_what_is_wrong_is_said_with_the_step(self):
		for isi, pesan in (
			(
				{"bulan_mulai": "Mei", "bulan_selesai": "April"},
				"Langkah ke-1: bulan selesai (April) mendahului",
			),
			(
				{"bulan_mulai": None},
				"Langkah ke-1: pilih bulan mulai dan bulan selesai antara Januari dan Desember",
			),
			({"bulan_mulai": "May"}, "tidak ada dalam pilihannya"),
			({"langkah": "  "}, "Langkah ke-1: tulis langkahnya"),
			({"langkah": "<script>x</script>"}, "tanpa tag HTML"),
			({"langkah": "=1+1"}, "sebagai rumus"),
			({"hasil_kerja": "milik-orang"}, "hasil kerja itu tidak ada di SKP ini"),
			({"hasil_kerja": None}, "hasil kerja itu tidak ada di SKP ini"),
		):
			baris = [{**make_langkah(self.skp, 1, "Memilah"), **isi}]
			with self.subTest(isi=isi), as_user(self.petugas):
				doc = frappe.get_doc(doctype=DOCTYPE, skp=self.skp.name, baris=baris)
				self.assert_ditolak(pesan, frappe.ValidationError, doc.insert)
		self.assertFalse(frappe.db.exists(DOCTYPE, self.skp.name))

	def test_months_are_those_of_the_plan(self):
		frappe.db.set_value("SKP", self.skp.name, {"awal": "2025-04-14", "akhir": "2025-09-30"})
		for bulan in ("Maret", "Oktober"):
			self.assert_ditolak(
				"antara April dan September",
				frappe.ValidationError,
				self.make,
				DISUSUN,
				(1, "X", bulan, bulan),
			)
		self.assertEqual(len(self.make(DISUSUN, (1, "X", "April", "September")).baris), 1)

	def test_a_save_asks_as_much_however_many_steps_there_are(self):
		def count(banyak: int) -> int:
			frappe.db.savepoint("hitung")
			with as_user(self.petugas):
				baris = [make_langkah(self.skp, 1, f"Langkah {ke}") for ke in range(banyak)]
				doc = frappe.get_doc(doctype=DOCTYPE, skp=self.skp.name, baris=baris)
				with watch_query() as query:
					doc.insert()
			frappe.db.rollback(save_point="hitung")
			return query.call_count

		count(1)  # warms the caches
		self.assertEqual(count(21) - count(1), 20, "its row, and nothing else")

	def test_one_for_each_plan(self):
		self.make()
		with as_user(self.petugas):
			kedua = frappe.get_doc(doctype=DOCTYPE, skp=self.skp.name)
			self.assert_ditolak("sudah ada", frappe.DuplicateEntryError, kedua.insert)

	def test_it_can_be_written_with_the_draft_of_the_plan(self):
		frappe.db.delete("SKP", {"pegawai": self.instansi.pegawai["kolega"]})
		draf = make_skp(self.instansi, "kolega", Tahap.DRAF)
		doc = make_rencana_aksi(draf, (1, "Memilah"), status=DISEPAKATI)
		self.assertEqual((doc.status, doc.nama_penyepakat), (DISEPAKATI, "Penilai"))


class TestKesepakatan(UjiRencanaAksi):
	def test_submitted_agreed_changed_and_agreed_again(self):
		doc = self.make()
		self.assertEqual((doc.status, count_antrean(self.penilai)), (DISUSUN, 0))
		doc = self.save_as("petugas", doc, status=MENUNGGU)
		self.assertEqual((doc.diajukan_oleh, count_antrean(self.penilai)), (self.petugas, 1))
		self.assertEqual(self.get_kabar(self.penilai), ["Rencana aksi Petugas menunggu kesepakatan Anda"])
		self.assertTrue(self.agree_as("penilai", doc))
		doc.reload()
		self.assertEqual(
			(doc.status, doc.disepakati_oleh, doc.nama_penyepakat, [row.disepakati for row in doc.baris]),
			(DISEPAKATI, self.penilai, "Penilai", [1, 1]),
		)
		self.assertEqual((self.get_kabar(self.penilai), count_antrean(self.penilai)), ([], 0))
		self.assertEqual(self.get_kabar(self.petugas), ["Rencana aksi Anda disepakati Penilai"])
		with as_user(self.petugas):
			doc.baris[0].langkah = "Menyusun dan menguji jawaban baku"
			doc.save()
		self.assertEqual((doc.status, [row.disepakati for row in doc.baris]), (BERUBAH, [0, 1]))
		doc = self.save_as("petugas", doc, status=MENUNGGU)
		self.agree_as("penilai", doc)
		self.assertEqual(doc.reload().status, DISEPAKATI)

	def test_what_waits_may_still_be_changed_and_a_save_without_a_change_changes_nothing(self):
		doc = self.make(MENUNGGU)
		with as_user(self.petugas):
			doc.append("baris", make_langkah(self.skp, 1, "Memindai"))
			doc.save()
		self.assertEqual((doc.status, len(doc.baris)), (MENUNGGU, 3))
		self.agree_as("penilai", doc)
		doc = self.save_as("petugas", doc)
		self.assertEqual(doc.status, DISEPAKATI)
		self.assertEqual(
			self.save_as("petugas", doc, status=MENUNGGU).status, DISEPAKATI, "nothing to agree to anew"
		)

	def test_the_penilai_agrees_to_the_version_that_he_saw(self):
		doc = self.make(MENUNGGU)
		dilihat = str(doc.modified)
		self.save_as("petugas", doc, baris=[make_langkah(self.skp, 1, "Yang lain sama sekali")])
		with as_user(self.penilai):
			tersimpan = frappe.get_doc(DOCTYPE, doc.name)
			self.assert_ditolak("sudah berubah", frappe.TimestampMismatchError, agree, tersimpan, dilihat)
			# ... also where a client of Frappe sends nothing but the status.
			tersimpan = frappe.get_doc(DOCTYPE, doc.name)
			tersimpan.status = DISEPAKATI
			self.assert_ditolak("Buka dokumennya dahulu", frappe.TimestampMismatchError, tersimpan.save)
		self.assertEqual(doc.reload().status, MENUNGGU)

	def test_agreed_twice_is_agreed_once(self):
		doc = self.make(DISEPAKATI)
		self.assertFalse(self.agree_as("penilai", doc))

	def test_nothing_is_submitted_without_a_step_or_a_penilai(self):
		with as_user(self.petugas):
			doc = frappe.get_doc(doctype=DOCTYPE, skp=self.skp.name, status=MENUNGGU)
			self.assert_ditolak("paling sedikit satu langkah", frappe.ValidationError, doc.insert)
			frappe.db.set_value("SKP", self.skp.name, {"penilai_user": None, "penilai": None})
			doc = frappe.get_doc(
				doctype=DOCTYPE,
				skp=self.skp.name,
				status=MENUNGGU,
				baris=[make_langkah(self.skp, 1, "Memilah")],
			)
			self.assert_ditolak("Pejabat Penilai Kinerja belum ada", frappe.ValidationError, doc.insert)


class TestPermintaan(UjiRencanaAksi):
	def test_one_click_asks_and_the_employee_is_told(self):
		doc = self.ask_as("penilai")
		self.assertEqual(
			(doc.status, doc.diminta, doc.diminta_oleh, doc.baris), (DISUSUN, 1, self.penilai, [])
		)
		self.assertEqual(self.get_kabar(self.petugas), ["Penilai meminta rencana aksi Anda"])
		self.ask_as("penilai")  # again on the same day
		self.assertEqual(len(self.get_kabar(self.petugas)), 1)
		with as_user(self.petugas):
			doc.reload().update({"baris": [make_langkah(self.skp, 1, "Memilah")], "status": MENUNGGU}).save()
		self.assertEqual((doc.diminta, self.get_kabar(self.petugas)), (0, []))

	def test_asked_with_words_about_a_hasil_kerja(self):
		doc = self.ask_as("penilai", "  Untuk pengaduan saja.  ")
		self.assertEqual(doc.permintaan, "Untuk pengaduan saja.")
		jejak = frappe.get_all(
			"Comment", {"reference_doctype": DOCTYPE, "reference_name": doc.name}, pluck="content"
		)
		self.assertIn("Diminta Pejabat Penilai. Untuk pengaduan saja.", jejak)

	def test_asking_for_better_steps_gives_them_back_with_words(self):
		doc = self.make(MENUNGGU)
		self.assert_ditolak("Tulis apa yang perlu diperbaiki", frappe.ValidationError, self.ask_as, "penilai")
		self.assertEqual(doc.reload().status, MENUNGGU)
		doc = self.ask_as("penilai", "Tambahkan semester kedua.")
		self.assertEqual(
			(doc.status, count_antrean(self.penilai), self.get_kabar(self.penilai)), (DISUSUN, 0, [])
		)
		with as_user(self.petugas):
			doc.append("baris", make_langkah(self.skp, 1, "Memindai", "Juli", "Desember"))
			doc.update({"status": MENUNGGU}).save()
		self.agree_as("penilai", doc)
		doc = self.ask_as("penilai", "Satu lagi.")
		self.assertEqual((doc.status, doc.diminta), (DISEPAKATI, 1), "what is agreed stays agreed")
		self.assertEqual(self.save_as("petugas", doc, status=MENUNGGU).status, MENUNGGU)

	def test_words_that_are_none_are_refused(self):
		self.assert_ditolak("tanpa tag HTML", frappe.ValidationError, self.ask_as, "penilai", "<b>x</b>")
		self.assertFalse(frappe.db.exists(DOCTYPE, self.skp.name))

	def test_whoever_is_typing_meanwhile_does_not_lose_it(self):
		doc = self.make()
		self.ask_as("penilai")
		with as_user(self.petugas):
			doc.append("baris", make_langkah(self.skp, 1, "Memindai"))
			doc.save()  # the version that was read before the Penilai asked
		self.assertEqual((len(doc.baris), doc.diminta), (3, 1))


class TestTanpaKunci(UjiRencanaAksi):
	"""Never a lock before evidence (domain.md C: V2:S12 is what people complained about)."""

	def test_a_report_is_submitted_and_verified_without_steps_or_with_steps_that_were_asked_for(self):
		realisasi = make_realisasi(self.skp, 1, 70)
		self.assertEqual(realisasi.tahap, Tahap.DITETAPKAN)
		self.ask_as("penilai")
		frappe.flags.current_date = date(2025, 3, 3)
		self.assertEqual(make_realisasi(self.skp, 2, 70).tahap, Tahap.DITETAPKAN)


class TestHidupnyaSKP(UjiRencanaAksi):
	def test_steps_of_a_hasil_kerja_that_a_change_took_out_stay_and_say_so(self):
		doc = self.make(DISEPAKATI)
		frappe.flags.current_date = date(2025, 3, 3)
		perubahan = make_perubahan(self.skp)
		with as_user(self.petugas):
			perubahan.hasil_kerja = perubahan.hasil_kerja[1:]
			perubahan.indikator = perubahan.indikator[1:]
			perubahan.indikator[0].hasil_kerja_ke = 1
			perubahan.save()
		move(perubahan, self.petugas, Tahap.DIAJUKAN)
		move(perubahan, self.penilai, Tahap.DITETAPKAN)
		self.skp.reload()
		with as_user(self.petugas):
			doc.reload().append("baris", make_langkah(self.skp, 1, "Menguji", "Juni", "Juni"))
			doc.save()
			self.assertEqual(
				[row.langkah for row in doc.baris], ["Menyusun jawaban baku", "Menguji", "Memilah arsip"]
			)
			self.assertEqual(doc.baris[2].rencana_hasil_kerja, "Arsip tertata")
			doc.append(
				"baris", {**make_langkah(self.skp, 1, "Baru"), "hasil_kerja": doc.baris[2].hasil_kerja}
			)
			self.assert_ditolak("tidak ada di SKP ini", frappe.ValidationError, doc.save)

	def test_another_order_of_the_plan_changes_nothing_that_was_agreed_on(self):
		doc = self.make(DISEPAKATI)
		for row in self.skp.hasil_kerja:
			frappe.db.set_value("SKP Hasil Kerja", row.name, {"idx": 3 - row.idx, "jenis": "Utama"})
		frappe.db.set_value("SKP Hasil Kerja", self.skp.hasil_kerja[0].name, "idx", 0)
		with as_user(self.petugas):
			doc.baris.reverse()  # as the page shows them now
			doc.save()
		self.assertEqual(doc.baris[0].langkah, "Memilah arsip", "as the plan has them now")
		self.assertEqual((doc.status, [row.disepakati for row in doc.baris]), (DISEPAKATI, [1, 1]))

	def test_a_closed_plan_leaves_it_to_be_read_and_nothing_waits(self):
		doc = self.make(MENUNGGU)
		move(self.skp, self.instansi.user["pengelola"], Tahap.DITUTUP)
		self.assertEqual((doc.reload().status, count_antrean(self.penilai)), (DISUSUN, 0))
		self.assert_ditolak("tinggal dibaca", frappe.ValidationError, self.save_as, "petugas", doc)
		self.assert_ditolak("belum ditutup", frappe.PermissionError, self.ask_as, "penilai")
		with as_user(self.petugas):
			self.assertTrue(doc.has_permission("read"))

	def test_a_closed_period_leaves_it_to_be_read(self):
		doc = self.make()
		frappe.db.set_value("Periode Kinerja", self.instansi.periode, "status", "Ditutup")
		frappe.clear_document_cache("Periode Kinerja", self.instansi.periode)
		self.assert_ditolak("hanya dapat diisi", frappe.ValidationError, self.save_as, "petugas", doc)
		self.assert_ditolak("hanya dapat diisi", frappe.ValidationError, self.ask_as, "penilai")

	def test_an_account_follows_its_person(self):
		doc = self.make(DISEPAKATI)
		baru = change_akun(self.instansi, "penilai")
		doc.reload()
		self.assertEqual((doc.penilai_user, doc.disepakati_oleh), (baru, baru))
		baru = change_akun(self.instansi, "petugas")
		self.assertEqual((doc.reload().pegawai_user, doc.diajukan_oleh), (baru, baru))

	def test_a_draft_that_takes_its_parties_afresh_takes_it_along(self):
		draf = make_skp(self.instansi, "kolega", Tahap.DRAF)
		doc = make_rencana_aksi(draf, (1, "Memilah"), status=MENUNGGU)
		frappe.db.set_value("Employee", draf.pegawai, "reports_to", self.instansi.pegawai["kepala"])
		with as_user(draf.pegawai_user):
			draf.reload().save()
		self.assertEqual(doc.reload().penilai_user, self.instansi.user["kepala"])


class TestPerpindahan(UjiRencanaAksi):
	def change_penilai(self, salin: int = 1):
		"""HR records, on 16 June, that the head evaluates the officers instead of their Penilai."""
		frappe.flags.current_date = date(2025, 6, 16)
		with as_user(self.instansi.user["pengelola"]):
			frappe.get_doc(
				doctype="Perpindahan Kinerja",
				instansi=self.instansi.name,
				jenis="Pergantian Pejabat Penilai",
				penilai_lama=self.instansi.pegawai["penilai"],
				penilai_baru=self.instansi.pegawai["kepala"],
				tanggal="2025-06-16",
				salin_rencana=salin,
			).insert()
		return frappe.get_doc("SKP", {"skp_sebelumnya": self.skp.name})

	def test_steps_that_are_not_over_go_along_to_the_next_plan_and_are_agreed_anew(self):
		doc = self.make(
			MENUNGGU,
			(1, "Memilah", "Januari", "Maret"),
			(1, "Memindai", "Maret", "September"),
			(2, "Menjawab", "Oktober", "Oktober"),
		)
		baru = self.change_penilai()
		ikut = frappe.get_doc(DOCTYPE, baru.name)
		arsip, pengaduan = (row.kunci for row in baru.hasil_kerja)
		self.assertEqual(
			[
				(row.hasil_kerja, row.langkah, row.bulan_mulai, row.bulan_selesai, row.disepakati)
				for row in ikut.baris
			],
			[(pengaduan, "Menjawab", "Oktober", "Oktober", 0), (arsip, "Memindai", "Juni", "September", 0)],
		)
		self.assertEqual(
			(ikut.status, ikut.penilai_user, ikut.periode),
			(DISUSUN, self.instansi.user["kepala"], baru.periode),
		)
		self.assertEqual(
			(doc.reload().status, count_antrean(self.penilai)), (DISUSUN, 0), "the former waits for nobody"
		)
		self.assertEqual(len(doc.baris), 3)
		with as_user(self.petugas):
			ikut.append("baris", make_langkah(baru, 1, "Menata", "Juli", "Juli"))
			ikut.update({"status": MENUNGGU}).save()
		self.agree_as("kepala", ikut)
		self.assertEqual(ikut.reload().nama_penyepakat, "Kepala")

	def test_a_plan_that_begins_empty_begins_without_steps(self):
		self.make()
		self.assertFalse(frappe.db.exists(DOCTYPE, self.change_penilai(salin=0).name))

	def test_a_stand_in_agrees_while_he_stands_in(self):
		doc = self.make(MENUNGGU)
		frappe.flags.current_date = date(2025, 6, 16)
		with as_user(self.instansi.user["pengelola"]):
			frappe.get_doc(
				doctype="Perpindahan Kinerja",
				instansi=self.instansi.name,
				jenis="Penunjukan Plt./Plh. Pejabat Penilai",
				sebagai="Plt.",
				penilai_lama=self.instansi.pegawai["penilai"],
				penilai_baru=self.instansi.pegawai["kepala"],
				tanggal="2025-06-16",
			).insert()
		self.assertEqual(doc.reload().penilai_user, self.instansi.user["kepala"])
		self.assertTrue(self.agree_as("kepala", doc))

	def test_what_waits_for_a_penilai_who_has_left_passes_on_with_its_plan(self):
		doc = self.make(MENUNGGU)
		frappe.db.set_value("Employee", self.instansi.pegawai["penilai"], "status", "Left")
		with as_user(self.instansi.user["pengelola"]):
			pass_on([("SKP", self.skp.name)], self.instansi.pegawai["kepala"], "SK Bupati")
		self.assertEqual(doc.reload().penilai_user, self.instansi.user["kepala"])
		self.assertEqual(
			(count_antrean(self.instansi.user["kepala"]), self.agree_as("kepala", doc)), (1, True)
		)


class TestSerangan(UjiRencanaAksi):
	"""Nobody writes another's steps, nobody agrees to his own, and no word of a client's is believed."""

	def test_the_penilai_makes_an_empty_one_only(self):
		with as_user(self.penilai):
			doc = frappe.get_doc(
				doctype=DOCTYPE, skp=self.skp.name, baris=[make_langkah(self.skp, 1, "Titipan")]
			)
			self.assert_ditolak("ditulis pegawai", frappe.PermissionError, doc.insert)

	def test_the_penilai_changes_no_step(self):
		doc = self.make(MENUNGGU, (1, "Memilah"), (1, "Memindai"))
		with as_user(self.penilai):
			for ubah in (
				lambda doc: doc.baris[0].set("langkah", "Yang lain"),
				lambda doc: doc.append("baris", make_langkah(self.skp, 1, "Titipan")),
				lambda doc: doc.set("baris", []),
				lambda doc: doc.baris.reverse(),
			):
				tersimpan = frappe.get_doc(DOCTYPE, doc.name)
				ubah(tersimpan)
				tersimpan.status = DISEPAKATI
				self.assert_ditolak("ditulis pegawai", frappe.PermissionError, tersimpan.save)
		self.assertEqual((doc.reload().status, len(doc.baris)), (MENUNGGU, 2))

	def test_the_employee_decides_nothing_and_signs_for_nobody(self):
		doc = self.make(MENUNGGU)
		for isi, pesan in (
			({"status": DISEPAKATI}, "disepakati oleh Penilai"),
			({"status": DISUSUN}, "diajukan oleh Petugas"),
			({"status": BERUBAH}, "diajukan oleh Petugas"),
			({"penilai_user": self.petugas}, "tidak dapat Anda ubah"),
			({"disepakati_pada": "2025-02-01 00:00:00"}, "tidak dapat Anda ubah"),
			({"nama_penyepakat": "Penilai"}, "tidak dapat Anda ubah"),
			({"pegawai_user": self.penilai}, "tidak dapat Anda ubah"),
		):
			with self.subTest(isi=isi):
				self.assert_ditolak(pesan, frappe.PermissionError, self.save_as, "petugas", doc, **isi)
		self.save_as("petugas", doc, diminta=1, permintaan="Kata Penilai", diminta_oleh=self.penilai)
		doc.reload()
		self.assertEqual(
			(doc.status, doc.diminta, doc.permintaan, doc.diminta_oleh), (MENUNGGU, 0, None, None)
		)

	def test_what_a_new_one_says_about_decisions_is_not_believed(self):
		with as_user(self.petugas):
			doc = frappe.get_doc(
				doctype=DOCTYPE,
				skp=self.skp.name,
				baris=[
					{**make_langkah(self.skp, 1, "Memilah"), "disepakati": 1, "rencana_hasil_kerja": "Palsu"}
				],
				disepakati_pada="2025-01-01 00:00:00",
				disepakati_oleh=self.penilai,
				nama_penyepakat="Penilai",
				penilai_user=self.petugas,
				diminta=1,
			).insert()
		self.assertEqual(
			(doc.penilai_user, doc.disepakati_pada, doc.nama_penyepakat), (self.penilai, None, None)
		)
		self.assertEqual(
			(doc.diminta, doc.baris[0].disepakati, doc.baris[0].rencana_hasil_kerja), (0, 0, "Arsip tertata")
		)
		with as_user(self.petugas):
			palsu = frappe.get_doc(doctype=DOCTYPE, skp=self.skp.name, status=DISEPAKATI)
			self.assert_ditolak("disepakati oleh", frappe.PermissionError, palsu.insert)

	def test_nobody_agrees_to_his_own_whatever_the_data_say(self):
		doc = self.make(MENUNGGU)
		for doctype in ("SKP", DOCTYPE):
			frappe.db.set_value(doctype, doc.name, "penilai_user", self.petugas)
		frappe.get_doc("User", self.petugas).add_roles("Pejabat Penilai Kinerja")
		self.assertEqual(count_antrean(self.petugas), 0)
		self.assert_ditolak("disepakati oleh", frappe.PermissionError, self.agree_as, "petugas", doc)
		self.assert_ditolak("diminta oleh Pejabat Penilai", frappe.PermissionError, self.ask_as, "petugas")

	def test_others_neither_write_nor_agree_nor_ask(self):
		doc = self.make(MENUNGGU)
		for nama in ("kepala", "kolega", "pengelola", "pengelola_unit", "auditor", "tetangga"):
			with self.subTest(nama):
				for serangan in (self.save_as, self.agree_as):
					with self.assertRaises((frappe.PermissionError, frappe.DoesNotExistError)):
						serangan(nama, doc)
				self.assertRaises((frappe.PermissionError, frappe.DoesNotExistError), self.ask_as, nama)
		self.assertEqual((doc.reload().status, doc.diminta), (MENUNGGU, 0))

	def test_others_make_none_for_him(self):
		for nama in ("kepala", "kolega", "pengelola", "pengelola_unit", "auditor", "tetangga"):
			with self.subTest(nama), as_user(self.instansi.user[nama]):
				doc = frappe.get_doc(
					doctype=DOCTYPE, skp=self.skp.name, baris=[make_langkah(self.skp, 1, "Titipan")]
				)
				with self.assertRaises(frappe.PermissionError):
					doc.insert()
		self.assertFalse(frappe.db.exists(DOCTYPE, self.skp.name))

	def test_the_penilai_writes_while_it_waits_and_never_else(self):
		for status, boleh in ((DISUSUN, False), (MENUNGGU, True), (DISEPAKATI, False)):
			frappe.db.savepoint("status")
			doc = self.make(status)
			with self.subTest(status), as_user(self.penilai):
				self.assertEqual(doc.has_permission("write"), boleh)
			frappe.db.rollback(save_point="status")

	def test_a_penilai_who_has_left_neither_agrees_nor_asks(self):
		doc = self.make(MENUNGGU)
		frappe.db.set_value("Employee", self.instansi.pegawai["penilai"], "relieving_date", "2025-01-31")
		self.addCleanup(frappe.local.request_cache.clear)
		frappe.local.request_cache.clear()
		self.assertEqual(count_antrean(self.penilai), 0)
		self.assert_ditolak("tidak bertugas lagi", frappe.PermissionError, self.agree_as, "penilai", doc)
		self.assert_ditolak("tidak bertugas lagi", frappe.PermissionError, self.ask_as, "penilai")

	def test_who_reads_it_and_its_steps(self):
		doc = self.make()
		baca = {"petugas", "penilai", "kepala", "pengelola", "pengelola_unit", "auditor"}
		for nama, user in self.instansi.user.items():
			with self.subTest(nama), as_user(user):
				tersimpan = frappe.get_doc(DOCTYPE, doc.name)
				self.assertEqual(tersimpan.has_permission("read"), nama in baca)
				self.assertEqual(doc.name in frappe.get_list(DOCTYPE, pluck="name"), nama in baca)
				langkah = frappe.get_list(
					"Rencana Aksi Langkah", parent_doctype=DOCTYPE, fields=["parent"], pluck="parent"
				)
				self.assertEqual(doc.name in langkah, nama in baca)
				self.assertFalse(tersimpan.has_permission("delete"))

	def test_a_step_is_written_through_its_document_only_and_moves_to_no_other(self):
		doc = self.make()
		with as_user(self.petugas):
			row = frappe.get_doc("Rencana Aksi Langkah", doc.baris[0].name)
			row.langkah = "Lewat belakang"
			with self.assertRaises(frappe.PermissionError):
				row.save()
		milik_kolega = make_rencana_aksi(make_skp(self.instansi, "kolega"), (1, "Milik kolega"))
		with as_user(self.petugas):
			tersimpan = frappe.get_doc(DOCTYPE, doc.name)
			tersimpan.append("baris", {**make_langkah(self.skp, 1, "Rampasan")})
			tersimpan.baris[-1].name = milik_kolega.baris[0].name
			tersimpan.baris[-1].set("__islocal", 0)
			self.assert_ditolak("bukan milik dokumen ini", frappe.ValidationError, tersimpan.save)
		self.assertEqual(len(milik_kolega.reload().baris), 1)

	def test_it_stays_with_its_plan_and_is_never_deleted(self):
		doc = self.make()
		lain = make_skp(self.instansi, "kolega")
		with as_user(self.petugas):
			with self.assertRaises((frappe.PermissionError, frappe.ValidationError)):
				frappe.get_doc(DOCTYPE, doc.name).update({"skp": lain.name}).save()
			with self.assertRaises(frappe.PermissionError):
				frappe.delete_doc(DOCTYPE, doc.name)
		self.assertEqual(frappe.db.get_value(DOCTYPE, doc.name, "skp"), self.skp.name)
