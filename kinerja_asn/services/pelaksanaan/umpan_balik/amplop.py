"""Sealed envelopes: what givers of one role say without their names, until all of it is opened at once (design.md §5.5).

While a request runs, the database shows who has answered. Were each answer a row, the first one would be that of the one
person who has answered so far, and two copies of the database would tell all the others apart. So all answers of a role
lie in one ciphertext, always of the same length, shuffled and sealed anew with each of them. The promise is inside: what it
takes to open it cannot be lowered from outside, nor one envelope be passed off as another.
"""

import json
from dataclasses import asdict
from random import SystemRandom

import frappe
from cryptography.fernet import Fernet, InvalidToken
from frappe import _
from frappe.utils.password import get_encryption_key

from kinerja_asn.rules.umpan_balik import Jawaban, is_cukup

DOCTYPE = "Amplop Umpan Balik"
PERTANYAAN_MAKS = 8  # seven values, and one thing more
PANJANG_ISI = 600  # characters of one answer
# The longest answer: four bytes a character, and room for what stands around the words.
UKURAN_JAWABAN = PERTANYAAN_MAKS * (4 * PANJANG_ISI + 300)
_acak = SystemRandom()


def make(permintaan: str, peran: str, minimum: int, banyak: int) -> None:
	"""An empty one, with room for ``banyak`` givers."""
	doc = frappe.get_doc(doctype=DOCTYPE, name=frappe.generate_hash(length=16))
	isi = {"permintaan": permintaan, "peran": peran, "minimum": minimum, "banyak": banyak, "jawaban": []}
	doc.update({"permintaan": permintaan, "peran": peran, "isi": _seal(isi)})
	doc.db_insert()


def add(permintaan: str, peran: str, jawaban: list[Jawaban]) -> None:
	"""Locked until the end of the transaction: two who answer at once do so one after the other."""
	nama, isi = _read(permintaan, peran)
	isi["jawaban"].append([asdict(bagian) for bagian in jawaban])
	_acak.shuffle(isi["jawaban"])
	frappe.db.set_value(DOCTYPE, nama, "isi", _seal(isi), update_modified=False)


def open_semua(permintaan: str) -> dict[str, list[Jawaban]]:
	"""Role -> the answers that may be opened, in no order and no longer held together by their giver. What was sealed is
	destroyed, that of roles with too few answers with it."""
	per_peran = {}
	for peran in frappe.get_all(DOCTYPE, {"permintaan": permintaan}, pluck="peran"):
		_nama, isi = _read(permintaan, peran)
		if is_cukup(len(isi["jawaban"]), isi["minimum"]):
			lepas = [Jawaban(**bagian) for satu_orang in isi["jawaban"] for bagian in satu_orang]
			_acak.shuffle(lepas)
			per_peran[peran] = lepas
	destroy(permintaan)
	return per_peran


def destroy(permintaan: str) -> None:
	frappe.db.delete(DOCTYPE, {"permintaan": permintaan})


def _read(permintaan: str, peran: str) -> tuple[str, dict]:
	kunci = {"permintaan": permintaan, "peran": str(peran)}
	row = frappe.db.get_value(DOCTYPE, kunci, ["name", "isi"], as_dict=True, for_update=True)
	if not row:
		frappe.throw(_("Permintaan ini sudah ditutup, sehingga jawaban tidak diterima lagi."))
	try:
		isi = json.loads(_get_segel().decrypt(row.isi.encode()))
	except InvalidToken:
		_refuse_segel()
	if (isi["permintaan"], isi["peran"]) != (permintaan, str(peran)):
		_refuse_segel()
	return row.name, isi


def _seal(isi: dict) -> str:
	"""Always as long as if everybody had answered at length, and without the time that a seal otherwise bears."""
	teks = json.dumps(isi, ensure_ascii=False).encode()
	return _get_segel().encrypt_at_time(teks.ljust((isi["banyak"] + 1) * UKURAN_JAWABAN), 0).decode()


def _get_segel() -> Fernet:
	return Fernet(get_encryption_key().encode())


def _refuse_segel() -> None:
	"""Says nothing of what was typed: no log may hold it beside its giver."""
	frappe.throw(
		_(
			"Jawaban tanpa nama tidak dapat disimpan atau dibuka: kunci enkripsi situs (site_config.json) tidak cocok "
			"dengan yang menyegelnya. Hubungi administrator situs."
		)
	)
