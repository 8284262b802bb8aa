// The ID is made of what the other columns say, and is cut where they differ.
frappe.listview_settings["Perubahan SKP"] = {
	hide_name_column: true,
};
