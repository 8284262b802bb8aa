"""An account is a key and follows its person: whatever names him names the account that he has now (design.md §5.2).

Names, NIP and posts on a document are history and stay. All that is written here is a few statements for each DocType,
however many documents there are; ``modified`` stays, so that nobody loses what he is just typing.
"""

from collections.abc import Collection

import frappe
from frappe import _
from frappe.query_builder import CustomFunction
from frappe.query_builder.functions import Coalesce, Count
from pypika.terms import Criterion

from kinerja_asn.constants.akses import KOLOM_AKUN, KOLOM_PELAKU, TERJAGA
from kinerja_asn.permissions.sekitar import get_laporan
from kinerja_asn.services.bersama.jejak import add_jejak
from kinerja_asn.services.orang.peran import sync_peran, withdraw_semua_peran

# What Frappe keeps for an account around a document: table, its column of the document's DocType, columns of accounts.
SEKITAR = (
	("ToDo", "reference_type", ("allocated_to", "assigned_by", "owner")),
	("Notification Log", "document_type", ("for_user", "from_user", "owner")),
	("Comment", "reference_doctype", ("comment_email", "owner")),
	("DocShare", "share_doctype", ("user", "owner")),
	("Document Follow", "ref_doctype", ("user", "owner")),
	("File", "attached_to_doctype", ("owner",)),
)
# ... and of these, once he has no account: what is of no use to anybody, and what would still open something to it.
# Comments keep their writer.
DIHAPUS = (
	("ToDo", "reference_type", "allocated_to"),
	("Notification Log", "document_type", "for_user"),
	("DocShare", "share_doctype", "user"),
	("Document Follow", "ref_doctype", "user"),
)
DILEPAS = (
	("ToDo", "reference_type", "assigned_by"),
	("ToDo", "reference_type", "owner"),
	("File", "attached_to_doctype", "owner"),
)
TANPA_PEMILIK = "Administrator"


def follow_akun(doc, method=None) -> None:
	"""on_update of Employee: his account is another one, his first, or gone."""
	lama = doc.get_doc_before_save()
	if lama and (lama.user_id or None) != (doc.user_id or None):
		move_akun(doc.name, lama.user_id or None, doc.user_id or None)


def follow_nama(doc, method=None, lama: str = "", baru: str = "", gabung: bool = False) -> None:
	"""after_rename of User: Frappe has renamed every link to him, and knows nothing of lists of assignees."""
	_rename_penerima_tugas(lama, baru)
	_forget_dokumen()
	sync_peran([baru])  # merged into another account, it is of two people


def move_akun(pegawai: str, lama: str | None, baru: str | None) -> None:
	"""Whatever names ``pegawai`` with the account ``lama`` names ``baru``; None: he had, or has, none."""
	jumlah = {doctype: _count(doctype, pegawai, lama) for doctype in KOLOM_AKUN}
	for doctype in KOLOM_AKUN:
		_set_akun(doctype, pegawai, lama, baru)
	peran = _release(lama, baru) if lama and not frappe.db.exists("Employee", {"user_id": lama}) else []
	_forget_dokumen()
	add_jejak([("Employee", pegawai, _describe(lama, baru, jumlah, peran))])


def mend_akun() -> int:
	"""Accounts that changed past Employee's own events; how many people that were. Run daily."""
	berbeda = {pasangan for doctype in KOLOM_AKUN for pasangan in _find_berbeda(doctype)}
	for pegawai, lama, baru in sorted(berbeda, key=str):
		move_akun(pegawai, lama, baru)
	return len({pegawai for pegawai, _lama, _baru in berbeda})


def _find_berbeda(doctype: str) -> set[tuple]:
	"""(Employee, account on documents, his account) of those whose documents name another one."""
	table, pegawai = frappe.qb.DocType(doctype), frappe.qb.DocType("Employee")
	berbeda = set()
	for akun, orang in KOLOM_AKUN[doctype].items():
		rows = (
			frappe.qb.from_(table)
			.join(pegawai)
			.on(table[orang] == pegawai.name)
			.select(pegawai.name, table[akun], pegawai.user_id)
			.where(Coalesce(table[akun], "") != Coalesce(pegawai.user_id, ""))
			.distinct()
			.run()
		)
		berbeda |= {(nama, lama or None, baru or None) for nama, lama, baru in rows}
	return berbeda


# --- our documents


def _count(doctype: str, pegawai: str, lama: str | None) -> int:
	table = frappe.qb.DocType(doctype)
	syarat = [
		_is(table[akun], lama) & (table[orang] == pegawai) for akun, orang in KOLOM_AKUN[doctype].items()
	]
	return frappe.qb.from_(table).select(Count(table.name)).where(Criterion.any(syarat)).run()[0][0]


def _is(kolom, akun: str | None):
	return kolom == akun if akun else (kolom.isnull() | (kolom == ""))


def _set_akun(doctype: str, pegawai: str, lama: str | None, baru: str | None) -> None:
	"""First what hangs on a party's account, while that still says who it was."""
	table = frappe.qb.DocType(doctype)
	pihak = KOLOM_AKUN[doctype]
	for kolom in KOLOM_PELAKU[doctype]:
		_update(table, kolom, lama, baru, _is_pelaku(table, kolom, pihak, pegawai, lama))
	for kolom, orang in pihak.items():
		_update(table, kolom, lama, baru, table[orang] == pegawai)
	if lama:
		_update(table, "owner", lama, baru or TANPA_PEMILIK, _names(table, pihak, pegawai))


