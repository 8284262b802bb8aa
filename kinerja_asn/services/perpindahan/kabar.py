"""Who is told of a move when it has been carried out: those concerned, who evaluates them now, and who did."""

from collections import defaultdict
from collections.abc import Iterator
from functools import partial

import frappe
from frappe import _
from frappe.utils import formatdate

from kinerja_asn.constants.istilah import JenisPerpindahan
from kinerja_asn.services.bersama.pemberitahuan import Kabar, Pemberitahuan, send
from kinerja_asn.services.situs.tujuan import get_alamat

_KOLOM = ["name", "pegawai", "pegawai_user", "penilai_user", "nama_penilai", "tahap"]


def tell(doc) -> int:
	"""Once for each person, about a plan that he can open; how many notices that were."""
	return send(_build(doc))


def _build(doc) -> Iterator[Pemberitahuan]:
	skp = _get_skp(doc)
	baru = [skp[row.skp_baru or row.skp_lama] for row in doc.dokumen if (row.skp_baru or row.skp_lama) in skp]
	per_penilai = defaultdict(list)
	for row in {row.pegawai: row for row in baru}.values():
		per_penilai[row.penilai_user].append(row)
		yield from _make(doc, row.pegawai_user, row, "", partial(_write_pegawai, doc, row))
	for user, rows in per_penilai.items():
		yield from _make(doc, user, rows[0], get_alamat("tim"), partial(_write_baru, doc, len(rows)))
	yield from _build_lama(doc, skp)


def _get_skp(doc) -> dict[str, frappe._dict]:
	nama = {name for row in doc.dokumen for name in (row.skp_lama, row.skp_baru) if name}
	return {row.name: row for row in frappe.get_all("SKP", {"name": ("in", list(nama) or [""])}, _KOLOM)}


def _build_lama(doc, skp: dict[str, frappe._dict]) -> Iterator[Pemberitahuan]:
	"""The former Penilai still reads the plans that were closed; of one that passed on he is shown nothing any more."""
	ditutup = defaultdict(list)
	for row in doc.dokumen:
		if row.skp_baru and row.skp_lama in skp and row.skp_baru in skp:
			ditutup[skp[row.skp_lama].penilai_user].append(
				(skp[row.skp_lama], skp[row.skp_baru].nama_penilai)
			)
	for user, rows in ditutup.items():
		lama, nama_baru = rows[0]
		yield from _make(doc, user, lama, get_alamat("tim"), partial(_write_lama, doc, len(rows), nama_baru))


def _make(doc, user: str | None, skp, alamat: str, tulis) -> Iterator[Pemberitahuan]:
	if user:
		yield Pemberitahuan(
			penerima=user,
			doctype="SKP",
			dokumen=skp.name,
			alamat=alamat,
			tulis=tulis,
			kali=f"perpindahan-{doc.name}",
		)


def _describe_mulai(doc) -> str:
	mulai = formatdate(doc.tanggal, "d MMMM yyyy")
	if doc.jenis == JenisPerpindahan.PLT_PLH:
		return _("sebagai {0} sejak {1}").format(doc.sebagai, mulai)
	return _("sejak {0}").format(mulai)


def _write_pegawai(doc, skp) -> Kabar:
	return Kabar(
		_("Pejabat Penilai Kinerja Anda kini {0}").format(skp.nama_penilai or "–"),
		_("{0} {1}. SKP dan laporan Anda yang berjalan beralih kepadanya.").format(
			skp.nama_penilai or "–", _describe_mulai(doc)
		),
		_("Buka SKP"),
	)


def _write_baru(doc, banyak: int) -> Kabar:
	return Kabar(
		_("Anda kini Pejabat Penilai Kinerja {0} pegawai lagi").format(banyak),
		_("Anda menilai mereka {0}. Yang menunggu keputusan ada di Tim Saya.").format(_describe_mulai(doc)),
		_("Buka Tim Saya"),
	)


def _write_lama(doc, banyak: int, nama_baru: str | None) -> Kabar:
	return Kabar(
		_("Penilaian {0} pegawai beralih dari Anda kepada {1}").format(banyak, nama_baru or "–"),
		_("Beralih {0}. SKP yang sudah ditutup tetap dapat Anda baca.").format(_describe_mulai(doc)),
		_("Buka Tim Saya"),
	)
