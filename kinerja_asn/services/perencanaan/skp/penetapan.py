"""After its last day the setting of a plan passes from the Penilai to his superior (p. 65 no. 5).

Evaluation, verification and feedback remain the Penilai's; only the steps of the plan itself pass.
"""

from functools import partial

import frappe
from frappe import _
from frappe.utils import create_batch, formatdate

from kinerja_asn.constants.akses import RENCANA
from kinerja_asn.constants.istilah import JenisInstansi, Tahap
from kinerja_asn.constants.peran import PENILAI
from kinerja_asn.permissions.lingkup import get_pengelola
from kinerja_asn.rules.penetap import get_penetap
from kinerja_asn.services.bersama.jejak import add_jejak
from kinerja_asn.services.bersama.pemberitahuan import Kabar, Pemberitahuan, send
from kinerja_asn.services.bersama.penolakan import tolerate
from kinerja_asn.services.bersama.waktu import get_now, get_today
from kinerja_asn.services.giliran.tenggat import has_penerus
from kinerja_asn.services.orang.peran import grant_peran

SEKALI_TULIS = 1_000
_KOLOM = (
	"name",
	"instansi",
	"tenggat_penetapan",
	"nama_pegawai",
	"pegawai_user",
	"nama_penilai",
	"penilai_user",
	"atasan_penilai",
	"nama_atasan_penilai",
	"atasan_penilai_user",
)


def pass_on_penetapan() -> int:
	"""Pass on all plans of open periods whose last day is over, and tell everybody concerned; how many that were.

	May be run any number of times: what has passed on does not pass again.
	"""
	jumlah = 0
	for doctype in RENCANA:
		lewat = _get_lewat(doctype)
		penerus = _prepare_atasan({row.atasan_penilai_user for row in lewat if _has_atasan(row)})
		dapat = [row for row in lewat if row.atasan_penilai_user in penerus and _has_atasan(row)]
		for bagian in create_batch(dapat, SEKALI_TULIS):
			with tolerate(f"Alih penetapan {doctype}"):
				jumlah += _pass_on(doctype, bagian)
		_tell_pengelola(doctype, [row for row in lewat if not _has_atasan(row)])
	return jumlah


def _get_lewat(doctype: str) -> list[frappe._dict]:
	"""Plans that lie with the Penilai although their last day is over; ``atasan_aktif``: has the atasan an account?"""
	table, periode = frappe.qb.DocType(doctype), frappe.qb.DocType("Periode Kinerja")
	skp, user = frappe.qb.DocType("SKP").as_("skp_induk"), frappe.qb.DocType("User")
	induk = table.name if doctype == "SKP" else table.skp
	return (
		frappe.qb.from_(table)
		.join(periode)
		.on((table.periode == periode.name) & (periode.status == "Dibuka"))
		.join(skp)
		.on(skp.name == induk)
		.left_join(user)
		.on((user.name == table.atasan_penilai_user) & (user.enabled == 1))
		.select(*(table[kolom] for kolom in _KOLOM), skp.jenis_jabatan, skp.pimpinan_unit_mandiri)
		.select(periode.jenis_instansi, user.name.as_("atasan_aktif"))
		.where((table.tahap == str(Tahap.DIAJUKAN)) & table.dialihkan_pada.isnull())
		.where(table.tenggat_penetapan < get_today())
		.orderby(table.name)
		.run(as_dict=True)
	)


def _has_atasan(row) -> bool:
	return has_penerus(row, bool(row.atasan_aktif))


def _prepare_atasan(users: set[str]) -> set[str]:
	"""Those of ``users`` who hold the Penilai's role; it is granted, since the duty comes by the regulation."""
	siap = set()
	for user in sorted(users):
		with tolerate(f"Peran {PENILAI} untuk {user}"):
			grant_peran(user, PENILAI)
			siap.add(user)
	return siap


