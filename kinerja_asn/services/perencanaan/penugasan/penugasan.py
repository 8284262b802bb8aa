"""Assignments by somebody who is not the Penilai, and voluntary ones: who may be named, the decision, the row (p. 46)."""

from collections.abc import Mapping
from datetime import date

import frappe
from frappe import _
from frappe.utils import escape_html, getdate

from kinerja_asn.constants.custom_fields import JENIS_JABATAN
from kinerja_asn.constants.istilah import AlasanPerubahan, BentukPenugasan, StatusPenugasan, Tahap
from kinerja_asn.constants.peran import PENILAI
from kinerja_asn.permissions.lingkup import get_instansi, get_pegawai, has_left
from kinerja_asn.rules.nip import NipTidakValid, parse_nip
from kinerja_asn.rules.nomor_induk import read_nomor_induk
from kinerja_asn.rules.penetap import PEJABAT_NEGARA
from kinerja_asn.services.bersama.keputusan import save_menurut_keputusan
from kinerja_asn.services.bersama.periode import check_periode_dibuka
from kinerja_asn.services.bersama.tabel_anak import get_saring_anak
from kinerja_asn.services.bersama.waktu import get_now
from kinerja_asn.services.orang.pejabat import find_halangan
from kinerja_asn.services.perencanaan.penugasan.baris_penugasan import add_baris, find_kunci
from kinerja_asn.services.perencanaan.skp.perubahan import find_terbuka

JABATAN_PEMBERI = tuple(jenis for jenis in JENIS_JABATAN if jenis != "Pelaksana")
CARI_MINIMAL = 3  # letters of a name
CARI_TERBANYAK = 10
CIRI_NIP = 6  # digits that no name has
CALON = ["name", "employee_name", "designation", "department", "company", "nip", "nrp"]


# --- whom a user may name: by exact NIP or NRP anywhere on the site, otherwise only people of his own agencies


def find_calon(cari: str, bentuk: BentukPenugasan) -> list:
	"""People whom ``cari`` (a NIP or NRP, or part of a name) finds for the session user: with an account in use, never himself.

	Only an ASN can be assigned something; who assigns may be a head of region, or an officer of TNI or Polri (Pasal 1).
	"""
	saring = _get_saring_calon(cari)
	if not saring:
		return []
	sendiri = get_pegawai(frappe.session.user)
	asn = {"nip": ("is", "set")} if bentuk == BentukPenugasan.PENUNJUKAN else {}
	rows = frappe.get_all(
		"Employee",
		{"status": "Active", "name": ("not in", sendiri or [""]), **asn, **saring},
		CALON,
		order_by="employee_name",
		limit=CARI_TERBANYAK,
	)
	halangan = find_halangan(row.name for row in rows)
	return [row for row in rows if row.name not in halangan]


def _get_saring_calon(cari: str) -> dict | None:
	if nomor := read_nomor_induk(cari):
		return dict([nomor])
	if len(cari.strip()) < CARI_MINIMAL:
		return None
	return {
		"employee_name": ("like", f"%{cari.strip()}%"),
		"company": ("in", get_instansi(frappe.session.user) or [""]),
	}


def find_salah_nip(cari: str) -> str | None:
	"""Why what was searched for, plainly meant as a NIP, is none."""
	if sum(tanda.isdigit() for tanda in cari) < CIRI_NIP:
		return None
	try:
		parse_nip(cari)
	except NipTidakValid as salah:
		return str(salah)
	return None


def may_name(pegawai: Mapping, nomor: str | None) -> bool:
	"""May the session user name this Employee (company, nip, nrp)? Of another agency only if he knows the number: the
	document shows him name, post and unit, and must not serve to list another agency's people."""
	if pegawai.get("company") in get_instansi(frappe.session.user):
		return True
	dibaca = read_nomor_induk(nomor)
	return bool(dibaca) and pegawai.get(dibaca[0]) == dibaca[1]


def may_menunjuk() -> bool:
	"""May the session user assign something to somebody?"""
	return PENILAI in frappe.get_roles() or any(map(may_assign, get_pegawai(frappe.session.user)))


def may_assign(pegawai: str) -> bool:
	"""An assignment is a Pimpinan's (p. 46 no. 9): of whoever evaluates somebody, holds a post that leads a team or owns
	a result, or is a pejabat negara. A pelaksana's it is not."""
	kolom = ["user_id", "jenis_jabatan", "status_kinerja"]
	data = frappe.db.get_value("Employee", pegawai, kolom, as_dict=True) or frappe._dict()
	pimpinan = data.jenis_jabatan in JABATAN_PEMBERI or data.status_kinerja == PEJABAT_NEGARA
	return pimpinan or bool(data.user_id and PENILAI in frappe.get_roles(data.user_id))


def check_boleh_memberi(pegawai: str, galat: type[Exception] = frappe.ValidationError) -> None:
	"""Asked when it is made, when it is approved, and when he speaks about it."""
	if not may_assign(pegawai):
		nama = frappe.db.get_value("Employee", pegawai, "employee_name") or pegawai
		frappe.throw(
			_(
				"{0} tidak dapat memberi penugasan: itu wewenang Pimpinan, yang menilai pegawai atau memegang jabatan selain "
				"pelaksana (hlm. 46 angka 9). Sebutkan pimpinan yang membuka penugasan ini."
			).format(escape_html(nama)),
			galat,
		)


def choose_pemberi(diminta: str | None) -> str | None:
	"""The assigner is one of the session user's own Employee records; the client only chooses among them."""
	sendiri = get_pegawai(frappe.session.user)
	return diminta if diminta in sendiri else next(iter(sendiri), None)


