frappe.ui.form.on("ToDo", { refresh: () => console.log("sample_app") });
