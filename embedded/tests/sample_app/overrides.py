from frappe.desk.doctype.note.note import Note


class ShoutedNote(Note):
	def validate(self):
		super().validate()
		self.title = self.title.upper()
