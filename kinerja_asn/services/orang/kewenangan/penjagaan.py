"""Refuses what would change who decides about the person who does it, or would make him who decides (doc_events).

Whoever writes employees' records (ERPNext's HR User does) writes those of his own Penilai too. The question is always the
same: does this touch somebody on the way up from him, or bring somebody nearer below him? It is asked of what the change
is about, against the position of the session user (``kedudukan``), which is worked out once a request.
"""

from typing import NoReturn

import frappe
from frappe import _
from frappe.utils import cint, escape_html, getdate

from kinerja_asn.constants.kewenangan import DICATAT, PENENTU, SELAMANYA
from kinerja_asn.constants.peran import PENGELOLA, PENGELOLA_UNIT
from kinerja_asn.permissions.lingkup import get_instansi, get_unit
from kinerja_asn.services.orang.kewenangan.banding import find_berubah, get_sebelum
from kinerja_asn.services.orang.kewenangan.kedudukan import (
	Kedudukan,
	forget_kedudukan,
	get_dinilai,
	get_kedudukan,
	get_penetap,
	is_bebas,
)
from kinerja_asn.services.orang.pihak import get_banyak_data, get_data

LINGKUP = ("Company", "Department", "Employee")
# In frappe.flags: (DocType, former name) of what is renamed with its checks in this request.
DIPERIKSA = "ganti_nama_diperiksa"
# Field of an Employee -> the role whose reach follows from it, and what that is.
JANGKAUAN = (("company", PENGELOLA, get_instansi), ("department", PENGELOLA_UNIT, get_unit))


# --- Employee


def guard_pegawai(doc, method=None) -> None:
	"""validate of Employee."""
	user, lama = frappe.session.user, get_sebelum(doc)
	berubah = find_berubah(doc, lama, PENENTU)
	if not berubah or is_bebas(user):
		return
	kedudukan = get_kedudukan(user)
	if doc.name in kedudukan.sendiri or user in (doc.user_id, lama.get("user_id")):
		_refuse_sendiri(", ".join(_(doc.meta.get_label(kolom)) for kolom in berubah))
	if doc.name in kedudukan.atas:
		_refuse_atas(doc.employee_name)
	_check_bawahan(doc, lama, berubah, kedudukan)
	_check_jangkauan(doc, lama, berubah)


def _check_bawahan(doc, lama, berubah: list[str], kedudukan: Kedudukan) -> None:
	"""By what his own record says: what an assignment has made of her for a time is no reason to stay."""
	jarak = (kedudukan.get_jarak(doc.name, data.get("reports_to")) for data in (doc, lama))
	lebih_dekat = "reports_to" in berubah and next(jarak) < next(jarak)
	if lebih_dekat or (_is_lumpuh(doc, lama) and _is_di_antara(doc.name, kedudukan)):
		_refuse_bawah(doc.employee_name)
	if doc.name in kedudukan.bawah:
		forget_kedudukan()  # he may be giving somebody away


def _check_jangkauan(doc, lama, berubah: list[str]) -> None:
	"""Whom a role reaches follows from where people work: who holds it brings nobody there who was out of its reach."""
	for kolom, peran, get_reach in JANGKAUAN:
		if lama and kolom in berubah and peran in frappe.get_roles():
			terjangkau = get_reach(frappe.session.user)
			if doc.get(kolom) in terjangkau and lama.get(kolom) not in terjangkau:
				_refuse_jangkauan(doc, kolom)


def _is_lumpuh(doc, lama) -> bool:
	"""Can he not act any more who could?"""
	return _dapat_bertindak(lama) and not _dapat_bertindak(doc)


def _dapat_bertindak(data) -> bool:
	return data.get("status") == "Active" and bool(data.get("user_id"))


def _is_di_antara(pegawai: str, kedudukan: Kedudukan) -> bool:
	"""Below the user, and above somebody: without him, the user would be nearer to those."""
	return pegawai in kedudukan.bawah and bool(get_dinilai([pegawai]))


def guard_hapus_pegawai(doc, method=None) -> None:
	"""on_trash of Employee."""
	_check_hilang({doc.name}, doc.employee_name)


def _check_hilang(pegawai: set[str], nama: str) -> None:
	"""They, or their account, would be gone."""
	user = frappe.session.user
	if not pegawai or is_bebas(user):
		return
	kedudukan = get_kedudukan(user)
	if pegawai & kedudukan.sendiri:
		_refuse_sendiri(nama)
	if pegawai & kedudukan.atas:
		_refuse_atas(nama)
	if any(_is_di_antara(name, kedudukan) for name in pegawai):
		_refuse_bawah(nama)


# --- accounts, and two records that become one


