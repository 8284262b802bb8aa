"""Checks on the ASN data that HR keeps on Employee (doc_events of Employee), and what follows from it."""

from collections.abc import Collection
from datetime import date

import frappe
from frappe import _
from frappe.utils import escape_html, formatdate, getdate
from pypika.queries import QueryBuilder

from kinerja_asn.constants.custom_fields import STATUS_DINILAI
from kinerja_asn.constants.istilah import JenisASN
from kinerja_asn.rules.nip import NipTidakValid, parse_nip
from kinerja_asn.rules.nomor_induk import NrpTidakValid, parse_nrp
from kinerja_asn.rules.pangkat import PangkatTidakDikenal, read_pangkat
from kinerja_asn.services.bersama.periode import get_nama_periode

JENIS_PPPK = (JenisASN.PPPK, JenisASN.PPPK_PARUH_WAKTU)
# Frappe's names of them, and those that an office may have put beside.
JENIS_KELAMIN = {
	"Male": "Laki-laki",
	"Laki-laki": "Laki-laki",
	"Pria": "Laki-laki",
	"Female": "Perempuan",
	"Perempuan": "Perempuan",
	"Wanita": "Perempuan",
}


def validate_pegawai(doc, method=None) -> None:
	read_pangkat_golongan(doc)
	read_nrp(doc)
	if not doc.get("nip"):
		return
	try:
		nip = parse_nip(doc.nip)
	except NipTidakValid as salah:
		frappe.throw(
			_("NIP {0}: {1}").format(escape_html(str(doc.nip)), escape_html(str(salah))),
			title=_("NIP tidak valid"),
		)
	doc.nip = nip.nomor
	check_tanggal_lahir(doc, nip.tanggal_lahir)
	check_jenis_kelamin(doc, nip.jenis_kelamin)
	check_nip_ganda(doc)


def read_nrp(doc) -> None:
	"""An officer of TNI or Polri who evaluates ASN; whoever has a NIP is one of those."""
	if not doc.get("nrp"):
		return
	try:
		doc.nrp = parse_nrp(doc.nrp)
	except NrpTidakValid as salah:
		frappe.throw(escape_html(str(salah)), title=_("NRP tidak valid"))
	if doc.get("nip"):
		frappe.throw(
			_(
				"NIP dan NRP tidak diisi bersama: NIP untuk ASN, NRP untuk anggota TNI/Polri. Kosongkan salah satunya."
			),
			title=_("NRP tidak valid"),
		)


def read_pangkat_golongan(doc) -> None:
	"""However it is spelled: the list's own words are what forms print. HR may have put more words on the list."""
	if (doc.get("pangkat_golongan") or "") in doc.meta.get_options("pangkat_golongan").split("\n"):
		return
	try:
		doc.pangkat_golongan = read_pangkat(str(doc.pangkat_golongan), doc.get("jenis_asn") in JENIS_PPPK)
	except PangkatTidakDikenal as salah:
		frappe.throw(escape_html(str(salah)), title=_("Pangkat tidak dikenal"))


def check_tanggal_lahir(doc, tanggal_lahir) -> None:
	if doc.date_of_birth and getdate(doc.date_of_birth) != tanggal_lahir:
		frappe.throw(
			_("NIP menyebut tanggal lahir {0}, sedangkan data pegawai {1}. Perbaiki yang salah.").format(
				tanggal_lahir.strftime("%d-%m-%Y"), getdate(doc.date_of_birth).strftime("%d-%m-%Y")
			),
			title=_("NIP tidak valid"),
		)


def check_jenis_kelamin(doc, menurut_nip: str) -> None:
	"""Told when one of the two is filled in; what has stood so since before is on the list of what is incomplete."""
	baru = doc.is_new() or any(doc.has_value_changed(kolom) for kolom in ("gender", "nip"))
	if baru and not is_jenis_kelamin_sesuai(doc.gender, menurut_nip):
		frappe.throw(
			_(
				"Angka ke-15 NIP menyebut {0}, sedangkan jenis kelamin pada data pegawai {1}. Perbaiki yang salah."
			).format(menurut_nip, JENIS_KELAMIN[doc.gender]),
			title=_("NIP tidak valid"),
		)


def is_jenis_kelamin_sesuai(jenis_kelamin: str | None, menurut_nip: str) -> bool:
	"""What the list of genders does not say of a man or a woman contradicts nothing."""
	return JENIS_KELAMIN.get(jenis_kelamin, menurut_nip) == menurut_nip


def check_nip_ganda(doc) -> None:
	lain = frappe.db.get_value("Employee", {"nip": doc.nip, "name": ("!=", doc.name or "")}, "employee_name")
	if lain:
		frappe.throw(_("NIP {0} sudah dipakai {1}.").format(doc.nip, lain), title=_("NIP tidak valid"))


def check_dinilai(pegawai: str, periode: str) -> None:
	"""Refuses a plan for whom planning does not apply to (p. 66 no. 8), or in another agency's period."""
	data = frappe.db.get_value(
		"Employee",
		pegawai,
		["status", "status_kinerja", "company", "employee_name", "jenis_asn", "contract_end_date"],
		as_dict=True,
	)
	if data.status != "Active" or (data.status_kinerja or STATUS_DINILAI[0]) not in STATUS_DINILAI:
		frappe.throw(
			_("{0} tidak menyusun SKP karena berstatus {1}.").format(
				data.employee_name, _(data.status_kinerja if data.status == "Active" else data.status)
			)
		)
	instansi, awal = frappe.get_cached_value("Periode Kinerja", periode, ["instansi", "awal"])
	if habis := describe_kontrak_habis(data, awal):
		frappe.throw(habis)
	if data.company != instansi:
		frappe.throw(
			_("Periode {0} milik {1}, sedangkan {2} bekerja di {3}. Pilih periode instansinya.").format(
				get_nama_periode(periode), instansi, data.employee_name, data.company
			)
		)


def describe_kontrak_habis(data, awal: date | str) -> str | None:
	"""Why the Employee ``data`` has nothing to plan in a year that begins on ``awal``: his contract was over by then."""
	akhir = data.contract_end_date
	if data.jenis_asn != JenisASN.PPPK_PARUH_WAKTU or not akhir or getdate(akhir) >= getdate(awal):
		return None
	return _(
		"Perjanjian kerja {0} berakhir {1}. Bila diperpanjang, perbarui Contract End Date pada data pegawai ini."
	).format(escape_html(data.employee_name or ""), formatdate(akhir, "d MMMM yyyy"))


def query_asn(instansi: str, sampai: date, unit: Collection[str] | None = None) -> QueryBuilder:
	"""ASN (who have a NIP) employed in ``instansi`` by ``sampai``, of the units asked for; those not evaluated too."""
	pegawai = frappe.qb.DocType("Employee")
	query = (
		frappe.qb.from_(pegawai)
		.where((pegawai.company == instansi) & (pegawai.status == "Active"))
		.where((pegawai.nip != "") & (pegawai.date_of_joining <= sampai))
	)
	return query if unit is None else query.where(pegawai.department.isin(list(unit)))


def is_dinilai(pegawai):
	"""Criterion on the table Employee for those whom ``check_dinilai`` admits; an empty status counts as the first."""
	return pegawai.status_kinerja.isnull() | pegawai.status_kinerja.isin(["", *STATUS_DINILAI])
