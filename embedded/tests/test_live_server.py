"""A server in a process of its own: several browsers at once, and what only holds outside test mode."""

import json
import threading
import urllib.error
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

import pytest

from embedded import site
from embedded.live_server import live_server

CLIENTS = 6
NOTES = 4


class Browser:
	def __init__(self, address):
		self.address = address
		self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

	def call(self, path, headers=None, **data):
		body = urllib.parse.urlencode(data).encode() if data else None
		request = urllib.request.Request(self.address + path, body, headers or {})
		with self.opener.open(request, timeout=60) as answer:
			return answer.read()

	def log_in(self):
		"""Returns the CSRF token."""
		self.call("/api/method/login", usr="Administrator", pwd=site.ADMIN_PASSWORD)
		return self.call("/desk").decode().split('frappe.csrf_token = "')[1].split('"')[0]

	def work(self, number):
		token = self.log_in()
		for note in range(NOTES):
			doc = json.dumps({"doctype": "ToDo", "description": f"{number}-{note}"})
			self.call("/api/method/frappe.client.insert", doc=doc, csrf_token=token)
			self.call("/api/resource/ToDo?limit_page_length=0")
		self.call("/assets/frappe/icons/lucide/icons.svg")


def run_all(address):
	failures = []

	def work(number):
		try:
			Browser(address).work(number)
		except Exception as error:
			failures.append(f"{number}: {error!r}")

	threads = [threading.Thread(target=work, args=(number,)) for number in range(CLIENTS)]
	[thread.start() for thread in threads]
	[thread.join() for thread in threads]
	return failures


@pytest.fixture(scope="module")
def address():
	with live_server() as address:
		yield address


def test_six_clients_write_and_read_at_once(address):
	"""No "database is locked", no 500, no name given twice."""
	assert run_all(address) == []
	browser = Browser(address)
	browser.log_in()
	todos = json.loads(browser.call('/api/resource/ToDo?limit_page_length=0&fields=["name","description"]'))[
		"data"
	]
	assert len(todos) == len({todo["description"] for todo in todos}) == CLIENTS * NOTES


def test_a_post_needs_the_token_in_frappes_header(address):
	browser = Browser(address)
	token = browser.log_in()
	doc = json.dumps({"doctype": "Note", "title": "posted"})
	with pytest.raises(urllib.error.HTTPError) as refused:
		browser.call("/api/method/frappe.client.insert", doc=doc)
	assert refused.value.code == 400
	assert b"posted" in browser.call(
		"/api/method/frappe.client.insert", {"X-Frappe-CSRF-Token": token}, doc=doc
	)
