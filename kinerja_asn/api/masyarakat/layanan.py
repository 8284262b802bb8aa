"""The address of a service, and moderation of the comments about it."""

import frappe

from kinerja_asn.constants.masyarakat import LAYANAN, StatusKomentar
from kinerja_asn.constants.peran import PENGELOLA, PENGELOLA_UNIT
from kinerja_asn.permissions.penjaga import require_role
from kinerja_asn.services.bersama.isian import read_daftar
from kinerja_asn.services.pelaksanaan.masyarakat import layanan as layanan_publik
from kinerja_asn.services.pelaksanaan.masyarakat import moderasi


@frappe.whitelist(methods=["POST"])
def show_komentar(names: str | list) -> int:
	require_role(PENGELOLA, PENGELOLA_UNIT)
	return moderasi.moderate(read_daftar(names, str), StatusKomentar.DITAMPILKAN, "")


@frappe.whitelist(methods=["POST"])
def hide_komentar(names: str | list, alasan: str) -> int:
	require_role(PENGELOLA, PENGELOLA_UNIT)
	return moderasi.moderate(read_daftar(names, str), StatusKomentar.DISEMBUNYIKAN, alasan.strip())


@frappe.whitelist(methods=["POST"])
def get_alamat(name: str) -> str:
	"""The public address of a service, with the site's name."""
	layanan = frappe.get_doc(LAYANAN, name)
	layanan.check_permission("read")
	return layanan_publik.get_alamat_layanan(layanan.token)


@frappe.whitelist(methods=["POST"])
def renew_alamat(name: str) -> None:
	require_role(PENGELOLA, PENGELOLA_UNIT)
	layanan = frappe.get_doc(LAYANAN, name, for_update=True)
	layanan.check_permission("write")
	layanan_publik.renew_token(layanan)
