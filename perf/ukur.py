"""What is measured. Every function needs a connected site with the app only, so it runs on a bench too (README.md).

Each returns plain numbers; seconds are by the clock, ``cpu`` is the time of processors (jam.py).
"""

import gc
import os
import resource
import signal
from collections.abc import Callable
from datetime import timedelta
from unittest.mock import patch
from urllib.parse import quote

import frappe
from frappe.desk import query_report
from frappe.utils import get_datetime

from kinerja_asn.constants.istilah import SumberPembukaan
from kinerja_asn.constants.peran import PENGELOLA
from kinerja_asn.laporan.bagian import PER_UNIT
from kinerja_asn.laporan.unduhan import pembuatan as unduhan
from kinerja_asn.services.bersama.waktu import get_now
from kinerja_asn.services.borongan.giliran import BATAS_DIAM
from kinerja_asn.services.pelaksanaan.pemantauan.pencatatan import rebuild_semua
from kinerja_asn.services.perencanaan.pembukaan import pelaksanaan
from kinerja_asn.services.perencanaan.pembukaan.giliran import take_giliran
from kinerja_asn.services.perencanaan.pembukaan.pratinjau import preview
from perf.instansi import (
	ANAK,
	POTONGAN,
	TAHUN,
	Instansi,
	get_nama_acak,
	get_nama_skp,
	insert,
	make_instansi,
	make_realisasi,
)
from perf.jam import Jam, time_terbaik

BESAR = "UKB"
POHON = Instansi("UKP", 667)  # of three hasil kerja: a tree of 2,001 nodes
MATRIKS = Instansi("UKM", 61, per_unit=61, hasil=12)  # a leader with sixty subordinates and twelve results
BULAN = 12
LAPORAN_MAKS = 10_000  # employees of the largest agency whose reports are measured
PERIODE = f"{BESAR}-{TAHUN}"


def prepare(n: int) -> dict:
	"""Three agencies: one of ``n`` people to be opened, one for the tree, one for the matrix."""
	jam = Jam()
	besar = Instansi(BESAR, n)
	make_instansi(besar)
	if n <= LAPORAN_MAKS:
		make_realisasi(besar, TAHUN - 1, BULAN)
	for instansi in (POHON, MATRIKS):
		make_instansi(instansi)
	for instansi in (besar, POHON, MATRIKS):
		make_pengelola(instansi)
	for _selisih in rebuild_semua():
		pass
	if frappe.conf.db_type == "sqlite":
		frappe.db.sql("ANALYZE")  # MariaDB counts by itself which index finds fewer rows
	return jam.read()


def make_pengelola(instansi: Instansi) -> None:
	"""The second of its people runs the system."""
	induk = {"parent": get_pengelola(instansi), "parenttype": "User", "parentfield": "roles"}
	insert("Has Role", [{"name": get_nama_acak(), "role": PENGELOLA, **induk}])


def get_pengelola(instansi: Instansi) -> str:
	return f"{instansi.singkatan}-000001@ukur.example".lower()


# --- opening


def open_periode() -> dict:
	"""Open the period for everybody, from last year's plans, after a look at the preview as HR takes it.

	``puncak_mb``: most memory this process ever had.
	"""
	pembukaan = _make_pembukaan()
	pratinjau = Jam()
	preview(pembukaan)
	pratinjau_detik, jam = pratinjau.read()["detik"], Jam()
	_run(pembukaan)
	return {
		"pratinjau_detik": pratinjau_detik,
		**jam.read(),
		"puncak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
		"pegawai": pembukaan.reload().jumlah_dibuat,
	}


def _make_pembukaan():
	return frappe.get_doc(
		doctype="Pembukaan Periode", periode=PERIODE, sumber=str(SumberPembukaan.TAHUN_LALU)
	).insert()


def _run(pembukaan) -> None:
	take_giliran(pembukaan)
	frappe.db.commit()
	pelaksanaan.run(pembukaan.name)


def open_and_die(n: int) -> None:
	"""The same, killed by the system (SIGKILL) half-way through, between two tables of a chunk."""
	asli, tengah = pelaksanaan.insert_banyak, []

	def insert_banyak(doctype, rows):
		tengah.append(len(rows) if doctype == "SKP" else 0)
		if doctype == "SKP Perilaku" and sum(tengah) > n / 2:
			os.kill(os.getpid(), signal.SIGKILL)
		asli(doctype, rows)

	with patch.object(pelaksanaan, "insert_banyak", insert_banyak):
		_run(_make_pembukaan())


