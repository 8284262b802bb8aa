"""Somebody walks through the served site; the collector keeps which words the desk asked for in vain, and what he read."""

import json
from urllib.parse import quote

# Stands in front of the desk's own function for words. It is set once, when the desk's bundle is loaded.
COLLECTOR = """
(() => {
	let asked;
	window.__missing = {};
	Object.defineProperty(window, "__", {
		configurable: true,
		get: () => asked,
		set(original) {
			asked = function (words, values, context) {
				// A page of the website has none yet while its scripts are loaded, and shows nothing of what they ask.
				const known = frappe._messages;
				if (known && Object.keys(known).length && !known[`${words}:${context}`] && !known[words])
					window.__missing[words] = 1;
				return original.apply(this, arguments);
			};
			frappe._ = asked;
		},
	});
})();
"""
READ = """
() => {
	const seen = new Set([document.title]);
	const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	while (texts.nextNode()) {
		const holder = texts.currentNode.parentElement;
		if (holder && !["SCRIPT", "STYLE", "NOSCRIPT"].includes(holder.tagName) && holder.checkVisibility())
			seen.add(texts.currentNode.textContent.trim().replace(/\\s+/g, " "));
	}
	const attributes = ["placeholder", "title", "aria-label", "data-original-title"];
	for (const element of document.querySelectorAll(attributes.map((name) => `[${name}]`).join()))
		if (element.checkVisibility())
			for (const name of attributes) seen.add((element.getAttribute(name) || "").trim());
	return [...seen].filter(Boolean);
}
"""


class Walk:
	"""One person at one browser. `missing` and `read`: words → where they were met first."""

	def __init__(self, browser, address, size):
		self.address = address
		self.missing, self.read = {}, {}
		self.context = browser.new_context(viewport=size, locale="id-ID")
		self.context.add_init_script(COLLECTOR)
		self.page = self.context.new_page()
		self.page.set_default_timeout(20_000)

	def open(self, path):
		self.page.goto(self.address + path)
		self.look(path)

	def press(self, selector):
		self.page.locator(f"{selector} >> visible=true").first.click()
		self.look(f"{self.page.url.removeprefix(self.address)} {selector}")

	def type(self, keys, words=""):
		self.page.keyboard.press(keys)
		self.page.keyboard.type(words, delay=20)
		self.look(f"{self.page.url.removeprefix(self.address)} {keys} {words}")

	def look(self, where):
		for _ in range(2):  # an answer leads to the next question
			self.page.wait_for_function("!window.frappe?.request?.ajax_count")
			self.page.wait_for_timeout(400)
		for words in self.page.evaluate("window.__missing || {}"):
			self.missing.setdefault(words, where)
		for words in self.page.evaluate(READ):
			self.read.setdefault(words, where)

	def log_in(self, user, password):
		self.page.fill("#login_email", user)
		self.page.fill("#login_password", password)
		self.page.click(".form-login button[type=submit]")
		self.page.wait_for_url(lambda address: "/login" not in address)
		self.look("start")

	def find_first(self, doctype):
		"""Name of a document that this person sees, if there is any."""
		rows = self.page.request.get(f"{self.address}/api/resource/{quote(doctype)}?limit_page_length=1")
		return next((row["name"] for row in json.loads(rows.body())["data"]), None)

	def close(self):
		self.context.close()
