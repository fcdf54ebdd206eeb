// A review at the keyboard: from a person to the next, one figure for what is decided, Enter to keep it. Only while the cursor is on the person, not in a field.
(function () {
  'use strict';
  var revue = document.querySelector('[data-revue]');
  if (!revue) { return; }
  var titre = revue.querySelector('[data-revue-titre]');
  var formulaire = revue.querySelector('form');
  if (titre && !document.getElementById('refus')) { titre.focus({ preventScroll: true }); }

  // leaving her without recording: what is typed is kept first, then the page follows the link
  var vue = formulaire && new URLSearchParams(new FormData(formulaire)).toString();
  revue.addEventListener('click', function (e) {
    var lien = e.target.closest('a[href]');
    if (!lien || !formulaire || e.ctrlKey || e.metaKey || e.shiftKey || lien.target) { return; }
    var champs = new URLSearchParams(new FormData(formulaire));
    if (champs.toString() === vue) { return; }
    e.preventDefault();
    var partir = function () { location.href = lien.href; };
    fetch(formulaire.getAttribute('data-revue-saisie'), { method: 'POST', body: champs, keepalive: true }).then(partir, partir);
  });

  revue.addEventListener('keydown', function (e) {
    if (e.ctrlKey || e.metaKey || e.altKey) { return; }
    var dansUnTexte = /^(TEXTAREA|SELECT)$/.test(e.target.tagName) || e.target.tagName === 'INPUT' && e.target.type !== 'radio';
    if (dansUnTexte) { return; }
    if (e.key === 'Enter' && e.target.type === 'radio') {
      e.preventDefault();
      formulaire.requestSubmit();
      return;
    }
    var touche = e.key.length === 1 ? e.key.toLowerCase() : e.key;
    var surUnChoix = e.target.type === 'radio';
    var sens = touche === 'j' || touche === 'ArrowRight' && !surUnChoix ? 'apres' : touche === 'k' || touche === 'ArrowLeft' && !surUnChoix ? 'avant' : null;
    var lien = sens && revue.querySelector('[data-revue-vers="' + sens + '"]');
    if (lien) {
      e.preventDefault();
      lien.click();
      return;
    }
    var choix = /^[1-5]$/.test(touche) && document.getElementById('decision-' + touche);
    if (choix) {
      e.preventDefault();
      choix.checked = true;
      // what needs no reason waits for Enter; the others wait for a word
      (touche === '1' ? choix : document.getElementById('pourquoi')).focus();
    }
  });
}());
