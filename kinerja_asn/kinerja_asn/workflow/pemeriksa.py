"""HR puts a verifier into one of our workflows: his state, his steps and what they mean, at once or not at all.

What the form of Workflow asks in six tables is told here in one sentence (docs/alur-kerja.md). It is saved like any
other change of HR's, by HR's own rights and with the same checks.
"""

from collections.abc import Collection
from dataclasses import dataclass

import frappe
from frappe import _
from frappe.utils import escape_html

from kinerja_asn.constants.akses import BERTAHAP
from kinerja_asn.constants.custom_fields import JENIS_JABATAN
from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.peran import PEGAWAI
from kinerja_asn.constants.tahapan import DISUSUN
from kinerja_asn.kinerja_asn.workflow.pemeriksaan import PERAN_UMUM
from kinerja_asn.permissions.giliran import find_tanpa_pemegang, may_write
from kinerja_asn.permissions.pelaku import PERAN_BERNAMA, syarat_langkah

PANJANG_MAKS = 60


@dataclass(frozen=True)
class Pemeriksa:
	"""After which state (``setelah``) who (``peran``) verifies, by which action (``tindakan``) into which new state
	(``status``). Without posts: everybody's documents."""

	setelah: str
	peran: str
	status: str
	tindakan: str
	jabatan: tuple[str, ...] = ()
	jenis_jabatan: tuple[str, ...] = ()
	mengembalikan: bool = True


def add_pemeriksa(name: str, pemeriksa: Pemeriksa):
	"""The changed Workflow. Documents that wait at ``setelah`` wait for the verifier from now on."""
	alur = frappe.get_doc("Workflow", name)
	alur.check_permission("write")
	check_alur(alur, pemeriksa)
	check_peran(alur, pemeriksa.peran)
	check_nama(alur, pemeriksa)
	check_jabatan(alur, pemeriksa)
	_make_kata(pemeriksa)
	_insert_status(alur, pemeriksa)
	_insert_langkah(alur, pemeriksa)
	alur.save()
	return alur


def get_setelah(alur) -> list[str]:
	"""States after which a verifier can be put: those from which somebody else than the employee leads on. None where no
	role reads the documents: an objection is between three people."""
	return [row.state for row in alur.states if _get_maju(alur, row.state)] if get_peran(alur) else []


def get_peran(alur) -> list[str]:
	"""Roles that can verify: particular ones with a desk that may write the documents."""
	berhak = {row.role for row in frappe.get_meta(alur.document_type).permissions}
	calon = {peran for peran in berhak if may_write(alur.document_type, peran)} - {
		*PERAN_UMUM,
		*PERAN_BERNAMA,
	}
	aktif = {"name": ("in", [*calon, ""]), "disabled": 0, "desk_access": 1}
	return sorted(frappe.get_all("Role", aktif, pluck="name"))


def has_jenis_jabatan(alur) -> bool:
	return frappe.get_meta(alur.document_type).has_field("jenis_jabatan")


def _get_tahap(alur) -> dict[str, str]:
	return {row.state: row.tahap_kinerja for row in alur.states}


def _get_maju(alur, status: str) -> list:
	"""Steps of those who decide: on from ``status``, which lies with them and not with whoever is writing."""
	tahap = _get_tahap(alur)
	if tahap[status] in DISUSUN:
		return []
	return [
		row
		for row in alur.transitions
		if row.state == status
		and row.allowed != PEGAWAI
		and row.next_state != status
		and tahap[row.next_state] not in (*DISUSUN, Tahap.DITUTUP)
	]


# --- checks


def check_alur(alur, pemeriksa: Pemeriksa) -> None:
	if alur.document_type not in BERTAHAP or not alur.is_active:
		frappe.throw(_("Pilih alur kerja Kinerja ASN yang aktif."))
	pilihan = get_setelah(alur)
	if pemeriksa.setelah not in pilihan:
		frappe.throw(
			_("Pemeriksa tidak dapat ditambahkan setelah status {0}. Pilih salah satu: {1}.").format(
				escape_html(pemeriksa.setelah), ", ".join(map(_, pilihan)) or "-"
			)
		)


def check_peran(alur, peran: str) -> None:
	"""Somebody must be able to take the step: what waits for nobody would wait for ever."""
	aktif = {"name": peran, "disabled": 0, "desk_access": 1}
	if peran in (*PERAN_UMUM, *PERAN_BERNAMA) or not frappe.db.exists("Role", aktif):
		frappe.throw(
			_(
				"Peran {0} tidak dapat menjadi pemeriksa. Pilih peran khusus yang aktif dan bekerja di desk."
			).format(escape_html(peran))
		)
	if not may_write(alur.document_type, peran):
		frappe.throw(
			_(
				"Peran {0} belum berhak membaca dan menulis {1}. Minta administrator situs memberinya hak read dan write di "
				"Role Permissions Manager, lalu ulangi."
			).format(escape_html(peran), _(alur.document_type))
		)
	if tanpa := find_tanpa_pemegang(peran):
		frappe.throw(
			_(
				"Belum ada yang memegang peran {0} di {1}, sehingga dokumennya akan tertahan. Beri peran itu kepada "
				"seseorang di sana, lalu ulangi."
			).format(escape_html(peran), ", ".join(map(escape_html, tanpa)))
		)


