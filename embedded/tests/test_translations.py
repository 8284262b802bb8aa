"""Nobody meets English on the try-out site: the catalogue, and a walk through what its users meet."""

import contextlib
import csv
import functools
import json
import re
from collections import Counter
from urllib.parse import quote
from zoneinfo import available_timezones

import pytest

from embedded import chromium
from embedded.host.translations import FOLDER
from embedded.live_server import live_server
from embedded.paths import PACKAGE, REPO
from embedded.tests import framework_words
from embedded.tests.walk import Walk

DEMO = "kinerja_asn.demo.create_demo_data"
PASSWORD = "Demo#Kinerja2025"
STAFF, PENILAI, HR, AUDITOR = (f"{name}@demo.kinerja.example" for name in ("siti", "budi", "dewi", "yohana"))
PHONE, SCREEN = {"width": 390, "height": 844}, {"width": 1280, "height": 800}
HOLES = re.compile(r"\{\w*\}")

# Parts of the framework whose every word must be there: what answers a user whoever he is.
COVERED = (
	"public/js/frappe/form/",
	"public/js/frappe/list/",
	"public/js/frappe/model/",
	"public/js/frappe/ui/",
	"public/js/frappe/utils/",
	"public/js/frappe/views/",
	"public/js/frappe/data_import/",
	"public/js/frappe/file_uploader/",
	"public/js/frappe/desk.js",
	"public/js/frappe/request.js",
	"public/js/frappe/router.js",
	"public/js/workflow_builder/",
	"app.py",
	"auth.py",
	"client.py",
	"core/doctype/data_import/",
	"core/doctype/file/file.py",
	"core/doctype/user/user.js",
	"core/doctype/version/",
	"desk/doctype/notification_log/",
	"desk/form/",
	"desk/query_report.py",
	"desk/reportview.py",
	"desk/search.py",
	"handler.py",
	"model/base_document.py",
	"model/delete_doc.py",
	"model/document.py",
	"model/workflow.py",
	"permissions.py",
	"printing/page/print/",
	"rate_limiter.py",
	"sessions.py",
	"share.py",
	"templates/emails/new_notification.html",
	"templates/emails/password_reset.html",
	"templates/includes/login/",
	"templates/print_formats/",
	"twofactor.py",
	"utils/csvutils.py",
	"utils/password.py",
	"utils/password_strength.py",
	"utils/response.py",
	"website/page_renderers/",
	"workflow/",
	"www/404.html",
	"www/desk.py",
	"www/error.html",
	"www/login.html",
	"www/login.py",
	"www/me.html",
	"www/message.html",
	"www/printview.py",
	"www/update-password.html",
)
# ... but for what only those meet who build a site, and what nothing of ours opens.
LEFT_OUT = (
	"desk/form/document_follow.py",
	"desk/form/meta.py",
	"public/js/frappe/form/form_tour.js",
	"public/js/frappe/form/reminders.js",
	"public/js/frappe/form/undo_manager.js",
	"public/js/frappe/list/list_settings.js",
	"public/js/frappe/ui/address_autocomplete/",
	"public/js/frappe/ui/alt_keyboard_shortcuts.js",
	"public/js/frappe/ui/capture.js",
	"public/js/frappe/ui/dropdown_console.js",
	"public/js/frappe/ui/toolbar/about.js",
	"public/js/frappe/utils/common.js",
	"public/js/frappe/utils/dashboard_utils.js",
	"public/js/frappe/utils/diffview.js",
	"public/js/frappe/views/calendar/",
	"public/js/frappe/views/gantt/",
	"public/js/frappe/views/inbox/",
	"public/js/frappe/views/interaction.js",
	"public/js/frappe/views/kanban/",
	"public/js/frappe/views/pageview.js",
	"public/js/frappe/views/render_preview.js",
	"public/js/frappe/views/translation_manager.js",
	"public/js/frappe/views/workspace/",
)
# Words that stay as they are: names, and what is no language.
NAMES = {
	"HR-EMP-": "the series that employees are numbered by",
	"Ar": "Arab, for Indian numbers",
	"Cr": "crore, for Indian numbers",
	"Kh": "kharab, for Indian numbers",
	"L": "lakh, for Indian numbers",
}
# Texts that no catalogue reaches, each with who writes it.
UNREACHED = {
	r"[a-z0-9_]+": "a column's name, in a tooltip of Frappe's",
	r"Filter based on .*": "the package of the data table, in a tooltip",
	r"\d+ results? found|Results List": "the package of link fields, to screen readers",
	r"None": "Python, for an empty value on Frappe's page of one's own account",
	r"code-block|list: \w+": "the package that edits texts, to screen readers",
	r"Edge from .*": "the package that draws workflows, to screen readers",
	r"(.*[:-] )?All Departments|Attachments|.*demo\.kinerja\.example.*": "the name of a record",
	r".* - new-[a-z-]+": "the name of what is not saved yet, in the title",
	r"Klik untuk mengurutkan menurut .*": "Frappe joins the label to it as it is stored",
	r"\d+ Workspaces|\d+ Filters? Applied|Search": "Frappe's source, without asking for a translation",
}
OURS = (
	"skp",
	"perubahan-skp",
	"realisasi-kinerja",
	"evaluasi-kinerja",
	"penugasan-kinerja",
	"umpan-balik-kinerja",
	"periode-kinerja",
	"pembukaan-periode",
	"perjanjian-kinerja",
	"templat-skp",
	"indikator-kinerja",
	"kinerja-unit",
	"penugasan-penilai",
	"perpindahan-kinerja",
	"skema-penilaian",
	"nilai-perilaku",
)