def guard_akun(doc, method=None) -> None:
	"""validate of User: switching an account on or off."""
	lama = doc.get_doc_before_save()
	if lama and cint(doc.enabled) != cint(lama.enabled):
		_check_hilang(_get_pemilik(doc.name), doc.full_name)


def guard_hapus_akun(doc, method=None) -> None:
	"""on_trash of User."""
	_check_hilang(_get_pemilik(doc.name), doc.full_name)


def _get_pemilik(*user: str) -> set[str]:
	return set(frappe.get_all("Employee", {"user_id": ("in", user)}, pluck="name"))


def guard_gabung(doc, method=None, lama: str = "", baru: str = "", gabung: bool = False) -> None:
	"""before_rename of Employee, User and Department: what named the one names the other after a merge."""
	user = frappe.session.user
	if gabung and not is_bebas(user) and {lama, baru} & _get_terjaga(doc.doctype, user, lama, baru):
		frappe.throw(
			_(
				"Data ini ikut menentukan siapa yang memutuskan penilaian kinerja Anda, atau apa yang Anda kelola. Karena itu "
				"penggabungan ini dilakukan oleh pengelola kinerja lain atau administrator situs."
			),
			frappe.PermissionError,
		)


def mark_diperiksa(doc, method=None, lama: str = "", baru: str = "", gabung: bool = False) -> None:
	"""before_rename of whatever there is."""
	frappe.flags.setdefault(DIPERIKSA, set()).add((doc.doctype, lama))


def guard_ganti_nama(doc, method=None, lama: str = "", baru: str = "", gabung: bool = False) -> None:
	"""after_rename of whatever there is: Frappe's own rename method leaves ``before_rename`` out when told not to validate, and
	then asks for reading only. Every employee reads his agency, and a module whose renaming stops the site."""
	terperiksa = frappe.flags.get(DIPERIKSA, set())
	if (doc.doctype, lama) not in terperiksa and not is_bebas(frappe.session.user):
		frappe.throw(
			_("{0} diganti namanya atau digabung melalui menu Ganti Nama pada formulirnya.").format(
				_(doc.doctype)
			),
			frappe.PermissionError,
		)
	terperiksa.discard((doc.doctype, lama))


def _get_terjaga(doctype: str, user: str, *nama: str) -> set[str]:
	kedudukan = get_kedudukan(user)
	if doctype == "Department":
		dikelola = get_unit(user) if PENGELOLA_UNIT in frappe.get_roles(user) else []
		return {*dikelola, *find_unit_penentu(user), *_get_unit_kerja({*kedudukan.sendiri, *kedudukan.atas})}
	terjaga = {*kedudukan.sendiri, *kedudukan.atas, *kedudukan.bawah}
	if doctype == "Employee":
		return terjaga
	return {user, *(akun for akun in nama if _get_pemilik(akun) & terjaga)}


def _get_unit_kerja(pegawai: set[str]) -> set[str]:
	return {data.department for data in get_banyak_data(pegawai).values() if data.department}


def guard_izin(doc, method=None) -> None:
	"""validate and on_trash of User Permission: nobody widens, or narrows, what his own roles reach."""
	user = frappe.session.user
	if user in (doc.user, get_sebelum(doc).get("user")) and doc.allow in LINGKUP and not is_bebas(user):
		frappe.throw(
			_(
				"Pengguna Izin (User Permission) bagi akun Anda sendiri menentukan apa yang Anda jangkau; izin itu diubah oleh "
				"administrator situs yang lain."
			),
			frappe.PermissionError,
		)


# --- Penugasan Penilai


def guard_penugasan(doc, method=None) -> None:
	"""validate and on_trash of Penugasan Penilai."""
	user, lama = frappe.session.user, get_sebelum(doc)
	dihapus = method == "on_trash"
	if is_bebas(user) or not (dihapus or find_berubah(doc, lama, DICATAT[doc.doctype])):
		return
	kedudukan = get_kedudukan(user)
	if doc.pegawai in kedudukan.sendiri:
		frappe.throw(
			_("Penugasan Penilai untuk diri sendiri dibuat oleh pengelola kinerja lain."),
			frappe.PermissionError,
		)
	nama = get_data(doc.pegawai).employee_name
	if doc.pegawai in kedudukan.atas:
		_refuse_atas(nama)
	if doc.pegawai in kedudukan.bawah:
		forget_kedudukan()
	if not _is_dilepas(doc, lama, dihapus, kedudukan) and _is_mendekat(doc, lama or dihapus, kedudukan):
		_refuse_bawah(nama)


def _is_dilepas(doc, lama, dihapus: bool, kedudukan: Kedudukan) -> bool:
	"""Does the user only give up, or end sooner, what he was assigned himself?"""
	if (lama.get("penilai") or doc.penilai) not in kedudukan.sendiri:
		return False
	hanya_sampai = find_berubah(doc, lama, DICATAT[doc.doctype]) == ["sampai"]
	return dihapus or (hanya_sampai and _get_akhir(doc) < _get_akhir(lama))


