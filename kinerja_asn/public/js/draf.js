// What was typed into a form survives a lost connection or a closed browser, until the server has it.
(() => {
	"use strict";
	const BERLAKU = 7 * 24 * 3600 * 1000; // a forgotten draft on a shared device goes after a week
	const gudang = bukaGudang();

	// Keeps the forms of `portal` that have data-draf, and offers what it has kept of them.
	// Returns a function to call with a form once the server has what was typed into it.
	window.pasangDraf = (portal) => {
		if (!gudang) return () => {};
		const getKunci = (form) => `kinerja:${portal.dataset.pengguna}:${location.pathname}:${form.dataset.draf}`;
		portal.querySelectorAll("form[data-draf]").forEach((form) => {
			const kunci = getKunci(form);
			const simpan = () => tulis(kunci, { pada: Date.now(), versi: form.elements.modified?.value, isi: baca(form) });
			// The server has just shown again what was typed.
			if ("diketik" in form.dataset) simpan();
			else sisihkan(kunci);
			tawarkan(form, kunci);
			form.addEventListener("input", simpan);
		});
		return (form) => gudang.removeItem(getKunci(form));
	};

	function bukaGudang() {
		try {
			localStorage.setItem("kinerja:uji", "1");
			localStorage.removeItem("kinerja:uji");
			return localStorage;
		} catch {
			return null; // private browsing or full
		}
	}

	function medan(form) {
		const bukanIsian = ["csrf_token", "modified"];
		return Array.from(form.elements).filter(
			(satu) =>
				satu.name && !bukanIsian.includes(satu.name) && !["file", "submit", "button"].includes(satu.type) && satu.tagName !== "FIELDSET"
		);
	}

	function baca(form) {
		return medan(form).map((satu) => [
			satu.name,
			satu.value,
			["checkbox", "radio"].includes(satu.type) ? satu.checked : null,
			["textarea", "text"].includes(satu.type),
		]);
	}

	function tulis(kunci, isi) {
		try {
			gudang.setItem(kunci, JSON.stringify(isi));
		} catch {
			// Full: the form itself still works.
		}
	}

	// --- offers wait apart: what is typed before they are answered does not overwrite them

	function getTawaran(kunci) {
		return JSON.parse(gudang.getItem(`${kunci}:tawaran`) || "[]");
	}

	function setTawaran(kunci, tawaran) {
		if (tawaran.length) tulis(`${kunci}:tawaran`, tawaran);
		else gudang.removeItem(`${kunci}:tawaran`);
	}

	function sisihkan(kunci) {
		const draf = JSON.parse(gudang.getItem(kunci) || "null");
		if (!draf) return;
		setTawaran(kunci, [...getTawaran(kunci), draf]);
		gudang.removeItem(kunci);
	}

	function buang(kunci, draf) {
		setTawaran(kunci, getTawaran(kunci).filter((satu) => satu.pada !== draf.pada));
	}

	function tawarkan(form, kunci) {
		if (!getTawaran(kunci).length) return;
		const sekarang = JSON.stringify(baca(form));
		const masihBaru = (draf) => Date.now() - draf.pada < BERLAKU && JSON.stringify(draf.isi) !== sekarang;
		const tawaran = getTawaran(kunci).filter((draf) => masihBaru(draf) && (isSejalan(form, draf) || cariKetikan(form, draf.isi).length));
		setTawaran(kunci, tawaran);
		tawaran.forEach((draf) => form.before(buatKotak(form, kunci, draf)));
	}

	function isSejalan(form, draf) {
		return draf.versi === form.elements.modified?.value;
	}

	// Has the document moved on, the fields would undo what others wrote: the words are shown to be copied.
	function buatKotak(form, kunci, draf) {
		const pada = new Date(draf.pada).toLocaleString("id-ID", { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
		const pilihan = { Buang: () => buang(kunci, draf) };
		if (isSejalan(form, draf)) {
			const teks = `Ada isian di perangkat ini yang belum tersimpan (${pada}). `;
			const kotak = buatTawaran(teks, { Pulihkan: () => pulihkan(form, kunci, draf), ...pilihan });
			kotak.classList.add("ka-tawaran");
			return kotak;
		}
		const kotak = buatTawaran(`Dokumen ini sudah berubah sejak Anda mengetik (${pada}). Salin yang masih diperlukan: `, pilihan);
		kotak.append(buatDaftar(cariKetikan(form, draf.isi)));
		return kotak;
	}

	// [label of the field, what was typed], of the words that the form does not hold now.
	function cariKetikan(form, isi) {
		const ada = new Set(medan(form).map((satu) => satu.value.trim()));
		return isi
			.filter(([, nilai, , teks]) => teks && nilai.trim() && !ada.has(nilai.trim()))
			.map(([nama, nilai]) => [form.elements[nama]?.labels?.[0]?.firstChild.textContent.trim() || "Baris baru", nilai]);
	}

	function buatDaftar(ketikan) {
		const daftar = document.createElement("dl");
		for (const [label, nilai] of ketikan) {
			daftar.append(
				Object.assign(document.createElement("dt"), { textContent: label }),
				Object.assign(document.createElement("dd"), { textContent: nilai, className: "ka-teks" })
			);
		}
		return daftar;
	}

	function buatTawaran(teks, pilihan) {
		const kotak = document.createElement("div");
		kotak.className = "ka-pesan ka-ingat";
		kotak.setAttribute("role", "status");
		kotak.textContent = teks;
		for (const [label, tindakan] of Object.entries(pilihan)) {
			const tombol = document.createElement("button");
			tombol.type = "button";
			tombol.className = "ka-tombol ka-kecil";
			tombol.textContent = label;
			tombol.addEventListener("click", () => {
				tindakan();
				kotak.remove();
			});
			kotak.append(tombol, " ");
		}
		return kotak;
	}

	function pulihkan(form, kunci, draf) {
		sisihkan(kunci);
		tulis(kunci, draf);
		buang(kunci, draf);
		const tombol = form.querySelector("[data-susun-ulang]");
		if (tombol && !isBarisSama(form, draf.isi)) return susunUlang(form, draf.isi, tombol);
		const semua = medan(form);
		draf.isi.flatMap((satu) => isikan(semua, satu)).forEach((satu) => satu.dispatchEvent(new Event("change")));
	}

	function isBarisSama(form, isi) {
		const ada = new Set(medan(form).map((satu) => satu.name));
		const dulu = new Set(isi.map(([nama]) => nama));
		return ada.size === dulu.size && [...dulu].every((nama) => ada.has(nama));
	}

	// The page has rows more or less than the draft: the server shows it again with those of the draft alone.
	function susunUlang(form, isi, tombol) {
		const tukar = ({ formData }) => {
			medan(form).forEach(({ name }) => formData.delete(name));
			isi.filter(([, , dipilih]) => dipilih !== false).forEach(([nama, nilai]) => formData.append(nama, nilai));
		};
		form.addEventListener("formdata", tukar, { once: true });
		tombol.formNoValidate = true;
		form.requestSubmit(tombol);
	}

	// The fields that it changed.
	function isikan(semua, [nama, nilai, dipilih]) {
		const [sifat, isi] = dipilih === null ? ["value", nilai] : ["checked", dipilih];
		const calon = semua.filter((satu) => satu.name === nama && (dipilih === null || satu.value === nilai));
		const berubah = calon.filter((satu) => satu[sifat] !== isi);
		berubah.forEach((satu) => (satu[sifat] = isi));
		return berubah;
	}
})();
