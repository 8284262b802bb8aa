"""Base of the documents that move through stages: fills the parties in, guards steps, locks fields, keeps the trace."""

from collections.abc import Collection, Iterator

import frappe
from frappe import _
from frappe.model import workflow
from frappe.model.document import Document
from frappe.utils import cast, cint

from kinerja_asn.constants.akses import IDENTITAS, ISIAN
from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.tahapan import DISUSUN
from kinerja_asn.kinerja_asn.workflow.dilihat import Dilihat
from kinerja_asn.kinerja_asn.workflow.diputuskan import Diputuskan
from kinerja_asn.kinerja_asn.workflow.kunci_unik import KunciUnik
from kinerja_asn.permissions.pelaku import is_pelaku
from kinerja_asn.permissions.penjaga import check_bertugas
from kinerja_asn.services.bersama.isian import check_baris_milik_sendiri
from kinerja_asn.services.bersama.langkah import describe_penunggu
from kinerja_asn.services.bersama.periode import get_tenggat_penetapan
from kinerja_asn.services.bersama.waktu import get_now
from kinerja_asn.services.giliran.tenggat import describe_tenggat
from kinerja_asn.tahap.alur import get_langkah, get_status_awal, get_tahap
from kinerja_asn.tahap.hukum import is_melewati

TATA_LETAK = ("Section Break", "Column Break")


