"""Feedback that was scheduled (Pasal 19 ayat (2); p. 69 no. 5-6): a leader owes it in each period that the agency set.

Nothing is stored of who owes it: it is read from what was given. The leader is reminded of all his people at once, the
employee hears when a period has passed without any, and may ask for it (p. 70 no. 9).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

import frappe
from frappe import _
from frappe.utils import formatdate, getdate
from pypika.queries import QueryBuilder

from kinerja_asn.constants.istilah import (
	BentukUmpanBalik,
	JadwalUmpanBalik,
	JenisMasa,
	PeranUmpanBalik,
	Tahap,
)
from kinerja_asn.rules.masa import Masa, build_masa
from kinerja_asn.rules.umpan_balik import find_berkala
from kinerja_asn.services.bersama.pemberitahuan import (
	Kabar,
	Pemberitahuan,
	list_belum_dibaca,
	retire_nama,
	send,
)
from kinerja_asn.services.bersama.periode import get_periode
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.situs.tujuan import get_alamat

DOCTYPE = "Umpan Balik Kinerja"
KOLOM = ("name", "periode", "awal", "akhir", "tahap", "nama_pegawai", "pegawai_user", "penilai_user")
# Days before the end of a period on which its leader is reminded, and again.
HARI_PENGINGAT = (14, 3)


@dataclass(frozen=True)
class Berkala:
	"""The feedback that is owed: until when, and whether its period has passed without any."""

	masa: str
	akhir: date
	lewat: bool

	def __str__(self) -> str:
		if self.lewat:
			return _("Umpan balik berkala {0} belum diberikan").format(self.masa)
		return _("Umpan balik berkala {0} ditunggu sampai {1}").format(
			self.masa, formatdate(self.akhir, "d MMMM yyyy")
		)


def find_banyak_berkala(rows: Iterable, dari: QueryBuilder | None = None) -> dict[str, Berkala]:
	"""SKP -> what is owed now, of those of ``rows`` (SKP with their periode, awal, akhir, tahap) of which something is.
	In one query; ``dari``: one that selects them, where they are many."""
	rows = [row for row in rows if row.tahap == Tahap.DITETAPKAN and get_masa_berkala(row.periode)]
	diberikan = _get_diberikan([row.name for row in rows] if dari is None else dari) if rows else {}
	ditunggu = {row.name: _find(row, diberikan.get(row.name, ())) for row in rows}
	return {name: berkala for name, berkala in ditunggu.items() if berkala}


def get_masa_berkala(periode: str) -> tuple[Masa, ...]:
	"""In which of them a leader owes feedback; none where the agency has not set it."""
	setelan = get_periode(periode)
	jadwal = setelan.umpan_balik_berkala or JadwalUmpanBalik.TIDAK
	if jadwal == JadwalUmpanBalik.TIDAK:
		return ()
	return build_masa(getdate(setelan.awal), getdate(setelan.akhir), JenisMasa(jadwal))


def _find(row, diberikan: Iterable[date]) -> Berkala | None:
	masa = get_masa_berkala(row.periode)
	ditunggu = find_berkala(masa, getdate(row.awal), getdate(row.akhir), diberikan, get_today())
	return Berkala(ditunggu.label, ditunggu.akhir, ditunggu.akhir < get_today()) if ditunggu else None


def _get_diberikan(skp: list[str] | QueryBuilder) -> dict[str, list[date]]:
	table = frappe.qb.DocType(DOCTYPE)
	query = frappe.qb.from_(table).select(table.skp, table.tanggal).where(table.skp.isin(skp))
	query = query.where(
		(table.bentuk == BentukUmpanBalik.BERKALA) & (table.peran == PeranUmpanBalik.PIMPINAN)
	)
	diberikan = defaultdict(list)
	for name, tanggal in query.run():
		diberikan[name].append(getdate(tanggal))
	return diberikan


# --- reminders


def remind() -> int:
	"""Today's, of all open periods that remind; how many were new. May be run any number of times a day."""
	jumlah, penilai, pegawai = 0, set(), set()
	for periode in frappe.get_all("Periode Kinerja", {"status": "Dibuka", "pengingat": 1}, pluck="name"):
		skp, query = _query_skp(periode)
		daftar = {row.name: row for row in query.select(*(skp[nama] for nama in KOLOM)).run(as_dict=True)}
		ditunggu = find_banyak_berkala(daftar.values(), query.select(skp.name))
		jumlah += send(_build(periode, daftar, ditunggu))
		penilai |= {(daftar[name].penilai_user, periode) for name in ditunggu}
		pegawai |= {(daftar[name].pegawai_user, name) for name, row in ditunggu.items() if row.lewat}
	_retire("Periode Kinerja", "tim", penilai)
	_retire("SKP", "umpan_balik/minta", pegawai)
	return jumlah


