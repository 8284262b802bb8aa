"""docs/permissions.md against a site: every cell of its table."""

from contextlib import suppress
from pathlib import Path

import frappe

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.tests.basis import UjiKinerja, clear_cache
from kinerja_asn.tests.factories import (
	as_user,
	change_akun,
	decide_keberatan,
	make_dokumen,
	make_evaluasi,
	make_keberatan,
	make_kinerja_unit,
	make_perubahan,
	make_realisasi,
	make_skp,
	move,
)

DOKUMEN = Path(__file__).resolve().parents[2] / "docs" / "permissions.md"
HAK = {"baca": "read", "tulis": "write", "hapus": "delete"}
SIAPA = {
	"Pegawai": "petugas",
	"Penilai": "penilai",
	"Atasan": "kepala",
	"Pengelola": "pengelola",
	"Unit": "pengelola_unit",
	"Auditor": "auditor",
	"Kolega": "kolega",
	"Tetangga": "tetangga",
}


def read_table(awal: str = "| DocType |") -> list[dict[str, str]]:
	"""The table whose head begins with ``awal``."""
	lines = [line for line in DOKUMEN.read_text().splitlines() if line.startswith("|")]
	judul = next(line for line in lines if line.startswith(awal))
	kolom = [sel.strip() for sel in judul.strip("|").split("|")]
	isi = lines[lines.index(judul) + 2 :]
	rows = [[sel.strip() for sel in line.strip("|").split("|")] for line in isi]
	return [dict(zip(kolom, row, strict=True)) for row in rows if len(row) == len(kolom)]


class UjiTabel(UjiKinerja):
	"""Documents at any stage."""

	def make(self, doctype: str, tahap: str):
		return {
			"SKP": self.make_skp,
			"Perubahan SKP": self.make_perubahan,
			"Realisasi Kinerja": self.make_realisasi,
			"Evaluasi Kinerja": self.make_evaluasi,
			"Keberatan Kinerja": self.make_keberatan,
		}[doctype](Tahap(tahap))

	def make_skp(self, tahap: Tahap):
		if tahap != Tahap.DITUTUP:
			return make_skp(self.instansi, tahap=tahap)
		return move(make_skp(self.instansi), self.instansi.user["pengelola"], tahap)

	def make_perubahan(self, tahap: Tahap):
		doc = make_perubahan(make_skp(self.instansi))
		with as_user(doc.pegawai_user):
			doc.hasil_kerja[0].rencana_hasil_kerja = "Tertatanya pendaftaran penduduk"
			doc.save()
		langkah = {Tahap.DRAF: (), Tahap.DITETAPKAN: (Tahap.DIAJUKAN, Tahap.DITETAPKAN)}.get(tahap, (tahap,))
		for berikut in langkah:
			move(doc, doc.penilai_user if berikut == Tahap.DITETAPKAN else doc.pegawai_user, berikut)
		return doc

	def make_realisasi(self, tahap: Tahap):
		return make_realisasi(make_skp(self.instansi), 1, 1000, tahap)

	def make_evaluasi(self, tahap: Tahap):
		skp = make_skp(self.instansi)
		make_realisasi(skp, 1, 1000)
		make_kinerja_unit(self.instansi)
		doc = make_evaluasi(self.instansi, skp)
		with as_user(skp.penilai_user):
			doc.rating_hasil_kerja = doc.rating_perilaku = "Sesuai Ekspektasi"
			doc.save()
		urutan = (Tahap.DRAF, Tahap.DITETAPKAN, Tahap.DISERAHKAN, Tahap.DITUTUP)
		for berikut in urutan[1 : urutan.index(tahap) + 1]:
			move(doc, skp.pegawai_user if berikut == Tahap.DITUTUP else skp.penilai_user, berikut)
		return doc

	def make_keberatan(self, tahap: Tahap):
		doc = make_keberatan(
			make_dokumen(self.instansi), Tahap.DRAF if tahap == Tahap.DRAF else Tahap.DIAJUKAN
		)
		if tahap == Tahap.DITETAPKAN:
			return decide_keberatan(doc, doc.atasan_penilai_user)
		return move(doc, doc.pegawai_user, tahap) if tahap == Tahap.DITUTUP else doc


class TestTabelIzin(UjiTabel):
	def test_every_cell(self):
		rows = read_table()
		self.assertEqual(len(rows), 19)
		for row in rows:
			frappe.db.savepoint("baris")
			doc = self.make(row["DocType"], row["Tahap"])
			self.assertEqual(doc.tahap, row["Tahap"])
			for kolom, nama in SIAPA.items():
				with (
					self.subTest(doctype=doc.doctype, tahap=doc.tahap, siapa=kolom),
					as_user(self.instansi.user[nama]),
				):
					dapat = [hak for hak, ptype in HAK.items() if doc.has_permission(ptype)]
					self.assertEqual(" ".join(dapat) or "–", row[kolom])
					terlihat = doc.name in frappe.get_list(doc.doctype, pluck="name")
					self.assertEqual(terlihat, row[kolom] != "–")
			frappe.db.rollback(save_point="baris")

	def test_every_cell_follows_its_person_to_another_account(self):
		"""What stands in the table is the new account's; the old one, although still in use, opens nothing."""
		pihak = ("Pegawai", "Penilai", "Atasan")
		for row in read_table():
			frappe.db.savepoint("baris")
			doc = self.make(row["DocType"], row["Tahap"])
			for kolom in pihak:
				change_akun(self.instansi, SIAPA[kolom])
			for kolom in pihak:
				nama = SIAPA[kolom]
				for user, hak in ((f"{nama}.baru@uji.example", row[kolom]), (self.instansi.user[nama], "–")):
					with self.subTest(doctype=doc.doctype, tahap=doc.tahap, siapa=user), as_user(user):
						self.assertEqual(self.get_hak(doc), hak)
			frappe.db.rollback(save_point="baris")
			clear_cache()  # roles

	def get_hak(self, doc) -> str:
		"""As the session user finds it: read anew, with the rights on its list."""
		tersimpan = frappe.get_doc(doc.doctype, doc.name)
		dapat = [hak for hak, ptype in HAK.items() if tersimpan.has_permission(ptype)]
		with suppress(frappe.PermissionError):
			self.assertEqual(doc.name in frappe.get_list(doc.doctype, pluck="name"), bool(dapat))
		return " ".join(dapat) or "–"
