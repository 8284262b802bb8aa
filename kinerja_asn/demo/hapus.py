"""Takes the demo away again: documents, files, people, units, positions, agency. Nothing else."""

from collections.abc import Iterable

import frappe
from frappe.utils.nestedset import rebuild_tree

from kinerja_asn.constants.akses import TABEL_ANAK
from kinerja_asn.demo.orang import DOMAIN, INSTANSI
from kinerja_asn.demo.penanda import (
	JABATAN,
	JEJAK_KEWENANGAN,
	check_pelaksana,
	clear_penanda,
	get_berinstansi,
	get_penanda,
)
from kinerja_asn.demo.peragaan import without_pemberitahuan
from kinerja_asn.services.penilaian.rantai.penulisan import KUNCI as KUNCI_RANTAI

# What Frappe keeps about a document beside it: DocType -> (field of its DocType, field of its name).
DOKUMEN = "Dokumen Evaluasi Kinerja"
JEJAK = {
	"Version": ("ref_doctype", "docname"),
	"Comment": ("reference_doctype", "reference_name"),
	"Notification Log": ("document_type", "document_name"),
	"Workflow Action": ("reference_doctype", "reference_name"),
	"ToDo": ("reference_type", "reference_name"),
	"View Log": ("reference_doctype", "reference_name"),
	"Document Follow": ("ref_doctype", "ref_docname"),
}
# What belongs to a request for feedback, whichever agency that is of.
PERMINTAAN, MILIK_PERMINTAAN = "Permintaan Umpan Balik", ("Responden Umpan Balik", "Amplop Umpan Balik")
BANYAK = 500  # names in one statement


def clear_demo_data() -> None:
	"""Remove all that ``create_demo_data`` made and what its people made since. Safe to run twice."""
	check_pelaksana()
	if not get_penanda():
		return
	with without_pemberitahuan():  # else Frappe leaves a comment for every document that goes
		remove_dokumen()
		remove_pegawai()
		remove_pengguna()
		remove_instansi()
		clear_penanda()
	frappe.db.commit()  # all or nothing until here
	rebuild_tree("Department")  # as ERPNext does for a new company: no gaps where the demo's units were
	frappe.db.commit()


def remove_dokumen() -> None:
	"""Set-based: no rule of the app is to be asked whether the demo may go."""
	periode = frappe.get_all("Periode Kinerja", {"instansi": INSTANSI}, pluck="name")
	nomor = frappe.get_all(DOKUMEN, {"instansi": INSTANSI}, pluck="nomor")
	frappe.db.delete("Capaian Indikator", {"periode": ("in", periode or [""])})
	for doctype in get_berinstansi():
		names = frappe.get_all(doctype, {"instansi": INSTANSI}, pluck="name")
		for milik in MILIK_PERMINTAAN if doctype == PERMINTAAN else ():
			remove_rows(milik, frappe.get_all(milik, {"permintaan": ("in", [*names, ""])}, pluck="name"))
		remove_rows(doctype, names)
		remove_berkas(doctype, names)
	remove_rantai()
	free_nomor(nomor)


def free_nomor(nomor: list[str]) -> None:
	"""Of documents that are gone: where nothing else has a number of their series, it begins anew."""
	for awalan in {terpakai.rstrip("0123456789") for terpakai in nomor}:
		if not frappe.db.exists(DOKUMEN, {"nomor": ("like", f"{awalan}%")}):
			frappe.db.delete("Series", {"name": awalan})


def remove_rantai() -> None:
	"""The chain goes with what it is about; where another agency has decided something, it stays, and its check names
	what is gone."""
	if not any(frappe.db.count(doctype) for doctype in ("Evaluasi Kinerja", DOKUMEN)):
		frappe.db.delete("Rantai Keputusan")
		frappe.db.delete("Series", {"name": KUNCI_RANTAI})


def remove_rows(doctype: str, names: list[str]) -> None:
	for bagian in split(names):
		for anak, induk in TABEL_ANAK.items():
			if doctype in induk:
				frappe.db.delete(anak, {"parent": ("in", bagian), "parenttype": doctype})
		remove_jejak(doctype, bagian)
		frappe.db.delete(doctype, {"name": ("in", bagian)})
	for name in names:
		frappe.clear_document_cache(doctype, name)


