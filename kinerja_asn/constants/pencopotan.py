"""What other tables keep about our DocTypes, and what becomes of it. Uninstall takes it away; install, which comes to
names that may have been used before, reads the same.

Frappe removes what is linked to the app's module and nothing else. The names of our documents follow from agency, year
and employee, so that the documents of a later installation have those of an earlier one.
"""

from collections.abc import Mapping

from kinerja_asn.constants.akses import BERSAMA, TABEL_ANAK, TERJAGA
from kinerja_asn.constants.custom_fields import CUSTOM_FIELDS

DOCTYPE = tuple(dict.fromkeys((*TERJAGA, *TABEL_ANAK, *BERSAMA)))
ALAMAT_PORTAL = ("/kinerja", "/kinerja/tim")

# Rows that are about a DocType of ours or one of its documents: they go. Table -> the columns that name the DocType.
JEJAK: Mapping[str, tuple[str, ...]] = {
	# what people did with documents
	"Activity Log": ("reference_doctype", "timeline_doctype", "link_doctype"),
	"Comment": ("reference_doctype",),
	"Communication": ("reference_doctype",),
	"Communication Link": ("link_doctype",),
	"Data Import": ("reference_doctype",),
	"Deleted Document": ("deleted_doctype",),
	"Discussion Topic": ("reference_doctype",),
	"DocShare": ("share_doctype",),
	"Document Follow": ("ref_doctype",),
	"Document Share Key": ("reference_doctype",),
	"Dynamic Link": ("link_doctype",),
	"Email Queue": ("reference_doctype",),
	"Email Unsubscribe": ("reference_doctype",),
	"Energy Point Log": ("reference_doctype",),
	"Error Log": ("reference_doctype",),
	"Event Participants": ("reference_doctype",),
	"Integration Request": ("reference_doctype",),
	"Milestone": ("reference_type",),
	"Notification Log": ("document_type",),
	"Reminder": ("reminder_doctype",),
	"Submission Queue": ("ref_doctype",),
	"Tag Link": ("document_type",),
	"ToDo": ("reference_type",),
	"Version": ("ref_doctype",),
	"View Log": ("reference_doctype",),
	"Workflow Action": ("reference_doctype",),
	"Singles": ("doctype",),
	"__UserSettings": ("doctype",),
	"__global_search": ("doctype",),
	# what HR set up on the DocTypes
	"Amended Document Naming Settings": ("document_type",),
	"Assignment Rule": ("document_type",),
	"Auto Repeat": ("reference_doctype",),
	"Calendar View": ("reference_doctype",),
	"Client Script": ("dt",),
	"Custom DocPerm": ("parent",),
	"Custom Field": ("dt", "options"),
	"Dashboard Chart": ("document_type", "parent_document_type"),
	"Desktop Icon": ("_doctype",),
	"DocType Layout": ("document_type",),
	"DocType Link": ("link_doctype", "parent_doctype"),
	"Document Naming Rule": ("document_type",),
	"Energy Point Rule": ("reference_doctype",),
	"Form Tour": ("reference_doctype",),
	"Global Search DocType": ("document_type",),
	"Kanban Board": ("reference_doctype",),
	"List Filter": ("reference_doctype",),
	"List View Settings": ("name",),
	"Logs To Clear": ("ref_doctype",),
	"Milestone Tracker": ("document_type",),
	"Notification": ("document_type",),
	"Notification Subscribed Document": ("document",),
	"Number Card": ("document_type", "parent_document_type"),
	"Onboarding Step": ("reference_document",),
	"Portal Menu Item": ("reference_doctype",),
	"Permission Type": ("doc_type",),
	"Print Format": ("doc_type",),
	"Print Format Field Template": ("document_type",),
	"Property Setter": ("doc_type",),
	"Report": ("ref_doctype",),
	"Scheduler Event": ("scheduled_against",),
	"Server Script": ("reference_doctype",),
	"Session Default": ("ref_doctype",),
	"Success Action": ("ref_doctype",),
	"User Document Type": ("document_type",),
	"User Permission": ("allow", "applicable_for"),
	"User Select Document Type": ("document_type",),
	"Web Form": ("doc_type",),
	"Webhook": ("webhook_doctype",),
	"Workflow": ("document_type",),
	"Workspace Link": ("link_to", "report_ref_doctype"),
	"Workspace Quick List": ("document_type",),
	"Workspace Shortcut": ("link_to", "report_ref_doctype"),
}

# What leans on such a record and goes with it: DocType of the record -> (table, column that names the record).
JEJAK_LANJUTAN: Mapping[str, tuple[tuple[str, str], ...]] = {
	"Report": (
		("Auto Email Report", "report"),
		("Custom Role", "report"),
		("Dashboard Chart", "report_name"),
		("Desktop Icon", "_report"),
		("Form Tour", "report_name"),
		("Number Card", "report_name"),
		("Onboarding Step", "reference_report"),
		("Prepared Report", "report_name"),
		("Workspace Link", "link_to"),
		("Workspace Shortcut", "link_to"),
	),
	"Dashboard Chart": (("Dashboard Chart Link", "chart"), ("Workspace Chart", "chart_name")),
	"Number Card": (("Number Card Link", "card"), ("Workspace Number Card", "number_card_name")),
}

# Somebody's record that only points to a DocType of ours: it stays, the pointer goes.
DIKOSONGKAN = (
	("Email Account", "append_to"),
	("Event", "reference_doctype"),
	("IMAP Folder", "append_to"),
	("User Type", "apply_user_permission_on"),
)
# Files go with what they are attached to. What the site recorded about its own security stays.
DITANGANI_LAIN = (("File", "attached_to_doctype"),)
DIBIARKAN = (
	("Access Log", "export_from"),
	("Permission Log", "for_doctype"),
	("Permission Log", "reference_type"),
)

# Frappe never drops the column of a custom field: DocType -> those of ours that are columns.
KOLOM = {
	doctype: tuple(
		field["fieldname"] for field in fields if field["fieldtype"] not in ("Section Break", "Column Break")
	)
	for doctype, fields in CUSTOM_FIELDS.items()
}
