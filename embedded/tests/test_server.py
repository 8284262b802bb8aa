"""The HTTP side, in this process: addresses, sessions, files."""

import io

import frappe
import pytest
from werkzeug.test import Client

from embedded import server, site
from embedded.pytest_plugin import require_chromium


@pytest.fixture(scope="module")
def application(sample_app):
	frappe.get_doc({"doctype": "Sample Note", "text": "seen"}).insert()
	frappe.db.commit()
	yield server.application()
	frappe.init(force=True)
	frappe.connect()
	frappe.db.delete("Sample Note")
	frappe.db.commit()


@pytest.fixture
def guest(application):
	yield Client(application)
	# A request leaves this thread without a session: go on as the tests' own.
	frappe.init(force=True)
	frappe.connect()


@pytest.fixture
def admin(guest):
	answer = guest.post("/api/method/login", data={"usr": "Administrator", "pwd": site.ADMIN_PASSWORD})
	assert answer.status_code == 200, answer.text
	return guest


def csrf_token(client):
	page = client.get("/desk").text
	return page.split('frappe.csrf_token = "')[1].split('"')[0]


def test_guest_reads_the_login_page_and_no_data(guest):
	assert "Login" in guest.get("/login").text
	assert guest.get("/api/resource/Sample Note").status_code == 403
	assert guest.get("/no-such-page").status_code == 404


def test_rest_answers_the_logged_in(admin):
	assert len(admin.get("/api/resource/Sample Note").json["data"]) == 1


def test_methods_answer_under_frappes_name_and_can_be_overridden(admin):
	user = admin.get("/api/method/frappe.auth.get_logged_user")
	assert user.json["message"] == "Administrator"
	assert admin.get("/api/method/frappe.ping").json["message"] == "sample pong"


def test_old_desk_addresses_lead_to_the_new(admin):
	answer = admin.get("/app/sample-note")
	assert answer.status_code == 301 and answer.location.endswith("/desk/sample-note")


def test_pages_and_route_rules_of_an_app(guest):
	assert "hello nobody" in guest.get("/sample_page").text
	assert "hello budi" in guest.get("/sample/budi").text


def test_a_pages_own_script_may_use_frappe_before_the_bundles(guest):
	page = guest.get("/sample_page").text
	assert "window.frappe = {}" in page and "window.monoframe" not in page


def test_icons_are_served_under_both_names(guest):
	for app in ("frappe", "monoframe"):
		assert guest.get(f"/assets/{app}/icons/lucide/icons.svg").status_code == 200
	assert guest.get("/assets/monoframe/images/monoframe-framework-logo.svg").status_code == 200


def test_no_file_outside_the_asset_folders(guest):
	for path in (
		"/assets/frappe/../hooks.py",
		"/assets/frappe/%2e%2e/hooks.py",
		"/files/../site_config.json",
	):
		assert guest.get(path).status_code == 404, path


def test_private_files_are_for_who_may_read_them(admin, application):
	token = csrf_token(admin)
	upload = {"file": (io.BytesIO(b"rahasia"), "rahasia.txt"), "is_private": "1"}
	answer = admin.post("/api/method/upload_file", data=upload, headers={"X-Frappe-CSRF-Token": token})
	address = answer.json["message"]["file_url"]
	assert admin.get(address).data == b"rahasia"
	assert Client(application).get(address).status_code == 403


def test_what_is_left_to_the_scheduler_is_there_after_the_request(admin):
	"""As the log of who exported what: the framework inserts such records on its scheduler's next run."""
	routes = '[{"route": "List/Sample Note", "creation": "2026-01-02 03:04:05"}]'
	method = "frappe.desk.doctype.route_history.route_history.deferred_insert"
	headers = {"X-Frappe-CSRF-Token": csrf_token(admin)}
	assert admin.post(f"/api/method/{method}", data={"routes": routes}, headers=headers).status_code == 200
	frappe.init(force=True)
	frappe.connect()
	assert frappe.db.exists("Route History", {"route": "List/Sample Note", "user": "Administrator"})
	frappe.db.delete("Route History")
	frappe.db.commit()


def test_download_pdf(admin):
	require_chromium()
	name = admin.get("/api/resource/Sample Note").json["data"][0]["name"]
	answer = admin.get(
		"/api/method/frappe.utils.print_format.download_pdf",
		query_string={"doctype": "Sample Note", "name": name, "format": "Sample Print"},
	)
	assert answer.status_code == 200, answer.text
	assert answer.data.startswith(b"%PDF")


def test_methods_are_called_by_one_name():
	"""The path that the framework sees; hooks that replace a method name it as frappe."""
	seen = []
	wrapped = server.methods_by_one_name(lambda environ, start: seen.append(environ["PATH_INFO"]))
	for path in ("/api/method/monoframe.client.get_count", "/api/v2/method/monoframe.ping", "/monoframe"):
		wrapped({"PATH_INFO": path}, None)
	assert seen == ["/api/method/frappe.client.get_count", "/api/v2/method/frappe.ping", "/monoframe"]
