// <input data-metiers="/address"> : a few letters show the métiers that answer; arrows and Enter choose. Without a script it is a field, and the server answers.
(function () {
  'use strict';
  var numero = 0;

  function equiper(champ) {
    var liste = document.createElement('ul');
    var attente = null;
    var demande = 0;
    var ici = -1;
    liste.id = 'metiers-' + (++numero);
    liste.className = 'combobox-liste';
    liste.setAttribute('role', 'listbox');
    liste.setAttribute('aria-label', 'Métiers');
    liste.hidden = true;
    champ.after(liste);
    champ.setAttribute('role', 'combobox');
    champ.setAttribute('aria-autocomplete', 'list');
    champ.setAttribute('aria-controls', liste.id);
    champ.setAttribute('aria-expanded', 'false');

    function fermer() {
      demande++;
      ici = -1;
      liste.hidden = true;
      champ.setAttribute('aria-expanded', 'false');
      champ.removeAttribute('aria-activedescendant');
    }

    function choisir(option) {
      champ.value = option.textContent;
      fermer();
      champ.dispatchEvent(new Event('change', { bubbles: true }));
    }

    function viser(rang) {
      var options = liste.querySelectorAll('[aria-selected]');
      if (!options.length) { return; }
      if (options[ici]) { options[ici].setAttribute('aria-selected', 'false'); }
      ici = (rang + options.length) % options.length;
      options[ici].setAttribute('aria-selected', 'true');
      options[ici].scrollIntoView({ block: 'nearest' });
      champ.setAttribute('aria-activedescendant', options[ici].id);
    }

    function montrer(metiers) {
      liste.textContent = '';
      metiers.forEach(function (metier, i) {
        var option = document.createElement('li');
        option.id = liste.id + '-' + i;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        option.textContent = metier;
        // before the field loses the focus
        option.addEventListener('mousedown', function (e) { e.preventDefault(); choisir(option); });
        liste.appendChild(option);
      });
      if (!metiers.length) {
        var rien = document.createElement('li');
        rien.setAttribute('role', 'option');
        rien.setAttribute('aria-disabled', 'true');
        rien.textContent = 'Aucun métier ainsi nommé : essayez ce que l\'on y fait (« vente », « nettoyage »), ou écrivez-le plus bas, dans ses mots.';
        liste.appendChild(rien);
      }
      ici = -1;
      liste.hidden = false;
      champ.setAttribute('aria-expanded', String(!liste.hidden));
    }

    champ.addEventListener('input', function () {
      clearTimeout(attente);
      if (champ.value.trim().length < 2) { fermer(); return; }
      attente = setTimeout(function () {
        var moi = ++demande;
        fetch(champ.dataset.metiers + '?q=' + encodeURIComponent(champ.value)).then(function (r) { return r.ok ? r.json() : []; })
          .then(function (metiers) { if (moi === demande && document.activeElement === champ) { montrer(metiers); } })
          .catch(function () { fermer(); });
      }, 200);
    });
    champ.addEventListener('keydown', function (e) {
      if (liste.hidden) { return; }
      if (e.key === 'ArrowDown') { e.preventDefault(); viser(ici + 1); }
      if (e.key === 'ArrowUp') { e.preventDefault(); viser(ici < 0 ? -1 : ici - 1); }
      if (e.key === 'Escape') { e.preventDefault(); e.stopPropagation(); fermer(); }
      if (e.key === 'Enter') {
        e.preventDefault();
        if (ici >= 0) { choisir(liste.querySelectorAll('[aria-selected]')[ici]); }
      }
    });
    champ.addEventListener('blur', fermer);
  }

  document.querySelectorAll('input[data-metiers]').forEach(equiper);
}());
