"""Who needs the Penilai now: his people in the order of urgency, each with the reasons in words and one way on."""

from collections import defaultdict

import frappe
from frappe import _
from frappe.utils import getdate

from kinerja_asn.constants.istilah import StatusProgres
from kinerja_asn.portal.dasar.halaman import get_alamat
from kinerja_asn.services.bersama.waktu import get_today

TERBANYAK = 7


def list_mendesak(antrean: list, tim: list) -> list[frappe._dict]:
	"""What is overdue with the Penilai himself first, then what has waited longest, then who is behind and who is late.

	``antrean``: what waits for his decision; ``tim``: SKP of his people with their progress (portal/tim.py).
	"""
	menunggu = defaultdict(list)
	for row in antrean:
		menunggu[row.pegawai].append(row)
	orang = [_build_tim(skp, menunggu.pop(skp.pegawai, [])) for skp in tim]
	orang += [_build(rows[0].nama_pegawai, rows, [], rows[0].alamat) for rows in menunggu.values()]
	return sorted((row for row in orang if row.alasan), key=lambda row: row.urutan)


def _build_tim(skp, menunggu: list) -> frappe._dict:
	alasan = []
	tertinggal = bool(skp.progres) and skp.progres.terpenting == StatusProgres.TERTINGGAL
	if tertinggal:
		alasan.append((skp.progres.kalimat, "bahaya"))
	if skp.tindakan.lewat:
		alasan.append((_("{0} tindakan perbaikan lewat tanggalnya").format(skp.tindakan.lewat), "bahaya"))
	elif skp.tindakan.diminta:
		alasan.append((_("{0} tanpa tindakan perbaikan").format(skp.tindakan.diminta), "ingat"))
	if skp.belum_lapor:
		alasan.append((_("{0} laporan terlambat").format(len(skp.belum_lapor)), "ingat"))
	if skp.berkala and skp.berkala.lewat:
		alasan.append((str(skp.berkala), "ingat"))
	bobot = (-skp.tindakan.lewat, not tertinggal, -len(skp.belum_lapor))
	alamat = get_alamat("tindakan", skp=skp.name) if skp.tindakan.lewat else skp.alamat
	return _build(skp.nama_pegawai, menunggu, alasan, alamat, bobot)


def _build(nama: str, menunggu: list, alasan: list, alamat: str, bobot: tuple = ()) -> frappe._dict:
	"""``menunggu`` is in the order of waiting; the first of it that is overdue, else the first, is where it goes on."""
	lewat = [row for row in menunggu if row.tenggat]
	pertama = next(iter(lewat or menunggu), None)
	lama = max(((get_today() - getdate(row.sejak)).days for row in menunggu), default=-1)
	if pertama:
		alamat = pertama.alamat
		alasan = [(_describe_menunggu(len(menunggu), lama), "bahaya" if lewat else "info"), *alasan]
	return frappe._dict(
		nama=nama,
		alasan=alasan,
		alamat=alamat,
		tombol=pertama.tombol if pertama else _("Lihat kemajuannya"),
		urutan=(not lewat, not menunggu, -lama, *(bobot or (0, True, 0)), nama or ""),
	)


def _describe_menunggu(banyak: int, lama: int) -> str:
	if lama < 1:
		return _("{0} menunggu keputusan Anda").format(banyak)
	return _("{0} menunggu keputusan Anda, terlama {1} hari").format(banyak, lama)
