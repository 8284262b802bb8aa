"""Units whose result is not set although their period is over, in whose hands it is; and asking him for it."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

import frappe
from frappe import _

from kinerja_asn.constants.istilah import HalanganBertindak, JenisEvaluasi
from kinerja_asn.permissions.lingkup import get_pengelola
from kinerja_asn.rules.masa import Masa
from kinerja_asn.services.bersama.pemberitahuan import Kabar, Pemberitahuan, retire_banyak, send
from kinerja_asn.services.bersama.periode import get_masa_evaluasi, get_periode
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.orang.pejabat import find_halangan
from kinerja_asn.services.orang.pihak import get_banyak_data
from kinerja_asn.services.orang.unit import get_nama_unit
from kinerja_asn.services.penilaian.organisasi.pimpinan import (
	Kepemimpinan,
	find_kepemimpinan,
	get_kepemimpinan,
)
from kinerja_asn.services.situs.tujuan import get_alamat

DOCTYPE = "Kinerja Unit"


@dataclass(frozen=True)
class Belum:
	"""One unit and period without a result. ``halangan``: why its ``penetap`` does nothing; None: it is his turn."""

	milik: Kepemimpinan
	jenis: JenisEvaluasi
	masa: Masa
	halangan: HalanganBertindak | None

	@property
	def masa_ke(self) -> int:
		return 0 if self.jenis == JenisEvaluasi.TAHUNAN else self.masa.ke


def find_belum(periode: str, unit: Collection[str] | None = None) -> list[Belum]:
	"""Of all periods whose time has come, of ``unit`` or of the whole agency."""
	daftar = find_kepemimpinan(periode, unit)
	rows = frappe.get_all(
		DOCTYPE,
		{"periode": periode, "predikat_organisasi": ("is", "set")},
		["unit_kerja", "jenis", "masa_ke"],
	)
	ada = {(row.unit_kerja, row.jenis, row.masa_ke) for row in rows}
	halangan = find_halangan(milik.penetap for milik in daftar.values())
	return [
		Belum(milik, jenis, masa, _find_sebab(milik, halangan))
		for jenis, masa in list_jatuh_tempo(periode)
		for milik in sorted(daftar.values(), key=lambda milik: milik.unit)
		if (milik.unit, jenis, 0 if jenis == JenisEvaluasi.TAHUNAN else masa.ke) not in ada
	]


def list_jatuh_tempo(periode: str) -> Iterator[tuple[JenisEvaluasi, Masa]]:
	"""Kinds and periods of units that are over."""
	for jenis in JenisEvaluasi:
		for masa in get_masa_evaluasi(periode, jenis):
			if masa.akhir < get_today():
				yield jenis, masa


def _find_sebab(milik: Kepemimpinan, halangan) -> HalanganBertindak | None:
	return halangan.get(milik.penetap) if milik.penetap else HalanganBertindak.BELUM_ADA


# --- asking


def ask(periode: str, unit: str, jenis: JenisEvaluasi, masa: Masa, peminta: str | None) -> list[str]:
	"""One notice, however often it is asked for: to whoever sets the result, else to HR, who finds somebody who can. Whom it reached."""
	tujuan = _find_tujuan(periode, unit)
	if not tujuan:
		frappe.throw(_("Instansi ini belum mempunyai pengelola kinerja. Hubungi administrator situs."))
	kunci = {
		"unit_kerja": unit,
		"periode": periode,
		"jenis": str(jenis),
		"masa_ke": 0 if jenis == JenisEvaluasi.TAHUNAN else masa.ke,
	}
	tulis = partial(_write, unit, masa.label, peminta)
	send([_build(user, kunci, tulis) for user in tujuan])
	return tujuan


def _find_tujuan(periode: str, unit: str) -> list[str]:
	milik = get_kepemimpinan(periode, unit)
	if milik.penetap and milik.penetap not in find_halangan([milik.penetap]):
		return [get_banyak_data([milik.penetap])[milik.penetap].user_id]
	return get_pengelola(get_periode(periode).instansi)


def retire(kinerja_unit) -> None:
	"""What was asked for is there."""
	kunci = {kolom: kinerja_unit.get(kolom) for kolom in ("unit_kerja", "periode", "jenis", "masa_ke")}
	penerima: Iterable[str | None] = [kinerja_unit.penetap_user, *get_pengelola(kinerja_unit.instansi)]
	retire_banyak(_build(user, kunci) for user in penerima if user)


def _build(user: str, kunci: dict, tulis=None) -> Pemberitahuan:
	masa = f"{kunci['jenis']}-{kunci['masa_ke']}"
	return Pemberitahuan(
		penerima=user,
		doctype="Periode Kinerja",
		dokumen=kunci["periode"],
		alamat=get_alamat("unit", periode=kunci["periode"], masa=masa),
		tulis=tulis,
		kali=f"{kunci['unit_kerja']}-{masa}",
	)


def _write(unit: str, masa: str, peminta: str | None) -> Kabar:
	return Kabar(
		judul=_("Tetapkan capaian kinerja organisasi {0} untuk {1}").format(get_nama_unit(unit), masa),
		isi=_("{0} memerlukannya untuk menetapkan evaluasi pegawainya.").format(
			peminta or _("Pejabat Penilai")
		),
		tombol=_("Buka Kinerja Unit"),
	)
