"""Who is told what: the one person named on the document, in words that give nothing away."""

import re
from datetime import date
from pathlib import Path

import frappe
from frappe.model.workflow import apply_workflow

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.peran import PENGELOLA
from kinerja_asn.services.bersama.langkah import send_back
from kinerja_asn.services.perencanaan.penugasan.penugasan import withdraw
from kinerja_asn.services.perencanaan.skp.penetapan import pass_on_penetapan
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import (
	as_user,
	make_evaluasi,
	make_kinerja_unit,
	make_realisasi,
	make_skp,
	move,
)
from kinerja_asn.tests.test_penugasan import decide, make_penugasan, volunteer

FOLDER = Path(frappe.get_app_path("kinerja_asn", "kinerja_asn", "notification"))
# Fields whose content must reach nobody's inbox.
RAHASIA = re.compile(
	r"doc\.(rating|predikat|usulan|alasan|isi\b|sifat|catatan|umpan_balik|hasil|baris|realisasi)"
)
JAHAT = "Siti <img src=x onerror=alert(1)>"


class TestNotifikasi(UjiKinerja):
	def setUp(self):
		super().setUp()
		self.galat = frappe.db.count("Error Log")

	def tearDown(self):
		galat = frappe.db.count("Error Log")
		super().tearDown()
		self.assertEqual(galat, self.galat, "Pemberitahuan gagal dan hanya tercatat di Error Log")

	def take_log(self) -> list[tuple[str, str]]:
		"""(short name of the receiver, subject) of everything sent since the last call."""
		nama = {user: nama for nama, user in self.instansi.user.items()}
		rows = frappe.get_all("Notification Log", ["name", "for_user", "subject"], order_by="creation, name")
		baru = [row for row in rows if row.name not in getattr(self, "terbaca", set())]
		self.terbaca = {row.name for row in rows}
		return [(nama.get(row.for_user, row.for_user), row.subject) for row in baru]

	def get_belum_dibaca(self, nama: str) -> list[str]:
		saring = {"for_user": self.instansi.user[nama], "read": 0}
		return frappe.get_all("Notification Log", saring, pluck="subject")

	def test_what_is_done_no_longer_calls(self):
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		self.assertEqual(self.get_belum_dibaca("penilai"), ["SKP Petugas menunggu penetapan Anda"])
		with as_user(skp.penilai_user):
			send_back(skp, "Target belum terukur")
		self.assertEqual(self.get_belum_dibaca("penilai"), [])
		self.assertEqual(len(self.get_belum_dibaca("petugas")), 1)
		move(skp.reload(), skp.pegawai_user, Tahap.DIAJUKAN)
		self.assertEqual(self.get_belum_dibaca("petugas"), [])
		move(skp, skp.pegawai_user, Tahap.DRAF)
		self.assertEqual(self.get_belum_dibaca("penilai"), [])

	def test_an_skp_from_submission_to_setting(self):
		self.take_log()
		skp = make_skp(self.instansi, tahap=Tahap.DRAF)
		self.assertEqual(self.take_log(), [])
		move(skp, skp.pegawai_user, Tahap.DIAJUKAN)
		self.assertEqual(self.take_log(), [("penilai", "SKP Petugas menunggu penetapan Anda")])
		with as_user(skp.penilai_user):
			skp.catatan_pengembalian = "Target belum terukur"
			skp.save()
		self.assertEqual(self.take_log(), [])
		move(skp, skp.penilai_user, Tahap.DIKEMBALIKAN)
		self.assertEqual(self.take_log(), [("petugas", "SKP Anda dikembalikan untuk diperbaiki")])
		move(skp, skp.pegawai_user, Tahap.DIAJUKAN)
		self.take_log()
		move(skp, skp.penilai_user, Tahap.DITETAPKAN)
		self.assertEqual(self.take_log(), [("petugas", "SKP Anda sudah ditetapkan")])

	def test_a_realisasi_from_submission_to_verification(self):
		skp = make_skp(self.instansi)
		self.take_log()
		realisasi = make_realisasi(skp, 1, 10, Tahap.DIAJUKAN)
		self.assertEqual(
			self.take_log(), [("penilai", "Realisasi Januari 2025 Petugas menunggu verifikasi Anda")]
		)
		with as_user(skp.penilai_user):
			realisasi.catatan_pengembalian = "Bukti belum terbaca"
			realisasi.save()
		move(realisasi, skp.penilai_user, Tahap.DIKEMBALIKAN)
		self.assertEqual(
			self.take_log(), [("petugas", "Realisasi Januari 2025 Anda dikembalikan untuk diperbaiki")]
		)
		move(realisasi, skp.pegawai_user, Tahap.DIAJUKAN)
		self.take_log()
		move(realisasi, skp.penilai_user, Tahap.DITETAPKAN)
		self.assertEqual(self.take_log(), [("petugas", "Realisasi Januari 2025 Anda sudah diverifikasi")])

	def test_an_evaluation_is_announced_at_its_handover_without_its_result(self):
		skp = make_skp(self.instansi)
		make_realisasi(skp, 1, 1000)
		make_kinerja_unit(self.instansi)
		frappe.flags.current_date = date(2026, 1, 5)
		evaluasi = make_evaluasi(self.instansi, skp)
		with as_user(skp.penilai_user):
			evaluasi.update(
				{"rating_hasil_kerja": evaluasi.usulan_rating_hasil, "rating_perilaku": "Dibawah Ekspektasi"}
			)
			evaluasi.save()
		self.take_log()
		move(evaluasi, skp.penilai_user, Tahap.DITETAPKAN)
		self.assertEqual(self.take_log(), [])
		move(evaluasi, skp.penilai_user, Tahap.DISERAHKAN)
		self.assertEqual(
			self.take_log(), [("petugas", "Hasil evaluasi kinerja Tahun 2025 Anda sudah diserahkan")]
		)
		isi = frappe.get_last_doc("Notification Log", {"document_type": "Evaluasi Kinerja"}).email_content
		self.assertNotRegex(isi, "Ekspektasi|Kurang|Baik")

	def test_feedback_is_announced_without_its_words(self):
		skp = make_skp(self.instansi)
		self.take_log()
		with as_user(skp.penilai_user):
			frappe.get_doc(
				doctype="Umpan Balik Kinerja",
				skp=skp.name,
				tanggal="2025-06-30",
				sasaran="Umum",
				sifat="Perlu Perbaikan",
				isi="Sering terlambat rapat",
			).insert()
		self.assertEqual(self.take_log(), [("petugas", "Ada umpan balik baru untuk Anda")])
		isi = frappe.get_last_doc("Notification Log", {"document_type": "Umpan Balik Kinerja"}).email_content
		self.assertNotRegex(isi, "terlambat|Perbaikan")

	def test_an_assignment_from_its_maker_to_the_decision(self):
		make_skp(self.instansi)
		frappe.flags.current_date = date(2025, 3, 3)
		self.take_log()
		tugas = make_penugasan(self.instansi)
		self.assertEqual(self.take_log(), [("penilai", "Penugasan untuk Petugas menunggu persetujuan Anda")])
		decide(self.instansi, tugas, "Ditolak", "Beban kerja penuh")
		self.assertCountEqual(
			self.take_log(),
			[("petugas", "Penugasan bagi Anda: ditolak"), ("kolega", "Penugasan kepada Petugas: ditolak")],
		)
		isi = frappe.get_all("Notification Log", {"document_name": tugas.name}, pluck="email_content")
		self.assertNotRegex(" ".join(isi), "Beban|arsip")
		decide(self.instansi, volunteer(self.instansi))
		self.assertCountEqual(
			self.take_log(),
			[
				("penilai", "Penugasan untuk Petugas menunggu persetujuan Anda"),
				("petugas", "Penugasan bagi Anda: disetujui"),
				("petugas", "Ada rancangan perubahan SKP untuk Anda"),
			],
		)

	def test_a_withdrawn_assignment_tells_nobody(self):
		frappe.flags.current_date = date(2025, 3, 3)
		tugas = make_penugasan(self.instansi)
		self.take_log()
		with as_user(self.instansi.user["kolega"]):
			withdraw(tugas)
		self.assertEqual(self.take_log(), [])

	def test_a_change_from_submission_to_setting(self):
		skp = make_skp(self.instansi)
		self.take_log()
		with as_user(skp.pegawai_user):
			perubahan = frappe.get_doc(
				doctype="Perubahan SKP", skp=skp.name, alasan="Penyesuaian ekspektasi"
			).insert()
			perubahan.indikator[0].update({"target_min": 900, "target_maks": 900})
			perubahan.save()
		self.assertEqual(self.take_log(), [])
		move(perubahan, skp.pegawai_user, Tahap.DIAJUKAN)
		self.assertEqual(self.take_log(), [("penilai", "Perubahan SKP Petugas menunggu penetapan Anda")])
		with as_user(skp.penilai_user):
			perubahan.catatan_pengembalian = "Jelaskan"
			perubahan.save()
		move(perubahan, skp.penilai_user, Tahap.DIKEMBALIKAN)
		self.assertEqual(self.take_log(), [("petugas", "Perubahan SKP Anda dikembalikan untuk diperbaiki")])
		move(perubahan, skp.pegawai_user, Tahap.DIAJUKAN)
		self.take_log()
		move(perubahan, skp.penilai_user, Tahap.DITETAPKAN)
		self.assertEqual(self.take_log(), [("petugas", "Perubahan SKP Anda sudah ditetapkan")])

	def test_what_has_passed_to_the_superior_is_announced_to_him(self):
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		frappe.flags.current_date = date(2027, 2, 1)
		pass_on_penetapan()
		move(skp.reload(), skp.pegawai_user, Tahap.DRAF)
		self.take_log()
		move(skp, skp.pegawai_user, Tahap.DIAJUKAN)
		self.assertEqual(self.take_log(), [("kepala", "SKP Petugas menunggu penetapan Anda")])

	def test_remarks_are_announced_once_a_day_to_the_other_side(self):
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		self.take_log()
		for nama, isi in (("penilai", "Targetnya?"), ("penilai", "Satuannya?"), ("petugas", "Seribu")):
			with as_user(self.instansi.user[nama]):
				frappe.get_doc(doctype="Catatan SKP", skp=skp.name, isi=isi).insert()
		self.assertCountEqual(
			self.take_log(),
			[
				("petugas", "Ada catatan baru pada SKP Petugas"),
				("penilai", "Ada catatan baru pada SKP Petugas"),
			],
		)

	def test_each_is_written_in_its_readers_language(self):
		frappe.db.set_value("User", self.instansi.user["penilai"], "language", "en")
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		log = frappe.get_last_doc("Notification Log", {"for_user": skp.penilai_user})
		self.assertEqual(log.subject, "The SKP of Petugas waits for you to set it")
		self.assertIn("Petugas has submitted the SKP of period 2025. Check it", log.email_content)
		frappe.local.lang = "en"  # the one who acts
		move(skp, skp.penilai_user, Tahap.DITETAPKAN)
		log = frappe.get_last_doc("Notification Log", {"for_user": skp.pegawai_user})
		self.assertEqual(log.subject, "SKP Anda sudah ditetapkan")
		self.assertIn("Penilai menetapkan SKP Anda periode 2025.", log.email_content)

	def test_a_name_with_html_stays_text(self):
		skp = make_skp(self.instansi, tahap=Tahap.DRAF)
		frappe.db.set_value("Employee", self.instansi.pegawai["petugas"], "employee_name", JAHAT)
		move(skp, skp.pegawai_user, Tahap.DIAJUKAN)
		log = frappe.get_last_doc("Notification Log", {"for_user": skp.penilai_user})
		self.assertNotIn("<img", log.subject + log.email_content)
		self.assertIn("Siti", log.subject)

	def test_a_state_of_the_same_stage_tells_nobody_again(self):
		"""HR's verifier between Diajukan and Ditetapkan keeps the stage Diajukan (design.md §7)."""
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		self.take_log()
		alur = frappe.get_doc("Workflow", {"document_type": "SKP", "is_active": 1})
		status = next(row for row in alur.states if row.tahap_kinerja == Tahap.DIAJUKAN).state
		frappe.get_doc(doctype="Workflow State", workflow_state_name="Diperiksa Tim Uji").insert()
		alur.append(
			"states",
			{
				"state": "Diperiksa Tim Uji",
				"tahap_kinerja": "Diajukan",
				"allow_edit": PENGELOLA,
				"doc_status": "0",
			},
		)
		langkah = {"action": "Verifikasi", "allowed": PENGELOLA, "allow_self_approval": 1}
		alur.append("transitions", {**langkah, "state": status, "next_state": "Diperiksa Tim Uji"})
		alur.save()
		self.assertEqual(self.take_log(), [("pengelola", "1 SKP menunggu Anda")])
		with as_user(self.instansi.user["pengelola"]):
			apply_workflow(skp.as_dict(), "Verifikasi")
		self.assertEqual(skp.reload().workflow_state, "Diperiksa Tim Uji")
		self.assertEqual(self.take_log(), [])

	def test_every_shipped_notification_is_for_one_person_and_discreet(self):
		daftar = frappe.get_all("Notification", {"module": "Kinerja ASN", "is_standard": 1}, pluck="name")
		self.assertEqual(len(daftar), len([f for f in FOLDER.iterdir() if (f / "__init__.py").exists()]))
		for name in daftar:
			doc = frappe.get_doc("Notification", name)
			penerima = [
				(row.receiver_by_document_field, row.receiver_by_role, row.cc, row.bcc)
				for row in doc.recipients
			]
			self.assertEqual(len(penerima), 1, name)
			self.assertIn(penerima[0][0], ("pegawai_user", "penilai_user", "penetap_user", "pemberi_user"))
			self.assertFalse(any(penerima[0][1:]), name)
			self.assertEqual(
				(doc.channel, doc.enabled, doc.send_to_all_assignees), ("System Notification", 1, 0)
			)
			berkas = FOLDER / frappe.scrub(name) / f"{frappe.scrub(name)}.html"
			teks = doc.subject + berkas.read_text()
			self.assertNotRegex(teks, RAHASIA)
			for sisipan in re.findall(r"{{(.*?)}}", teks):
				if "get_url" not in sisipan:
					self.assertTrue(sisipan.endswith("| e "), f"{name}: escape every value with |e")
			self.assertIn(f"get_bahasa(doc.{penerima[0][0]})", doc.subject, name)
			self.assertIn(
				f"{{%- set bahasa = get_bahasa(doc.{penerima[0][0]}) -%}}", berkas.read_text(), name
			)
			self.assertNotRegex(re.sub(r"{{.*?}}|{%.*?%}|<.*?>", "", teks), r"\w", f"{name}: not translated")
