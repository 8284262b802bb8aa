"""before_request: takes out of a request what would make Frappe answer about our documents without asking us.

It works on the request and not on a method's name, because Frappe also runs a method by the name of any module that
imports it. What is named is seen by rights: a document that the caller may not read answers like one that is missing.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

import frappe
from frappe import _
from frappe.model.base_document import get_controller
from frappe.utils import escape_html

from kinerja_asn.constants.akses import TABEL_ANAK, TERJAGA
from kinerja_asn.permissions.berkas import check_terbaca
from kinerja_asn.permissions.hooks import can_read
from kinerja_asn.permissions.penjaga import refuse_tersembunyi, refuse_tidak_ada

DIJAGA = {*TERJAGA, *TABEL_ANAK, "File", "Workflow", "Workflow Action"}
# What Frappe keeps about documents, with their names and what stood in them.
JEJAK = {
	"Version",
	"Comment",
	"Communication",
	"Activity Log",
	"Deleted Document",
	"Notification Log",
	"ToDo",
	"Tag Link",
}
MENGHITUNG = ("get_count", "get_group_by_count", "get_workflow_state_count")
BERJAGA_SENDIRI = (
	"frappe.client.get_count",
	"frappe.desk.reportview.get_count",
	"frappe.desk.listview.get_group_by_count",
	"frappe.workflow.doctype.workflow.workflow.get_workflow_state_count",
)
# Where a request names the columns it wants, and a column of a linked document as it would name it there.
KOLOM_DIMINTA = (
	"fields",
	"fieldname",
	"field",
	"field_map",
	"order_by",
	"group_by",
	"chart",
	"custom_columns",
)
# Where it says which rows: the names in it count, not the values they are compared with.
SARINGAN = ("filters", "or_filters", "current_filters")
# How a request calls the DocType and the document, or documents, that it is about.
KUNCI_DOCTYPE = ("doctype", "dt", "reference_doctype", "reference_type")
KUNCI_NAMA = ("name", "docname", "dn", "docnames", "reference_name", "items")
# Of a document that is missing these say nothing: of one that is hidden they are asked by a name that nothing has. The
# desk opens a form that is not stored yet by the first of them.
DIAM = {"getdoc", "delete", "delete_items"}
# These do not ask the document, on one version or the other, so that it could say for itself that it is hidden
# (workflow/terjejak.py).
BERTANYA_SENDIRI = {
	"ToDo",
	"add",
	"bulk_apply",
	"can_subscribe_doc",
	"get",
	"get_communications",
	"get_doc_permissions",
	"get_docinfo",
	"get_print_settings_to_show",
	"get_submitted_linked_docs",
	"get_users",
	"has_permission",
	"make",
	"printview",
	"run_doc_method",
	"set_permission",
	"submit_cancel_or_update_docs",
	"submit_discussion",
	"unlock_document",
}
AWALAN = re.compile(r"(\w+)[`\"\s]*\.")
# As the list view asks for the title of what a column links to.
JUDUL = re.compile(r"(\w+)\.(\w+) as \1_\2")
# What Frappe calls on a document if it is there; no field of ours has such a name.
PERISTIWA = re.compile(r"(before|after|on)_")
# Of ours, whose title says no more than its name, which the row holds: a period's year.
BERJUDUL_TERBUKA = ("Periode Kinerja",)


def guard_permintaan() -> None:
	isi = frappe.local.form_dict or {}
	check_jenis_dokumen(isi)
	for doctype, dokumen in _find_dokumen(isi):
		check_bentuk(doctype, dokumen)
	guard_impor(isi)
	refuse_tertaut(isi)
	refuse_sasaran(isi)
	guard_laporan(isi)
	hide_tersembunyi(isi)
	if isi.get("doctype") in DIJAGA:
		isi.pop("ignore_user_permissions", None)  # link search would read every row
		refuse_hitungan(isi)
	if isi.get("chart") or isi.get("chart_name"):
		refuse_kalender(isi)


def check_jenis_dokumen(isi: dict) -> None:
	"""Whoever asks about documents names one kind of them; Frappe would fail on a list, and so would all that asks here."""
	if not isinstance(isi.get("doctype") or "", str):
		frappe.throw(_("Sebutkan satu jenis dokumen (doctype) saja."))


def check_bentuk(doctype: str, dokumen: dict) -> None:
	"""What is sent as a document: Frappe puts whatever it is into its own, and fails on it before anything of ours is asked."""
	for df in frappe.get_meta(doctype).get_table_fields():
		baris = dokumen.get(df.fieldname) or []
		if not isinstance(baris, list) or not all(isinstance(row, dict) for row in baris):
			frappe.throw(_("{0}: kirim sebagai daftar baris.").format(_(df.label)))
		for row in baris:
			_check_isian(df.options, row)
	_check_isian(doctype, dokumen)


def _check_isian(doctype: str, dokumen: dict) -> None:
	kelas = get_controller(doctype)
	if asing := sorted(
		kunci for kunci in dokumen if callable(getattr(kelas, kunci, None)) or PERISTIWA.match(kunci)
	):
		frappe.throw(
			_("{0} bukan isian {1}.").format(escape_html(", ".join(asing)), _(doctype)),
		)


def _find_dokumen(isi: dict) -> Iterator[tuple[str, dict]]:
	"""Documents of ours in a request: its body (REST), ``doc`` and ``docs``, the fields that one is to be given."""
	for doctype in _get_doctype_diminta({}):
		yield from ((doctype, isian) for isian in (isi, _parse(isi.get("data"))) if isinstance(isian, dict))
	if isi.get("doctype") in DIJAGA and isinstance(isian := _parse(isi.get("fieldname")), dict):
		yield isi["doctype"], isian
	for kunci in ("doc", "docs"):
		terurai = _parse(isi.get(kunci))
		for dokumen in terurai if isinstance(terurai, list) else [terurai]:
			doctype = dokumen.get("doctype") if isinstance(dokumen, dict) else None
			if isinstance(doctype, str) and doctype in DIJAGA:
				yield doctype, dokumen


def guard_impor(isi: dict) -> None:
	"""Frappe shows anybody an import whose name he has, starts it for him, and reads for its preview whatever file he names."""
	for nama in (isi.get("data_import"), isi.get("data_import_name")):
		ada = nama and isinstance(nama, str) and frappe.db.exists("Data Import", nama)
		if ada and not frappe.has_permission("Data Import", "read", doc=nama):
			refuse_tidak_ada()
	for bagian in (isi, *(_parse(isi.get(kunci)) for kunci in ("args", "arg", "docs"))):
		alamat = bagian.get("import_file") if isinstance(bagian, dict) else None
		if alamat and isinstance(alamat, str):
			check_terbaca(alamat)


def refuse_tertaut(isi: dict) -> None:
	"""``skp.catatan_pengembalian`` is read with rights on the linked DocType, whatever row it is of. Whatever stands
	around such a name: Frappe understands quotes, functions, collations and more."""
	diminta = {teks for kunci in KOLOM_DIMINTA for teks in _walk_teks(isi.get(kunci))}
	diminta |= {teks for kunci in SARINGAN for teks in _walk_nama(isi.get(kunci))}
	bertitik = [teks for teks in diminta if AWALAN.search(teks)]
	for doctype in _get_doctype_diminta(isi) if bertitik else ():
		meta = frappe.get_meta(doctype)
		awalan = {nama for teks in bertitik if not _is_judul(meta, teks) for nama in AWALAN.findall(teks)}
		if any(df.fieldname in awalan for df in meta.get_link_fields()):
			frappe.throw(
				_("Kolom dokumen lain tidak dapat diambil lewat tautan. Buka dokumen yang ditautkan."),
				frappe.PermissionError,
			)


def _is_judul(meta, teks: str) -> bool:
	"""The title that a DocType without row access of ours shows in every link to it, such as a unit's name; a period's."""
	cocok = JUDUL.fullmatch(teks.strip())
	df = meta.get_field(cocok[1]) if cocok else None
	if not df or df.fieldtype != "Link" or df.options in DIJAGA.difference(BERJUDUL_TERBUKA):
		return False
	tertaut = frappe.get_meta(df.options)
	return bool(tertaut.show_title_field_in_link) and tertaut.title_field == cocok[2]


def _walk_teks(nilai) -> Iterator[str]:
	"""Every text in an argument, which may be JSON or a list with commas."""
	if isinstance(nilai, str):
		terurai = _parse(nilai)
		yield from _walk_teks(terurai) if terurai else nilai.split(",")
	elif isinstance(nilai, dict):
		for kunci, isi in nilai.items():
			yield str(kunci)
			yield from _walk_teks(isi)
	elif isinstance(nilai, list | tuple):
		for bagian in nilai:
			yield from _walk_teks(bagian)


def _walk_nama(saringan) -> Iterator[str]:
	"""The columns of filters: keys of a dict, all but the value of [column, operator, value] and longer."""
	if isinstance(saringan, str):
		terurai = _parse(saringan)
		yield from _walk_nama(terurai) if terurai else [saringan]
	elif isinstance(saringan, dict):
		yield from map(str, saringan)
		for kunci in SARINGAN:
			yield from _walk_nama(saringan.get(kunci))
	elif isinstance(saringan, list | tuple):
		tunggal = bool(saringan) and all(isinstance(bagian, str) for bagian in saringan[:-1])
		for bagian in saringan[:-1] if tunggal and len(saringan) > 1 else saringan:
			yield from _walk_nama(bagian)


def _get_doctype_diminta(isi: dict) -> set[str]:
	"""Of ours: named as an argument, in the path (REST), in a chart or by a report's further column."""
	nama = [isi.get("doctype"), _parse_bagan(isi.get("chart")).get("document_type")]
	nama += [kolom.get("doctype") for kolom in _parse_daftar(isi.get("custom_columns"))]
	nama += map(unquote, frappe.local.request.path.split("/"))
	return {doctype for doctype in nama if isinstance(doctype, str) and doctype in DIJAGA}


