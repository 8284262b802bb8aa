"""Finds every string that people read: messages in code and templates, and the names in desk records."""

import ast
import re
from collections.abc import Iterator

from kinerja_asn.constants.custom_fields import CUSTOM_FIELDS
from kinerja_asn.constants.istilah import Aspek, StatusProgres, SumberAngka, Tahap
from kinerja_asn.constants.peran import ROLES
from kinerja_asn.tahap.bawaan import ALUR_BAWAAN, NAMA_STATUS, NAMA_TINDAKAN
from kinerja_asn.tests.guards.sumber import APP, MODUL, get_calls, get_nama, get_python, load

JS = re.compile(r"""__\(\s*(?P<q>["'`])(?P<teks>(?:\\.|(?!(?P=q)).)*)(?P=q)""", re.DOTALL)
JINJA = re.compile(r"""(?<![\w.])_\(\s*(?P<q>["'])(?P<teks>(?:\\.|(?!(?P=q)).)*)(?P=q)""", re.DOTALL)

# Keys of desk records whose values are shown.
KUNCI = (
	"label",
	"description",
	"title",
	"subtitle",
	"report_name",
	"chart_name",
	"number_card_name",
	"document_type_label",
	"action_label",
	"success_message",
)
HANYA_TANDA = re.compile(r"^[\W\d_]*$")


def get_kalimat() -> dict[str, str]:
	"""string -> where it was found first."""
	kalimat: dict[str, str] = {}
	for teks, tempat in (*get_pesan(), *get_templat(), *get_nama_desk(), *get_data()):
		if not HANYA_TANDA.match(teks):
			kalimat.setdefault(teks, tempat)
	return kalimat


def get_pesan() -> Iterator[tuple[str, str]]:
	for path in get_python():
		for call in get_calls(path):
			if get_nama(call) in ("_", "frappe._") and call.args:
				yield get_literal(call.args[0], f"{path}:{call.lineno}"), str(path)


def get_literal(node: ast.AST, tempat: str) -> str:
	"""A message must be one literal, or a value that another literal here names (a label, a state)."""
	if isinstance(node, ast.Constant) and isinstance(node.value, str):
		return node.value
	if isinstance(node, ast.JoinedStr | ast.BinOp):
		raise AssertionError(f"{tempat}: a translated message must be one literal; use format()")
	return ""


def get_templat() -> Iterator[tuple[str, str]]:
	for pola, akhiran in ((JS, "js"), (JINJA, "html")):
		for path in sorted(APP.rglob(f"*.{akhiran}")):
			for temuan in pola.finditer(path.read_text()):
				yield re.sub(r"\\(.)", r"\1", temuan["teks"]), str(path)
	for path in sorted(MODUL.glob("notification/*/*.json")):
		yield from ((temuan["teks"], str(path)) for temuan in JINJA.finditer(load(path)["subject"]))


def get_nama_desk() -> Iterator[tuple[str, str]]:
	for path in sorted(MODUL.glob("*/*/*.json")):
		doc = load(path)
		yield doc["name"], str(path)
		yield from get_nilai(doc, str(path))


def get_nilai(doc, tempat: str) -> Iterator[tuple[str, str]]:
	for anak in doc if isinstance(doc, list) else doc.values():
		if isinstance(anak, dict | list):
			yield from get_nilai(anak, tempat)
	if not isinstance(doc, dict):
		return
	for kunci in KUNCI:
		if isinstance(doc.get(kunci), str):
			yield doc[kunci], tempat
	if doc.get("fieldtype") == "Select":
		yield from ((pilihan, tempat) for pilihan in (doc.get("options") or "").split("\n"))


def get_data() -> Iterator[tuple[str, str]]:
	"""Terms of the law, and the roles, states, steps and custom fields that install makes from constants."""
	for istilah in (*StatusProgres, *Aspek, *Tahap, *SumberAngka):
		yield str(istilah), "constants/istilah.py"
	for nama in (*ROLES, *NAMA_STATUS, *NAMA_TINDAKAN, *(alur.nama for alur in ALUR_BAWAAN)):
		yield nama, "constants"
	for fields in CUSTOM_FIELDS.values():
		yield from get_nilai(fields, "constants/custom_fields.py")