def resume() -> dict:
	"""Go on with the opening that was killed, as HR would five minutes later."""
	kunci = {"periode": PERIODE, "status": "Berjalan"}
	pembukaan = frappe.get_doc("Pembukaan Periode", frappe.db.get_value("Pembukaan Periode", kunci, "name"))
	sebelum = frappe.db.count("SKP", {"periode": PERIODE})
	diam = get_datetime(get_now()) - BATAS_DIAM - timedelta(seconds=1)
	frappe.db.set_value("Pembukaan Periode", pembukaan.name, "modified", diam, update_modified=False)
	_run(pembukaan)
	return {"sebelum": sebelum, **check()}


def open_with_errors(n: int) -> dict:
	"""Open the period while the data of the last three of ``n`` employees is wrong, each in his own way."""
	salah = [orang.nama for orang in Instansi(BESAR, n).list_orang()][-3:]
	isi = {
		salah[0]: {"nip": "12345"},
		salah[1]: {"department": "Unit 0 - UKP"},  # another agency's
		salah[2]: {"reports_to": salah[2]},
	}
	semula = {
		nama: {kolom: frappe.db.get_value("Employee", nama, kolom) for kolom in isi[nama]} for nama in isi
	}
	_set_pegawai(isi)
	pembukaan = _make_pembukaan()
	_run(pembukaan)
	_set_pegawai(semula)
	pembukaan.reload()
	return {
		"dibuat": pembukaan.jumlah_dibuat,
		"galat": {row.pegawai: row.pesan for row in pembukaan.galat},
		"salah": salah,
	}


def _set_pegawai(isi: dict[str, dict]) -> None:
	for nama, nilai in isi.items():
		frappe.db.set_value("Employee", nama, nilai)
	frappe.db.commit()


def check() -> dict:
	"""What is there: SKP, people who have one, rows of each table, and links to a leader's row that is there."""
	rows = _query_anak("SKP Hasil Kerja", "kunci", "rhk_pimpinan").run()
	kunci = {kunci for kunci, _pimpinan in rows}
	return {
		"skp": frappe.db.count("SKP", {"periode": PERIODE}),
		"pegawai": len(frappe.get_all("SKP", {"periode": PERIODE}, pluck="pegawai", distinct=True)),
		"tertaut": sum(pimpinan in kunci for _kunci, pimpinan in rows),
		**{doctype: len(_query_anak(doctype, "name").run()) for doctype in ANAK},
	}


def _query_anak(doctype: str, *kolom: str):
	skp, anak = frappe.qb.DocType("SKP"), frappe.qb.DocType(doctype)
	query = frappe.qb.from_(skp).join(anak).on(anak.parent == skp.name).where(skp.periode == PERIODE)
	return query.select(*(anak[nama_kolom] for nama_kolom in kolom))


def remove_baru() -> dict:
	"""Take the new period's SKP away, to open it once more."""
	nama = frappe.get_all("SKP", {"periode": PERIODE}, pluck="name")
	_remove(nama)
	return {"dihapus": len(nama)}


def _remove(nama: list[str]) -> None:
	for awal in range(0, len(nama), POTONGAN):
		bagian = nama[awal : awal + POTONGAN]
		for doctype in ANAK:
			frappe.db.delete(doctype, {"parent": ("in", bagian), "parenttype": "SKP"})
		frappe.db.delete("SKP", {"name": ("in", bagian)})
	frappe.db.commit()


# --- what it is compared with


def insert_directly(n: int) -> dict:
	"""The rows of ``n`` new SKP again, straight through the driver, in transactions of as many as the app's."""
	nama = _get_baru(n)
	induk = {"SKP": "name", **dict.fromkeys(ANAK, "parent")}
	potongan = [read_rows(nama[awal : awal + POTONGAN], induk) for awal in range(0, len(nama), POTONGAN)]
	_remove(nama)
	gc.collect()
	jam = Jam()
	for isi in potongan:
		for doctype, (kolom, rows) in isi.items():
			execute_banyak(doctype, kolom, rows)
		frappe.db.commit()
	return {**jam.read(), "pegawai": len(nama)}


def _get_baru(n: int) -> list[str]:
	return frappe.get_all("SKP", {"periode": PERIODE}, pluck="name", order_by="creation, name", limit=n)


def read_rows(nama: list[str], induk: dict[str, str]) -> dict[str, tuple[list[str], list[tuple]]]:
	"""DocType -> its columns and rows, as the database has them. ``induk``: the column that holds one of ``nama``."""
	isi = {}
	for doctype, kolom_induk in induk.items():
		kolom = frappe.get_meta(doctype).get_valid_columns()
		rows = frappe.get_all(doctype, {kolom_induk: ("in", nama)}, kolom, as_list=True)
		isi[doctype] = kolom, [tuple(row) for row in rows]
	return isi


def execute_banyak(doctype: str, kolom: list[str], rows: list[tuple]) -> None:
	"""The driver's own: pymysql makes multi-row statements of it, sqlite3 one prepared statement."""
	if not rows:
		return
	tanda = "?" if frappe.conf.db_type == "sqlite" else "%s"
	nama = ",".join(f"`{nama_kolom}`" for nama_kolom in kolom)
	perintah = f"INSERT INTO `tab{doctype}` ({nama}) VALUES ({','.join([tanda] * len(kolom))})"
	frappe.db._conn.cursor().executemany(perintah, rows)


