"""Evaluations prepared for everybody of a period (Pasal 24-25; design.md §9), each as its Penilai would find it if he made it.

``giliran`` lets one run at a time begin, ``pelaksanaan`` goes through the plans in committed chunks (services/borongan),
``calon`` says which plans are evaluated and what keeps one from it, ``bahan`` reads what there is of many, ``isi`` builds the
documents by the functions of services/penilaian/evaluasi.py, ``pratinjau`` counts beforehand.
"""

PINTU = {
	"giliran": ("enqueue",),
	"konteks": ("get_masa",),
	"pratinjau": ("preview",),
}
