"""What is ours on a site outside our own tables: found, counted and removed.

Set-based: traces of documents go into the hundred thousands. What uninstall uses commits nothing, so that
``uninstall-app --dry-run``, which calls the app's hooks like the real one, takes nothing away; columns are for
``kinerja-sisa``.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import frappe
from frappe import _
from frappe.query_builder.functions import Count

from kinerja_asn.compat import drop_kolom, get_kolom_tabel
from kinerja_asn.constants import APP, MODULE
from kinerja_asn.constants.pencopotan import (
	ALAMAT_PORTAL,
	DIBIARKAN,
	DIKOSONGKAN,
	DITANGANI_LAIN,
	DOCTYPE,
	JEJAK,
	JEJAK_LANJUTAN,
	KOLOM,
)
from kinerja_asn.constants.peran import ROLES
from kinerja_asn.services.pelaksanaan.penyimpanan import remove_isi

ISI_BERKAS = ("name", "file_name", "file_url", "thumbnail_url", "is_private", "content_hash")


@dataclass(frozen=True)
class Rujukan:
	"""Rows of ``tabel`` whose ``kolom`` holds one of ``nilai``."""

	tabel: str
	kolom: str
	nilai: tuple[str, ...]

	def is_ada(self) -> bool:
		"""Versions differ in their tables and columns."""
		return self.kolom in get_kolom_tabel(self.tabel)

	def select(self, *kolom: str):
		tabel = frappe.qb.DocType(self.tabel)
		query = frappe.qb.from_(tabel).where(tabel[self.kolom].isin(self.nilai))
		return query.select(*(tabel[nama] for nama in kolom))

	def count(self) -> int:
		return self.select().select(Count("*")).run()[0][0]


# --- traces


def remove_jejak(doctypes: Sequence[str] = DOCTYPE) -> Counter:
	"""Whatever other tables keep about ``doctypes``, with its files; how much of what."""
	jumlah: Counter = Counter()
	if not doctypes:
		return jumlah
	jumlah["File"] += remove_berkas(Rujukan("File", "attached_to_doctype", tuple(doctypes)))
	for rujukan in list_jejak(doctypes):
		jumlah[rujukan.tabel] += remove_baris(rujukan)
	for tabel, kolom in DIKOSONGKAN:
		clear_rujukan(Rujukan(tabel, kolom, tuple(doctypes)))
	return +jumlah


def list_jejak(doctypes: Sequence[str]) -> Iterator[Rujukan]:
	for tabel, daftar_kolom in JEJAK.items():
		for kolom in daftar_kolom:
			yield from list_bersandar(Rujukan(tabel, kolom, tuple(doctypes)))


def list_bersandar(rujukan: Rujukan) -> Iterator[Rujukan]:
	"""Before its rows, the rows of other tables that lean on them."""
	if not rujukan.is_ada():
		return
	lanjutan = JEJAK_LANJUTAN.get(rujukan.tabel, ())
	nama = tuple(rujukan.select("name").run(pluck=True)) if lanjutan else ()
	if nama:
		for tabel, kolom in lanjutan:
			yield from list_bersandar(Rujukan(tabel, kolom, nama))
	yield rujukan


def remove_baris(rujukan: Rujukan) -> int:
	"""With their own child rows and files."""
	jumlah = rujukan.count()
	if jumlah and frappe.db.exists("DocType", rujukan.tabel):
		milik = rujukan.select("name")
		remove_lampiran(rujukan.tabel, milik)
		for anak in {df.options for df in frappe.get_meta(rujukan.tabel).get_table_fields()}:
			tabel = frappe.qb.DocType(anak)
			induk = (tabel.parenttype == rujukan.tabel) & tabel.parent.isin(milik)
			frappe.qb.from_(tabel).delete().where(induk).run()
	if jumlah:
		frappe.db.delete(rujukan.tabel, {rujukan.kolom: ("in", rujukan.nilai)})
	return jumlah


def remove_lampiran(doctype: str, milik) -> None:
	berkas = frappe.qb.DocType("File")
	query = frappe.qb.from_(berkas).where(
		(berkas.attached_to_doctype == doctype) & berkas.attached_to_name.isin(milik)
	)
	nama = tuple(query.select(berkas.name).run(pluck=True))
	if nama:
		remove_berkas(Rujukan("File", "name", nama))


def remove_berkas(rujukan: Rujukan) -> int:
	"""The records now, what they lead to after the commit, unless another record leads there too."""
	daftar = [
		frappe.get_doc({"doctype": "File", **row}) for row in rujukan.select(*ISI_BERKAS).run(as_dict=True)
	]
	if daftar:
		frappe.db.delete("File", {rujukan.kolom: ("in", rujukan.nilai)})
		frappe.db.after_commit.add(lambda: [remove_isi(doc, only_thumbnail=False) for doc in daftar])
	return len(daftar)


def clear_rujukan(rujukan: Rujukan) -> None:
	if rujukan.is_ada():
		tabel = frappe.qb.DocType(rujukan.tabel)
		kosong = frappe.qb.update(tabel).set(tabel[rujukan.kolom], None)
		kosong.where(tabel[rujukan.kolom].isin(rujukan.nilai)).run()


# --- what the app's hooks made


def remove_jadwal() -> int:
	"""Frappe takes scheduled jobs away at the next migrate; until then they would fail every day."""
	jadwal, catatan = frappe.qb.DocType("Scheduled Job Type"), frappe.qb.DocType("Scheduled Job Log")
	nama = frappe.get_all("Scheduled Job Type", {"method": ("like", f"{APP}.%")}, pluck="name")
	if nama:
		frappe.qb.from_(catatan).delete().where(catatan.scheduled_job_type.isin(nama)).run()
		frappe.qb.from_(jadwal).delete().where(jadwal.name.isin(nama)).run()
	return len(nama)


def remove_pintu_masuk() -> None:
	"""Where people arrive: the portal's menu, and accounts and the site that start in our app or workspace."""
	frappe.db.delete("Portal Menu Item", {"route": ("in", ALAMAT_PORTAL)})
	clear_rujukan(Rujukan("User", "default_app", (APP,)))
	ruang = frappe.get_all("Workspace", {"module": MODULE}, pluck="name")
	if ruang:
		clear_rujukan(Rujukan("User", "default_workspace", tuple(ruang)))
	if frappe.db.get_single_value("System Settings", "default_app", cache=False) == APP:
		frappe.db.set_single_value("System Settings", "default_app", "")