def insert_one_by_one(sampel: int) -> dict:
	"""``sampel`` of the new SKP again, each inserted as a document, all in one transaction."""
	nama = _get_baru(sampel)
	dokumen = [_as_isian(frappe.get_doc("SKP", skp)) for skp in nama]
	_remove(nama)
	jam = Jam()
	for isi in dokumen:
		frappe.get_doc(isi).insert()
	frappe.db.commit()
	return {**jam.read(), "pegawai": len(nama)}


def _as_isian(skp) -> dict:
	"""What would be sent to make this document."""
	rencana = {
		tabel: [row.as_dict(no_default_fields=True) for row in skp.get(tabel)]
		for tabel in ("hasil_kerja", "indikator")
	}
	return {"doctype": "SKP", "periode": skp.periode, "pegawai": skp.pegawai, **rencana}


# --- pages and reports


def matriks() -> dict:
	"""The leader's matrix page, sixty people by twelve results, as the server answers it."""
	pimpinan = next(MATRIKS.list_orang())
	skp = get_nama_skp(MATRIKS.get_periode(TAHUN - 1), pimpinan)
	return _time_page(f"/kinerja/tim/matriks?name={quote(skp)}", pimpinan.user)


def pohon() -> dict:
	"""The tree of an agency, 2,001 hasil kerja, as the server answers it."""
	return _time_page(f"/kinerja/pohon?periode={POHON.get_periode(TAHUN - 1)}", get_pengelola(POHON))


def _time_page(path: str, user: str) -> dict:
	from kinerja_asn.tests.test_portal_dasar import Halaman, get_response, set_permintaan

	def open_page() -> Halaman:
		frappe.session.data.csrf_token = "perf"  # which a session has that was begun by a log-in
		set_permintaan(path, None)
		return Halaman(get_response(path.partition("?")[0].strip("/")))

	halaman, lama = _time(open_page, user)
	if halaman.status != 200:
		raise RuntimeError(f"{path} answers {halaman.status}: {halaman.teks[:300]}")
	return {**lama, "kb": len(halaman.html) / 1024}


def laporan() -> dict:
	"""Report "Progres Realisasi" of the large agency, from its reports of a year: what the desk is sent."""
	saringan = {"periode": f"{BESAR}-{TAHUN - 1}", "sampai": f"{TAHUN - 1}-{BULAN:02d}-28"}
	return {
		"pegawai": _time_laporan("Progres Realisasi", saringan),
		"unit": _time_laporan("Progres Realisasi", {**saringan, "tampilan": PER_UNIT}),
		"semua": _time_unduhan("Progres Realisasi", saringan),
	}


def kepatuhan() -> dict:
	"""Report "Kepatuhan Penetapan SKP" of the large agency, in which everybody is."""
	return _time_laporan("Kepatuhan Penetapan SKP", {"periode": PERIODE})


def keterlambatan() -> dict:
	"""Report "Keterlambatan Pelaporan" of the whole year, in which everybody is."""
	frappe.flags.current_date = f"{TAHUN}-02-28"
	saringan = {"periode": f"{BESAR}-{TAHUN - 1}", "triwulan": "Setahun"}
	return {
		"pegawai": _time_laporan("Keterlambatan Pelaporan", saringan),
		"unit": _time_laporan("Keterlambatan Pelaporan", {**saringan, "tampilan": PER_UNIT}),
	}


def _time_laporan(nama: str, saringan: dict) -> dict:
	hasil, lama = _time(
		lambda: query_report.run(nama, frappe._dict(saringan)), get_pengelola(Instansi(BESAR, 0))
	)
	return {**lama, "baris": len(hasil["result"]), "kb": len(frappe.as_json(hasil)) / 1024}


def _time_unduhan(nama: str, saringan: dict) -> dict:
	"""All rows as a workbook, which a worker makes; once, it takes long."""
	frappe.set_user(get_pengelola(Instansi(BESAR, 0)))
	jam = Jam()
	kolom, baris = unduhan.LAPORAN[nama](saringan)
	isi = unduhan.write_lembar(nama, kolom, baris)
	frappe.set_user("Administrator")
	puncak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
	return {**jam.read(), "kb": len(isi) / 1024, "puncak_mb": puncak_mb}


def _time(fungsi: Callable, user: str) -> tuple:
	"""The answer to ``user`` and how long a worker took for it that has answered before: the best of three."""
	frappe.set_user(user)
	fungsi()
	hasil, lama = time_terbaik(fungsi)
	frappe.set_user("Administrator")
	return hasil, lama
