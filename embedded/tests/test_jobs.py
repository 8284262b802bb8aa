import frappe
import pytest


def notes():
	return frappe.get_all("Sample Note", pluck="text")


@pytest.fixture
def no_notes(sample_app):
	yield
	frappe.db.rollback()
	frappe.db.delete("Sample Note")
	frappe.db.commit()


@pytest.mark.parametrize("after_commit", [True, False])
def test_a_job_runs_after_the_commit(no_notes, after_commit):
	frappe.enqueue("sample_app.events.make_note", text="job", enqueue_after_commit=after_commit)
	assert notes() == []
	frappe.db.commit()
	assert notes() == ["job"]


def test_a_job_that_waits_already_is_not_put_in_again(no_notes):
	for text in ("first", "last"):
		frappe.enqueue("sample_app.events.make_note", job_id="note", deduplicate=True, text=text)
	frappe.db.commit()
	assert notes() == ["last"]
	frappe.enqueue("sample_app.events.make_note", job_id="note", deduplicate=True, text="never")
	frappe.db.rollback()
	frappe.enqueue("sample_app.events.make_note", job_id="note", deduplicate=True, text="again")
	frappe.db.commit()
	assert sorted(notes()) == ["again", "last"]


def test_now_runs_at_once(no_notes):
	frappe.enqueue("sample_app.events.make_note", text="now", now=True)
	assert notes() == ["now"]


def test_a_rolled_back_transaction_starts_no_job(no_notes):
	frappe.enqueue("sample_app.events.make_note", text="never")
	frappe.db.rollback()
	frappe.db.commit()
	assert notes() == []


def test_a_failing_job_is_logged_and_does_not_reach_the_enqueuer(no_notes):
	before = frappe.db.count("Error Log")
	frappe.enqueue("sample_app.events.fail")
	frappe.db.commit()
	assert notes() == []
	assert frappe.db.count("Error Log") == before + 1


def test_a_job_runs_as_the_user_who_enqueued_it(no_notes):
	frappe.set_user("Guest")
	frappe.enqueue("frappe.utils.now")
	user = "Guest"
	frappe.enqueue("sample_app.events.make_note", text="by guest")
	frappe.db.commit()
	frappe.set_user("Administrator")
	assert frappe.session.user != user
	assert notes() == []  # Guest may not create one, and the job was Guest's


def test_mail_is_queued_and_not_sent():
	frappe.sendmail(recipients=["siti@example.com"], subject="Ditetapkan", message="SKP")
	[mail] = frappe.get_all("Email Queue", fields=["status", "message"])
	assert mail.status == "Not Sent" and "Ditetapkan" in mail.message


def test_a_scheduled_job_can_be_executed(sample_app):
	frappe.get_doc("Scheduled Job Type", {"method": "sample_app.events.daily"}).execute()
	assert ("daily", {}) in sample_app


def test_an_import_is_not_refused_for_want_of_a_scheduler():
	from frappe.utils.scheduler import is_scheduler_inactive

	assert not is_scheduler_inactive()