def _get_akhir(data):
	return getdate(data.get("sampai") or SELAMANYA)


def _is_mendekat(doc, tercatat, kedudukan: Kedudukan) -> bool:
	"""An assignment that is on record may be what keeps somebody away; a new one may bring him nearer than his record does."""
	if tercatat and doc.pegawai in kedudukan.bawah:
		return True
	jarak = (
		kedudukan.get_jarak(doc.pegawai, nama, tambah)
		for tambah, nama in enumerate((doc.penilai, doc.atasan_penilai))
	)
	return min(jarak) < kedudukan.get_jarak(doc.pegawai, get_data(doc.pegawai).reports_to)


# --- a move, or what waits for somebody, recorded for many


def check_penilai_baru(penilai: str | None, user: str) -> None:
	"""Nobody brings people to himself, or to somebody below him."""
	if not is_bebas(user) and get_kedudukan(user).is_pemutus(penilai):
		_refuse_bawah(_("pegawai yang dipindahkan"))


def check_dicatat(pegawai: str, user: str) -> None:
	if not is_bebas(user) and pegawai in get_kedudukan(user).atas:
		_refuse_atas(get_data(pegawai).employee_name)


def find_alasan_dilewati(pegawai: str, user: str) -> str | None:
	"""Why, of many, this one is left to somebody else than ``user``."""
	kedudukan = get_kedudukan(user)
	if pegawai in kedudukan.sendiri:
		return _("Dilewati: milik pencatat sendiri, dicatat oleh pengelola kinerja lain.")
	if pegawai in kedudukan.atas and not is_bebas(user):
		return _(
			"Dilewati: ia ikut memutuskan penilaian kinerja pencatat, sehingga dicatat oleh pengelola kinerja lain."
		)
	return None


# --- Kinerja Unit


def guard_kinerja_unit(doc, method=None) -> None:
	"""validate and on_trash of Kinerja Unit: an evaluation stands on the result of the unit of whoever evaluates."""
	if doc.unit_kerja in find_unit_penentu(frappe.session.user, doc.periode):
		frappe.throw(explain_unit_penentu(), frappe.PermissionError)


def explain_unit_penentu() -> str:
	return _(
		"Capaian kinerja organisasi unit Anda, atau unit pejabat yang menilai Anda, ikut menentukan penilaian kinerja "
		"Anda. Minta pengelola kinerja lain atau administrator situs mengisinya."
	)


def find_unit_penentu(user: str, periode: str | None = None) -> set[str]:
	"""Units whose result tells on the evaluation of ``user`` himself, in any period or in ``periode``, so that others
	enter it."""
	sendiri = [] if is_bebas(user) else list(get_kedudukan(user).sendiri)
	if not sendiri:
		return set()
	saring = {"pegawai": ("in", sendiri), **({"periode": periode} if periode else {})}
	dinilai = frappe.get_all("SKP", saring, pluck="unit_penilai", distinct=True)
	return _get_unit_kerja({*sendiri, *get_penetap(sendiri)}) | set(filter(None, dinilai))


# --- in words


def _refuse_sendiri(apa: str) -> NoReturn:
	frappe.throw(
		_(
			"{0} pada data kepegawaian Anda sendiri diubah oleh pengelola lain atau administrator situs."
		).format(escape_html(apa)),
		frappe.PermissionError,
	)


def _refuse_jangkauan(doc, kolom: str) -> NoReturn:
	frappe.throw(
		_(
			"{0} belum termasuk yang Anda kelola. Pemindahan ke {1} dilakukan oleh pengelola kinerja instansi asalnya atau "
			"administrator situs."
		).format(escape_html(doc.employee_name or doc.name), escape_html(doc.get(kolom))),
		frappe.PermissionError,
	)


def _refuse_atas(nama: str | None) -> NoReturn:
	frappe.throw(
		_(
			"{0} ikut memutuskan penilaian kinerja Anda, langsung atau sebagai atasan, sehingga perubahan ini bukan milik Anda. "
			"Minta pengelola kinerja lain atau administrator situs melakukannya."
		).format(escape_html(nama or "")),
		frappe.PermissionError,
	)


def _refuse_bawah(nama: str | None) -> NoReturn:
	frappe.throw(
		_(
			"Perubahan ini menjadikan Anda, langsung atau melalui bawahan Anda, pejabat yang memutuskan penilaian kinerja {0}. "
			"Minta pengelola kinerja lain atau administrator situs melakukannya."
		).format(escape_html(nama or "")),
		frappe.PermissionError,
	)
