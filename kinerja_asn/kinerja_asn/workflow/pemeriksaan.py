"""Checks a Workflow that HR saves on one of our DocTypes, so that its documents can still run through."""

import frappe
from frappe import _

from kinerja_asn.constants.akses import BERTAHAP
from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.peralihan import Pelaku
from kinerja_asn.constants.peran import PEGAWAI, PENGELOLA, PENILAI, PERAN_UMUM
from kinerja_asn.permissions.penjaga import join_atau
from kinerja_asn.permissions.sekitar import is_pengatur_situs
from kinerja_asn.tahap.bawaan import TAHAP_WAJIB
from kinerja_asn.tahap.hukum import get_para_pelaku, is_sah
from kinerja_asn.tahap.syarat import find_kolom_orang, is_tanpa_nama, read_aman

SEBUTAN = {
	Pelaku.PEGAWAI: PEGAWAI,
	Pelaku.PENILAI: PENILAI,
	Pelaku.PETUGAS: PENGELOLA,
}


def validate_workflow(doc, method=None) -> None:
	if doc.document_type not in BERTAHAP:
		return
	check_ada_status(doc)
	check_hanya_memindahkan(doc)
	check_peran(doc)
	check_syarat(doc)
	check_tugas(doc)
	check_tahap_terisi(doc)
	check_arti_status(doc)
	check_status_awal(doc)
	check_peralihan(doc)
	check_tahap_terjangkau(doc)
	check_status_terpakai(doc)
	check_tetap_aktif(doc)


def check_ada_status(doc) -> None:
	if not doc.states:
		frappe.throw(
			_(
				"Alur kerja ini tidak memiliki status. Tambahkan paling sedikit status awalnya, dengan tahap Draf."
			)
		)


def check_hanya_memindahkan(doc) -> None:
	"""A workflow moves documents; it must not write their fields (a rating, for instance) on the way."""
	if doc.workflow_state_field != "workflow_state":
		frappe.throw(_("Workflow State Field harus workflow_state."))
	for row in doc.states:
		if row.update_field or str(row.doc_status or "0") != "0":
			frappe.throw(
				_(
					"Baris {0}: kosongkan Update Field dan biarkan Doc Status 0; alur kerja hanya memindahkan status."
				).format(row.idx)
			)


def check_peran(doc) -> None:
	"""A step of a role that everybody has would show every waiting document to everybody."""
	for row in doc.transitions:
		if row.allowed in PERAN_UMUM:
			frappe.throw(
				_("Langkah {0}: peran {1} dimiliki semua orang. Pilih peran yang khusus.").format(
					row.idx, row.allowed
				)
			)


def check_syarat(doc) -> None:
	"""A condition could ask the database about anybody's documents; the site's administrator may, HR need not."""
	if is_pengatur_situs(frappe.session.user):
		return
	orang = find_kolom_orang(doc.document_type)
	for row in doc.transitions:
		if not row.condition:
			continue
		if not (pohon := read_aman(row.condition)):
			frappe.throw(
				_(
					"Langkah {0}: syarat hanya boleh memakai isi dokumen (doc) dan frappe.session.user."
				).format(row.idx)
			)
		if not is_tanpa_nama(pohon, orang):
			frappe.throw(
				_(
					"Langkah {0}: syarat tidak boleh menyebut orang tertentu. Siapa pada dokumen hanya dibandingkan dengan siapa pada "
					"dokumen atau dengan frappe.session.user; untuk sebagian pegawai pakai jabatan, jenis jabatan, atau unit kerja."
				).format(row.idx)
			)


def check_tugas(doc) -> None:
	"""v16 runs a Server Script or Webhook at a step, on the whole document, whoever takes it: the site's administrator
	may attach one, HR need not."""
	if is_pengatur_situs(frappe.session.user):
		return
	before = doc.get_doc_before_save()
	lama = {row.name: row.get("transition_tasks") for row in (before.transitions if before else [])}
	for row in doc.transitions:
		if row.get("transition_tasks") and row.get("transition_tasks") != lama.get(row.name):
			frappe.throw(
				_("Langkah {0}: tugas tambahan (Transition Tasks) dipasang oleh administrator situs.").format(
					row.idx
				)
			)


def check_arti_status(doc) -> None:
	"""A state that documents are in means to them what it meant: they would pass on, or back, with nobody deciding.
	Asked of the documents and not of this workflow as it was: a successor has none, and no row of it is believed."""
	if not doc.is_active:
		return
	table = frappe.qb.DocType(doc.document_type)
	dipakai = frappe.qb.from_(table).select(table.workflow_state, table.tahap).distinct().run()
	tahap = {row.state: row.tahap_kinerja for row in doc.states}
	for status, asal in sorted(dipakai):
		if tahap.get(status, asal) != asal:
			frappe.throw(
				_(
					"Status {0} sedang dipakai dokumen pada tahap {1} dan tidak dapat dijadikan tahap {2}. Buat status baru "
					"untuk tahap itu."
				).format(_(status), _(asal), _(tahap[status]))
			)


