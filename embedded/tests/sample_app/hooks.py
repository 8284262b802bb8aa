app_name = "sample_app"
app_title = "Sample App"
app_publisher = "kinerja_asn"
app_description = "For tests"
app_license = "gpl-3.0"
required_apps = ["frappe/erpnext"]

add_to_apps_screen = [
	{
		"name": "sample_app",
		"logo": "/assets/sample_app/logo.svg",
		"title": "Sample App",
		"route": "/desk/sample",
	}
]

before_install = "sample_app.events.before_install"
after_install = "sample_app.events.after_install"
after_sync = "sample_app.events.after_sync"
before_migrate = "sample_app.events.before_migrate"
after_migrate = "sample_app.events.after_migrate"
before_uninstall = "sample_app.events.before_uninstall"
after_uninstall = "sample_app.events.after_uninstall"

fixtures = ["Role"]
doc_events = {
	"*": {"on_update": "sample_app.events.on_any_update"},
	"Sample Note": {"on_update": "sample_app.events.on_note_update"},
}
permission_query_conditions = {"Sample Note": "sample_app.access.query_conditions"}
has_permission = {"Sample Note": "sample_app.access.has_permission"}
override_whitelisted_methods = {"frappe.ping": "sample_app.events.ping"}
override_doctype_class = {"Note": "sample_app.overrides.ShoutedNote"}
scheduler_events = {"daily": ["sample_app.events.daily"]}
jinja = {"methods": ["sample_app.events.greet"]}
website_route_rules = [{"from_route": "/sample/<name>", "to_route": "sample_page"}]
standard_portal_menu_items = [
	{
		"title": "Sample Notes",
		"route": "/sample_page",
		"reference_doctype": "Sample Note",
		"role": "Sample Reader",
	}
]
doctype_js = {"ToDo": "public/js/todo.js"}