def _pass_on(doctype: str, rows: list) -> int:
	saat = get_now()
	table = frappe.qb.DocType(doctype)
	nama = [row.name for row in rows]
	(
		frappe.qb.update(table)
		.set(table.penetap_user, table.atasan_penilai_user)
		.set(table.dialihkan_pada, saat)
		.set(table.modified, saat)
		.set(table.modified_by, frappe.session.user)
		.where(table.name.isin(nama) & table.dialihkan_pada.isnull())
		.where(table.tahap == str(Tahap.DIAJUKAN))
		.run()
	)
	beralih = _find_beralih(doctype, nama)
	rows = [row for row in rows if row.name in beralih]
	add_jejak((doctype, row.name, _describe(row)) for row in rows)
	send(pemberitahuan for row in rows for pemberitahuan in _build_pemberitahuan(doctype, row))
	return len(rows)


def _find_beralih(doctype: str, nama: list[str]) -> set[str]:
	"""Not those that the Penilai set, or the employee took back, while this was running."""
	table = frappe.qb.DocType(doctype)
	beralih = table.name.isin(nama) & table.dialihkan_pada.notnull() & (table.tahap == str(Tahap.DIAJUKAN))
	return set(frappe.qb.from_(table).select(table.name).where(beralih).run(pluck=True))


def _describe(row) -> str:
	return _(
		"Batas penetapan {0} terlewati. Penetapan beralih dari {1} kepada atasannya, {2} (PermenPANRB 6/2022 "
		"hlm. 65 angka 5)."
	).format(_format_tanggal(row), row.nama_penilai, row.nama_atasan_penilai)


def _format_tanggal(row) -> str:
	return formatdate(row.tenggat_penetapan, "d MMMM yyyy")


def _build_pemberitahuan(doctype: str, row) -> list[Pemberitahuan]:
	return [
		Pemberitahuan(
			penerima=user,
			doctype=doctype,
			dokumen=row.name,
			tulis=partial(_write_kabar, doctype, row, user),
			kali="dialihkan",
		)
		for user in dict.fromkeys((row.atasan_penilai_user, row.penilai_user, row.pegawai_user))
		if user
	]


def _write_kabar(doctype: str, row, user: str) -> Kabar:
	judul = {
		row.atasan_penilai_user: _("{0} {1} beralih kepada Anda untuk ditetapkan").format(
			_(doctype), row.nama_pegawai
		),
		row.penilai_user: _("{0} {1} beralih kepada atasan Anda").format(_(doctype), row.nama_pegawai),
		row.pegawai_user: _("{0} Anda beralih kepada {1} untuk ditetapkan").format(
			_(doctype), row.nama_atasan_penilai
		),
	}
	return Kabar(
		judul=judul[user],
		isi=_describe(row),
		tombol=_("Buka dokumennya"),
	)


# --- what cannot pass on


def _tell_pengelola(doctype: str, rows: list) -> None:
	"""Once for each document: whoever runs the system mends the account, or reminds whom p. 65 names."""
	pengelola = {instansi: get_pengelola(instansi) for instansi in {row.instansi for row in rows}}
	send(
		_build_buntu(doctype, row, user)
		for row in rows
		for user in pengelola[row.instansi]
		if user != row.pegawai_user
	)


def _build_buntu(doctype: str, row, user: str) -> Pemberitahuan:
	return Pemberitahuan(
		penerima=user,
		doctype=doctype,
		dokumen=row.name,
		tulis=partial(_write_buntu, doctype, row),
		kali="buntu",
	)


def _write_buntu(doctype: str, row) -> Kabar:
	penetap = get_penetap(
		JenisInstansi(row.jenis_instansi), row.jenis_jabatan, bool(row.pimpinan_unit_mandiri)
	)
	sebab = (
		_("{0} belum memiliki akun yang aktif").format(row.nama_atasan_penilai)
		if row.atasan_penilai
		else _("atasan {0} tidak ada dalam data").format(row.nama_penilai)
	)
	return Kabar(
		judul=_("{0} {1} melewati batas penetapan dan tidak dapat beralih").format(
			_(doctype), row.nama_pegawai
		),
		isi=_(
			"Batasnya {0}; {1}. Menurut hlm. 65 SKP ini ditetapkan oleh {2}. Lengkapi akun atau Penugasan Penilai, "
			"atau ingatkan pejabatnya."
		).format(_format_tanggal(row), sebab, penetap),
		tombol=_("Buka dokumennya"),
	)
