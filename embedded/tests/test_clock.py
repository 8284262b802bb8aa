"""A server that takes another day for today, before or after the real one."""

import json
import time
from datetime import date

import pytest

from embedded.host import clock
from embedded.live_server import live_server
from embedded.tests.test_live_server import Browser


@pytest.mark.parametrize("day", [date(2024, 7, 10), date(2031, 5, 6)])
def test_what_is_made_there_is_of_that_day_and_sessions_last(day):
	with live_server(today=day) as address:
		browser = Browser(address)
		token = browser.log_in()
		doc = json.dumps({"doctype": "Note", "title": "of that day"})
		made = browser.call(
			"/api/method/frappe.client.insert",
			{"X-Frappe-CSRF-Token": token, "Accept": "application/json"},
			doc=doc,
		)
		assert json.loads(made)["message"]["creation"][:10] == str(day)
		for _time in range(3):
			user = browser.call("/api/method/frappe.auth.get_logged_user")
			assert json.loads(user)["message"] == "Administrator"


def test_the_real_day_comes_back():
	import frappe.utils

	real = frappe.utils.nowdate()
	try:
		clock.move_to(date(2031, 5, 6))
		assert (frappe.utils.nowdate(), clock.today()) == ("2031-05-06", date(2031, 5, 6))
		assert frappe.utils.now()[:10] == str(frappe.utils.now_datetime().date()) == "2031-05-06"
	finally:
		clock.move_to(None)
	assert frappe.utils.nowdate() == real


def test_time_goes_on_over_midnight_and_the_data_is_older_than_what_is_done(monkeypatch):
	import frappe.utils

	try:
		clock.move_to(date(2031, 5, 6))
		with clock.before_work():
			made = frappe.utils.now_datetime()
		first = frappe.utils.now_datetime()
		later = time.monotonic() + 15 * 3600
		monkeypatch.setattr(time, "monotonic", lambda: later)
		assert made < first < frappe.utils.now_datetime()
		assert (made.date(), clock.today()) == (date(2031, 5, 6),) * 2
	finally:
		clock.move_to(None)
