app_name = "erpnext"
app_title = "ERPNext"
app_publisher = "kinerja_asn"
app_description = "Stand-in for ERPNext's employee master"
app_email = "noreply@example.com"
app_license = "gpl-3.0"

after_install = "erpnext.setup.install.after_install"

treeviews = ["Department", "Employee"]

doc_events = {
	"User": {
		"validate": "erpnext.setup.doctype.employee.employee.validate_employee_role",
		"on_update": "erpnext.setup.doctype.employee.employee.update_user_permissions",
	},
}
