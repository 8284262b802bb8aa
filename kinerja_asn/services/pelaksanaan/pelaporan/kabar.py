"""Once a quarter a Penilai is told of each of his people who reports late again and again (domain.md D.1, scenario 8)."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

import frappe
from frappe import _

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.services.bersama.pemberitahuan import Kabar, Pemberitahuan, send
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.pelaksanaan.pelaporan.keterlambatan import find_sering, find_terlambat

KOLOM = ["name", "periode", "awal", "akhir", "tahap", "nama_pegawai", "penilai_user"]


def tell_sering() -> int:
	"""How many notices were new. May be run any number of times a day."""
	periode = frappe.get_all("Periode Kinerja", {"status": "Dibuka", "pengingat": 1}, pluck="name")
	return sum(send(_build(name)) for name in periode)


def _build(periode: str) -> Iterator[Pemberitahuan]:
	"""Of the quarter that runs and the one before, whose last reports are due by now."""
	skp = frappe.qb.DocType("SKP")
	query = frappe.qb.from_(skp).where((skp.periode == periode) & (skp.tahap == Tahap.DITETAPKAN))
	query = query.where(skp.penilai_user != "")
	daftar = {row.name: row for row in query.select(*KOLOM).run(as_dict=True)}
	rentang = (_get_awal(), get_today())
	terlambat = find_terlambat(periode, list(daftar.values()), rentang, query.select(skp.name))
	for name, rows in terlambat.items():
		for triwulan, banyak in find_sering(rows):
			yield Pemberitahuan(
				daftar[name].penilai_user,
				"SKP",
				name,
				tulis=partial(_write, daftar[name].nama_pegawai, triwulan, banyak),
				kali=f"sering terlambat {triwulan}",
			)


def _get_awal() -> date:
	"""The first day of the quarter before."""
	hari = get_today()
	sebelum = date(hari.year, (hari.month - 1) // 3 * 3 + 1, 1) - timedelta(days=1)
	return date(sebelum.year, sebelum.month - 2, 1)


def _write(nama: str, triwulan: str, banyak: int) -> Kabar:
	return Kabar(
		judul=_("{0}: {1} laporan terlambat dalam {2}").format(nama, banyak, triwulan),
		isi=_("Bicarakan dengan pegawai apa yang menghambatnya, dan catat hasilnya sebagai umpan balik."),
		tombol=_("Buka SKP pegawai"),
	)