# --- what is left to a person


def list_tertinggal() -> list[Rujukan]:
	"""Rows of other apps and of HR's own DocTypes that name our DocTypes or roles: theirs to mend."""
	dikenal = {(tabel, kolom) for tabel, daftar in JEJAK.items() for kolom in daftar}
	dikenal |= {*DIKOSONGKAN, *DITANGANI_LAIN, *DIBIARKAN}
	return [
		rujukan
		for sasaran, nilai in (("DocType", DOCTYPE), ("Role", tuple(ROLES)))
		for tabel, kolom in list_kolom_tautan(sasaran)
		if (tabel, kolom) not in dikenal and tabel not in DOCTYPE
		for rujukan in [Rujukan(tabel, kolom, nilai)]
		if rujukan.is_ada() and rujukan.count()
	]


def list_kolom_tautan(sasaran: str) -> Iterable[tuple[str, str]]:
	"""(DocType, fieldname) of each Link to ``sasaran``, the site's custom fields included."""
	saring = {"fieldtype": "Link", "options": sasaran}
	bawaan = frappe.get_all("DocField", saring, ["parent", "fieldname"], as_list=True)
	return sorted({*bawaan, *frappe.get_all("Custom Field", saring, ["dt", "fieldname"], as_list=True)})


def list_dibiarkan() -> list[Rujukan]:
	daftar = [Rujukan(tabel, kolom, DOCTYPE) for tabel, kolom in DIBIARKAN]
	return [rujukan for rujukan in daftar if rujukan.is_ada() and rujukan.count()]


def count_kolom() -> dict[tuple[str, str], int]:
	"""(DocType, column) of ours that the database still has -> rows with something in it."""
	return {
		(doctype, kolom): _count_terisi(doctype, kolom)
		for doctype, daftar in KOLOM.items()
		for kolom in daftar
		if kolom in get_kolom_tabel(doctype) and not frappe.get_meta(doctype).has_field(kolom)
	}


def _count_terisi(doctype: str, kolom: str) -> int:
	tabel = frappe.qb.DocType(doctype)
	terisi = tabel[kolom].isnotnull() & ~tabel[kolom].isin(("", "0"))
	return frappe.qb.from_(tabel).select(Count("*")).where(terisi).run()[0][0]


# --- kinerja-sisa


def check_tercopot() -> None:
	if APP in frappe.get_installed_apps():
		frappe.throw(
			_(
				"Kinerja ASN masih terpasang di situs ini. Copot dahulu: bench --site {0} uninstall-app {1}"
			).format(frappe.local.site, APP)
		)


def describe_sisa() -> list[str]:
	"""What stays, each with how many rows, and what is left to do."""
	return [
		*(describe_kolom() or [_("Tidak ada kolom Kinerja ASN pada tabel aplikasi lain.")]),
		*(
			_("{0}.{1}: {2} catatan keamanan situs, dibiarkan.").format(r.tabel, r.kolom, r.count())
			for r in list_dibiarkan()
		),
		*(
			_(
				"{0}.{1}: {2} baris masih menyebut dokumen atau peran Kinerja ASN. Ubah atau hapus sendiri."
			).format(r.tabel, r.kolom, r.count())
			for r in list_tertinggal()
		),
	]


def describe_kolom() -> list[str]:
	return [
		_("{0}.{1}: kolom Kinerja ASN, {2} baris berisi.").format(doctype, kolom, banyak)
		for (doctype, kolom), banyak in count_kolom().items()
	]


def clear_sisa() -> None:
	"""Traces and jobs that a version before this one left behind, then the columns, whose removal commits."""
	remove_jejak()
	remove_jadwal()
	remove_pintu_masuk()
	frappe.db.commit()
	kolom = list(count_kolom())
	for doctype in KOLOM:
		if nama := [nama for tabel, nama in kolom if tabel == doctype]:
			drop_kolom(doctype, nama)
	frappe.clear_cache()
