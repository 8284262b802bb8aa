"""The words that the framework's source holds for translation, by the file they stand in."""

import ast
import functools
import json
import re

from embedded.desk_build import framework_public
from embedded.host.naming import restore_name

PACKAGE = framework_public().parent
CALL = re.compile(r"""\b__?\(\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\$]|\\.)*`)""")
# Where a DocType, workspace or page of the framework, or of hr_master, says something to people.
SAID_BY_RECORDS = ("label", "description", "title", "name", "options", "item_label", "button_label")


@functools.cache
def words_in_source():
	"""Words → names of the files that hold them."""
	found = {}
	for file in PACKAGE.rglob("*.*"):
		name = file.relative_to(PACKAGE).as_posix()
		if "/dist/" not in name and "/test" not in name:
			for words in _read(file):
				found.setdefault(words, set()).add(name)
	return found


def _read(file):
	if file.suffix == ".py":
		return _in_python(restore_name(file.read_text()))
	if file.suffix in (".js", ".vue", ".html", ".ts"):
		return map(_unquote, CALL.findall(restore_name(file.read_text(errors="ignore"))))
	return ()


def _unquote(literal):
	try:
		return ast.literal_eval(f'"""{literal[1:-1]}"""' if literal[0] == "`" else literal)
	except SyntaxError:
		return literal[1:-1]


def _in_python(source):
	try:
		tree = ast.parse(source)
	except SyntaxError:
		return  # of a later Python than this one; nothing that users meet
	for node in ast.walk(tree):
		if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
			called = getattr(node.func, "id", None) or getattr(node.func, "attr", None)
			if called in ("_", "_lt") and isinstance(node.args[0].value, str):
				yield node.args[0].value


def words_in_python(folder):
	return {words for file in folder.rglob("*.py") for words in _in_python(file.read_text())}


@functools.cache
def words_in_records(*folders):
	found = set()
	for folder in folders:
		for file in folder.rglob("*.json"):
			if "/test" not in file.as_posix():
				found.update(_said(json.loads(restore_name(file.read_text()))))
	return found


def _said(record):
	if isinstance(record, list):
		for part in record:
			yield from _said(part)
	elif isinstance(record, dict):
		for key, value in record.items():
			if isinstance(value, str) and key in SAID_BY_RECORDS:
				yield from value.split("\n") if key == "options" else [value]
			else:
				yield from _said(value)