class DokumenBertahap(Dilihat, Diputuskan, KunciUnik):
	"""Controllers call ``validate_tahap`` first and implement ``get_pihak`` and ``fill_isi``.

	Two flags, which no client can set: ``oleh_layanan`` opens the locked fields to a service that has checked who is
	acting; ``menurut_keputusan`` (services/bersama/keputusan.py) makes the document follow a decision taken on another one.
	"""

	def get_pihak(self) -> dict:
		"""The party fields, worked out on the server; also what decides who may create the document."""
		raise NotImplementedError

	def fill_isi(self) -> None:
		"""Derive what the server fills in while the document is being written."""

	def validate_tahap(self) -> None:
		check_baris_milik_sendiri(self)
		self.check_isian()
		self.check_langkah()
		if self.is_disusun() and not self.is_akan_ditutup():
			self.update(self.get_pihak())
			self.fill_isi()
		self.set_tahap()

	def onload(self) -> None:
		"""Whose turn it is and until when, for the form's sentence."""
		self.set_onload("penunggu", describe_penunggu(self))
		if self.meta.has_field("tenggat_penetapan"):
			self.set_onload("tenggat", describe_tenggat(self))

	# --- stages

	@property
	def tahap_sebelum(self) -> Tahap | None:
		before = self.get_doc_before_save()
		return get_tahap(self.doctype, before.workflow_state) if before else None

	def is_disusun(self) -> bool:
		"""While it is being written the parties are taken afresh at every save."""
		return self.is_new() or self.tahap_sebelum in DISUSUN

	def is_akan_ditutup(self) -> bool:
		"""Given up as it is: whatever is wrong with a draft must not keep it open."""
		return not self.is_new() and get_tahap(self.doctype, self.workflow_state) == Tahap.DITUTUP

	def is_memasuki(self, tahap: Tahap) -> bool:
		"""Does this save bring the document into ``tahap``, or past it? What is asked there is asked of a step, too, that
		would leave it out."""
		return bool(self.tahap_sebelum) and is_melewati(self.tahap_sebelum, Tahap(self.tahap), tahap)

	def set_tahap(self) -> None:
		if self.is_new():
			self.workflow_state = get_status_awal(self.doctype)
		self.tahap = get_tahap(self.doctype, self.workflow_state)
		self.record_diajukan()
		self.record_dikembalikan()
		self.record_ditetapkan()
		self.check_pengembalian()

	def record_diajukan(self) -> None:
		if self.is_memasuki(Tahap.DIAJUKAN) and self.meta.has_field("diajukan_pada"):
			self.diajukan_pada, self.diajukan_oleh = get_now(), frappe.session.user
			self.catatan_pengembalian = None
			self.set_tenggat_penetapan()

	def set_tenggat_penetapan(self) -> None:
		"""A plan that is not set by then passes to the atasan Penilai."""
		if self.meta.has_field("tenggat_penetapan"):
			self.tenggat_penetapan = get_tenggat_penetapan(self)
			self.dikembalikan_pada = None

	def is_ditarik(self) -> bool:
		"""Did the employee take back, with this save, what he had submitted?"""
		kembali = self.tahap_sebelum == Tahap.DIAJUKAN and self.tahap in DISUSUN
		return kembali and frappe.session.user == self.pegawai_user

	def record_dikembalikan(self) -> None:
		"""When it left the Penilai's hands undecided, whoever took it out of them: he has no more days than he had then."""
		kembali = self.tahap_sebelum == Tahap.DIAJUKAN and self.tahap in DISUSUN
		if kembali and self.meta.has_field("dikembalikan_pada"):
			self.dikembalikan_pada = get_now()

	def record_ditetapkan(self) -> None:
		"""Also where the atasan had to set it: what the plan needs during the year is the Penilai's again."""
		if self.is_memasuki(Tahap.DITETAPKAN):
			self.ditetapkan_pada, self.ditetapkan_oleh = get_now(), frappe.session.user
			self.return_penetapan()

	def return_penetapan(self) -> None:
		if self.meta.has_field("penetap_user"):
			self.penetap_user = self.penilai_user

	def check_pengembalian(self) -> None:
		if self.is_memasuki(Tahap.DIKEMBALIKAN) and not (self.get("catatan_pengembalian") or "").strip():
			frappe.throw(_("Isi Alasan Pengembalian dahulu, agar pegawai tahu apa yang perlu diperbaiki."))

	def take_langkah(self, tindakan: str) -> None:
		"""The step ``tindakan`` of the workflow together with what was filled in: checked and saved once."""
		self.flags.sudah_dibaca = True
		try:
			workflow.apply_workflow(self, tindakan)
		finally:
			self.flags.sudah_dibaca = False

	# --- who may take the step

	def has_permission(self, permtype="read", **kwargs) -> bool:
		"""Whoever took the decision had the right to it there; this document only follows."""
		return bool(self.flags.menurut_keputusan) or super().has_permission(permtype, **kwargs)

	def validate_workflow(self) -> None:
		if not self.flags.menurut_keputusan:
			super().validate_workflow()

	def check_langkah(self) -> None:
		before = self.get_doc_before_save()
		if before:
			self.check_arti_status(before)
			self.check_langkah_dari(before, self.workflow_state)

	def check_arti_status(self, before: Document) -> None:
		"""No document passes to another stage because its state came to mean another."""
		if before.tahap != get_tahap(self.doctype, before.workflow_state):
			frappe.throw(
				_(
					"{0} berada pada tahap {1}, sedangkan arti status {2} di alur kerja sudah lain. Minta pengelola kinerja "
					"mengembalikan Tahap Kinerja status itu."
				).format(self.name, _(before.tahap), _(before.workflow_state))
			)

	def check_langkah_dari(self, before: Document, status: str) -> None:
		"""A step that the law knows, that is in HR's workflow and open there, and whose person the session user is."""
		if self.flags.menurut_keputusan or before.workflow_state == status:
			return
		langkah = get_langkah(self.doctype, before.workflow_state, status)
		if not any(self.is_langkah_saya(row, before) for row in langkah):
			check_bertugas()
			frappe.throw(
				_(
					"Anda tidak dapat memindahkan {0} dari {1} ke {2}. Langkah ini milik pejabat yang tercantum di dokumen."
				).format(self.name, _(before.workflow_state), _(status)),
				frappe.PermissionError,
			)
		self.check_dilihat(before)

	def is_langkah_saya(self, row, before: Document) -> bool:
		user = frappe.session.user
		berperan = row.allowed in frappe.get_roles() and is_pelaku(before, self.doctype, row.allowed, user)
		return berperan and workflow.is_transition_condition_satisfied(row, before)

	# --- what may be filled in

	def check_isian(self) -> None:
		"""Frappe enforces a state's *allow edit* only in the browser; this is the lock."""
		if self.flags.oleh_layanan or self.flags.menurut_keputusan:
			return
		if self.is_new():
			return self.clear_isian_asing()
		terbuka = self.get_isian_terbuka()
		changed = sorted(
			{*list_perubahan(self, self.get_doc_before_save(), terbuka)} - terbuka - {"workflow_state"}
		)
		if changed:
			frappe.throw(
				_(
					"{0} tidak dapat diubah pada tahap {1} oleh Anda. Muat ulang halaman untuk melihat isi terakhir."
				).format(join_label(self, changed), _(str(self.tahap_sebelum))),
				frappe.PermissionError,
			)

	def get_isian_terbuka(self, tahap: Tahap | None = None) -> set[str]:
		"""Paths open to the session user at ``tahap`` (default: the stored stage), by his part in this document."""
		if self.is_akan_ditutup():
			return set()
		isian = ISIAN[self.doctype].get(tahap or self.tahap_sebelum, {})
		row = self.get_doc_before_save() or self.get_pihak()
		roles = frappe.get_roles()
		user = frappe.session.user
		terbuka = {
			path
			for role, paths in isian.items()
			if role in roles and is_pelaku(row, self.doctype, role, user)
			for path in paths
		}
		return terbuka | ({"catatan_pengembalian"} if self.may_kembalikan() else set())

	def may_kembalikan(self) -> bool:
		"""Whoever has a step that returns the document, a verifier of HR's own too, may write the reason."""
		before = self.get_doc_before_save()
		return bool(before) and any(
			get_tahap(self.doctype, row.next_state) == Tahap.DIKEMBALIKAN
			and self.is_langkah_saya(row, before)
			for row in get_langkah(self.doctype, before.workflow_state)
		)

	def clear_isian_asing(self) -> None:
		kept = {
			*IDENTITAS[self.doctype],
			*(path.split(".")[0] for path in self.get_isian_terbuka(Tahap.DRAF)),
		}
		clear_isian_asing(self, kept)