def rows():
	with (FOLDER / "id.csv").open(newline="") as file:
		return list(csv.reader(file))


def words_of(texts):
	return {
		word for text in texts for word in re.findall(r"\b[a-z]{3,}\b", re.sub("<[^>]*>", " ", text).lower())
	}


def english_words():
	"""Words that the catalogue translates and that neither its Indonesian nor the app's uses."""
	with (REPO / "kinerja_asn" / "translations" / "en.csv").open(newline="") as file:
		app = words_of(row[0] for row in csv.reader(file))
	return words_of(row[0] for row in rows()) - words_of(row[1] for row in rows()) - app


class TestCatalogue:
	def test_each_row_is_whole_and_stands_once(self):
		keys = Counter((row[0], *row[2:]) for row in rows())
		assert [key for key, times in keys.items() if times > 1] == []
		for row in rows():
			assert len(row) in (2, 3) and all(row), row
			assert sorted(HOLES.findall(row[0])) == sorted(HOLES.findall(row[1])), row

	def test_every_word_of_what_users_meet_is_there(self):
		known = {row[0] for row in rows()}
		lacking = {
			words: files
			for words, files in framework_words.words_in_source().items()
			if words not in known and words not in NAMES and re.search("[A-Za-z]", words)
			if any(name.startswith(COVERED) and not name.startswith(LEFT_OUT) for name in files)
		}
		assert not lacking, f"{len(lacking)} are missing in embedded/translations/id.csv"

	def test_what_the_stand_in_for_erpnext_refuses_is_there(self):
		known = {row[0] for row in rows()}
		assert framework_words.words_in_python(PACKAGE / "hr_master") - known == set()

	def test_the_site_speaks_it_on_the_server(self):
		import frappe

		assert frappe._("Insufficient Permission Level for {0}", lang="id").startswith("Tingkat izin")
		assert frappe._("Monoframe", lang="id") == "Kinerja ASN"
		assert frappe._("Save", lang="en") == "Save"

	def test_the_site_is_named_after_the_app(self):
		import frappe

		assert (
			frappe.get_website_settings("app_name") == frappe.get_system_settings("app_name") == "Kinerja ASN"
		)
		assert frappe.conf.email_sender_name == "Kinerja ASN"


@pytest.fixture(scope="module")
def address():
	with live_server(data=DEMO) as address:
		yield address


@pytest.fixture(scope="module")
def browser(chromium_driver):
	with contextlib.closing(chromium_driver(chromium.FLAGS)) as browser:
		yield browser


@pytest.fixture
def walk(browser, address):
	walks = []

	def start(user, size=SCREEN):
		walks.append(Walk(browser, address, size))
		walks[-1].open("/login")
		walks[-1].log_in(user, PASSWORD)
		return walks[-1]

	yield start
	for one in walks:
		one.close()


def check(walk):
	"""Nothing of what was asked for or read on the walk is English."""
	framework = framework_words.words_in_source().keys() | framework_words.words_in_records(
		framework_words.PACKAGE, PACKAGE / "hr_master"
	)
	english = english_words()
	found = [
		f"asked for: {words!r} ({where})"
		for words, where in walk.missing.items()
		if is_framework(words, framework)
	]
	found += [
		f"read: {text!r}: {', '.join(sorted(words))} ({where})"
		for text, where in walk.read.items()
		if (words := words_of([text]) & english) and not any(re.fullmatch(form, text) for form in UNREACHED)
	]
	assert not found, "\n".join(found)


time_zones = functools.cache(available_timezones)  # each call reads a folder tree


def is_framework(words, framework):
	"""Not a name in the data, a time zone or a column's."""
	if words in NAMES or words in time_zones() or not re.search("[A-Za-z]", words):
		return False
	return words in framework and not re.fullmatch(r"[a-z0-9_]+", words)