def check_nama(alur, pemeriksa: Pemeriksa) -> None:
	for label, nilai in ((_("Nama status"), pemeriksa.status), (_("Nama tindakan"), pemeriksa.tindakan)):
		if not nilai or len(nilai) > PANJANG_MAKS or nilai != escape_html(nilai):
			frappe.throw(
				_("{0}: isi paling banyak {1} karakter, tanpa tanda < > & atau kutip.").format(
					label, PANJANG_MAKS
				)
			)
	if pemeriksa.status in _get_tahap(alur):
		frappe.throw(
			_("Status {0} sudah ada di alur kerja ini. Pilih nama lain.").format(_(pemeriksa.status))
		)
	if any(
		row.state == pemeriksa.setelah and row.action == pemeriksa.tindakan for row in alur.transitions
	) and not _has_only_moved(alur, pemeriksa):
		frappe.throw(
			_("Tindakan {0} sudah ada pada status {1}. Pilih nama lain.").format(
				_(pemeriksa.tindakan), _(pemeriksa.setelah)
			)
		)


def _has_only_moved(alur, pemeriksa: Pemeriksa) -> bool:
	"""An action of that name which leaves the state to its verifier is in nobody's way."""
	pindah = [] if _get_syarat(pemeriksa) else [row.name for row in _get_maju(alur, pemeriksa.setelah)]
	return all(
		row.name in pindah
		for row in alur.transitions
		if row.state == pemeriksa.setelah and row.action == pemeriksa.tindakan
	)


def check_jabatan(alur, pemeriksa: Pemeriksa) -> None:
	asing = set(pemeriksa.jabatan) - set(_get_jabatan(pemeriksa.jabatan))
	asing |= set(pemeriksa.jenis_jabatan) - set(JENIS_JABATAN if has_jenis_jabatan(alur) else ())
	if asing:
		frappe.throw(
			_("Jabatan tidak dikenal: {0}. Pilih dari daftar.").format(
				", ".join(map(escape_html, sorted(asing)))
			)
		)


def _get_jabatan(nama: Collection[str]) -> list[str]:
	return frappe.get_all("Designation", {"name": ("in", [*nama, ""])}, pluck="name")


# --- the change


def _make_kata(pemeriksa: Pemeriksa) -> None:
	for doctype, kolom, nilai in (
		("Workflow State", "workflow_state_name", pemeriksa.status),
		("Workflow Action Master", "workflow_action_name", pemeriksa.tindakan),
	):
		if not frappe.db.exists(doctype, nilai):
			frappe.get_doc({"doctype": doctype, kolom: nilai}).insert()


def _insert_status(alur, pemeriksa: Pemeriksa) -> None:
	"""Right behind the state it follows, and of the same stage."""
	baru = alur.append(
		"states",
		{
			"state": pemeriksa.status,
			"tahap_kinerja": _get_tahap(alur)[pemeriksa.setelah],
			"allow_edit": pemeriksa.peran,
			"doc_status": "0",
		},
	)
	alur.states.remove(baru)
	setelah = next(i for i, row in enumerate(alur.states) if row.state == pemeriksa.setelah)
	alur.states.insert(setelah + 1, baru)
	for idx, row in enumerate(alur.states, 1):
		row.idx = idx


def _insert_langkah(alur, pemeriksa: Pemeriksa) -> None:
	maju, mundur = _get_maju(alur, pemeriksa.setelah), _get_mundur(alur, pemeriksa.setelah)
	penentu = {row.allowed for row in maju}
	for row in mundur:
		if row.allowed in penentu:
			_copy(alur, row, state=pemeriksa.status)
	for row in maju:
		_pass_on(alur, row, pemeriksa)
	langkah = {
		"allowed": pemeriksa.peran,
		"allow_self_approval": 1,
		"condition": _build_syarat(alur, pemeriksa),
	}
	alur.append(
		"transitions",
		{"state": pemeriksa.setelah, "action": pemeriksa.tindakan, "next_state": pemeriksa.status, **langkah},
	)
	if pemeriksa.mengembalikan and mundur:
		_copy(alur, mundur[0], **langkah)


def _get_mundur(alur, status: str) -> list:
	"""Steps by which those who decide return a document."""
	tahap = _get_tahap(alur)
	return [
		row
		for row in alur.transitions
		if row.state == status and row.allowed != PEGAWAI and tahap[row.next_state] in DISUSUN
	]


def _pass_on(alur, row, pemeriksa: Pemeriksa) -> None:
	"""The step starts from the verifier's state; for other posts also where it did."""
	if syarat := _get_syarat(pemeriksa):
		_copy(alur, row, state=pemeriksa.status)
		row.condition = f"({row.condition}) and not ({syarat})" if row.condition else f"not ({syarat})"
	else:
		row.state = pemeriksa.status
		row.workflow_builder_id = None  # the builder would put it back where it drew it


def _copy(alur, row, **lain) -> None:
	kolom = ("state", "action", "next_state", "allowed", "allow_self_approval", "condition")
	alur.append("transitions", {**{nama: row.get(nama) for nama in kolom}, **lain})


def _get_syarat(pemeriksa: Pemeriksa) -> str:
	"""For whose documents, as a condition that a workflow may have; "": for everybody's."""
	pilihan = {"jabatan_pegawai": pemeriksa.jabatan, "jenis_jabatan": pemeriksa.jenis_jabatan}
	return " or ".join(f"doc.{kolom} in {list(nilai)!r}" for kolom, nilai in pilihan.items() if nilai)


def _build_syarat(alur, pemeriksa: Pemeriksa) -> str:
	umum, syarat = syarat_langkah(alur.document_type, pemeriksa.peran), _get_syarat(pemeriksa)
	return f"{umum} and ({syarat})" if syarat else umum
