"""The giver of an answer without a name, hunted through every table of the database, by value, order and time, and through
every door. The hunter has SQL; what he lacks is the server's key (docs/permissions.md)."""

from base64 import urlsafe_b64decode

import frappe
from cryptography.fernet import Fernet

from kinerja_asn.constants.istilah import PeranUmpanBalik, Sifat
from kinerja_asn.services.pelaksanaan.umpan_balik import amplop
from kinerja_asn.tests.factories import as_user
from kinerja_asn.tests.test_portal_dasar import UjiPortal
from kinerja_asn.tests.test_umpan_balik_360 import (
	BAWAHAN,
	DITOLAK,
	HARI,
	NILAI,
	REKAN,
	TANPA_NAMA,
	UjiTigaEnamPuluh,
)

RAHASIA = "Kata yang hanya ditulis seorang"
# Where an account stands because there is one, whatever it does.
AKUN_SENDIRI = (
	"User",
	"Employee",
	"Has Role",
	"User Permission",
	"Contact",
	"Contact Email",
	"Notification Settings",
)


def read_semua() -> dict[str, list[dict]]:
	"""Table -> its rows, of the whole database."""
	return {
		table: frappe.db.sql(f"select * from `{table}`", as_dict=True)
		for table in frappe.db.get_tables(cached=False)
		if not table.startswith("sqlite_")
	}


def find_teks(semua: dict[str, list[dict]], teks: str) -> dict[str, list[dict]]:
	return {
		table: ada
		for table, rows in semua.items()
		if (ada := [row for row in rows if any(teks in str(nilai) for nilai in row.values())])
	}


class UjiPemburu(UjiTigaEnamPuluh):
	def answer_semua(self, permintaan: str) -> None:
		for nama in REKAN:
			self.answer(permintaan, nama, Sifat.PERLU_PERBAIKAN, f"{RAHASIA} {nama[-1]}")


class TestBasisData(UjiPemburu):
	def test_an_answer_changes_the_flag_and_the_seal_and_nothing_else(self):
		permintaan = self.ask_semua()
		sebelum = read_semua()
		self.answer(permintaan, "rekan_a", Sifat.PERLU_PERBAIKAN, RAHASIA)
		sesudah = read_semua()
		berubah = {
			table: [row for row in rows if row not in sebelum.get(table, [])]
			for table, rows in sesudah.items()
			if rows != sebelum.get(table)
		}
		self.assertEqual(
			set(berubah) - {"tabNotification Log"}, {"tabResponden Umpan Balik", "tabAmplop Umpan Balik"}
		)
		(diminta,), (tersegel,) = berubah["tabResponden Umpan Balik"], berubah["tabAmplop Umpan Balik"]
		(lama,) = (row for row in sebelum["tabResponden Umpan Balik"] if row["name"] == diminta["name"])
		self.assertEqual({kolom for kolom in lama if lama[kolom] != diminta[kolom]}, {"sudah_menjawab"})
		(lama,) = (row for row in sebelum["tabAmplop Umpan Balik"] if row["name"] == tersegel["name"])
		self.assertEqual({kolom for kolom in lama if lama[kolom] != tersegel[kolom]}, {"isi"})
		# His notice is read now: of that, too, there is no time.
		for row in berubah.get("tabNotification Log", []):
			(lama,) = (baris for baris in sebelum["tabNotification Log"] if baris["name"] == row["name"])
			self.assertEqual({kolom for kolom in lama if lama[kolom] != row[kolom]}, {"read"})

	def test_the_words_stand_nowhere_before_they_are_opened(self):
		permintaan = self.ask_semua()
		self.answer_semua(permintaan)
		self.assertEqual(find_teks(read_semua(), RAHASIA), {})

	def test_neither_length_nor_time_of_the_seal_tells_who_wrote_much(self):
		permintaan = self.ask_semua()
		kunci = {"permintaan": permintaan, "peran": str(PeranUmpanBalik.REKAN)}
		panjang = {len(frappe.db.get_value(amplop.DOCTYPE, kunci, "isi"))}
		for nama, isi in zip(REKAN, ("", "x" * amplop.PANJANG_ISI, "😀" * amplop.PANJANG_ISI), strict=True):
			self.answer(permintaan, nama, isi=isi)
			segel = frappe.db.get_value(amplop.DOCTYPE, kunci, "isi")
			panjang.add(len(segel))
			self.assertEqual(get_stempel(segel), 0)
		self.assertEqual(len(panjang), 1)

	def test_no_row_that_was_opened_names_a_giver_or_a_time_of_its_own(self):
		permintaan = self.ask_semua()
		self.answer_semua(permintaan)
		self.close(permintaan)
		semua = read_semua()
		terbuka = semua[f"tab{TANPA_NAMA}"]
		self.assertEqual(len(terbuka), 3)
		for nama in REKAN:
			tanda = {
				self.user[nama],
				self.pegawai[nama],
				frappe.db.get_value("Employee", self.pegawai[nama], "nip"),
			}
			for row in terbuka:
				self.assertFalse(tanda & {str(nilai) for nilai in row.values()}, row)
		for kolom in ("owner", "modified_by", "creation", "modified", "tanggal", "idx"):
			self.assertEqual(len({str(row[kolom]) for row in terbuka}), 1, kolom)
		self.assertEqual({row["owner"] for row in terbuka}, {"Administrator"})
		self.assertEqual(set(find_teks(semua, RAHASIA)), {f"tab{TANPA_NAMA}"})

	def test_whatever_names_a_giver_names_no_answer(self):
		"""Every row of every table that holds his account, number or name of record holds nothing of what he wrote, nor
		the name of what was opened."""
		permintaan = self.ask_semua()
		self.answer_semua(permintaan)
		self.close(permintaan)
		semua = read_semua()
		jawaban = {row["name"] for row in semua[f"tab{TANPA_NAMA}"]} | {RAHASIA}
		for nama in REKAN:
			for tanda in (self.user[nama], self.pegawai[nama]):
				for table, rows in find_teks(semua, tanda).items():
					for row in rows:
						isi = " ".join(map(str, row.values()))
						self.assertFalse([kata for kata in jawaban if kata in isi], (table, row))

	def test_neither_order_of_rows_nor_of_names_follows_who_answered_when(self):
		"""Of six rounds in the same order, rows stand in that order, or the opposite one, in all of them by chance once in
		twenty thousand."""
		urutan = set()
		for _ke in range(6):
			permintaan = self.ask(*REKAN)
			self.answer_semua(permintaan)
			self.close(permintaan)
			rows = frappe.db.sql(
				f"select isi from `tab{TANPA_NAMA}` where permintaan = %s", (permintaan,), as_dict=True
			)
			urutan.add("".join(row.isi[-1] for row in rows))
		self.assertTrue(urutan - {"abc"} and urutan - {"cba"}, urutan)

	def test_what_one_giver_said_about_several_things_is_not_held_together(self):
		kolom = {df.fieldname for df in frappe.get_meta(TANPA_NAMA).fields}
		self.assertFalse(kolom & {"pemberi", "pemberi_user", "responden", "responden_user", "jawaban"})
		self.assertFalse(frappe.get_meta(TANPA_NAMA).track_changes)
		self.assertFalse(frappe.get_meta("Responden Umpan Balik").track_changes)


