"""Opening a period: SKP drafts for everybody who is evaluated in an agency or a unit (p. 62-66; design.md §9).

``giliran`` lets one run at a time begin, ``pelaksanaan`` goes through the employees in committed chunks, ``calon``
says who they are and what keeps one from a draft, ``isi`` and ``rancangan`` plan the drafts, ``pratinjau`` counts them
beforehand, ``tautan`` links them to their leaders'.
"""

PINTU = {
	"giliran": ("enqueue",),
	"pratinjau": ("preview",),
}