def refuse_sasaran(isi: dict) -> None:
	"""A goal's graph adds up any table for whoever may read some document of his own."""
	if isi.get("goal_doctype") in DIJAGA | JEJAK:
		frappe.throw(_("Grafik ini tidak tersedia untuk dokumen kinerja."), frappe.PermissionError)


def guard_laporan(isi: dict) -> None:
	"""Reports on our documents are worked out anew for who asks: a result that is kept was somebody's own, and
	Frappe believes the name that a client gives as the reader's."""
	if (
		not isinstance(isi.get("report_name") or [], str)
		or frappe.db.get_value("Report", isi.report_name, "ref_doctype") not in DIJAGA
	):
		return
	isi.pop("user", None)
	isi["ignore_prepared_report"] = 1
	if isi.get("filters") and not isinstance(_parse(isi["filters"]), dict):
		frappe.throw(_("Permintaan ini tidak dapat dibaca. Muat ulang halaman dan coba lagi."))


def _get_dipanggil(isi: dict) -> set[str]:
	"""What may be the method that is called, in whatever version of the address and whatever stands behind it."""
	return {str(nama) for nama in (isi.get("cmd"), *frappe.local.request.path.split("/")) if nama}


def get_daftar_metode(isi: dict) -> set[str]:
	"""The same by its last word alone."""
	return {nama.rpartition(".")[2] for nama in _get_dipanggil(isi)}


