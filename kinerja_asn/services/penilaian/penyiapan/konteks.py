"""What is the same for every evaluation of one run, read once."""

from collections.abc import Mapping
from dataclasses import dataclass

from kinerja_asn.constants.istilah import JenisEvaluasi
from kinerja_asn.permissions.lingkup import with_descendants
from kinerja_asn.rules.masa import Masa
from kinerja_asn.rules.predikat import Ambang
from kinerja_asn.services.bersama.periode import find_masa, get_masa_evaluasi, get_periode
from kinerja_asn.services.bersama.sisip import BarisBaku
from kinerja_asn.services.bersama.waktu import get_now
from kinerja_asn.services.penilaian.evaluasi import get_ambang
from kinerja_asn.services.penilaian.organisasi.pimpinan import find_semua_pimpinan
from kinerja_asn.tahap.alur import get_status_awal, get_tahap

DOCTYPE = "Evaluasi Kinerja"
HASIL, PERILAKU = "Evaluasi Hasil Kerja", "Evaluasi Perilaku"


@dataclass(frozen=True)
class Konteks:
	"""``unit`` None: the whole agency. ``masa``: of units and of most people; a PPPK Paruh Waktu has his own. ``dipimpin``: head
	-> his unit. ``baku``: DocType -> a row with nothing filled in."""

	periode: object
	unit: tuple[str, ...] | None
	jenis: JenisEvaluasi
	masa: Masa
	status_awal: Mapping[str, str]
	dipimpin: Mapping[str, str]
	baku: Mapping[str, BarisBaku]
	ambang: Ambang
	saat: str


def read_konteks(penyiapan) -> Konteks:
	status = get_status_awal(DOCTYPE)
	return Konteks(
		periode=get_periode(penyiapan.periode),
		unit=tuple(with_descendants([penyiapan.unit_kerja])) if penyiapan.unit_kerja else None,
		jenis=JenisEvaluasi(penyiapan.jenis),
		masa=get_masa(penyiapan),
		status_awal={"workflow_state": status, "tahap": str(get_tahap(DOCTYPE, status))},
		dipimpin=find_semua_pimpinan(penyiapan.periode),
		baku={doctype: _make_baku(doctype) for doctype in (DOCTYPE, HASIL, PERILAKU)},
		ambang=get_ambang(get_periode(penyiapan.periode).skema),
		saat=get_now(),
	)


def _make_baku(doctype: str) -> BarisBaku:
	"""A document of its own holds nothing in a choice that was not made; Frappe's new row the first one, which is empty."""
	baku = BarisBaku(doctype)
	baku.berisi = [(kolom, nilai) for kolom, nilai in baku.berisi if nilai != ""]
	baku.nilai |= {kolom: None for kolom, nilai in baku.nilai.items() if nilai == ""}
	return baku


def get_masa(penyiapan) -> Masa:
	daftar = get_masa_evaluasi(penyiapan.periode, JenisEvaluasi(penyiapan.jenis))
	return daftar[0] if penyiapan.jenis == JenisEvaluasi.TAHUNAN else find_masa(daftar, penyiapan.masa_ke)
