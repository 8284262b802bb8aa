"""Every stand-in for an endpoint of Frappe takes what that endpoint takes, on the host that these tests run on."""

import inspect

import frappe

from kinerja_asn import hooks
from kinerja_asn.tests.basis import IntegrationTestCase

# Frappe does not commit what a GET did, and no form of its desk sends one of these others.
HANYA_POST = {"frappe.email.relink", "frappe.model.workflow.apply_workflow"}
# Later versions of v16 ask validate_link_and_fetch, which checks rights itself (see compat.py).
TIDAK_DI_SEMUA_VERSI = {"frappe.client.validate_link"}


class TestPengganti(IntegrationTestCase):
	def get_pasangan(self):
		"""Dotted path, the framework's function, the app's."""
		for path, pengganti in hooks.override_whitelisted_methods.items():
			modul, _titik, nama = path.rpartition(".")
			asli = getattr(frappe.get_module(modul), nama, None)
			if asli is None:
				self.assertIn(path, TIDAK_DI_SEMUA_VERSI)
				continue
			yield path, asli, frappe.get_attr(pengganti)

	def test_it_answers_to_the_same_verbs(self):
		for path, asli, pengganti in self.get_pasangan():
			with self.subTest(path):
				verba = frappe.allowed_http_methods_for_whitelisted_func
				boleh = {"POST"} if path in HANYA_POST else set(verba[asli])
				self.assertEqual(set(verba[pengganti]), boleh)
				self.assertLessEqual(boleh, set(verba[asli]))

	def test_it_takes_the_same_arguments(self):
		for path, asli, pengganti in self.get_pasangan():
			with self.subTest(path):
				self.assertEqual(get_parameter(pengganti), get_parameter(asli))

	def test_a_guest_gets_no_more(self):
		for path, asli, pengganti in self.get_pasangan():
			with self.subTest(path):
				self.assertIn(asli, frappe.whitelisted)
				self.assertNotIn(asli, frappe.guest_methods)
				self.assertNotIn(pengganti, frappe.guest_methods)

	def test_the_framework_has_what_is_stood_in_for(self):
		ada = {path for path, _asli, _pengganti in self.get_pasangan()}
		self.assertLessEqual(set(hooks.override_whitelisted_methods) - TIDAK_DI_SEMUA_VERSI, ada)


def get_parameter(fungsi) -> list[tuple[str, bool]]:
	"""Name of each argument, and whether it must be given. Frappe wraps functions to check their types."""
	parameter = inspect.signature(inspect.unwrap(fungsi)).parameters.values()
	return [(isian.name, isian.default is isian.empty) for isian in parameter]
