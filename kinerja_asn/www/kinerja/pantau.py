"""Pemantauan: a dinas against its Perjanjian Kinerja, bidang by bidang down to the person; for HR compliance and laggards."""

import frappe
from frappe import _

from kinerja_asn.constants.peran import PENILAI, ROLES
from kinerja_asn.portal import pemantauan
from kinerja_asn.portal.dasar.halaman import portal_page
from kinerja_asn.services.bersama.periode import choose_periode
from kinerja_asn.services.orang.unit import get_daftar_unit

PENGELOLAAN = tuple(peran for peran, desk in ROLES.items() if desk)


@portal_page(PENILAI, *PENGELOLAAN)
def get_context(context):
	form = frappe.form_dict
	context.title = _("Pemantauan")
	context.daftar_periode = pemantauan.get_daftar_periode()
	context.periode = choose_periode(context.daftar_periode, form.get("periode"))
	if context.periode:
		fill(context, form)


def fill(context, form) -> None:
	context.daftar_unit = get_daftar_unit(context.periode)
	context.unit = form.get("unit") if form.get("unit") in dict(context.daftar_unit) else None
	cakupan = pemantauan.Cakupan(context.periode, context.unit)
	unit = pemantauan.build_unit(cakupan)
	context.baris_unit, context.unit_lain = (
		unit[: pemantauan.UNIT_TERBANYAK],
		len(unit) - pemantauan.UNIT_TERBANYAK,
	)
	context.pegawai, context.kepatuhan = (
		pemantauan.sum_unit(unit, "pegawai"),
		pemantauan.build_kepatuhan(unit),
	)
	context.perjanjian = pemantauan.build_perjanjian(cakupan)
	if context.unit or context.pegawai <= pemantauan.ORANG_TERBANYAK:
		orang = pemantauan.build_orang(cakupan)
		context.orang = orang[: pemantauan.ORANG_TERBANYAK]
		context.orang_lain = len(orang) - len(context.orang)
	if set(PENGELOLAAN) & set(frappe.get_roles()):
		context.penilai_lambat = pemantauan.list_penilai_lambat(cakupan)
