// What every page does: the search by "/", the menu on a small screen, the CSRF header of htmx, the arrows in a list.
(function () {
  'use strict';
  document.documentElement.classList.add('avec-js');
  var entete = document.querySelector('meta[name="csrf-entete"]');
  var valeur = document.querySelector('meta[name="csrf"]');

  document.addEventListener('htmx:configRequest', function (e) {
    if (entete && entete.content) { e.detail.headers[entete.content] = valeur.content; }
  });

  var bouton = document.getElementById('bouton-menu');
  var menu = document.getElementById('menu');
  if (bouton && menu) {
    bouton.addEventListener('click', function () {
      var ouvert = menu.classList.toggle('ouvert');
      bouton.setAttribute('aria-expanded', String(ouvert));
    });
    document.addEventListener('keydown', function (e) {
      if (e.key === 'Escape' && menu.classList.contains('ouvert')) { bouton.click(); bouton.focus(); }
    });
  }

  // The groups of the menu stay as this browser left them; the one of the page shown is open.
  document.querySelectorAll('details[data-menu]').forEach(function (g) {
    var cle = 'jalon-menu-' + g.dataset.menu;
    try {
      var garde = localStorage.getItem(cle);
      if (garde && g.dataset.ici !== 'true') { g.open = garde === 'ouvert'; }
      g.addEventListener('toggle', function () { localStorage.setItem(cle, g.open ? 'ouvert' : 'ferme'); });
    } catch (refuse) { /* a browser that keeps nothing: as the page says */ }
  });

  // What an address points at is opened.
  var vise = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (vise && vise.closest('details:not([open])')) { vise.closest('details').open = true; vise.scrollIntoView({ block: 'center' }); vise.focus(); }

  // On a small screen the filters are folded, unless one is in force (a list of those stands below).
  if (window.matchMedia('(max-width: 640px)').matches && !document.querySelector('.filtres-actifs')) {
    document.querySelectorAll('.filtres-plus').forEach(function (d) { d.open = false; });
  }

  // A value shown once is copied by a button; a browser that cannot copy shows no button.
  document.querySelectorAll('[data-copie]').forEach(function (b) {
    if (!navigator.clipboard) { return; }
    b.hidden = false;
    b.addEventListener('click', function () {
      navigator.clipboard.writeText(document.getElementById(b.dataset.copie).textContent).then(function () {
        b.querySelector('span').textContent = 'Copiée';
      });
    });
  });

  // A list once closed shows its choice on one line: a longer one is said whole on hovering.
  function direLeChoix(liste) {
    var choix = liste.selectedOptions[0];
    if (choix && choix.text.length > 40) { liste.title = choix.text; } else { liste.removeAttribute('title'); }
  }
  function direLesChoix(e) { (e && e.target.querySelectorAll ? e.target : document).querySelectorAll('select:not([multiple])').forEach(direLeChoix); }
  direLesChoix();
  document.addEventListener('change', function (e) { if (e.target.matches('select:not([multiple])')) { direLeChoix(e.target); } });
  document.addEventListener('htmx:afterSettle', direLesChoix);

  function saisie(e) {
    var t = e.target;
    return t.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(t.tagName);
  }

  function lignes() {
    return Array.prototype.slice.call(document.querySelectorAll('[data-liste] a[data-ligne]'));
  }

  function aller(pas) {
    var liens = lignes();
    if (!liens.length) { return false; }
    var ici = liens.indexOf(document.activeElement);
    var suivant = ici < 0 ? (pas > 0 ? 0 : liens.length - 1) : Math.min(liens.length - 1, Math.max(0, ici + pas));
    liens[suivant].focus();
    return true;
  }

  document.addEventListener('keydown', function (e) {
    if (e.ctrlKey || e.metaKey || e.altKey) { return; }
    var recherche = document.getElementById('recherche');
    if (e.key === '/' && recherche && !saisie(e)) {
      e.preventDefault();
      recherche.focus();
      recherche.select();
      return;
    }
    var dansListe = document.activeElement && document.activeElement.hasAttribute('data-ligne');
    var dansRecherche = document.activeElement && (document.activeElement.id === 'recherche' || document.activeElement.id === 'q');
    if ((e.key === 'ArrowDown' && (dansListe || dansRecherche || !saisie(e) && e.target === document.body))
        || (e.key === 'ArrowUp' && dansListe)) {
      if (aller(e.key === 'ArrowDown' ? 1 : -1)) { e.preventDefault(); }
    }
  });

  // A choice that acts at once: <select data-envoi> submits its form. The button stays for who has no script.
  document.addEventListener('change', function (e) {
    if (e.target.matches('[data-envoi]')) { e.target.form.requestSubmit(); }
  });
  // What a filter sends stands in the address of the page, in the history of the browser and in the logs of proxies: not a NIR.
  document.addEventListener('input', function (e) {
    var champ = e.target;
    if (!champ.form || champ.form.method !== 'get' || !champ.setCustomValidity || champ.tagName !== 'INPUT') { return; }
    var nir = /[1-478]\d{4}(\d{2}|2[AB])\d{6}/.test(champ.value.replace(/[\s.-]/g, '').toUpperCase());
    champ.setCustomValidity(nir ? 'Un numéro de sécurité sociale ne s’écrit pas dans un filtre : il resterait dans l’adresse de la page. Écrivez plutôt le nom.' : '');
  });
  // A long act: the button waits and says so, a second click does nothing. The server refuses to do it twice anyway.
  document.addEventListener('submit', function (e) {
    var phrase = e.target.getAttribute('data-patience');
    if (!phrase) { return; }
    if (e.target.hasAttribute('aria-busy')) { e.preventDefault(); return; }
    e.target.setAttribute('aria-busy', 'true');
    if (e.submitter) { e.submitter.textContent = phrase; }
  });
  // back with the browser: the form is ready again
  window.addEventListener('pageshow', function () {
    document.querySelectorAll('form[data-patience][aria-busy]').forEach(function (f) { f.removeAttribute('aria-busy'); });
  });
  // <button data-choisir="12-34" data-choisir-dans="destination"> chooses in a list.
  document.addEventListener('click', function (e) {
    var bouton = e.target.closest('[data-choisir]');
    if (!bouton) { return; }
    var liste = document.getElementById(bouton.getAttribute('data-choisir-dans'));
    liste.value = bouton.getAttribute('data-choisir');
    liste.focus();
  });
  // <button data-cocher="suivis"> ticks every box of this name, or none when all are.
  document.addEventListener('click', function (e) {
    var bouton = e.target.closest('[data-cocher]');
    if (!bouton) { return; }
    var cases = Array.from(document.querySelectorAll('input[type=checkbox][name="' + bouton.getAttribute('data-cocher') + '"]:not(:disabled)'));
    var toutes = cases.every(function (c) { return c.checked; });
    cases.forEach(function (c) { c.checked = !toutes; });
    compter();
  });
  // <output data-compte-de="personnes" data-total="50"> says how many boxes of this name are ticked; its « tout cocher » says what it would do.
  function compter() {
    document.querySelectorAll('[data-compte-de]').forEach(function (sortie) {
      var nom = sortie.getAttribute('data-compte-de');
      var cases = Array.from(document.querySelectorAll('input[type=checkbox][name="' + nom + '"]:not(:disabled)'));
      var n = cases.filter(function (c) { return c.checked; }).length;
      var texte = n + (n < 2 ? ' case cochée sur ' : ' cases cochées sur ') + cases.length;
      if (sortie.textContent.trim() !== texte) { sortie.textContent = texte; }
      document.querySelectorAll('.barre-cochees [data-cocher="' + nom + '"]').forEach(function (b) {
        b.lastChild.textContent = cases.length && n === cases.length ? ' Tout décocher' : ' Tout cocher';
      });
    });
  }
  document.addEventListener('change', function (e) { if (e.target.type === 'checkbox') { compter(); } });
  window.addEventListener('pageshow', compter);
  // What sticks under the header must know how high it is: it takes two lines on a narrow screen, and does not stick on a phone.
  var tete = document.querySelector('.entete');
  function hauteur() {
    var colle = tete && getComputedStyle(tete).position === 'sticky';
    document.documentElement.style.setProperty('--entete', (colle ? tete.offsetHeight : 0) + 'px');
  }
  if (document.querySelector('.barre-cochees')) {
    hauteur();
    window.addEventListener('resize', hauteur);
  }
  document.addEventListener('click', function (e) {
    if (e.target.closest('[data-imprimer]')) { window.print(); }
  });
}());