def _query_skp(periode: str) -> tuple:
	skp = frappe.qb.DocType("SKP")
	query = frappe.qb.from_(skp).where((skp.periode == periode) & (skp.tahap == str(Tahap.DITETAPKAN)))
	return skp, query.where(skp.penilai_user != "")


def _build(periode: str, daftar: dict, ditunggu: dict[str, Berkala]) -> Iterator[Pemberitahuan]:
	per_penilai = defaultdict(list)
	for name, berkala in ditunggu.items():
		per_penilai[daftar[name].penilai_user, berkala].append(daftar[name].nama_pegawai)
		if berkala.lewat and daftar[name].pegawai_user:
			yield _build_pegawai(daftar[name], berkala)
	for (user, berkala), nama in per_penilai.items():
		if kali := _find_kali(berkala):
			alamat = get_alamat("tim", periode=periode, urut="berkala")
			tulis = partial(_write, berkala, sorted(nama))
			yield Pemberitahuan(user, "Periode Kinerja", periode, tulis=tulis, alamat=alamat, kali=kali)


def _find_kali(berkala: Berkala) -> str | None:
	"""Each reminder once, also where the scheduler was down on its day."""
	sisa = (berkala.akhir - get_today()).days
	sudah = [hari for hari in HARI_PENGINGAT if sisa <= hari]
	return f"berkala {berkala.masa} {'lewat' if berkala.lewat else min(sudah)}" if sudah else None


def _write(berkala: Berkala, nama: list[str]) -> Kabar:
	return Kabar(
		judul=_("{0} untuk {1} pegawai").format(berkala, len(nama)),
		isi=", ".join(nama[:10]) + (_(", dan {0} lagi").format(len(nama) - 10) if len(nama) > 10 else ""),
		tombol=_("Buka Tim Saya"),
	)


def _build_pegawai(row, berkala: Berkala) -> Pemberitahuan:
	alamat = get_alamat("umpan_balik/minta", skp=row.name)
	tulis = partial(_write_pegawai, berkala)
	return Pemberitahuan(
		row.pegawai_user, "SKP", row.name, tulis=tulis, alamat=alamat, kali=f"berkala {berkala.masa}"
	)


def _write_pegawai(berkala: Berkala) -> Kabar:
	return Kabar(
		judul=_("{0} berakhir tanpa umpan balik berkala untuk Anda").format(berkala.masa),
		isi=_("Anda dapat memintanya: pilih hasil kerja atau perilaku yang ingin Anda dengar."),
		tombol=_("Minta umpan balik"),
	)


def _retire(doctype: str, halaman: str, masih: set[tuple[str, str]]) -> None:
	"""``masih``: (to whom, about which document) something still waits."""
	terkirim = list_belum_dibaca(doctype, get_alamat(halaman))
	retire_nama([row.name for row in terkirim if (row.for_user, row.document_name) not in masih])


def end_berkala(doc) -> None:
	"""Scheduled feedback was given: whoever has nothing left to give is reminded no more, nor is the employee."""
	if doc.bentuk != BentukUmpanBalik.BERKALA or doc.peran != PeranUmpanBalik.PIMPINAN:
		return
	skp, query = _query_skp(doc.periode)
	query = query.where(skp.penilai_user == doc.penilai_user)
	ditunggu = find_banyak_berkala(query.select(*(skp[nama] for nama in KOLOM)).run(as_dict=True))
	if not ditunggu:
		_retire_milik(doc.penilai_user, "Periode Kinerja", doc.periode, "tim")
	if doc.skp not in ditunggu:
		_retire_milik(doc.pegawai_user, "SKP", doc.skp, "umpan_balik/minta")


def _retire_milik(user: str, doctype: str, dokumen: str, halaman: str) -> None:
	terkirim = list_belum_dibaca(doctype, get_alamat(halaman), dokumen)
	retire_nama([row.name for row in terkirim if row.for_user == user])