def get_stempel(segel: str) -> int:
	"""The time that a Fernet token bears, which anybody reads who has no key."""
	return int.from_bytes(urlsafe_b64decode(segel[:16])[1:9], "big")


class TestSegel(UjiPemburu):
	def test_a_lowered_minimum_opens_nothing(self):
		permintaan = self.ask_semua()
		self.answer(permintaan, "rekan_a", isi=RAHASIA)
		frappe.db.set_value("Permintaan Umpan Balik", permintaan, {"minimum": 1, "janji_anonim": ""})
		frappe.db.set_value("Periode Kinerja", self.instansi.periode, "minimum_responden", 1)
		self.close(permintaan)
		self.assertEqual(self.get_tanpa_nama(permintaan), [])
		self.assertEqual(find_teks(read_semua(), RAHASIA), {})

	def test_one_seal_is_not_passed_off_as_another(self):
		permintaan = self.ask_semua()
		rekan = {"permintaan": permintaan, "peran": str(PeranUmpanBalik.REKAN)}
		bawahan = {"permintaan": permintaan, "peran": str(PeranUmpanBalik.BAWAHAN)}
		frappe.db.set_value(amplop.DOCTYPE, rekan, "isi", frappe.db.get_value(amplop.DOCTYPE, bawahan, "isi"))
		self.assert_ditolak(
			"kunci enkripsi situs", frappe.ValidationError, self.answer, permintaan, "rekan_a", isi=RAHASIA
		)

	def test_a_changed_key_is_said_and_keeps_nothing_of_what_was_typed(self):
		permintaan = self.ask_semua()
		kunci = frappe.local.conf.encryption_key
		self.addCleanup(frappe.local.conf.__setitem__, "encryption_key", kunci)
		frappe.local.conf["encryption_key"] = Fernet.generate_key().decode()
		with self.assertRaises(frappe.ValidationError) as galat:
			self.answer(permintaan, "rekan_a", isi=RAHASIA)
		self.assertIn("kunci enkripsi situs", str(galat.exception))
		self.assertEqual(find_teks(read_semua(), RAHASIA), {})


