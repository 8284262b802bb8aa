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
			const simpan = () =>
				gudang.setItem(
					getKunci(form),
					JSON.stringify({ pada: Date.now(), versi: form.elements.modified?.value, isi: baca(form) })
				);
			// The server has just shown again what was typed, with a row more or less.
			if ("diketik" in form.dataset) simpan();
			else tawarkan(form, getKunci(form));
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

	function tawarkan(form, kunci) {
		const draf = JSON.parse(gudang.getItem(kunci) || "null");
		if (!draf) return;
		const buang = () => gudang.removeItem(kunci);
		if (Date.now() - draf.pada > BERLAKU) return buang();
		if (JSON.stringify(draf.isi) === JSON.stringify(baca(form))) return;
		if (draf.versi === form.elements.modified?.value) {
			const pilihan = { Pulihkan: () => pulihkan(form, draf.isi), Buang: buang };
			return form.before(buatTawaran("Ada isian di perangkat ini yang belum tersimpan. ", pilihan));
		}
		// The document has moved on: put back, the fields would undo what others wrote. The words are shown to be copied.
		const ketikan = cariKetikan(form, draf.isi);
		if (!ketikan.length) return buang();
		const kotak = buatTawaran("Dokumen ini sudah berubah sejak Anda mengetik. Salin yang masih diperlukan: ", { Buang: buang });
		kotak.append(buatDaftar(ketikan));
		form.before(kotak);
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
		kotak.className = "ka-pesan ka-ingat ka-tawaran";
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

	function pulihkan(form, isi) {
		const hilang = isi.filter((satu) => !isikan(form, satu));
		const susunUlang = form.querySelector("[data-susun-ulang]");
		if (!hilang.length || !susunUlang) return medan(form).forEach((satu) => satu.dispatchEvent(new Event("change")));
		// Rows that the page does not have: the server shows it again with them.
		for (const [name, value] of hilang.filter(([, , dipilih]) => dipilih !== false)) {
			form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
		}
		form.requestSubmit(susunUlang);
	}

	function isikan(form, [nama, nilai, dipilih]) {
		const calon = medan(form).filter((satu) => satu.name === nama);
		for (const satu of calon) {
			if (dipilih === null) satu.value = nilai;
			else if (satu.value === nilai) satu.checked = dipilih;
		}
		return calon.length;
	}
})();
