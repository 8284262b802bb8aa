"""What stands around the content of every page of ours, a guest's too: who is signed in, his menu, the site's own marks."""

from functools import partial

import frappe
from frappe.sessions import get_csrf_token
from frappe.translate import get_language
from frappe.utils import get_fullname

from kinerja_asn.constants.bahasa import BAHASA
from kinerja_asn.constants.peran import PEGAWAI, PENILAI, ROLES
from kinerja_asn.permissions.giliran import is_pemeriksa
from kinerja_asn.permissions.lingkup import get_pegawai
from kinerja_asn.portal.dasar.aset import get_alamat_aset
from kinerja_asn.portal.dasar.halaman import get_alamat_ini
from kinerja_asn.rules.nomor_induk import format_nomor_induk
from kinerja_asn.services.bersama.waktu import describe_zona
from kinerja_asn.services.giliran.antrean import count_antrean
from kinerja_asn.services.orang.pihak import get_data
from kinerja_asn.services.situs.kamus import recall_kamus
from kinerja_asn.services.situs.pengaturan import may_simpan
from kinerja_asn.services.situs.tujuan import get_alamat_desk

# Of Website Settings. Its menus, theme and head are made for Frappe's own frame and scripts.
_SETELAN = ("banner_html", "brand_html", "favicon", "title_prefix")


def fill_bingkai(context: frappe._dict) -> None:
	set_bahasa_tamu()
	recall_kamus()
	context.update(_get_setelan())
	context.favicon = context.favicon or get_alamat_aset("images/logo.svg")
	context.bahasa = frappe.local.lang or "id"
	context.hanya_baca = bool(frappe.flags.read_only)
	context.pengguna = frappe.session.user
	context.masuk = context.pengguna != "Guest"
	context.boleh_simpan = may_simpan()
	if context.masuk:
		fill_menu(context)


def set_bahasa_tamu() -> None:
	"""v15 asks for a guest's language before it knows that he is one, and answers English whatever the site speaks."""
	if frappe.session.user == "Guest":
		frappe.local.lang = get_language()


def _get_setelan() -> dict:
	"""As Frappe's frame takes them: an app's hook ``website_context`` first, then what the site has set."""
	lewat_hook = {
		kunci: nilai[-1] if isinstance(nilai, list | tuple) and nilai else nilai
		for kunci, nilai in (frappe.get_hooks("website_context") or {}).items()
	}
	situs = {kunci: frappe.get_website_settings(kunci) for kunci in _SETELAN}  # read once a request
	setelan = {kunci: nilai for kunci, nilai in situs.items() if nilai}
	return {**lewat_hook, **setelan, **(frappe.local.conf.get("website_context") or {})}


def fill_menu(context: frappe._dict) -> None:
	roles = frappe.get_roles()
	context.csrf_token = get_csrf_token()
	context.zona = describe_zona()
	context.is_pegawai, context.is_penilai = PEGAWAI in roles, PENILAI in roles
	context.is_pemeriksa = is_pemeriksa(context.pengguna)
	# Asked by the frame, unless the page has listed all that waits and says itself how many (banyak_menunggu).
	context.count_menunggu = partial(count_antrean, context.pengguna)
	context.identitas = _get_identitas(context.pengguna)
	context.is_pengelola = any(ROLES.get(peran) for peran in roles)
	context.boleh_cari = context.is_penilai or context.is_pengelola
	context.alamat_desk = get_alamat_desk(roles)
	context.pilihan_bahasa, context.alamat_ini = BAHASA, get_alamat_ini()


def _get_identitas(user: str) -> frappe._dict:
	"""Name, number and post of the user's own Employee; the account's name where he has none."""
	pegawai = get_data(next(iter(get_pegawai(user)), None))
	return frappe._dict(
		nama=pegawai.employee_name or get_fullname(user),
		nomor=format_nomor_induk(pegawai.nip or pegawai.nrp),
		jabatan=pegawai.designation,
	)
