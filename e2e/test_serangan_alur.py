"""Steps and traces over HTTP, in every spelling that Frappe's routes know (issue 11, points 1, 2, 4 and 9)."""

import json

import pytest

from e2e.orang import EMAIL, Klien

PEGAWAI, PENILAI, HR = EMAIL["Pegawai"], EMAIL["Pejabat Penilai Kinerja"], EMAIL["Pengelola Kinerja"]
PALSU = {
	"comment_type": "Workflow",
	"text": "Ditetapkan",
	"comment_email": PENILAI,
	"comment_by": "Pejabat Penilai",
}
DITOLAK = (403, 404, 405, 417)


@pytest.fixture(scope="module")
def pegawai(alamat):
	return Klien(alamat, PEGAWAI)


@pytest.fixture(scope="module")
def penilai(alamat):
	return Klien(alamat, PENILAI)


@pytest.fixture(scope="module")
def hr(alamat):
	return Klien(alamat, HR)


@pytest.fixture(scope="module")
def skp(pegawai):
	return pegawai.list("SKP", pegawai_user=PEGAWAI)[0]


def get_jejak(klien: Klien, skp: dict) -> list[str]:
	"""What the form shows below the plan."""
	isi = klien.call("frappe.desk.form.load.getdoc", doctype="SKP", name=skp["name"])
	info = isi.json().get("docinfo", {})
	return [
		json.dumps(info.get(bagian))
		for bagian in ("workflow_logs", "info_logs", "comments", "communications")
	]


def spell(klien: Klien, skp: dict, palsu: dict):
	"""The spellings of a call of ``add_comment`` on a document."""
	alamat = f"/SKP/{skp['name']}"
	utuh = klien.call("frappe.client.get", doctype="SKP", name=skp["name"]).json()["message"]
	rpc = {"dt": "SKP", "dn": skp["name"], "method": "add_comment"}
	urut = ("comment_type", "text", "comment_email", "comment_by")
	return {
		"run_doc_method": lambda: klien.call("run_doc_method", **rpc, args=json.dumps(palsu)),
		"with a slash": lambda: klien.post("/api/method/run_doc_method/", **rpc, args=json.dumps(palsu)),
		"no JSON": lambda: klien.call("run_doc_method", **rpc, args="Workflow"),
		"cmd": lambda: klien.post("/", cmd="run_doc_method", **rpc, args=json.dumps(palsu)),
		"resource": lambda: klien.post(f"/api/resource{alamat}", run_method="add_comment", **palsu),
		"resource with a slash": lambda: klien.post(
			f"/api/resource{alamat}/", run_method="add_comment", **palsu
		),
		"v1": lambda: klien.post(f"/api/v1/resource{alamat}", run_method="add_comment", **palsu),
		"v2": lambda: klien.post(f"/api/v2/document{alamat}/method/add_comment", **palsu),
		"v2 with a slash": lambda: klien.post(f"/api/v2/document{alamat}/method/add_comment/", **palsu),
		"v2 with a document": lambda: klien.post(
			"/api/v2/method/run_doc_method", method="add_comment", document=utuh, kwargs=palsu
		),
		"a list of arguments": lambda: klien.call(
			"run_doc_method", **rpc, args=json.dumps([palsu[nama] for nama in urut])
		),
		"client.insert": lambda: klien.call(
			"frappe.client.insert",
			doc={"doctype": "Comment", "reference_doctype": "SKP", "reference_name": skp["name"], **palsu},
		),
		"a remark in his name": lambda: klien.call(
			"frappe.desk.form.utils.add_comment",
			reference_doctype="SKP",
			reference_name=skp["name"],
			content="Ditetapkan",
			comment_email=PENILAI,
			comment_by="Pejabat Penilai",
		),
	}


def test_no_spelling_writes_an_entry_of_the_applications_or_in_anothers_name(pegawai, skp):
	sebelum = get_jejak(pegawai, skp)[:2]
	for ejaan, panggil in spell(pegawai, skp, PALSU).items():
		jawaban = panggil()
		if ejaan != "a remark in his name":
			assert jawaban.status_code in DITOLAK, f"{ejaan}: {jawaban.status_code} {jawaban.text[:300]}"
	sesudah = get_jejak(pegawai, skp)
	assert sesudah[:2] == sebelum
	assert PENILAI not in sesudah[2] and "Pejabat Penilai" not in sesudah[2]


def test_mail_and_task_are_their_senders(pegawai, skp):
	surat = pegawai.call(
		"frappe.core.doctype.communication.email.make",
		doctype="SKP",
		name=skp["name"],
		content="Sudah saya setujui",
		subject="Persetujuan",
		sender=PENILAI,
		sender_full_name="Pejabat Penilai",
		sent_or_received="Received",
	)
	if surat.status_code == 200:
		assert PENILAI not in get_jejak(pegawai, skp)[3]
	lepas = pegawai.call(
		"frappe.core.doctype.communication.email.make",
		content="Setuju",
		subject="Persetujuan",
		sender=PENILAI,
	)
	pegawai.call(
		"frappe.email.relink",
		name=lepas.json()["message"]["name"],
		reference_doctype="SKP",
		reference_name=skp["name"],
	)
	assert PENILAI not in get_jejak(pegawai, skp)[3]
	isi = {"doctype": "ToDo", "description": "Sudah saya setujui", "allocated_to": PEGAWAI}
	tugas = pegawai.post(
		"/api/resource/ToDo", **isi, reference_type="SKP", reference_name=skp["name"]
	).json()["data"]
	alamat = f"/api/resource/ToDo/{tugas['name']}"
	pegawai.put(alamat, assigned_by=PENILAI)
	assert pegawai.get(alamat).json()["data"]["assigned_by"] == PEGAWAI
	lepas = pegawai.post("/api/resource/ToDo", **isi, assigned_by=PENILAI).json()["data"]
	pegawai.put(f"/api/resource/ToDo/{lepas['name']}", reference_type="SKP", reference_name=skp["name"])
	assert pegawai.get(f"/api/resource/ToDo/{lepas['name']}").json()["data"]["assigned_by"] == PEGAWAI


