"""Whoever moderates is told once a day that comments wait: read late, they are no use to those who could do better."""

from collections import defaultdict
from functools import partial

import frappe
from frappe import _
from frappe.query_builder.functions import Count

from kinerja_asn.constants.masyarakat import JAWABAN, LAYANAN, StatusKomentar
from kinerja_asn.permissions.lingkup import get_pengelola
from kinerja_asn.services.bersama.pemberitahuan import Kabar, Pemberitahuan, send
from kinerja_asn.services.pelaksanaan.masyarakat.moderasi import may_moderasi


def remind_moderasi() -> int:
	"""How many notices that were."""
	per_instansi = defaultdict(list)
	for row in _get_menunggu():
		per_instansi[row.instansi].append(row)
	return send(
		Pemberitahuan(user, LAYANAN, row.layanan, tulis=partial(_write, row))
		for instansi, rows in per_instansi.items()
		for user in get_pengelola(instansi)
		for row in rows
		if may_moderasi(row.layanan, row.unit_kerja, user)
	)


def _get_menunggu() -> list[frappe._dict]:
	table, layanan = frappe.qb.DocType(JAWABAN), frappe.qb.DocType(LAYANAN)
	kolom = (layanan.instansi, layanan.unit_kerja, layanan.nama_layanan)
	return (
		frappe.qb.from_(table)
		.join(layanan)
		.on(layanan.name == table.layanan)
		.select(table.layanan, *kolom, Count("*").as_("banyak"))
		.where(table.status_komentar == StatusKomentar.MENUNGGU)
		.groupby(table.layanan, *kolom)
		.run(as_dict=True)
	)


def _write(row) -> Kabar:
	return Kabar(
		judul=_("{0} komentar masyarakat menunggu diperiksa").format(row.banyak),
		isi=_("Tentang layanan {0}. Pegawai unit itu membacanya setelah Anda menampilkannya.").format(
			row.nama_layanan
		),
		tombol=_("Buka layanan"),
	)
