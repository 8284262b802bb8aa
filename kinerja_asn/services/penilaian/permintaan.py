"""What a Penilai asks of others so that he can evaluate: the result of his unit of HR, the missing reports of an employee."""

from functools import partial

import frappe
from frappe import _

from kinerja_asn.constants.istilah import JenisEvaluasi
from kinerja_asn.permissions.lingkup import get_pengelola
from kinerja_asn.rules.masa import Masa
from kinerja_asn.services.bersama.pemberitahuan import Kabar, Pemberitahuan, retire_banyak, send
from kinerja_asn.services.orang.unit import get_nama_unit
from kinerja_asn.services.penilaian.evaluasi import get_kunci_unit
from kinerja_asn.services.situs.tujuan import get_alamat


def ask_kinerja_unit(skp, jenis: JenisEvaluasi, masa: Masa) -> None:
	"""One notice to each Pengelola of the agency for this unit and period, however many evaluations wait for it."""
	pengelola = get_pengelola(skp.instansi)
	if not skp.unit_penilai:
		frappe.throw(
			_("Unit kerja {0} belum diisi pada data kepegawaiannya. Hubungi pengelola kinerja.").format(
				skp.nama_penilai
			)
		)
	if not pengelola:
		frappe.throw(_("Instansi ini belum mempunyai pengelola kinerja. Hubungi administrator situs."))
	kunci = get_kunci_unit(skp.unit_penilai, skp.periode, jenis, masa.akhir)
	tulis = partial(_write_permintaan, skp.unit_penilai, masa.label, skp.nama_penilai)
	send([_build_permintaan(user, kunci, tulis) for user in pengelola])


def _build_permintaan(user: str, kunci: dict, tulis=None) -> Pemberitahuan:
	masa = f"{kunci['jenis']}-{kunci['masa_ke']}"
	return Pemberitahuan(
		penerima=user,
		doctype="Periode Kinerja",
		dokumen=kunci["periode"],
		alamat=get_alamat("unit", periode=kunci["periode"], masa=masa),
		tulis=tulis,
		kali=f"{kunci['unit_kerja']}-{masa}",
	)


def _write_permintaan(unit: str, masa: str, penilai: str | None) -> Kabar:
	return Kabar(
		judul=_("Isi capaian kinerja organisasi {0} untuk {1}").format(get_nama_unit(unit), masa),
		isi=_("{0} memerlukannya untuk menetapkan evaluasi pegawainya.").format(
			penilai or _("Pejabat Penilai")
		),
		tombol=_("Isi Kinerja Unit"),
	)


def retire_permintaan(kinerja_unit) -> None:
	"""What was asked for is there."""
	kunci = {kolom: kinerja_unit.get(kolom) for kolom in ("unit_kerja", "periode", "jenis", "masa_ke")}
	retire_banyak(_build_permintaan(user, kunci) for user in get_pengelola(kinerja_unit.instansi))


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
