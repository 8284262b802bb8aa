"""Pictures in the official forms, drawn as SVG in a data address, which wkhtmltopdf and Chromium both print."""

import base64

from kinerja_asn.constants.istilah import PredikatOrganisasi
from kinerja_asn.rules.distribusi import get_kurva

# The words of the x axis of the curves on p. 94-97, in two lines each.
SUMBU_X = (
	("Sangat", "Kurang"),
	("Kurang/", "Misconduct"),
	("Butuh", "Perbaikan"),
	("Baik", ""),
	("Sangat", "Baik"),
)
_LEBAR, _DASAR, _KIRI, _JARAK = 460, 125, 92, 78


def draw_pola_distribusi(predikat_organisasi: str | None) -> str | None:
	"""``data:`` address of the curve of p. 94-97 for one capaian kinerja organisasi; None when it is not known."""
	if not predikat_organisasi:
		return None
	kurva = get_kurva(PredikatOrganisasi(predikat_organisasi))
	titik = [(_KIRI + _JARAK * ke, _DASAR - tinggi) for ke, tinggi in enumerate(kurva.values())]
	return _encode(_svg(_get_kurva(titik), titik))


def draw_cap_rancangan() -> str:
	"""``data:`` address of the pale word behind a draft, repeated over every page."""
	return _encode(
		'<svg xmlns="http://www.w3.org/2000/svg" width="420" height="260">'
		'<text x="210" y="140" text-anchor="middle" transform="rotate(-25 210 140)" font-family="Arial" '
		'font-size="46" fill="#ececec">RANCANGAN</text></svg>'
	)


def _get_kurva(titik: list[tuple[int, int]]) -> str:
	"""A smooth path: between two points the curve leaves and arrives level, so it never overshoots a peak."""
	(x, y), *lain = titik
	path = [f"M{x} {y}"]
	for x2, y2 in lain:
		tengah = (x + x2) // 2
		path.append(f"C{tengah} {y} {tengah} {y2} {x2} {y2}")
		x, y = x2, y2
	return " ".join(path)


def _svg(kurva: str, titik: list[tuple[int, int]]) -> str:
	kanan = titik[-1][0]
	label = "".join(
		f'<text x="{x}" y="{_DASAR + 13 + 11 * baris}" text-anchor="middle">{kata}</text>'
		for (x, _y), kata_kata in zip(titik, SUMBU_X, strict=True)
		for baris, kata in enumerate(kata_kata)
	)
	return (
		f'<svg xmlns="http://www.w3.org/2000/svg" width="{_LEBAR}" height="168" font-family="Arial" font-size="10">'
		f'<path d="{kurva} L{kanan} {_DASAR} L{titik[0][0]} {_DASAR} Z" fill="#dfe7f1" stroke="none"/>'
		f'<path d="{kurva}" fill="none" stroke="#1f3b63" stroke-width="2"/>'
		f'<path d="M{_KIRI - 20} 12 L{_KIRI - 20} {_DASAR} L{kanan + 25} {_DASAR}" fill="none" stroke="#000"/>'
		f'<text x="2" y="60">Frekuensi</text><text x="2" y="72">Pegawai</text>{label}'
		f'<text x="{(titik[0][0] + kanan) // 2}" y="164" text-anchor="middle" font-weight="bold">'
		"Predikat Kinerja Pegawai</text></svg>"
	)


def _encode(svg: str) -> str:
	return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()
