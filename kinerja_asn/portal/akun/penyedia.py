"""The site's further ways in, as Frappe's own sign-in page lists them: its Social Login Keys."""

import frappe
from frappe.utils.oauth import get_oauth2_authorize_url, get_oauth_keys
from frappe.utils.password import get_decrypted_password


def get_penyedia(tujuan: str | None) -> list[frappe._dict]:
	"""{nama, alamat} by name; whoever signs in there is led to ``tujuan``, or to where he starts."""
	kunci = frappe.get_all(
		"Social Login Key",
		{"enable_social_login": 1},
		["name", "provider_name", "client_id", "base_url"],
		order_by="name",
	)
	return [
		frappe._dict(nama=row.provider_name, alamat=get_oauth2_authorize_url(row.name, tujuan))
		for row in kunci
		if _is_lengkap(row)
	]


def _is_lengkap(row) -> bool:
	rahasia = get_decrypted_password("Social Login Key", row.name, "client_secret", raise_exception=False)
	return bool(rahasia and row.client_id and row.base_url and get_oauth_keys(row.name))
