"""A test says what is true in the end: that something ran, or raised whatever it was, is not enough."""

import ast
import unittest

from kinerja_asn.tests.guards.sumber import APP, REPO, get_nama, parse

RUMAH = (APP / "tests", REPO / "embedded" / "tests", REPO / "e2e")
CONTOH = """
def check(doc): self.check_isi(doc)
def check_isi(doc): assert doc
def run(doc): doc.save()
def test_helper(): check(1)
def test_message(): self.assert_ditolak("pesan", ValueError, doc.save)
def test_nothing(): run(doc)
def test_raised():
	with self.assertRaises(ValueError): run(doc)
	with pytest.raises(ValueError): run(doc)
"""


def find_tanpa_penegasan(pohon: ast.Module) -> list[str]:
	"""The tests of a module that assert nothing themselves or by a function or method of the same module."""
	fungsi = [node for node in ast.walk(pohon) if isinstance(node, ast.FunctionDef)]
	penolong = get_penolong([node for node in fungsi if not node.name.startswith("test_")])
	uji = [node for node in fungsi if node.name.startswith("test_")]
	return [node.name for node in uji if not is_menegaskan(node, penolong)]


def get_penolong(fungsi: list[ast.FunctionDef]) -> set[str]:
	penolong, sebelum = set(), None
	while penolong != sebelum:
		sebelum = penolong
		penolong = {node.name for node in fungsi if is_menegaskan(node, sebelum)}
	return penolong


def is_menegaskan(fungsi: ast.FunctionDef, penolong: set[str]) -> bool:
	return any(
		isinstance(node, ast.Assert) or (isinstance(node, ast.Call) and is_penegasan(node, penolong))
		for node in ast.walk(fungsi)
	)


def is_penegasan(call: ast.Call, penolong: set[str]) -> bool:
	nama = get_nama(call).rpartition(".")[2]
	if nama == "raises":
		return any(kw.arg == "match" for kw in call.keywords)
	return nama in penolong or nama == "expect" or (nama.startswith("assert") and nama != "assertRaises")


class TestUji(unittest.TestCase):
	def test_every_test_asserts_a_message_or_the_end_state(self):
		for path in (path for rumah in RUMAH for path in rumah.rglob("test_*.py")):
			self.assertEqual(find_tanpa_penegasan(parse(path)), [], path.relative_to(REPO))

	def test_this_guard_finds_what_it_is_for(self):
		self.assertEqual(find_tanpa_penegasan(ast.parse(CONTOH)), ["test_nothing", "test_raised"])


if __name__ == "__main__":
	unittest.main()
