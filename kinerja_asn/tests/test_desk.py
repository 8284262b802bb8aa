"""Workspace, number cards, charts and form scripts: complete, and each reader counts only what he may see."""

import json
import re
from datetime import datetime
from pathlib import Path
from unittest.mock import patch

import frappe
from frappe.desk.doctype.dashboard_chart.dashboard_chart import get as get_chart
from frappe.desk.doctype.number_card.number_card import get_result
from frappe.desk.query_report import get_script, run

from kinerja_asn.constants.akses import TABEL_ANAK, TERJAGA
from kinerja_asn.constants.istilah import (
	KeadaanCatatan,
	KeadaanEvaluasi,
	KeadaanLapor,
	KeadaanPola,
	KeadaanSKP,
	Predikat,
	PredikatOrganisasi,
	Rating,
	StatusProgres,
	Tahap,
)
from kinerja_asn.laporan import catatan, kepatuhan, keterlambatan, penyelarasan, progres
from kinerja_asn.laporan.bagian import KODE_WARNA
from kinerja_asn.laporan.penilaian import belum_selesai, sebaran
from kinerja_asn.laporan.penyelarasan import Perihal
from kinerja_asn.rules.predikat import KUADRAN
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import (
	TAHUN,
	as_user,
	make_evaluasi,
	make_indikator,
	make_realisasi,
	make_skp,
)

APP = Path(frappe.get_app_path("kinerja_asn"))
MODUL = APP / "kinerja_asn"
TABEL = {"shortcut": "shortcuts", "number_card": "number_cards", "chart": "charts", "card": "links"}