def refuse_hitungan(isi: dict) -> None:
	"""The counting methods under another module's name are not the ones our hooks replace."""
	lain = _get_dipanggil(isi).difference(BERJAGA_SENDIRI)
	if any(metode.rpartition(".")[2] in MENGHITUNG for metode in lain):
		frappe.throw(_("Jumlah dokumen kinerja tidak tersedia lewat jalan ini."), frappe.PermissionError)


def _parse(nilai):
	try:
		return frappe.parse_json(nilai)
	except ValueError:
		return None  # plain text


def _parse_daftar(nilai) -> list[dict]:
	daftar = _parse(nilai)
	return [isi for isi in daftar if isinstance(isi, dict)] if isinstance(daftar, list) else []


def _parse_bagan(bagan) -> dict:
	"""Empty where it is another method's parameter of that name."""
	bagan = _parse(bagan)
	return bagan if isinstance(bagan, dict) else {}


def refuse_kalender(isi: dict) -> None:
	"""A heatmap is drawn from all rows, whoever asks, and the caller may make the chart up."""
	bagan = _parse_bagan(isi.get("chart"))
	if isi.get("chart_name"):
		bagan = (
			frappe.db.get_value("Dashboard Chart", isi["chart_name"], ["type", "document_type"], as_dict=True)
			or {}
		)
	if bagan.get("type") == "Heatmap" and bagan.get("document_type") in DIJAGA:
		frappe.throw(_("Bagan kalender tidak tersedia untuk dokumen kinerja."), frappe.PermissionError)