def _is_pelaku(table, kolom: str, pihak, pegawai: str, lama: str | None):
	"""Without a former account nobody has acted; only who is to set a plan can be missing, and is its Penilai."""
	if lama:
		return _names(table, pihak, pegawai)
	return (table.penilai == pegawai) if kolom == "penetap_user" else None


def _names(table, pihak, pegawai: str):
	return Criterion.any(table[orang] == pegawai for orang in pihak.values())


def _update(table, kolom: str, lama: str | None, baru: str | None, syarat) -> None:
	if syarat is not None:
		frappe.qb.update(table).set(table[kolom], baru).where(_is(table[kolom], lama) & syarat).run()


def _forget_dokumen() -> None:
	for doctype in KOLOM_AKUN:
		frappe.clear_document_cache(doctype)


# --- what Frappe keeps around them


def _release(lama: str, baru: str | None) -> list[str]:
	"""The account ``lama`` is nobody's any more; returns the roles that HR had given it, and that it loses."""
	if baru:
		for doctype, rujukan, daftar_kolom in SEKITAR:
			for kolom in daftar_kolom:
				_move_sekitar(doctype, rujukan, kolom, lama, baru)
		_rename_penerima_tugas(lama, baru)
	else:
		_close_sekitar(lama)
	_move_laporan(lama, baru or TANPA_PEMILIK)
	return withdraw_semua_peran(lama)


def _move_sekitar(doctype: str, rujukan: str, kolom: str, lama: str, baru: str) -> None:
	table = frappe.qb.DocType(doctype)
	milik = table[rujukan].isin(TERJAGA) & (table[kolom] == lama)
	frappe.qb.update(table).set(table[kolom], baru).where(milik).run()


def _close_sekitar(lama: str) -> None:
	"""Nobody is there to read or do it."""
	for doctype, rujukan, kolom in DIHAPUS:
		frappe.db.delete(doctype, {kolom: lama, rujukan: ("in", TERJAGA)})
	for doctype, rujukan, kolom in DILEPAS:
		_move_sekitar(doctype, rujukan, kolom, lama, TANPA_PEMILIK)
	_drop_penerima_tugas(lama)


def _move_laporan(lama: str, baru: str) -> None:
	"""Results that Frappe keeps of reports on our documents, with the files that hold them, are their maker's."""
	table, berkas = frappe.qb.DocType("Prepared Report"), frappe.qb.DocType("File")
	nama = frappe.get_all(
		"Prepared Report", {"owner": lama, "report_name": ("in", get_laporan() or [""])}, pluck="name"
	)
	if nama:
		frappe.qb.update(table).set(table.owner, baru).where(table.name.isin(nama)).run()
		milik = (berkas.attached_to_doctype == "Prepared Report") & berkas.attached_to_name.isin(nama)
		frappe.qb.update(berkas).set(berkas.owner, baru).where(milik).run()


Replace = CustomFunction("REPLACE", ["isi", "lama", "baru"])


def _rename_penerima_tugas(lama: str, baru: str) -> None:
	"""``_assign`` of a document is a list of accounts as JSON."""
	_replace_penerima_tugas(lama, [(f'"{lama}"', f'"{baru}"')])


def _drop_penerima_tugas(lama: str) -> None:
	_replace_penerima_tugas(lama, [(f'"{lama}", ', ""), (f', "{lama}"', ""), (f'"{lama}"', "")])


def _replace_penerima_tugas(lama: str, pasangan: Collection[tuple[str, str]]) -> None:
	for doctype in KOLOM_AKUN:
		table = frappe.qb.DocType(doctype)
		isi = table._assign
		for dari, ke in pasangan:
			isi = Replace(isi, dari, ke)
		frappe.qb.update(table).set(table._assign, isi).where(table._assign.like(f'%"{lama}"%')).run()


# --- the trace


def _describe(lama: str | None, baru: str | None, jumlah: dict[str, int], peran: list[str]) -> str:
	rincian = ", ".join(f"{banyak} {_(doctype)}" for doctype, banyak in jumlah.items() if banyak) or _(
		"tidak ada"
	)
	kalimat = [_describe_akun(lama, baru), _("Dokumen yang ikut beralih: {0}.").format(rincian)]
	if peran:
		kalimat.append(
			_(
				"Akun {0} kehilangan peran {1}. Bila masih tugasnya, administrator situs memberikannya kepada akun yang sekarang."
			).format(lama, ", ".join(_(nama) for nama in peran))
		)
	return " ".join(kalimat)


def _describe_akun(lama: str | None, baru: str | None) -> str:
	if lama and baru:
		return _("Akun berganti dari {0} menjadi {1}; akun lama tidak lagi membuka dokumennya.").format(
			lama, baru
		)
	if baru:
		return _("Akun {0} dihubungkan.").format(baru)
	return _("Akun {0} dilepas dan tidak lagi membuka dokumennya.").format(lama)
