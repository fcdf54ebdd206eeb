// The drop zone of the imports: files dropped or chosen, sent one after the other as they are, with their progress.
// Without this script the form sends them all in one go.
(function () {
  'use strict';
  var formulaire = document.querySelector('[data-depot]');
  if (!formulaire) { return; }
  var zone = formulaire.querySelector('[data-depot-zone]');
  var champ = formulaire.querySelector('input[type=file]');
  var liste = formulaire.querySelector('[data-depot-liste]');
  var avancement = formulaire.querySelector('[data-depot-avancement]');
  var bouton = formulaire.querySelector('button[type=submit]');
  var entete = document.querySelector('meta[name="csrf-entete"]');
  var jeton = document.querySelector('meta[name="csrf"]');
  var enCours = false;

  function taille(octets) {
    var unites = ['octets', 'ko', 'Mo', 'Go'];
    var n = octets, u = 0;
    while (n >= 1024 && u < unites.length - 1) { n /= 1024; u++; }
    return (u === 0 ? n : n.toFixed(1).replace('.', ',')) + ' ' + unites[u];
  }

  function montrer() {
    liste.textContent = '';
    Array.prototype.forEach.call(champ.files, function (f) {
      var li = document.createElement('li');
      li.textContent = f.name + ', ' + taille(f.size);
      liste.appendChild(li);
    });
    liste.hidden = champ.files.length < 2;
  }

  ['dragenter', 'dragover'].forEach(function (nom) {
    zone.addEventListener(nom, function (e) { e.preventDefault(); zone.classList.add('survol'); });
  });
  ['dragleave', 'drop'].forEach(function (nom) {
    zone.addEventListener(nom, function () { zone.classList.remove('survol'); });
  });
  zone.addEventListener('drop', function (e) {
    e.preventDefault();
    if (!enCours && e.dataTransfer.files.length) {
      champ.files = e.dataTransfer.files;
      montrer();
      bouton.focus();
    }
  });
  champ.addEventListener('change', montrer);

  function ligne(ul, fichier) {
    var li = document.createElement('li');
    var nom = document.createElement('span');
    var barre = document.createElement('progress');
    var texte = document.createElement('span');
    nom.textContent = fichier.name;
    barre.max = 100;
    barre.value = 0;
    barre.setAttribute('aria-label', 'Envoi de ' + fichier.name);
    texte.className = 'aide';
    texte.textContent = 'en attente';
    li.append(nom, barre, texte);
    ul.appendChild(li);
    return { barre: barre, texte: texte };
  }

  function envoyer(fichier, vue) {
    return new Promise(function (fini) {
      var requete = new XMLHttpRequest();
      var recu = formulaire.querySelector('[name=recuLe]').value;
      requete.open('POST', formulaire.dataset.depot + '?nom=' + encodeURIComponent(fichier.name) + (recu ? '&recuLe=' + encodeURIComponent(recu) : ''));
      requete.setRequestHeader('Content-Type', 'application/octet-stream');
      requete.setRequestHeader('Accept', 'application/json');
      if (entete && entete.content) { requete.setRequestHeader(entete.content, jeton.content); }
      requete.upload.addEventListener('progress', function (e) {
        if (e.lengthComputable) {
          vue.barre.value = e.total ? e.loaded * 100 / e.total : 100;
          vue.texte.textContent = 'envoi, ' + Math.floor(vue.barre.value) + ' %';
        }
      });
      requete.addEventListener('loadend', function () {
        var reponse = null;
        try { reponse = JSON.parse(requete.responseText); } catch (e) { reponse = null; }
        var ok = requete.status === 200 && reponse !== null;
        vue.barre.value = ok ? 100 : vue.barre.value;
        vue.texte.textContent = reponse && reponse.phrase ? reponse.phrase
          : 'L\'envoi a échoué. Vérifiez la connexion, puis recommencez.';
        fini(ok ? reponse : null);
      });
      vue.texte.textContent = 'envoi';
      requete.send(fichier);
    });
  }

  formulaire.addEventListener('submit', function (e) {
    e.preventDefault();
    // a double click is one drop
    if (enCours || !champ.files.length) { return; }
    enCours = true;
    bouton.disabled = true;
    avancement.textContent = '';
    var ul = document.createElement('ul');
    avancement.appendChild(ul);
    var fichiers = Array.prototype.slice.call(champ.files);
    var vues = fichiers.map(function (f) { return ligne(ul, f); });
    var reponses = [];
    fichiers.reduce(function (avant, fichier, i) {
      return avant.then(function () { return envoyer(fichier, vues[i]); }).then(function (r) { reponses.push(r); });
    }, Promise.resolve()).then(function () {
      enCours = false;
      bouton.disabled = false;
      var bonnes = reponses.filter(function (r) { return r !== null; });
      if (bonnes.length === reponses.length) {
        window.location.assign(fichiers.length === 1 ? bonnes[0].adresse + (bonnes[0].nouveau ? '' : '?deja') : '/imports');
      }
    });
  });
}());
