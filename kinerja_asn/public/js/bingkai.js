// The menu of the account works without this file; with it, Escape and a touch elsewhere close it.
(() => {
	"use strict";
	const akun = document.querySelector(".kb-akun");
	if (!akun) return;

	document.addEventListener("click", (sentuhan) => {
		if (!akun.contains(sentuhan.target)) akun.open = false;
	});

	akun.addEventListener("keydown", (ketukan) => {
		if (ketukan.key !== "Escape") return;
		akun.open = false;
		akun.querySelector("summary").focus();
	});
})();
