"""Reads the app's own source for the guard tests; needs no framework."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path

APP = Path(__file__).resolve().parents[2]
REPO = APP.parent
MODUL = APP / "kinerja_asn"


def get_python(*, tests: bool = False) -> Iterator[Path]:
	for path in sorted(APP.rglob("*.py")):
		if tests or "tests" not in path.relative_to(APP).parts:
			yield path


def parse(path: Path) -> ast.Module:
	return ast.parse(path.read_text(), filename=str(path))


def get_calls(path: Path) -> Iterator[ast.Call]:
	return (node for node in ast.walk(parse(path)) if isinstance(node, ast.Call))


def get_nama(node: ast.AST) -> str:
	"""Dotted name of a call's function or a decorator: ``frappe.db.commit``."""
	if isinstance(node, ast.Call):
		return get_nama(node.func)
	if isinstance(node, ast.Attribute):
		return f"{get_nama(node.value)}.{node.attr}"
	return node.id if isinstance(node, ast.Name) else ""


def get_doctypes() -> dict[str, dict]:
	return {
		doc["name"]: doc
		for doc in map(load, sorted(MODUL.glob("doctype/*/*.json")))
		if doc["doctype"] == "DocType"
	}


def load(path: Path) -> dict:
	return json.loads(path.read_text())


def relative(path: Path) -> str:
	return str(path.relative_to(APP))