def test_no_step_on_a_version_nobody_saw_under_any_name(penilai):
	doc = penilai.list("Realisasi Kinerja", penilai_user=PENILAI, tahap="Diajukan")[0]
	doc = {"doctype": "Realisasi Kinerja", **doc}
	kunci = {nama: doc[nama] for nama in ("doctype", "name")}
	basi = {**doc, "modified": "2020-01-01 00:00:00.000000"}
	nama_lain = (
		"frappe.model.workflow.apply_workflow",
		"frappe.workflow.doctype.workflow_action.workflow_action.apply_workflow",
	)
	for metode in nama_lain:
		for dikirim in (basi, kunci):
			for alamat in (f"/api/method/{metode}", f"/api/method/{metode}/", f"/api/v2/method/{metode}"):
				jawaban = penilai.post(alamat, doc=json.dumps(dikirim), action="Verifikasi")
				assert jawaban.status_code in DITOLAK, f"{alamat} {jawaban.text[:300]}"
	alamat = f"/api/resource/Realisasi Kinerja/{doc['name']}"
	for jawaban in (
		penilai.put(alamat, workflow_state="Diverifikasi"),
		penilai.put(alamat, workflow_state="Diverifikasi", modified=basi["modified"]),
		penilai.call("frappe.client.set_value", **kunci, fieldname="workflow_state", value="Diverifikasi"),
		penilai.call("kinerja_asn.api.alur.advance", **kunci, tahap="Ditetapkan", modified=basi["modified"]),
	):
		assert jawaban.status_code in (*DITOLAK, 409), jawaban.text[:300]
	penilai.call(
		"frappe.model.workflow.bulk_workflow_approval",
		docnames=json.dumps([doc["name"]]),
		doctype=doc["doctype"],
		action="Verifikasi",
	)
	assert penilai.list("Realisasi Kinerja", name=doc["name"])[0]["tahap"] == "Diajukan"
	jawaban = penilai.call(
		"kinerja_asn.api.alur.advance_banyak",
		doctype=doc["doctype"],
		dokumen=[{"name": doc["name"], "modified": doc["modified"]}],
		tindakan="Verifikasi",
	)
	assert jawaban.json()["message"] == {}
	assert penilai.list("Realisasi Kinerja", name=doc["name"])[0]["tahap"] == "Ditetapkan"


def test_hr_gives_nobody_a_step_of_another_and_remaps_no_state(hr):
	alamat = "/api/resource/Workflow/Verifikasi Realisasi Kinerja"
	alur = hr.get(alamat).json()["data"]
	langkah = {
		"state": "Draf",
		"action": "Verifikasi",
		"next_state": "Diverifikasi",
		"allow_self_approval": 1,
	}
	for peran in ("Pegawai ASN", "Pengelola Kinerja"):
		jawaban = hr.put(alamat, transitions=[*alur["transitions"], {**langkah, "allowed": peran}])
		assert jawaban.status_code == 417 and "tidak ada langkah" in jawaban.text, jawaban.text[:300]
	status = [
		{**row, "tahap_kinerja": "Ditetapkan" if row["state"] == "Diajukan" else row["tahap_kinerja"]}
		for row in alur["states"]
	]
	assert hr.put(alamat, states=status).status_code == 417
	for anak, row, isi in (
		("Workflow Transition", alur["transitions"][0], {"next_state": "Diverifikasi"}),
		("Workflow Document State", alur["states"][1], {"tahap_kinerja": "Ditetapkan"}),
	):
		baris = f"/api/resource/{anak}/{row['name']}"
		for jawaban in (
			hr.put(baris, **isi),
			hr.call("frappe.client.save", doc={**row, "doctype": anak, **isi}),
			hr.call("frappe.client.set_value", doctype=anak, name=row["name"], fieldname=isi),
		):
			assert jawaban.status_code in DITOLAK, jawaban.text[:300]
	for doctype, lama, baru in (
		("Workflow State", "Diajukan", "Diverifikasi"),
		("Role", "Pegawai ASN", "System Manager"),
	):
		isi = {"name": baru, "merge": 1, "force": 1, "validate_rename": 0}
		rpc = {"dt": doctype, "dn": lama, "method": "rename", "args": json.dumps(isi)}
		assert hr.call("run_doc_method", **rpc).status_code in DITOLAK
	kini = hr.get(alamat).json()["data"]
	assert [row["tahap_kinerja"] for row in kini["states"]] == [
		row["tahap_kinerja"] for row in alur["states"]
	]
	assert len(kini["transitions"]) == len(alur["transitions"])
