"""What is done about open objections every day: who cannot decide any more is passed over, who has not is reminded."""

import frappe
from frappe import _
from frappe.utils import getdate

from kinerja_asn.constants.dokumen_evaluasi import PerihalRantai
from kinerja_asn.rules.tenggat import hari_kerja_antara
from kinerja_asn.services.bersama.jejak import add_jejak
from kinerja_asn.services.bersama.pemberitahuan import send
from kinerja_asn.services.bersama.penolakan import tolerate
from kinerja_asn.services.bersama.waktu import get_libur, get_today
from kinerja_asn.services.orang.pejabat import find_halangan
from kinerja_asn.services.penilaian.keberatan.kabar import DOCTYPE, build_pengingat, list_diajukan
from kinerja_asn.services.penilaian.keberatan.pengajuan import DOKUMEN, find_pemeriksa
from kinerja_asn.services.penilaian.rantai.penulisan import add_mata


def run_harian() -> None:
	pass_on()
	rows = list_diajukan()
	libur = {instansi: get_libur(instansi) for instansi in {row.instansi for row in rows}}
	send(
		build_pengingat(
			rows,
			lambda row: (
				hari_kerja_antara(get_today(), getdate(row.tenggat_keputusan), libur[row.instansi])
				if getdate(row.tenggat_keputusan) >= get_today()
				else -1
			),
		)
	)


def pass_on() -> None:
	"""To the next above, where whoever is to decide cannot act any more (p. 117 no. 2: "secara berjenjang")."""
	rows = list_diajukan()
	halangan = find_halangan(row.atasan_penilai for row in rows)
	for row in rows:
		if row.atasan_penilai in halangan:
			with tolerate(f"Keberatan {row.name}"):
				_pass_on(row)


def _pass_on(row) -> None:
	pemeriksa = find_pemeriksa(frappe.get_doc(DOKUMEN, row.dokumen))
	if not pemeriksa.atasan_penilai:
		return
	frappe.db.set_value(DOCTYPE, row.name, {**pemeriksa})
	frappe.clear_document_cache(DOCTYPE, row.name)
	add_jejak([(DOCTYPE, row.name, _("Keberatan beralih kepada {0}.").format(pemeriksa.nama_atasan_penilai))])
	add_mata(PerihalRantai.DIAJUKAN, row.name)
