"""What a recorded move does to the SKP concerned (p. 65 no. 6-7; p. 89-92), with a trace of every step.

- Mutasi pegawai: a set SKP is closed and a draft with the new Penilai takes its place; what is not set yet passes on.
- Pergantian Pejabat Penilai: the same for all whom he evaluated; what waited for him waits for his successor.
- Plt./Plh.: no new SKP. Open documents name the stand-in while it lasts and come back after its last day.

``pemeriksaan`` says what may be recorded, ``pelaksanaan`` carries it out, ``latar`` does so in the background where
many are concerned, ``plt`` ends a stand-in. They use ``suksesi`` (close one SKP, begin the next), ``pengalihan``
(open documents pass on) and ``penugasan_penilai`` (who evaluates whom from when).
"""

PINTU = {
	"cakupan": ("describe_cakupan", "is_menurut_penilai"),
	"kabar": ("tell",),
	"latar": ("enqueue", "resume_stopped"),
	"pelaksanaan": ("execute",),
	"pemeriksaan": ("check_baru", "check_masa_plt", "choose_instansi"),
	"penerusan": ("describe_hasil", "pass_on", "preview"),
	"plt": ("extend", "hand_back_after_plt"),
	"pratinjau": ("build_pratinjau",),
	"tertahan": ("Tertahan", "find_tertahan"),
}