def check_peralihan(doc) -> None:
	"""Which stage follows which, and who passes a document on, is the law's; HR chooses among that."""
	tahap = {row.state: row.tahap_kinerja for row in doc.states}
	for row in doc.transitions:
		dari, ke = tahap.get(row.state), tahap.get(row.next_state)
		if not (dari and ke) or is_sah(doc.document_type, dari, ke, row.allowed):
			continue
		if not (pelaku := get_para_pelaku(doc.document_type, dari, ke)):
			frappe.throw(
				_(
					"Langkah {0} ({1}): tidak ada langkah dari tahap {2} ke tahap {3}. Urutan tahap ditentukan peraturan; pemeriksa "
					"berdiri di antara tahap yang berurutan."
				).format(row.idx, _(row.action), _(dari), _(ke))
			)
		frappe.throw(
			_(
				"Langkah {0} ({1}): langkah dari tahap {2} ke tahap {3} milik {4}, bukan {5}. Pilih peran itu, atau tambahkan "
				"pemeriksa sebelum langkah ini."
			).format(
				row.idx,
				_(row.action),
				_(dari),
				_(ke),
				join_atau(_(SEBUTAN[jenis]) for jenis in pelaku),
				_(row.allowed),
			)
		)


def refuse_baris(doc, method=None) -> None:
	"""before_validate and on_trash of a workflow's rows: Frappe saves one alone, without what is checked here."""
	tersimpan = doc.name and frappe.db.get_value(doc.doctype, doc.name, "parent")
	for alur in {doc.parent, tersimpan} - {None, ""}:
		if frappe.db.get_value("Workflow", alur, "document_type") in BERTAHAP:
			frappe.throw(_("Ubah baris ini melalui dokumen induknya."), frappe.PermissionError)


def check_tahap_terisi(doc) -> None:
	for row in doc.states:
		if row.tahap_kinerja not in list(Tahap):
			frappe.throw(
				_(
					"Baris {0}: isi Tahap Kinerja untuk status {1}, agar aplikasi tahu arti status itu."
				).format(row.idx, row.state)
			)


def check_status_awal(doc) -> None:
	if doc.states[0].tahap_kinerja != Tahap.DRAF:
		frappe.throw(_("Status pertama harus pada tahap Draf: di sanalah setiap dokumen dimulai."))


def check_tahap_terjangkau(doc) -> None:
	"""Every stage the app needs must be reachable from the first state."""
	tahap = {row.state: row.tahap_kinerja for row in doc.states}
	reached = {tahap[status] for status in get_status_terjangkau(doc)}
	missing = [_(str(wajib)) for wajib in TAHAP_WAJIB[doc.document_type] if wajib not in reached]
	if missing:
		frappe.throw(
			_("Tahap {0} tidak dapat dicapai dari status {1}. Tambahkan langkah yang menuju ke sana.").format(
				", ".join(missing), _(doc.states[0].state)
			)
		)


def get_status_terjangkau(doc) -> set[str]:
	known = {row.state for row in doc.states}
	reached, queue = set(), [doc.states[0].state]
	while queue:
		status = queue.pop()
		if status not in reached:
			reached.add(status)
			queue += [
				row.next_state for row in doc.transitions if row.state == status and row.next_state in known
			]
	return reached


def check_status_terpakai(doc) -> None:
	"""A state that documents are in cannot be taken away under them."""
	table = frappe.qb.DocType(doc.document_type)
	used = frappe.qb.from_(table).select(table.workflow_state).distinct().run(pluck=True)
	gone = sorted({status for status in used if status} - {row.state for row in doc.states})
	if gone and doc.is_active:
		frappe.throw(
			_(
				"Status {0} masih dipakai dokumen {1}. Pindahkan dokumennya dahulu atau pertahankan statusnya."
			).format(", ".join(gone), _(doc.document_type))
		)


def check_tetap_aktif(doc) -> None:
	before = doc.get_doc_before_save()
	if before and before.is_active and not doc.is_active:
		frappe.throw(
			_(
				"Alur kerja {0} sedang dipakai. Aktifkan alur kerja penggantinya; alur ini akan nonaktif sendiri."
			).format(doc.name)
		)


def prevent_removal(doc, method=None) -> None:
	if doc.document_type in BERTAHAP and doc.is_active and not frappe.flags.in_uninstall:
		frappe.throw(_("Alur kerja {0} sedang dipakai dan tidak dapat dihapus.").format(doc.name))