def remove_jejak(doctype: str, names: list[str]) -> None:
	for jejak, (kolom_doctype, kolom_nama) in JEJAK.items():
		kunci = {kolom_doctype: doctype, kolom_nama: ("in", names)}
		if jejak == "Workflow Action":
			aksi = frappe.get_all(jejak, kunci, pluck="name")
			frappe.db.delete("Workflow Action Permitted Role", {"parent": ("in", aksi or [""])})
		frappe.db.delete(jejak, kunci)


def remove_berkas(doctype: str, names: list[str]) -> None:
	"""One by one: deleting a File document removes the file on disk."""
	for bagian in split(names):
		kunci = {"attached_to_doctype": doctype, "attached_to_name": ("in", bagian)}
		remove_one_by_one("File", frappe.get_all("File", kunci, pluck="name"))


def remove_pegawai() -> None:
	rows = frappe.get_all("Employee", {"company": INSTANSI}, ["name", "reports_to"], order_by="creation desc")
	remove_one_by_one("Employee", sort_bawahan_dulu({row.name: row.reports_to for row in rows}))


def sort_bawahan_dulu(atasan: dict[str, str | None]) -> list[str]:
	"""Nobody before those who report to him, else the last made first: Frappe takes the last number of a naming
	series back, and no other."""
	urut: list[str] = []
	while atasan:
		memimpin = set(atasan.values())
		pertama = next(name for name in atasan if name not in memimpin)
		urut.append(pertama)
		atasan = {name: lain for name, lain in atasan.items() if name != pertama}
	return urut


def remove_pengguna() -> None:
	users = frappe.get_all("User", {"name": ("like", f"%@{DOMAIN}")}, pluck="name")
	kontak = frappe.get_all(
		"Contact Email", {"email_id": ("in", users), "parenttype": "Contact"}, pluck="parent"
	)
	remove_one_by_one("Contact", set(kontak))
	remove_one_by_one("File", frappe.get_all("File", {"owner": ("in", users)}, pluck="name"))
	remove_jejak_pengguna(users)
	remove_one_by_one("Notification Settings", users)  # Frappe would keep them as Deleted Documents
	remove_one_by_one("User", users)
	frappe.db.delete("__Auth", {"doctype": "User", "name": ("in", users)})


def remove_jejak_pengguna(users: list[str]) -> None:
	for doctype, kolom in (
		("Notification Log", "for_user"),
		("Activity Log", "user"),
		("Access Log", "user"),
		("Sessions", "user"),
		("DefaultValue", "parent"),
		("Route History", "user"),
		("Kiriman Portal", "pengguna"),
		("Error Log", "owner"),
		("Version", "owner"),
		("Comment", "owner"),
	):
		frappe.db.delete(doctype, {kolom: ("in", users)})


def remove_instansi() -> None:
	unit = frappe.get_all("Department", {"company": INSTANSI}, pluck="name", order_by="lft desc")
	remove_one_by_one("Department", unit)
	jabatan = frappe.get_all("Designation", {"description": JABATAN}, ["name"], pluck="name")
	remove_one_by_one(
		"Designation", [nama for nama in jabatan if not frappe.db.exists("Employee", {"designation": nama})]
	)
	frappe.db.delete(JEJAK_KEWENANGAN, {"instansi": INSTANSI})
	remove_one_by_one("Company", [INSTANSI])
	frappe.defaults.clear_default(key="company", value=INSTANSI)
	remove_akar_unit()


def remove_akar_unit() -> None:
	"""The first company brings the root of the departments; with the last company it goes."""
	sisa = frappe.get_all("Department", pluck="name")
	if len(sisa) == 1 and not frappe.db.count("Company"):
		remove_one_by_one("Department", sisa)


def remove_one_by_one(doctype: str, names: Iterable[str]) -> None:
	"""With its trace: Frappe leaves that to a background worker, which a try-out site may not have."""
	names = list(names)
	for name in names:
		frappe.delete_doc(doctype, name, force=True, ignore_permissions=True, delete_permanently=True)
	for bagian in split(names):
		remove_jejak(doctype, bagian)


def split(names: list[str]) -> list[list[str]]:
	return [names[awal : awal + BANYAK] for awal in range(0, len(names), BANYAK)]