class TestDesk(UjiKinerja):
	def get_jumlah(self, kartu: str, nama: str, tahun: int = TAHUN) -> int:
		with as_user(self.instansi.user[nama]), in_tahun(tahun):
			doc = frappe.get_doc("Number Card", kartu)
			return get_result(doc.as_json(), doc.filters_json)

	def get_bagan(self, bagan: str, nama: str, tahun: int = TAHUN) -> dict[str, int]:
		with as_user(self.instansi.user[nama]), in_tahun(tahun):
			data = get_chart(chart_name=bagan, refresh=1)
		return dict(zip(data["labels"], data["datasets"][0]["values"], strict=True)) if data else {}

	def test_every_block_of_the_workspace_has_its_row(self):
		workspace = frappe.get_doc("Workspace", "Kinerja ASN")
		blok = [bagian for bagian in json.loads(workspace.content) if bagian["type"] in TABEL]
		self.assertEqual({bagian["type"] for bagian in blok}, set(TABEL))
		for bagian in blok:
			label = bagian["data"][f"{bagian['type']}_name"]
			self.assertIn(label, [row.label for row in workspace.get(TABEL[bagian["type"]])], bagian)

	def test_everything_the_workspace_points_to_exists(self):
		workspace = frappe.get_doc("Workspace", "Kinerja ASN")
		self.assertTrue(workspace.public)
		for row in workspace.shortcuts:
			ada = is_halaman(row.url) if row.type == "URL" else frappe.db.exists(row.type, row.link_to)
			self.assertTrue(ada, row.label)
		for row in workspace.links:
			self.assertTrue(
				row.type == "Card Break" or frappe.db.exists(row.link_type, row.link_to), row.label
			)
		for row in workspace.number_cards:
			self.assertTrue(frappe.db.exists("Number Card", row.number_card_name), row.label)
		for row in workspace.charts:
			self.assertTrue(frappe.db.exists("Dashboard Chart", row.chart_name), row.label)
		for row in workspace.roles:
			self.assertTrue(frappe.db.exists("Role", row.role), row.role)

	def test_filters_have_four_elements(self):
		"""Frappe v16 refuses the fifth that v15's own editor writes."""
		for berkas in (*MODUL.glob("number_card/*/*.json"), *MODUL.glob("dashboard_chart/*/*.json")):
			for saringan in json.loads(json.loads(berkas.read_text())["filters_json"]):
				self.assertEqual(len(saringan), 4, berkas.name)

	def test_number_cards_count_what_the_reader_may_see(self):
		skp = make_skp(self.instansi)
		make_skp(self.instansi, "pengelola")  # assessed by kepala
		make_realisasi(skp, 1, 10, Tahap.DIAJUKAN)
		self.assertEqual(self.get_jumlah("SKP Ditetapkan", "pengelola"), 2)
		self.assertEqual(self.get_jumlah("SKP Ditetapkan", "auditor"), 2)
		self.assertEqual(self.get_jumlah("SKP Ditetapkan", "penilai"), 1)
		self.assertEqual(self.get_jumlah("SKP Ditetapkan", "pengelola_unit"), 1)
		self.assertEqual(self.get_jumlah("SKP Ditetapkan", "tetangga"), 0)
		self.assertEqual(self.get_jumlah("Realisasi Menunggu Verifikasi", "pengelola"), 1)
		self.assertEqual(self.get_jumlah("Realisasi Menunggu Verifikasi", "kolega"), 0)
		self.assertEqual(self.get_jumlah("Realisasi Terlambat", "tetangga"), 0)
		self.assertEqual(self.get_jumlah("Evaluasi Diserahkan", "pengelola"), 0)

	def test_charts_count_what_the_reader_may_see(self):
		make_skp(self.instansi)
		make_skp(self.instansi, "kolega", Tahap.DIAJUKAN)
		self.assertEqual(self.get_bagan("SKP Menurut Tahap", "pengelola"), {"Ditetapkan": 1, "Diajukan": 1})
		self.assertEqual(self.get_bagan("SKP Menurut Tahap", "tetangga"), {})
		self.assertEqual(self.get_bagan("Predikat Kinerja Tahunan", "pengelola"), {})

	def test_what_is_planned_and_reported_is_counted_in_its_year_only(self):
		make_realisasi(make_skp(self.instansi), 1, 10, Tahap.DIAJUKAN)
		for tahun, jumlah in ((TAHUN - 1, 0), (TAHUN, 1), (TAHUN + 1, 0)):
			with self.subTest(tahun):
				self.assertEqual(self.get_jumlah("SKP Ditetapkan", "pengelola", tahun), jumlah)
				self.assertEqual(self.get_jumlah("Realisasi Terlambat", "pengelola", tahun), jumlah)
				bagan = self.get_bagan("SKP Menurut Tahap", "pengelola", tahun)
				self.assertEqual(bagan, {"Ditetapkan": 1} if jumlah else {})

	def test_a_year_is_evaluated_in_the_next_one(self):
		make_evaluasi(self.instansi, make_skp(self.instansi)).db_set(
			{"tahap": str(Tahap.DISERAHKAN), "predikat_kinerja": str(Predikat.BAIK)}
		)
		for tahun, jumlah in ((TAHUN, 0), (TAHUN + 1, 1), (TAHUN + 2, 0)):
			with self.subTest(tahun):
				self.assertEqual(self.get_jumlah("Evaluasi Diserahkan", "pengelola", tahun), jumlah)
				bagan = self.get_bagan("Predikat Kinerja Tahunan", "pengelola", tahun)
				self.assertEqual(bagan, {"Baik": 1} if jumlah else {})

	def test_what_waits_is_counted_whatever_its_year(self):
		make_realisasi(make_skp(self.instansi), 1, 10, Tahap.DIAJUKAN)
		self.assertEqual(self.get_jumlah("Realisasi Menunggu Verifikasi", "pengelola", TAHUN + 1), 1)

	def test_cards_and_charts_name_the_year_that_they_count(self):
		workspace = frappe.get_doc("Workspace", "Kinerja ASN")
		nama = {row.number_card_name: row.label for row in workspace.number_cards}
		nama |= {row.chart_name: row.label for row in workspace.charts}
		for berkas in (*MODUL.glob("number_card/*/*.json"), *MODUL.glob("dashboard_chart/*/*.json")):
			doc = json.loads(berkas.read_text())
			tahun = {"this year": "Tahun Ini", "last year": "Tahun Lalu"}
			masa = [
				tahun[nilai] for *_medan, sama, nilai in json.loads(doc["filters_json"]) if sama == "Timespan"
			]
			self.assertEqual(re.findall("Tahun Ini|Tahun Lalu", nama[doc["name"]]), masa, berkas.name)
			self.assertEqual(doc.get("label", nama[doc["name"]]), nama[doc["name"]])

	def test_the_previewed_quadrant_is_the_rules_quadrant(self):
		teks = (MODUL / "doctype/evaluasi_kinerja/evaluasi_kinerja.js").read_text()
		pratinjau = json.loads(
			re.search(r"KUADRAN_KINERJA = (\{.*?\n\});?\n", teks, re.DOTALL)[1].rstrip(";")
		)
		dibaca = {
			(Rating(hasil), Rating(perilaku)): Predikat(predikat)
			for hasil, baris in pratinjau.items()
			for perilaku, predikat in baris.items()
		}
		self.assertEqual(dibaca, KUADRAN)

	def test_every_value_that_a_report_counts_by_has_its_colour(self):
		"""In the column, from where the script takes it; one that Frappe has a pill for and the chart a code."""
		make_skp(self.instansi)
		for laporan, modul, kolom, istilah in (
			("Progres Realisasi", progres, "status", StatusProgres),
			("Kepatuhan Penetapan SKP", kepatuhan, "keadaan", KeadaanSKP),
			("Menunggu Penyelarasan", penyelarasan, "perihal", Perihal),
			("Keterlambatan Pelaporan", keterlambatan, "keadaan", KeadaanLapor),
			("Evaluasi Belum Selesai", belum_selesai, "keadaan", KeadaanEvaluasi),
			("Sebaran Predikat terhadap Pola", sebaran, "keadaan", KeadaanPola),
			("Catatan Harian Pegawai", catatan, "keadaan", KeadaanCatatan),
		):
			with self.subTest(laporan):
				self.assertEqual(list(modul.WARNA), list(istilah))
				self.assertLessEqual(set(modul.WARNA.values()), set(KODE_WARNA))
				kolom_laporan = run(laporan, {"periode": self.instansi.periode})["columns"]
				warna = next(df["warna"] for df in kolom_laporan if df["fieldname"] == kolom)
				self.assertEqual(warna, {str(nilai): modul.WARNA[nilai] for nilai in istilah})

	def test_the_report_scripts_bring_what_they_share(self):
		"""By Frappe's include: a bench on which nobody built anything serves it all the same."""
		bersama = (APP / "public/js/laporan.js").read_text()
		bagian = [(APP / "public/js/angka.js").read_text(), *re.split(r"{% include .* %}", bersama)]
		for laporan in (
			"Progres Realisasi",
			"Kepatuhan Penetapan SKP",
			"Menunggu Penyelarasan",
			"Keterlambatan Pelaporan",
			"Rekap Predikat",
			"Sebaran Predikat terhadap Pola",
			"Evaluasi Belum Selesai",
			"Kuadran Kinerja",
			"Catatan Harian Pegawai",
		):
			with self.subTest(laporan):
				naskah = get_script(laporan)["script"]
				for teks in bagian:
					self.assertIn(teks.strip(), naskah)
				self.assertNotIn("{%", naskah)
				sendiri = naskah.replace(bersama, "")
				dipakai = set(re.findall(r"kinerja_asn\.laporan\.(\w+)", sendiri))
				self.assertLessEqual({"periode", "unit_kerja", "formatter"}, dipakai)
				for nama in dipakai:
					self.assertRegex(bersama, rf"\n\t(async )?{nama}(\(|: )")

	def test_a_report_filter_offers_every_word_of_the_server(self):
		for nama, istilah in (
			("menunggu_penyelarasan", Perihal),
			("kepatuhan_penetapan_skp", KeadaanSKP),
			("evaluasi_belum_selesai", KeadaanEvaluasi),
			("sebaran_predikat_terhadap_pola", KeadaanPola),
			("sebaran_predikat_terhadap_pola", PredikatOrganisasi),
			("catatan_harian_pegawai", KeadaanCatatan),
		):
			teks = (MODUL / f"report/{nama}/{nama}.js").read_text()
			with self.subTest(nama):
				self.assertLessEqual(
					{str(kata) for kata in istilah}, set(re.findall(r'value: "([^"]+)"', teks))
				)

	def test_every_stage_of_a_form_says_who_acts_next(self):
		tahap = {
			"skp": ("Draf", "Diajukan", "Dikembalikan", "Ditetapkan", "Ditutup"),
			"realisasi_kinerja": ("Draf", "Diajukan", "Dikembalikan", "Ditetapkan"),
			"evaluasi_kinerja": ("Draf", "Ditetapkan", "Diserahkan", "Ditutup"),
			"perubahan_skp": ("Draf", "Diajukan", "Dikembalikan", "Ditetapkan", "Ditutup"),
		}
		for doctype, daftar in tahap.items():
			teks = (MODUL / "doctype" / doctype / f"{doctype}.js").read_text()
			petunjuk = re.search(r"function get_petunjuk_\w+\(frm\) \{(.*?)\n\}\n", teks, re.DOTALL)[1]
			self.assertEqual(
				tuple(re.findall(r"^\t\t([A-Z]\w+): \[", petunjuk, re.MULTILINE)), ("Baru", *daftar)
			)

	def test_a_list_shows_whose_it_is_and_of_which_year(self):
		"""On a small screen v15 shows the title, the status and one column more: the first here. IDs say no more."""
		for doctype, judul, kolom in (
			("SKP", "nama_pegawai", ["periode", "unit_kerja"]),
			("Perubahan SKP", "nama_pegawai", ["periode", "alasan", "unit_kerja"]),
			("Realisasi Kinerja", "nama_pegawai", ["masa", "tenggat", "unit_kerja"]),
			("Evaluasi Kinerja", "nama_pegawai", ["masa", "unit_kerja", "predikat_kinerja"]),
			("Penugasan Kinerja", "nama_pegawai", ["periode", "rencana_hasil_kerja", "unit_kerja"]),
			("Perjanjian Kinerja", "unit_kerja", ["periode", "nama_pimpinan"]),
			("Pembukaan Periode", "periode", ["unit_kerja", "jumlah_dibuat", "jumlah_galat"]),
		):
			meta = frappe.get_meta(doctype)
			tampil = [df.fieldname for df in meta.fields if df.in_list_view]
			with self.subTest(doctype):
				self.assertEqual(meta.title_field, judul)
				self.assertEqual(
					[nama_kolom for nama_kolom in tampil if nama_kolom not in (judul, "status")], kolom
				)
				self.assertIn("hide_name_column: true", get_skrip_daftar(doctype))

	def test_a_list_colours_every_status(self):
		for doctype in ("Penugasan Kinerja", "Perjanjian Kinerja", "Pembukaan Periode"):
			warna = re.search(r"warna = \{ (.*) \};", get_skrip_daftar(doctype))[1]
			pilihan = frappe.get_meta(doctype).get_field("status").options.split("\n")
			self.assertEqual(set(re.findall(r'"?([A-Z][a-z ]+)"?: "', warna)), set(pilihan))

	def test_a_table_fits_its_form(self):
		"""A grid of v15 has room for ten columns and leaves out what comes after."""
		for berkas in MODUL.glob("doctype/*/*.json"):
			doc = json.loads(berkas.read_text())
			lebar = [df.get("columns", 0) for df in doc["fields"] if df.get("in_list_view")]
			if doc.get("istable") and all(lebar):
				self.assertLessEqual(sum(lebar), 10, doc["name"])

	def test_form_scripts_of_the_hook_exist(self):
		hook = frappe.get_hooks("doctype_js", app_name="kinerja_asn")
		self.assertEqual(
			hook.keys() - set(TERJAGA),
			{"Employee", "Notification Log", "Pola Distribusi", "Skema Penilaian", "Workflow"},
		)
		for daftar in (*hook.values(), *frappe.get_hooks("doctype_list_js", app_name="kinerja_asn").values()):
			for berkas in daftar:
				self.assertTrue((APP / berkas).exists(), berkas)

	def test_numbers_are_read_the_same_way_wherever_there_are_any(self):
		"""public/js/angka.js, in the form and in the list, whose filters may be on the rows of a table."""
		angka = {
			doctype
			for berkas in MODUL.glob("doctype/*/*.json")
			if any(df["fieldtype"] in ("Float", "Percent") for df in json.loads(berkas.read_text())["fields"])
			for nama in [json.loads(berkas.read_text())["name"]]
			for doctype in TABEL_ANAK.get(nama, (nama,))
		}
		self.assertIn("Templat SKP", angka)
		for kait in ("doctype_js", "doctype_list_js"):
			hook = frappe.get_hooks(kait, app_name="kinerja_asn")
			self.assertEqual(angka, {d for d, daftar in hook.items() if daftar[0].endswith("angka.js")}, kait)

	def test_a_target_keeps_its_decimals_in_frappes_own_print(self):
		skp = make_skp(self.instansi, indikator=[make_indikator(target_min=1075, target_maks=1075.25)])
		baris = skp.indikator[0]
		for format_angka, tampil in (
			("#.###", ["1.075", "1.075,25"]),
			("#.###,##", ["1.075", "1.075,25"]),
			("#,###.##", ["1,075", "1,075.25"]),
		):
			with patch.object(frappe.db, "get_default", {"number_format": format_angka}.get):
				self.assertEqual([baris.get_formatted(k) for k in ("target_min", "target_maks")], tampil)

	def test_a_number_as_text_is_read_as_one_or_refused(self):
		"""A REST client may send "3,40", which Frappe would store as 340."""
		for teks in ("3,40", "1.075,5", "1,075", "tiga"):
			with self.assertRaisesRegex(frappe.ValidationError, "bukan angka"):
				make_skp(self.instansi, "petugas", Tahap.DRAF, indikator=[make_indikator(target_min=teks)])
			frappe.clear_messages()

	def test_scripts_call_only_what_the_shared_scripts_of_their_form_or_list_have(self):
		for berkas in MODUL.glob("doctype/*/*.js"):
			hook = frappe.get_hooks(
				"doctype_js" if is_form(berkas) else "doctype_list_js", app_name="kinerja_asn"
			)
			doctype = json.loads((berkas.parent / f"{berkas.parent.name}.json").read_text())["name"]
			bersama = "".join((APP / skrip).read_text() for skrip in hook.get(doctype, ()))
			for nama, metode in re.findall(r"kinerja_asn\.(\w+)\.(\w+)\(", berkas.read_text()):
				self.assertRegex(bersama, rf"kinerja_asn\.{nama}\b", berkas.name)
				self.assertRegex(bersama, rf"(?m)^\t+{metode}\(", berkas.name)

	def test_methods_that_scripts_call_are_endpoints(self):
		teks = [path.read_text() for path in (*MODUL.glob("doctype/*/*.js"), *APP.glob("public/js/*.js"))]
		dipanggil = set(re.findall(r"\"(kinerja_asn\.api\.[\w.]+)\"", "\n".join(teks)))
		self.assertIn("kinerja_asn.api.orang.perpindahan.preview", dipanggil)
		for metode in dipanggil:
			self.assertIn(frappe.get_attr(metode), frappe.whitelisted, metode)

	def test_a_stage_that_a_status_filter_names_exists(self):
		workspace = frappe.get_doc("Workspace", "Kinerja ASN")
		for row in workspace.shortcuts:
			for doctype, medan, _sama, nilai in json.loads(row.stats_filter or "[]"):
				self.assertEqual(doctype, row.link_to)
				self.assertIn(nilai, frappe.get_meta(doctype).get_field(medan).options.split("\n"), row.label)


def in_tahun(tahun: int):
	"""Frappe reads a filter's "this year" from the server's clock, not from the flag that moves ours."""
	return patch("frappe.utils.data.now_datetime", return_value=datetime(tahun, 6, 15, 9))


def get_skrip_daftar(doctype: str) -> str:
	nama = frappe.scrub(doctype)
	return (MODUL / f"doctype/{nama}/{nama}_list.js").read_text()


def is_form(berkas: Path) -> bool:
	return not berkas.stem.endswith("_list")


def is_halaman(alamat: str) -> bool:
	halaman = APP / "www" / alamat.strip("/")
	return halaman.with_suffix(".html").exists() or (halaman / "index.html").exists()
