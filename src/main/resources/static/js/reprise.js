// What was being written when the session ended stays in this tab of the browser, and nowhere else, until the same agent is back: then it is
// put again in its form. Forms that hold a password or a file are never kept.
(function () {
  'use strict';
  var CLE = 'jalon.saisie';
  var PAGE = 'jalon.page';
  var HEURES = 12;
  var corps = document.body;
  var agent = corps.getAttribute('data-agent');
  var ici = location.pathname + location.search;

  function lire(cle) {
    try { return JSON.parse(sessionStorage.getItem(cle)); } catch (e) { return null; }
  }
  function garder(cle, valeur) {
    try { sessionStorage.setItem(cle, JSON.stringify(valeur)); } catch (e) { /* no room, or forbidden: nothing is kept */ }
  }
  function oublier() {
    try { sessionStorage.removeItem(CLE); } catch (e) { /* the same */ }
  }

  function gardable(f) {
    return f && agent && (f.getAttribute('method') || '').toLowerCase() === 'post'
        && !f.querySelector('input[type=password], input[type=file], input[autocomplete=one-time-code]')
        && f.querySelector('textarea, select, input:not([type=hidden]):not([type=submit])');
  }
  // hidden fields come from the page; but for what she had under her eyes, without which a colleague's change would be lost
  function gardes(f) {
    return Array.from(f.elements).filter(function (c) { return c.name && !c.disabled && (c.type !== 'hidden' || c.name === 'version') && !/^(submit|button)$/.test(c.type); });
  }
  function semblables(f) {
    return Array.from(document.forms).filter(function (g) { return g.getAttribute('action') === f.getAttribute('action'); });
  }
  function retenir(f, etat) {
    var champs = gardes(f).filter(function (c) { return !/^(checkbox|radio)$/.test(c.type) || c.checked; }).reduce(function (tous, c) {
      var valeurs = c.multiple ? Array.from(c.selectedOptions).map(function (o) { return o.value; }) : [c.value];
      return tous.concat(valeurs.map(function (v) { return [c.name, v]; }));
    }, []);
    garder(CLE, { agent: agent, page: corps.hasAttribute('data-lue') ? ici : lire(PAGE) || ici, titre: (document.querySelector('h1') || {}).textContent, action: f.getAttribute('action'),
      rang: semblables(f).indexOf(f), champs: champs, etat: etat, le: Date.now() });
  }

  function remettre(s) {
    var f = Array.from(document.forms).filter(function (g) { return g.getAttribute('action') === s.action; })[s.rang];
    if (!f) { return null; }
    var parNom = {};
    s.champs.forEach(function (c) { (parNom[c[0]] = parNom[c[0]] || []).push(c[1]); });
    gardes(f).forEach(function (c) {
      var valeurs = parNom[c.name] || [];
      if (/^(checkbox|radio)$/.test(c.type)) {
        if (c.checked === valeurs.indexOf(c.value) >= 0) { return; }
        c.checked = !c.checked;
      } else if (c.multiple) {
        Array.from(c.options).forEach(function (o) { o.selected = valeurs.indexOf(o.value) >= 0; });
      } else if (valeurs.length && c.value !== valeurs[0]) {
        c.value = valeurs.shift();
      } else {
        valeurs.shift();
        return;
      }
      c.dispatchEvent(new Event('input', { bubbles: true }));
      c.dispatchEvent(new Event('change', { bubbles: true }));
    });
    return f;
  }

  function dire(ou, phrase, lien) {
    var boite = document.createElement('div');
    boite.className = 'alert alert-info';
    boite.setAttribute('role', 'status');
    boite.appendChild(document.createTextNode(phrase));
    if (lien) {
      boite.appendChild(document.createTextNode(' '));
      var a = document.createElement('a');
      a.href = lien.page;
      a.textContent = 'Reprendre « ' + (lien.titre || 'la page').trim() + ' »';
      boite.appendChild(a);
    }
    ou.parentNode.insertBefore(boite, ou);
  }

  function pourquoi() {
    return s.etat === 'refusee' ? 'Votre envoi n\'a pas été enregistré.' : 'Votre session s\'était terminée pendant que vous écriviez.';
  }
  function contenu() { return document.querySelector('.titre-de-page').nextElementSibling || document.querySelector('.titre-de-page'); }

  document.addEventListener('submit', function (e) {
    if (e.target.getAttribute('action') === '/deconnexion') { oublier(); return; }
    if (!e.defaultPrevented && gardable(e.target)) { retenir(e.target, 'envoyee'); }
  });
  // a fragment was refused for want of a session: htmx is about to open the login
  document.addEventListener('htmx:beforeOnLoad', function (e) {
    if (e.detail.xhr.status !== 401) { return; }
    var f = e.detail.elt.closest('form') || document.querySelector('main form[method=post]');
    if (gardable(f)) { retenir(f, 'perdue'); }
  });

  var s = lire(CLE);
  if (agent && corps.hasAttribute('data-lue')) { garder(PAGE, ici); }
  if (!s) { return; }
  if (Date.now() - s.le > HEURES * 3600000 || agent && s.agent !== agent) { oublier(); return; }
  if (!agent) {
    if (/^\/connexion/.test(location.pathname) && /[?&]refus=(expiree|ferme-)/.test(location.search)) {
      s.etat = 'perdue';
      garder(CLE, s);
      dire(contenu(), 'Ce que vous étiez en train d\'écrire est gardé dans cet onglet : vous le retrouverez une fois reconnecté.');
    }
    return;
  }
  if (corps.hasAttribute('data-refusee')) {
    s.etat = 'refusee';
    garder(CLE, s);
    dire(contenu(), 'Ce que vous aviez écrit n\'est pas enregistré, mais il n\'est pas perdu.', s);
  } else if (s.etat === 'envoyee') {
    oublier();
  } else if (s.page === ici) {
    var f = remettre(s);
    oublier();
    if (f) { dire(f, pourquoi() + ' Ce que vous aviez écrit est remis ci-dessous : vérifiez, puis enregistrez.'); }
  } else {
    dire(contenu(), pourquoi() + ' Ce que vous aviez écrit n\'est pas perdu.', s);
  }
}());
