import frappe
from frappe.model.document import Document


class TanpaPeran(Document):
	"""The answer "tidak ada peran" in a leader's Matriks Pembagian Peran dan Hasil (p. 47-48).

	Written by services/perencanaan/penyelarasan/matriks.py alone, for one employee under one hasil kerja of the leader (its ``kunci``).
	"""


def on_doctype_update():
	frappe.db.add_unique("Tanpa Peran", ["rhk_pimpinan", "pegawai"], constraint_name="unik_peran_pegawai")