class TestWalk:
	def test_a_guest_signs_in(self, browser, address):
		walk = Walk(browser, address, PHONE)
		walk.open("/login")
		assert "Masuk ke Kinerja ASN" in walk.read and "Masuk" in walk.read
		walk.page.fill("#login_email", STAFF)
		walk.page.fill("#login_password", "bukan ini")
		walk.press(".form-login button[type=submit]")
		walk.open("/login#forgot")
		walk.open("/tidak-ada")
		walk.open("/update-password?key=tidak-ada")
		walk.open("/printview?doctype=SKP&name=tidak-ada")
		walk.close()
		check(walk)

	def test_staff_and_penilai_only_see_the_portal(self, walk):
		for user in (STAFF, PENILAI):
			one = walk(user, PHONE)
			for path in ("/kinerja", "/kinerja/tim", "/app", "/app/skp", "/me", "/update-password", "/apps"):
				one.open(path)
			check(one)

	def test_hr_in_workspace_lists_and_search(self, walk):
		hr = walk(HR)
		hr.open("/app/kinerja-asn")
		hr.press(".sidebar-notification")
		hr.open("/app/kinerja-asn")
		hr.press(".sidebar-header")
		hr.open("/app")
		hr.type("Control+k", "penilai")
		for doctype in (*OURS, "employee", "department", "designation", "file", "todo", "notification-log"):
			hr.open(f"/app/{doctype}")
		check(hr)

	def test_hr_filters_sorts_and_picks_in_a_list(self, walk):
		hr = walk(HR)
		hr.open("/app/skp")
		hr.press(".filter-selector .filter-button")
		hr.press(".filter-popover select.condition, .popover select.condition")
		hr.open("/app/skp")
		hr.press(".menu-btn-group .btn")
		hr.open("/app/skp")
		hr.page.locator(".list-row-checkbox >> visible=true").first.check()
		hr.press(".actions-btn-group .btn")
		for view in ("report", "dashboard", "list"):
			hr.open(f"/app/skp/view/{view}")
		check(hr)

	@pytest.mark.parametrize("doctypes", (OURS[:8], (*OURS[8:], "employee", "department")))
	def test_hr_reads_and_makes_each_document(self, walk, doctypes):
		hr = walk(HR)
		hr.open("/app/kinerja-asn")
		for doctype in doctypes:
			hr.open(f"/app/{doctype}")
			title = hr.page.evaluate("frappe.get_route()[1]")
			if name := hr.find_first(title):
				hr.open(f"/app/{doctype}/{quote(name)}")
			if hr.page.evaluate(f"frappe.model.can_create({title!r})"):
				hr.open(f"/app/{doctype}/new")
				hr.type("Control+s")
		check(hr)

	def test_hr_uses_what_stands_beside_a_form(self, walk):
		hr = walk(HR)
		hr.open(f"/app/employee/{hr.find_first('Employee')}")
		for button in (
			".menu-btn-group .btn",
			".add-assignment-btn",
			".add-attachment-btn",
			".share-doc-btn",
		):
			hr.press(button)
			hr.page.keyboard.press("Escape")
			hr.page.reload()
		check(hr)

	def test_hr_reads_reports_and_prints(self, walk):
		hr = walk(HR)
		for report in sorted((REPO / "kinerja_asn" / "kinerja_asn" / "report").glob("*/*.json")):
			hr.open(f"/app/query-report/{quote(json.loads(report.read_text())['name'])}")
			hr.press(".menu-btn-group .btn")
		hr.open(f"/app/print/SKP/{hr.find_first('SKP')}")
		hr.press(".menu-btn-group .btn")
		check(hr)

	def test_hr_configures_workflows_and_imports(self, walk):
		hr = walk(HR)
		hr.open("/app/workflow")
		hr.open("/app/workflow/Verifikasi Realisasi Kinerja")
		hr.open("/app/workflow-builder/Verifikasi Realisasi Kinerja")
		hr.press(".vue-flow__node")
		hr.open("/app/data-import")
		hr.open("/app/data-import/new")
		check(hr)

	def test_hr_at_his_own_account_and_at_closed_doors(self, walk):
		hr = walk(HR)
		hr.open(f"/app/user/{HR}")
		hr.open(f"/app/notification-settings/{HR}")
		for closed in ("system-settings", "skp/tidak-ada", "tidak-ada", "doctype"):
			hr.open(f"/app/{closed}")
		check(hr)

	def test_an_auditor_reads_logs(self, walk):
		auditor = walk(AUDITOR)
		for path in ("skp", "version", "access-log", "activity-log"):
			auditor.open(f"/app/{path}")
		check(auditor)