# --- what a save would change: paths ("field", or "tabel.kolom")


def list_perubahan(doc: Document, before: Document, terbuka: Collection[str] = ()) -> Iterator[str]:
	"""Paths in which ``doc`` differs from ``before``, but for the fields and whole tables of ``terbuka``."""
	for df in doc.meta.fields:
		if df.fieldname in terbuka:
			continue
		if df.fieldtype == "Table":
			yield from _list_perubahan_tabel(doc, before, df.fieldname)
		elif is_berbeda(df, doc, before):
			yield df.fieldname


def _list_perubahan_tabel(doc: Document, before: Document, tabel: str) -> Iterator[str]:
	stored = {row.name: row for row in before.get(tabel)}
	# Their order and numbers too: whoever counts rows would mean others.
	if [(row.name, cint(row.idx)) for row in doc.get(tabel)] != [
		(row.name, row.idx) for row in before.get(tabel)
	]:
		yield tabel
		return
	for row in doc.get(tabel):
		for df in row.meta.fields:
			if is_berbeda(df, row, stored[row.name]):
				yield f"{tabel}.{df.fieldname}"


def clear_isian_asing(doc: Document, boleh: Collection[str]) -> None:
	"""A new document keeps what its maker may fill in; the rest is the server's to set."""
	for df in doc.meta.fields:
		if df.fieldname not in boleh and df.fieldtype not in TATA_LETAK:
			doc.set(df.fieldname, [] if df.fieldtype == "Table" else df.default or None)


def join_label(doc: Document, daftar: Collection[str]) -> str:
	"""Paths as people read them, in a sentence."""
	return ", ".join(_get_label(doc, path) for path in daftar)


def _get_label(doc: Document, path: str) -> str:
	nama, _titik, kolom = path.partition(".")
	df = doc.meta.get_field(nama)
	if kolom:
		df = frappe.get_meta(df.options).get_field(kolom)
	return _(df.label or df.fieldname)


def is_berbeda(df, row: Document, before: Document) -> bool:
	"""Compared as the field's own type: a form sends text, the database gives dates and numbers."""
	return _normalize(df.fieldtype, row.get(df.fieldname)) != _normalize(
		df.fieldtype, before.get(df.fieldname)
	)


def _normalize(fieldtype: str, value):
	value = cast(fieldtype, value)
	if isinstance(value, str):
		return value.replace("\r\n", "\n").strip()
	return value or None if fieldtype not in ("Float", "Int", "Check", "Percent") else value or 0
