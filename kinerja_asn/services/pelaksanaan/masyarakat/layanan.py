"""A service that citizens speak about: its address, and whom its figures rate."""

import secrets

import frappe
from frappe import _
from frappe.utils import get_url

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.masyarakat import JAWABAN, LAYANAN, StatusLayanan
from kinerja_asn.services.bersama.tabel_anak import is_anak, is_baris

# Read off a poster and typed on any keyboard: no letter or digit that looks like another. 31 to the 12th.
HURUF, PANJANG = "23456789abcdefghjkmnpqrstuvwxyz", 12
KOLOM = ("name", "nama_layanan", "unit_kerja", "instansi", "minimum_jawaban", "token")


def make_token() -> str:
	return "".join(secrets.choice(HURUF) for _ke in range(PANJANG))


def get_alamat_layanan(token: str) -> str:
	"""The public page, as a poster has it: with the site's name."""
	return get_url(f"/layanan/{token}")


def find_terbuka(token: str) -> frappe._dict | None:
	"""The service behind an address, if it takes answers. Closed, renamed or never there: None for all of them."""
	kunci = {"token": token.lower()[: PANJANG + 1], "status": StatusLayanan.DIBUKA}
	return frappe.db.get_value(LAYANAN, kunci, list(KOLOM), as_dict=True)


def get_bahasa_lain(layanan: str) -> dict[str, str]:
	"""Code -> own name of the languages that its page offers besides Indonesian."""
	tabel, bahasa = frappe.qb.DocType("Layanan Publik Bahasa"), frappe.qb.DocType("Language")
	rows = (
		frappe.qb.from_(tabel)
		.join(bahasa)
		.on(bahasa.name == tabel.bahasa)
		.select(bahasa.name, bahasa.language_name)
		.where(is_baris(tabel, LAYANAN, layanan))
		.orderby(tabel.idx)
		.run()
	)
	return dict(rows)


def renew_token(layanan) -> None:
	"""Another address, where the old one is misused: posters with it lead nowhere from now on. The caller has checked the
	right to write."""
	check_bukan_dinilai(layanan.name)
	layanan.token = make_token()
	layanan.db_set("token", layanan.token)
	layanan.add_comment("Info", _("Alamat diganti. Poster yang lama tidak berlaku lagi."))


# --- nobody keeps the scales on which he is weighed


def is_dinilai(layanan: str, user: str) -> bool:
	"""Do the answers feed an indikator of a plan of ``user`` that is still open?"""
	iki, skp = frappe.qb.DocType("SKP Indikator"), frappe.qb.DocType("SKP")
	query = (
		frappe.qb.from_(iki)
		.join(skp)
		.on(is_anak(iki, skp))
		.select(skp.name)
		.where((iki.sumber_layanan == layanan) & (skp.pegawai_user == user) & (skp.tahap != Tahap.DITUTUP))
	)
	return bool(query.limit(1).run())


def check_bukan_dinilai(layanan: str | None) -> None:
	"""Whoever the figure rates does not close the service, nor choose how many answers it takes."""
	if layanan and is_dinilai(layanan, frappe.session.user):
		frappe.throw(
			_(
				"Umpan balik layanan ini mengisi indikator dalam SKP Anda. Minta pengelola kinerja lain di instansi Anda "
				"mengurusnya."
			),
			frappe.PermissionError,
		)


def check_belum_berjawaban(layanan: str) -> None:
	if frappe.db.exists(JAWABAN, {"layanan": layanan}):
		frappe.throw(
			_("Layanan yang sudah mendapat umpan balik tidak dapat dihapus. Ubah statusnya menjadi Ditutup.")
		)
