"""Corrective action: Siti, behind in April, opens a further counter and says in June what came of it; in the running year
somebody else who is behind has begun, too."""

from datetime import date, timedelta

import frappe

from kinerja_asn.demo.konteks import Konteks
from kinerja_asn.demo.orang import MENURUT_KUNCI
from kinerja_asn.demo.peragaan import act_as
from kinerja_asn.services.pelaksanaan.pemantauan.tindakan import DOCTYPE, find_diminta

SITI = "siti"
MULAI, SELESAI = 4, 6  # months after which she begins, and answers
TINDAKAN = "Membuka loket tambahan pada hari pasar sampai ketertinggalan terkejar"
HASIL = "Loket hari pasar melayani rata-rata dua belas orang; kekurangan April terkejar pada akhir Juni."
TINDAKAN_LAIN = "Menyelesaikan berkas tertunda lebih dahulu dan melaporkannya setiap Jumat kepada atasan"


def make_tindakan_bulan(konteks: Konteks, masa) -> None:
	hari = masa.akhir + timedelta(days=12)
	if masa.ke == MULAI:
		_begin(konteks, SITI, TINDAKAN, hari, timedelta(days=45))
	elif masa.ke == SELESAI:
		for name in frappe.get_all(
			DOCTYPE, {"skp": konteks.skp[SITI], "hasil": ("is", "not set")}, pluck="name"
		):
			act_as(MENURUT_KUNCI[SITI].email, hari)
			frappe.get_doc(DOCTYPE, name).update({"hasil": HASIL}).save()


def leave_tindakan(konteks: Konteks) -> None:
	"""One that runs, of the first who is behind today."""
	lain = [kunci for kunci in konteks.skp if kunci != SITI]
	if frappe.db.exists(DOCTYPE, {"skp": ("in", [konteks.skp[kunci] for kunci in lain])}):
		return
	for kunci in lain:
		if _begin(konteks, kunci, TINDAKAN_LAIN, konteks.hari, timedelta(days=14)):
			return


def _begin(konteks: Konteks, kunci: str, tindakan: str, hari: date, waktu: timedelta) -> bool:
	act_as(MENURUT_KUNCI[kunci].email, hari)
	skp = frappe.get_doc("SKP", konteks.skp[kunci])
	diminta = next(iter(find_diminta(skp)), None)
	if not diminta or frappe.db.exists(DOCTYPE, {"skp": skp.name}):
		return False
	isi = {"indikator": diminta.kunci, "masa_ke": diminta.masa_ke, "tenggat": hari + waktu}
	frappe.get_doc(doctype=DOCTYPE, skp=skp.name, tindakan=tindakan, **isi).insert()
	return True
