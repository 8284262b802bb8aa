"""What a Penilai asks of others so that he can evaluate: the result of his unit of the leader above, the missing reports of an employee."""

from functools import partial

import frappe
from frappe import _

from kinerja_asn.constants.istilah import JenisEvaluasi
from kinerja_asn.rules.masa import Masa
from kinerja_asn.services.bersama.pemberitahuan import Kabar, Pemberitahuan, send
from kinerja_asn.services.bersama.periode import find_masa, get_masa_evaluasi
from kinerja_asn.services.penilaian.organisasi.belum import ask
from kinerja_asn.services.penilaian.organisasi.predikat import get_masa_unit
from kinerja_asn.services.situs.tujuan import get_alamat


def ask_kinerja_unit(skp, jenis: JenisEvaluasi, masa: Masa) -> None:
	"""One notice to whoever sets the result of this unit for the period, however many evaluations wait for it."""
	if not skp.unit_penilai:
		frappe.throw(
			_("Unit kerja {0} belum diisi pada data kepegawaiannya. Hubungi pengelola kinerja.").format(
				skp.nama_penilai
			)
		)
	daftar = get_masa_evaluasi(skp.periode, jenis)
	ke = get_masa_unit(skp.periode, jenis, masa.akhir)
	masa_unit = daftar[0] if jenis == JenisEvaluasi.TAHUNAN else find_masa(daftar, ke)
	ask(skp.periode, skp.unit_penilai, jenis, masa_unit, skp.nama_penilai)


def remind_laporan(skp) -> None:
	"""To the employee, at most once a day: his reports are missing."""
	if not skp.pegawai_user:
		frappe.throw(_("{0} belum memiliki akun. Hubungi pengelola kinerja.").format(skp.nama_pegawai))
	send(
		[
			Pemberitahuan(
				penerima=skp.pegawai_user,
				doctype="SKP",
				dokumen=skp.name,
				alamat=get_alamat("", skp=skp.name),
				tulis=partial(_write_pengingat, skp.nama_penilai),
			)
		]
	)


def _write_pengingat(penilai: str | None) -> Kabar:
	return Kabar(
		judul=_("Laporkan realisasi yang belum masuk"),
		isi=_("{0} akan mengevaluasi kinerja Anda. Yang belum dilaporkan tidak ikut dihitung.").format(
			penilai or _("Pejabat Penilai")
		),
		tombol=_("Buka Kinerja Saya"),
	)