# --- documents that the session user may not read: as if they were not there


def hide_tersembunyi(isi: dict) -> None:
	if frappe.local.request.method in ("GET", "DELETE"):
		hide_di_alamat()
	metode = get_daftar_metode(isi)
	for kunci, doctype, nama in _walk_diminta(isi) if metode & (DIAM | BERTANYA_SENDIRI) else ():
		if metode & BERTANYA_SENDIRI:
			refuse_tersembunyi(doctype, nama)
		elif not can_read(doctype, nama, frappe.session.user):
			isi[kunci] = _rename(isi[kunci], nama)


def hide_di_alamat() -> None:
	"""A document that an address names. To read it, v15 asks for a right that the document hears nothing of; before it
	deletes, Frappe says of one that is missing nothing but that."""
	bagian = [unquote(nama) for nama in frappe.local.request.path.strip("/").split("/")]
	doctype = next((nama for nama in bagian if nama in TERJAGA), None)
	nama = bagian[bagian.index(doctype) + 1 :] if doctype else []
	if len(nama) != 1 or can_read(doctype, nama[0], frappe.session.user):
		return
	if frappe.local.request.method == "DELETE":
		raise frappe.DoesNotExistError
	refuse_tidak_ada()


def _walk_diminta(isi: dict) -> Iterator[tuple[str, str, str]]:
	"""Argument, DocType of ours and name of each document that it names."""
	isi = {**isi, **_parse_argumen(isi.get("args"))}
	doctypes = [isi[kunci] for kunci in KUNCI_DOCTYPE if isi.get(kunci) in TERJAGA]
	for doctype in doctypes:
		for kunci in KUNCI_NAMA:
			yield from ((kunci, doctype, nama) for nama in _read_nama(isi.get(kunci)))


def _parse_argumen(args) -> dict:
	"""v15 unlocks what it is told in one argument."""
	args = _parse(args)
	return args if isinstance(args, dict) else {}


def _read_nama(nilai) -> list[str]:
	"""One name, or a list of them, which may be JSON."""
	terurai = _parse(nilai)
	daftar = terurai if isinstance(terurai, list) else [nilai]
	return [nama for nama in daftar if nama and isinstance(nama, str)]


def _rename(nilai, tersembunyi: str) -> str:
	"""To a name that nothing has."""
	daftar = [frappe.generate_hash() if nama == tersembunyi else nama for nama in _read_nama(nilai)]
	return daftar[0] if nilai == tersembunyi else frappe.as_json(daftar)
