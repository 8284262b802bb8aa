// What was typed into a form survives a lost connection or a closed browser, until the server has it.
(() => {
	"use strict";
	const { boleh, isBasi, pengguna } = window.perangkat;
	const gudang = boleh ? openGudang() : null;

	window.draf = { setUp, forget, count, findBeda, makeBanding };

	// Keeps the forms of `bagian` that have data-draf, and offers what it has kept of them.
	function setUp(bagian) {
		if (gudang) bagian.querySelectorAll("form[data-draf]").forEach(setUpForm);
	}

	function setUpForm(form) {
		const kunci = getKunci(form.dataset.draf, location.pathname);
		const save = () => write(kunci, { pada: Date.now(), versi: form.elements.modified?.value, isi: readIsian(form) });
		// The server has just shown again what was typed.
		if ("diketik" in form.dataset) save();
		else setAside(kunci);
		offer(form, kunci);
		form.addEventListener("input", save);
	}

	function getKunci(draf, halaman) {
		return `kinerja:${pengguna}:${halaman}:${draf}`;
	}

	// The server has what was typed until then. Whether that was all.
	function forget(draf, halaman, sampai) {
		if (!gudang) return true;
		const kunci = getKunci(draf, halaman);
		setTawaran(kunci, getTawaran(kunci).filter(({ pada }) => pada > sampai));
		const kini = JSON.parse(gudang.getItem(kunci) || "null");
		if (kini && kini.pada > sampai) return false;
		gudang.removeItem(kunci);
		return true;
	}

	// How many forms were typed into and not sent, beside those that wait for a line.
	function count(menunggu) {
		const terhitung = menunggu.map(({ draf, alamat }) => getKunci(draf, alamat.split("?")[0]));
		const semua = gudang ? Object.keys(gudang).map((kunci) => kunci.replace(/:tawaran$/, "")) : [];
		const milik = new Set(semua.filter((kunci) => kunci.startsWith(`kinerja:${pengguna}:`) && !terhitung.includes(kunci)));
		return milik.size;
	}

	function openGudang() {
		try {
			localStorage.setItem("kinerja:uji", "1");
			localStorage.removeItem("kinerja:uji");
			return localStorage;
		} catch {
			return null; // private browsing or full
		}
	}

	function getMedan(form) {
		const bukanIsian = ["csrf_token", "kiriman", "modified"];
		return Array.from(form.elements).filter(
			(masukan) =>
				masukan.name && !bukanIsian.includes(masukan.name) && !["file", "submit", "button"].includes(masukan.type) && masukan.tagName !== "FIELDSET"
		);
	}

	function readIsian(form) {
		return getMedan(form).map((masukan) => [
			masukan.name,
			masukan.value,
			["checkbox", "radio"].includes(masukan.type) ? masukan.checked : null,
			["textarea", "text"].includes(masukan.type),
		]);
	}

	function write(kunci, isi) {
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
		if (tawaran.length) write(`${kunci}:tawaran`, tawaran);
		else gudang.removeItem(`${kunci}:tawaran`);
	}

	function setAside(kunci) {
		const draf = JSON.parse(gudang.getItem(kunci) || "null");
		if (!draf) return;
		setTawaran(kunci, [...getTawaran(kunci), draf]);
		gudang.removeItem(kunci);
	}

	function discard(kunci, draf) {
		setTawaran(kunci, getTawaran(kunci).filter((tawaran) => tawaran.pada !== draf.pada));
	}

	function offer(form, kunci) {
		if (!getTawaran(kunci).length) return;
		const sekarang = JSON.stringify(readIsian(form));
		const isMasihBaru = (draf) => !isBasi(draf.pada) && JSON.stringify(draf.isi) !== sekarang;
		const tawaran = getTawaran(kunci).filter((draf) => isMasihBaru(draf) && (isSejalan(form, draf) || findKetikan(form, draf).length));
		setTawaran(kunci, tawaran);
		tawaran.forEach((draf) => form.before(makeKotak(form, kunci, draf)));
	}

	function isSejalan(form, draf) {
		return draf.versi === form.elements.modified?.value;
	}

	// Has the document moved on, the fields would undo what others wrote: the words are shown to be copied.
	function makeKotak(form, kunci, draf) {
		const pada = new Date(draf.pada).toLocaleString("id-ID", { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
		const pilihan = { Buang: () => discard(kunci, draf) };
		if (isSejalan(form, draf)) {
			const teks = `Ada isian di perangkat ini yang belum tersimpan (${pada}). `;
			const kotak = makeTawaran(teks, { Pulihkan: () => restore(form, kunci, draf), ...pilihan });
			kotak.classList.add("ka-tawaran");
			return kotak;
		}
		const kotak = makeTawaran(`Dokumen ini sudah berubah sejak Anda mengetik (${pada}). Salin yang masih diperlukan: `, pilihan);
		kotak.append(makeBanding(findKetikan(form, draf)));
		return kotak;
	}

	function findKetikan(form, { isi }) {
		return findBeda(form, isi.filter(([, , , teks]) => teks));
	}

	// --- side by side

	// [label of the field, what was typed, what is there now], of the words that the form (null: it is gone) does not
	// hold now.
	function findBeda(form, isi) {
		const ada = new Set(form ? getMedan(form).map((masukan) => masukan.value.trim()) : []);
		return isi
			.filter(([nama, nilai]) => !isTersembunyi(form, nama) && typeof nilai === "string" && nilai.trim() && !ada.has(nilai.trim()))
			.map(([nama, nilai]) => [getLabel(form, nama), nilai, form?.elements[nama]?.value || ""]);
	}

	function isTersembunyi(form, nama) {
		return ["aksi", "kiriman", "modified"].includes(nama) || form?.elements[nama]?.type === "hidden";
	}

	function getLabel(form, nama) {
		return form?.elements[nama]?.labels?.[0]?.firstChild.textContent.trim() || "Baris baru";
	}

	function makeBanding(beda) {
		const tabel = document.createElement("table");
		tabel.className = "kb-banding";
		tabel.append(makeBaris("th", ["Isian", "Yang Anda ketik", "Yang ada sekarang"]));
		tabel.append(...beda.map(([label, nilai, kini]) => makeBaris("td", [label, nilai, kini || "(kosong)"])));
		tabel.hidden = !beda.length;
		return tabel;
	}

	function makeBaris(jenis, sel) {
		const baris = document.createElement("tr");
		baris.append(...sel.map((textContent) => Object.assign(document.createElement(jenis), { textContent })));
		return baris;
	}

	function makeTawaran(teks, pilihan) {
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

	function restore(form, kunci, draf) {
		setAside(kunci);
		write(kunci, draf);
		discard(kunci, draf);
		const tombol = form.querySelector("[data-susun-ulang]");
		if (tombol && !isBarisSama(form, draf.isi)) return arrangeAgain(form, draf.isi, tombol);
		const semua = getMedan(form);
		draf.isi.flatMap((isian) => fill(semua, isian)).forEach((masukan) => masukan.dispatchEvent(new Event("change")));
	}

	function isBarisSama(form, isi) {
		const ada = new Set(getMedan(form).map((masukan) => masukan.name));
		const dulu = new Set(isi.map(([nama]) => nama));
		return ada.size === dulu.size && [...dulu].every((nama) => ada.has(nama));
	}

	// The page has rows more or less than the draft: the server shows it again with those of the draft alone.
	function arrangeAgain(form, isi, tombol) {
		const swap = ({ formData }) => {
			getMedan(form).forEach(({ name }) => formData.delete(name));
			isi.filter(([, , dipilih]) => dipilih !== false).forEach(([nama, nilai]) => formData.append(nama, nilai));
		};
		form.addEventListener("formdata", swap, { once: true });
		tombol.formNoValidate = true;
		form.requestSubmit(tombol);
	}

	// The fields that it changed.
	function fill(semua, [nama, nilai, dipilih]) {
		const [sifat, isi] = dipilih === null ? ["value", nilai] : ["checked", dipilih];
		const calon = semua.filter((masukan) => masukan.name === nama && (dipilih === null || masukan.value === nilai));
		const berubah = calon.filter((masukan) => masukan[sifat] !== isi);
		berubah.forEach((masukan) => (masukan[sifat] = isi));
		return berubah;
	}
})();
