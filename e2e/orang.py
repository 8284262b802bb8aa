"""The demo's people by the part they play, and a REST client that is signed in as one of them."""

import json
import runpy

import requests

from embedded.paths import REPO

# The module is data; its package imports the framework, which only the server has.
DEMO = runpy.run_path(str(REPO / "kinerja_asn" / "demo" / "orang.py"))
LOGINS = DEMO["logins"]()
KOLEGA = DEMO["MENURUT_KUNCI"]["yusuf"].email  # another officer of the same agency
EMAIL = {orang["peran"]: orang["email"] for orang in LOGINS}
SANDI = LOGINS[0]["password"]


def open_periode(pengelola: "Klien", tahun: int) -> None:
	if not pengelola.list("Periode Kinerja", tahun=tahun):
		isi = {"instansi": DEMO["INSTANSI"], "tahun": tahun, "status": "Dibuka"}
		isi["skema"] = pengelola.list("Skema Penilaian")[0]["name"]
		dibuka = pengelola.post("/api/resource/Periode Kinerja", **isi)
		assert dibuka.status_code == 200, dibuka.text


class Klien:
	"""One person's session, a guest's without ``email``. Every call returns the response."""

	def __init__(self, alamat: str, email: str | None):
		self.alamat = alamat
		self.sesi = requests.Session()
		if email:
			self.masuk(email)

	def masuk(self, email: str) -> None:
		alamat = self.alamat
		masuk = self.sesi.post(f"{alamat}/api/method/login", data={"usr": email, "pwd": SANDI}, timeout=60)
		assert masuk.status_code == 200, masuk.text

	def get(self, path: str, **params):
		return self.sesi.get(f"{self.alamat}{path}", params=params, timeout=60)

	def post(self, path: str, **isi):
		return self.sesi.post(f"{self.alamat}{path}", json=isi, timeout=60)

	def put(self, path: str, **isi):
		return self.sesi.put(f"{self.alamat}{path}", json=isi, timeout=60)

	def call(self, metode: str, **isi):
		return self.post(f"/api/method/{metode}", **isi)

	def ask(self, verba: str, metode: str, **isi):
		"""As the desk's script calls the framework: what is no text goes as JSON in a field of the form or address."""
		isi = {nama: nilai if isinstance(nilai, str) else json.dumps(nilai) for nama, nilai in isi.items()}
		wadah = {"params": isi} if verba == "GET" else {"data": isi}
		return self.sesi.request(verba, f"{self.alamat}/api/method/{metode}", timeout=60, **wadah)

	def apply(self, doc: dict, tindakan: str):
		return self.call("frappe.model.workflow.apply_workflow", doc=doc, action=tindakan)

	def list(self, doctype: str, **filters) -> list[dict]:
		"""Rows of ``doctype`` this person may see, with all fields."""
		isi = {"filters": filters, "fields": ["*"], "limit_page_length": 0}
		jawaban = self.call("frappe.client.get_list", doctype=doctype, **isi)
		assert jawaban.status_code == 200, jawaban.text
		return jawaban.json()["message"]

	def upload(self, doctype: str, name: str, nama: str, isi: bytes):
		return self.sesi.post(
			f"{self.alamat}/api/method/upload_file",
			data={"doctype": doctype, "docname": name, "is_private": 1},
			files={"file": (nama, isi)},
			timeout=60,
		)
