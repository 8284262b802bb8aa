import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import formatdate, getdate


class HolidayList(Document):
	def validate(self):
		self.validate_days()
		self.validate_duplicate_date()
		self.total_holidays = len(self.holidays)
		self.sort_holidays()

	def validate_days(self):
		if getdate(self.from_date) > getdate(self.to_date):
			frappe.throw(_("To Date cannot be before From Date"))
		for holiday in self.holidays:
			if not getdate(self.from_date) <= getdate(holiday.holiday_date) <= getdate(self.to_date):
				date = formatdate(holiday.holiday_date)
				frappe.throw(_("The holiday on {0} is not between From Date and To Date").format(date))

	def validate_duplicate_date(self):
		seen = set()
		for holiday in self.holidays:
			if getdate(holiday.holiday_date) in seen:
				date = formatdate(holiday.holiday_date)
				frappe.throw(_("Holiday Date {0} added multiple times").format(date))
			seen.add(getdate(holiday.holiday_date))

	def sort_holidays(self):
		self.holidays.sort(key=lambda holiday: getdate(holiday.holiday_date))
		for number, holiday in enumerate(self.holidays, start=1):
			holiday.idx = number
