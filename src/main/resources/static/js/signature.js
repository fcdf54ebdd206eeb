// The frame where a person draws her signature: what she drew leaves with the form as an image. Without a pointer, paper remains.
(() => {
  for (const form of document.querySelectorAll("form[data-signature]")) {
    const cadre = form.querySelector("canvas");
    const trait = cadre.getContext("2d");
    let dessine = false;
    let appuye = false;
    const effacer = () => {
      trait.fillStyle = "#fff";
      trait.fillRect(0, 0, cadre.width, cadre.height);
      trait.strokeStyle = "#12284c";
      trait.lineWidth = 3;
      trait.lineCap = "round";
      dessine = false;
    };
    const ici = (e) => {
      const place = cadre.getBoundingClientRect();
      return [(e.clientX - place.left) * cadre.width / place.width, (e.clientY - place.top) * cadre.height / place.height];
    };
    effacer();
    cadre.addEventListener("pointerdown", (e) => {
      appuye = true;
      cadre.setPointerCapture(e.pointerId);
      trait.beginPath();
      trait.moveTo(...ici(e));
      e.preventDefault();
    });
    cadre.addEventListener("pointermove", (e) => {
      if (appuye) {
        trait.lineTo(...ici(e));
        trait.stroke();
        dessine = true;
      }
    });
    const lever = () => {
      appuye = false;
    };
    cadre.addEventListener("pointerup", lever);
    cadre.addEventListener("pointercancel", lever);
    form.querySelector("[data-effacer]").addEventListener("click", effacer);
    form.addEventListener("submit", () => {
      form.elements.dessin.value = dessine ? cadre.toDataURL("image/png") : "";
    });
  }
})();
