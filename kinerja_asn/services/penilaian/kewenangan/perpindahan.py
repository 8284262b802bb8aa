"""Moves on record by which one plan followed another (p. 91 no. 13-14)."""

from collections.abc import Collection
from dataclasses import dataclass

import frappe
from frappe.utils import getdate

from kinerja_asn.constants.istilah import JenisPerpindahan
from kinerja_asn.rules.penilai_evaluasi import Perpindahan


@dataclass(frozen=True)
class Riwayat:
	"""How a plan began and was closed, where a move did it, and the plans before and after."""

	sebelum: Perpindahan | None = None
	sesudah: Perpindahan | None = None
	skp_lama: str | None = None
	skp_baru: str | None = None


TANPA = Riwayat()


def find_perpindahan(skp: Collection[str]) -> dict[str, Riwayat]:
	"""Of those plans that a move began or closed. One query."""
	nama = {name for name in skp if name}
	rows = _get_rows(list(nama)) if nama else []
	lama = {row.skp_lama: row for row in rows}
	baru = {row.skp_baru: row for row in rows}
	return {name: _build(lama.get(name), baru.get(name)) for name in nama & {*lama, *baru}}


def _get_rows(skp: list[str]) -> list[frappe._dict]:
	jejak, induk = frappe.qb.DocType("Perpindahan Dokumen"), frappe.qb.DocType("Perpindahan Kinerja")
	return (
		frappe.qb.from_(jejak)
		.join(induk)
		.on(jejak.parent == induk.name)
		.select(jejak.skp_lama, jejak.skp_baru, induk.jenis, induk.tanggal)
		.where((jejak.skp_lama != "") & (jejak.skp_baru != ""))
		.where(jejak.skp_lama.isin(skp) | jejak.skp_baru.isin(skp))
		.run(as_dict=True)
	)


def _build(sesudah, sebelum) -> Riwayat:
	return Riwayat(
		sebelum=_read(sebelum),
		sesudah=_read(sesudah),
		skp_lama=sebelum and sebelum.skp_lama,
		skp_baru=sesudah and sesudah.skp_baru,
	)


def _read(row) -> Perpindahan | None:
	return Perpindahan(JenisPerpindahan(row.jenis), getdate(row.tanggal)) if row else None
