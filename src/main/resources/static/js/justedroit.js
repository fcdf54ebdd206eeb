// A link to a month opens it; printing opens all of them.
(function () {
  'use strict';
  function ouvrir() {
    var cible = location.hash && document.getElementById(location.hash.slice(1));
    if (cible && cible.tagName === 'DETAILS') { cible.open = true; }
  }
  window.addEventListener('hashchange', ouvrir);
  window.addEventListener('beforeprint', function () { document.querySelectorAll('.mois-verifie').forEach(function (d) { d.open = true; }); });
  ouvrir();
}());
