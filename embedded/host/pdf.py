def mend():
	import monoframe.utils.pdf as pdf

	def pdf_body_html(jenv=None, template=None, print_format=None, args=None):
		return template.render(args, filters={"len": len})

	pdf.pdf_body_html = pdf_body_html
