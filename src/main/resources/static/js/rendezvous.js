// The roll call at the keyboard: arrows from a person to the next, one letter for what she is, the first letters of a name to find her.
(function () {
  'use strict';
  var filtre = document.getElementById('appel-nom');
  if (!filtre) { return; }

  function lignes() {
    return Array.prototype.slice.call(document.querySelectorAll('.appel-ligne:not([hidden])'));
  }
  function sansAccent(texte) {
    return texte.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
  }
  function viser(ligne) {
    var bouton = ligne && ligne.querySelector('[data-appel="P"]');
    if (bouton) { bouton.focus(); bouton.scrollIntoView({ block: 'nearest' }); }
  }
  function courante() {
    return document.activeElement && document.activeElement.closest('.appel-ligne');
  }
  function voisine(ligne, pas) {
    var toutes = lignes();
    var ici = toutes.indexOf(ligne);
    return toutes[Math.min(toutes.length - 1, Math.max(0, ici + pas))];
  }

  filtre.addEventListener('input', function () {
    var debut = sansAccent(filtre.value.trim());
    document.querySelectorAll('.appel-ligne').forEach(function (l) {
      l.hidden = debut !== '' && !sansAccent(l.getAttribute('data-nom')).split(/[\s-]+/).some(function (mot) { return mot.indexOf(debut) === 0; });
    });
  });
  filtre.addEventListener('keydown', function (e) {
    if (e.key === 'Enter' || e.key === 'ArrowDown') {
      e.preventDefault();
      e.stopPropagation();
      viser(lignes()[0]);
    }
  });

  document.addEventListener('keydown', function (e) {
    if (e.ctrlKey || e.metaKey || e.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName)) { return; }
    var ligne = courante();
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      e.preventDefault();
      viser(ligne ? voisine(ligne, e.key === 'ArrowDown' ? 1 : -1) : lignes()[0]);
      return;
    }
    var touche = e.key.length === 1 ? e.key.toUpperCase() : '';
    if (touche === 'F') {
      e.preventDefault();
      filtre.focus();
      filtre.select();
      return;
    }
    var bouton = ligne && touche && ligne.querySelector('[data-appel="' + touche + '"]');
    if (!bouton) { return; }
    e.preventDefault();
    bouton.click();
    if (touche === 'E') {
      var motif = ligne.querySelector('.appel-excuse button');
      if (motif) { motif.focus(); }
    } else if (touche === 'P' || touche === 'A') {
      viser(voisine(ligne, 1));
    }
  });

  // a row that is replaced while it has the focus keeps it
  document.addEventListener('htmx:beforeSwap', function (e) {
    var cible = e.detail.target;
    if (cible && cible.classList && cible.classList.contains('appel-ligne') && cible.contains(document.activeElement)) {
      var id = cible.id;
      setTimeout(function () { viser(document.getElementById(id)); }, 0);
    }
  });
}());