class TestPintu(UjiPemburu):
	def test_who_was_asked_is_for_himself_alone(self):
		permintaan = self.ask_semua()
		for nama in ("petugas", "penilai", "kepala", "pengelola", "pengelola_unit", "auditor", "rekan_b"):
			with self.subTest(nama), as_user(self.user[nama]):
				milik = self.get_responden(permintaan, "rekan_a")
				self.assertFalse(milik.has_permission("read"))
				if frappe.has_permission(milik.doctype):
					self.assertNotIn(milik.name, frappe.get_list(milik.doctype, pluck="name"))

	def test_the_seal_is_for_nobody(self):
		permintaan = self.ask_semua()
		nama_amplop = frappe.db.get_value(amplop.DOCTYPE, {"permintaan": permintaan})
		for nama in ("penilai", "pengelola", "auditor", "rekan_a", "petugas"):
			with self.subTest(nama), as_user(self.user[nama]):
				self.assertFalse(frappe.get_doc(amplop.DOCTYPE, nama_amplop).has_permission("read"))
				self.assertRaises(frappe.PermissionError, frappe.get_list, amplop.DOCTYPE)

	def test_nobody_makes_or_changes_any_of_it_by_a_client(self):
		permintaan = self.ask_semua()
		for nama in ("petugas", "penilai", "pengelola", "rekan_a"):
			with self.subTest(nama), as_user(self.user[nama]):
				for doctype in (
					"Permintaan Umpan Balik",
					"Responden Umpan Balik",
					amplop.DOCTYPE,
					TANPA_NAMA,
				):
					baru = frappe.get_doc(
						doctype=doctype, permintaan=permintaan, skp=self.skp.name, peran="Pimpinan"
					)
					self.assertRaises(frappe.PermissionError, baru.insert)
				milik = self.get_responden(permintaan, "rekan_a")
				self.assertFalse(milik.has_permission("write") or milik.has_permission("delete"))

	def test_a_promised_answer_is_not_given_with_a_name_past_the_page(self):
		permintaan = self.ask_semua()
		isi = {"skp": self.skp.name, "permintaan": permintaan, "sasaran": "Perilaku Kerja", "nilai": NILAI}
		doc = {"doctype": "Umpan Balik Kinerja", "tanggal": HARI, "sifat": "Positif", "isi": "Rapi", **isi}
		for nama in ("rekan_a", "auditor", "kepala"):
			with self.subTest(nama), as_user(self.user[nama]):
				self.assert_ditolak("", DITOLAK, frappe.get_doc(doc).insert)
		with as_user(self.user["penilai"]):
			frappe.get_doc(doc).insert()
			lain = {
				**doc,
				"sasaran": "Hasil Kerja",
				"nilai": None,
				"hasil_kerja": self.skp.hasil_kerja[0].kunci,
			}
			self.assert_ditolak("tidak menanyakan", frappe.ValidationError, frappe.get_doc(lain).insert)
		self.assertEqual(frappe.db.count("Umpan Balik Kinerja", {"permintaan": permintaan}), 1)


class TestHalaman(UjiPemburu, UjiPortal):
	def test_the_page_leaves_no_trace_of_the_form(self):
		permintaan = self.ask_semua()
		self.instansi.user.update(self.user)
		self.addCleanup(lambda: [self.instansi.user.pop(nama, None) for nama in (*REKAN, *BAWAHAN)])
		alamat = f"/kinerja/umpan_balik/jawab?name={self.get_responden(permintaan, 'rekan_a').name}"
		halaman = self.open("rekan_a", alamat)
		for janji in ("Tanpa nama", "tidak pernah terbuka", "dapat mengungkap siapa Anda"):
			self.assertIn(janji, halaman.teks)
		isian = {"sifat-0": "Perlu Perbaikan", "isi-0": RAHASIA, "kiriman": "kunci"}
		jawaban = self.send("rekan_a", alamat, "kirim", **isian)
		self.assertEqual((jawaban.status, jawaban.pesan), (303, "jawaban"))
		self.assertEqual(frappe.db.count("Kiriman Portal", {"pengguna": self.user["rekan_a"]}), 0)
		self.assertEqual(find_teks(read_semua(), RAHASIA), {})
		# Sent again, and pressed twice: it is there, and nothing more comes.
		self.assertEqual(self.send("rekan_a", alamat, "kirim", **isian).pesan, "tetap")
		self.assertIn("Anda sudah menjawab", self.open("rekan_a", alamat).teks)
