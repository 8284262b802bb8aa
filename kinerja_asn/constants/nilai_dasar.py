"""Nilai Dasar ASN BerAKHLAK with their panduan perilaku (PermenPANRB 6/2022 Pasal 10; p. 52-53, 58-59)."""

NILAI_DASAR = (
	(
		"Berorientasi Pelayanan",
		"Komitmen memberikan pelayanan prima demi kepuasan masyarakat",
		(
			"Memahami dan memenuhi kebutuhan masyarakat",
			"Ramah, cekatan, solutif, dan dapat diandalkan",
			"Melakukan perbaikan tiada henti",
		),
	),
	(
		"Akuntabel",
		"Bertanggung jawab atas kepercayaan yang diberikan",
		(
			"Melaksanakan tugas dengan jujur, bertanggung jawab, cermat, disiplin, dan berintegritas tinggi",
			"Menggunakan kekayaan dan barang milik negara secara bertanggung jawab, efektif, dan efisien",
			"Tidak menyalahgunakan kewenangan jabatan",
		),
	),
	(
		"Kompeten",
		"Terus belajar dan mengembangkan kapabilitas",
		(
			"Meningkatkan kompetensi diri untuk menjawab tantangan yang selalu berubah",
			"Membantu orang lain belajar",
			"Melaksanakan tugas dengan kualitas terbaik",
		),
	),
	(
		"Harmonis",
		"Saling peduli dan menghargai perbedaan",
		(
			"Menghargai setiap orang apapun latar belakangnya",
			"Suka menolong orang lain",
			"Membangun lingkungan kerja yang kondusif",
		),
	),
	(
		"Loyal",
		"Berdedikasi dan mengutamakan kepentingan Bangsa dan Negara",
		(
			"Memegang teguh ideologi Pancasila, Undang-Undang Dasar Negara Republik Indonesia Tahun 1945, "
			"setia pada NKRI serta pemerintahan yang sah",
			"Menjaga nama baik sesama ASN, Pimpinan, Instansi, dan Negara",
			"Menjaga rahasia jabatan dan negara",
		),
	),
	(
		"Adaptif",
		"Terus berinovasi dan antusias dalam menggerakkan serta menghadapi perubahan",
		(
			"Cepat menyesuaikan diri menghadapi perubahan",
			"Terus berinovasi dan mengembangkan kreativitas",
			"Bertindak proaktif",
		),
	),
	(
		"Kolaboratif",
		"Membangun kerja sama yang sinergis",
		(
			"Memberi kesempatan kepada berbagai pihak untuk berkontribusi",
			"Terbuka dalam bekerja sama untuk menghasilkan nilai tambah",
			"Menggerakkan pemanfaatan berbagai sumberdaya untuk tujuan bersama",
		),
	),
)

# The scheme every site starts with; its thresholds are the DocType's own defaults.
SKEMA_BAWAAN = "Panduan PermenPANRB 6/2022"
