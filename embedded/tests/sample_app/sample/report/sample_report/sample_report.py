def execute(filters=None):
	columns = [{"fieldname": "day", "fieldtype": "Date", "label": "Day"}]
	return columns, [{"day": "2025-01-01"}]