def find_periode(instansi: str | None, pada: date) -> str:
	"""The agency's open period of that day, else its latest open one."""
	terbuka = frappe.get_all(
		"Periode Kinerja",
		{"instansi": instansi or "", "status": "Dibuka"},
		["name", "awal", "akhir"],
		order_by="tahun desc",
	)
	if not terbuka:
		frappe.throw(_("{0} belum membuka periode kinerja. Hubungi pengelola kinerjanya.").format(instansi))
	cocok = (row.name for row in terbuka if getdate(row.awal) <= pada <= getdate(row.akhir))
	return next(cocok, terbuka[0].name)


# --- the decision


def decide(doc, status: str | None, alasan: str | None) -> None:
	"""The Penilai's decision. The same one sent twice (a double click) changes nothing."""
	if doc.status == status and doc.diputuskan_oleh == frappe.session.user:
		return
	doc.update({"status": status, "alasan_keputusan": (alasan or "").strip() or None})
	doc.save()


def may_decide(doc) -> bool:
	user = frappe.session.user
	return doc.status == StatusPenugasan.MENUNGGU and doc.penilai_user == user and not has_left(user)


def place(penugasan) -> dict:
	"""Put an approved assignment into the employee's plan: the SKP while it is being written or waits to be set, also
	by the atasan, else a Perubahan SKP. Returns where it now is: skp, baris (kunci), perhaps perubahan."""
	check_periode_dibuka(penugasan.periode)
	skp = find_skp(penugasan) or start_skp(penugasan)
	check_penilai(skp)
	ditetapkan = skp.tahap == Tahap.DITETAPKAN
	rencana = open_perubahan(skp.name) if ditetapkan else skp
	add_baris(rencana, penugasan)
	save_menurut_keputusan(rencana)
	return {
		"skp": skp.name,
		"perubahan": rencana.name if ditetapkan else None,
		"baris": find_kunci(rencana, penugasan.name),
	}


def find_skp(penugasan):
	"""The employee's SKP of that period that has not been closed; None when there is none yet."""
	kunci = {
		"pegawai": penugasan.pegawai,
		"periode": penugasan.periode,
		"tahap": ("!=", str(Tahap.DITUTUP)),
	}
	name = frappe.db.get_value("SKP", kunci)
	return frappe.get_doc("SKP", name, for_update=True) if name else None


def start_skp(penugasan):
	return frappe.get_doc(doctype="SKP", periode=penugasan.periode, pegawai=penugasan.pegawai).insert()


def open_perubahan(skp: str):
	"""The change of this SKP that is under way, else a new one."""
	if name := find_terbuka(skp):
		return frappe.get_doc("Perubahan SKP", name, for_update=True)
	alasan = str(AlasanPerubahan.PENUGASAN_BARU)
	return frappe.get_doc(doctype="Perubahan SKP", skp=skp, alasan=alasan).insert()


def check_penilai(skp) -> None:
	"""Since the assignment was sent the employee may have got another Penilai."""
	if skp.penilai_user != frappe.session.user:
		frappe.throw(
			_("Pejabat Penilai {0} sekarang {1}. Keputusan atas penugasan ini miliknya.").format(
				skp.nama_pegawai, skp.nama_penilai
			),
			frappe.PermissionError,
		)


def withdraw(doc) -> None:
	"""Its maker takes back what nobody has decided on yet. He has no right to write; this is all he may do."""
	doc = frappe.get_doc(doc.doctype, doc.name, for_update=True)  # as it is now, not when his page was read
	if not may_withdraw(doc):
		frappe.throw(
			_("Penugasan ditarik oleh pembuatnya, selama belum diputuskan Pejabat Penilai."),
			frappe.PermissionError,
		)
	doc.db_set(
		{
			"status": str(StatusPenugasan.DITARIK),
			"diputuskan_pada": get_now(),
			"diputuskan_oleh": frappe.session.user,
			"kunci_menunggu": None,
		}
	)


def may_withdraw(doc) -> bool:
	pembuat = doc.pemberi_user if doc.bentuk == BentukPenugasan.PENUNJUKAN else doc.pegawai_user
	return doc.status == StatusPenugasan.MENUNGGU and pembuat == frappe.session.user


# --- the assigned row, for the assigner


def get_baris(doc) -> frappe._dict | None:
	"""The assigned hasil kerja as it stands in the SKP: {"baris", "indikator", "skp"}; None while it is not in there.

	Read for whoever may read the Penugasan, although he may not read the SKP: this row alone, by its key.
	"""
	if doc.status != StatusPenugasan.DISETUJUI or not doc.baris:
		return None
	kunci = get_saring_anak("SKP", doc.skp)
	kolom = ["kunci", "idx", "jenis", "rencana_hasil_kerja"]
	baris = frappe.db.get_value("SKP Hasil Kerja", {**kunci, "kunci": doc.baris}, kolom, as_dict=True)
	if not baris:
		return None
	indikator = frappe.get_all("SKP Indikator", {**kunci, "hasil_kerja": doc.baris}, "*", order_by="idx")
	skp = frappe.db.get_value("SKP", doc.skp, ["name", "periode", "awal", "akhir", "tahap"], as_dict=True)
	return frappe._dict(baris=baris, indikator=indikator, skp=skp)


def may_give_umpan_balik(doc, baris) -> bool:
	"""The assigner speaks about his row once the SKP in force has it (Pasal 17; p. 46)."""
	user = frappe.session.user
	berlaku = bool(baris) and baris.skp.tahap == Tahap.DITETAPKAN
	return berlaku and doc.pemberi_user == user and not has_left(user)
