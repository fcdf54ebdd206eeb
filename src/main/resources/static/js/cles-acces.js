// Passkeys: log in with one (page "Connexion"), add one (page "Mon compte"). Hidden where the browser knows none.
(function () {
  'use strict';
  if (!window.PublicKeyCredential) { return; }
  var erreur = document.querySelector('[data-cle-erreur]');

  function octets(texte) {
    var binaire = atob(texte.replace(/-/g, '+').replace(/_/g, '/'));
    return Uint8Array.from(binaire, function (c) { return c.charCodeAt(0); });
  }

  function texte(tampon) {
    var binaire = Array.from(new Uint8Array(tampon), function (o) { return String.fromCharCode(o); }).join('');
    return btoa(binaire).replace(/=/g, '').replace(/\+/g, '-').replace(/\//g, '_');
  }

  async function poster(adresse, corps) {
    // a form goes with its own type
    var enTetes = corps instanceof URLSearchParams ? { Accept: 'application/json' } : { 'Content-Type': 'application/json' };
    enTetes[document.querySelector('meta[name="csrf-entete"]').content] = document.querySelector('meta[name="csrf"]').content;
    var reponse = await fetch(adresse, { method: 'POST', headers: enTetes, body: corps instanceof URLSearchParams ? corps : corps ? JSON.stringify(corps) : undefined });
    if (!reponse.ok) {
      var erreur = new Error('HTTP ' + reponse.status);
      if (reponse.status === 422) { erreur.phrase = (await reponse.json()).phrase; }
      throw erreur;
    }
    return reponse.json();
  }

  /** What was refused, in words: by the server, which says why, by a server that is down, else by the device. */
  function expliquer(e, sinon) {
    dire(e.phrase || (e.message === 'HTTP 429' ? 'Il y a eu trop d\'essais : attendez quelques minutes.'
      : e.message === 'HTTP 503' ? 'Jalon ne peut pas répondre en ce moment. Votre clé d\'accès n\'est pas en cause : réessayez dans quelques minutes.'
        : sinon));
  }

  function dire(phrase) {
    erreur.textContent = phrase;
    erreur.hidden = false;
  }

  function avecOctets(cles) {
    return (cles || []).map(function (c) { return Object.assign({}, c, { id: octets(c.id) }); });
  }

  async function entrer(adresse) {
    var options = await poster('/connexion/cle/options');
    options.challenge = octets(options.challenge);
    options.allowCredentials = avecOctets(options.allowCredentials);
    var cle = await navigator.credentials.get({ publicKey: options });
    var r = cle.response;
    var suite = await poster(adresse, {
      id: cle.id, rawId: texte(cle.rawId), credType: cle.type, type: cle.type,
      response: {
        authenticatorData: texte(r.authenticatorData), clientDataJSON: texte(r.clientDataJSON), signature: texte(r.signature),
        userHandle: r.userHandle ? texte(r.userHandle) : undefined
      },
      clientExtensionResults: cle.getClientExtensionResults(), authenticatorAttachment: cle.authenticatorAttachment
    });
    window.location.assign(suite.redirectUrl);
  }

  async function ajouter(nom, actuel) {
    await poster('/mon-compte/cles/permettre', new URLSearchParams({ actuel: actuel }));
    var options = await poster('/mon-compte/cles/options');
    options.challenge = octets(options.challenge);
    options.user.id = octets(options.user.id);
    options.excludeCredentials = avecOctets(options.excludeCredentials);
    var cle = await navigator.credentials.create({ publicKey: options });
    var r = cle.response;
    await poster('/mon-compte/cles', {
      publicKey: {
        label: nom,
        credential: {
          id: cle.id, rawId: texte(cle.rawId), type: cle.type,
          response: {
            attestationObject: texte(r.attestationObject), clientDataJSON: texte(r.clientDataJSON),
            transports: r.getTransports ? r.getTransports() : []
          },
          clientExtensionResults: cle.getClientExtensionResults(), authenticatorAttachment: cle.authenticatorAttachment
        }
      }
    });
    window.location.reload();
  }

  var connexion = document.querySelector('[data-cle-connexion]');
  if (connexion) {
    connexion.hidden = false;
    connexion.querySelector('button').addEventListener('click', function () {
      erreur.hidden = true;
      entrer(connexion.dataset.cleConnexion).catch(function (e) {
        expliquer(e, 'Cette clé d\'accès n\'a pas été reconnue. Réessayez, ou connectez-vous avec votre mot de passe.');
      });
    });
  }
  var ajout = document.querySelector('[data-cle-ajout]');
  if (ajout) {
    ajout.hidden = false;
    ajout.addEventListener('submit', function (e) {
      e.preventDefault();
      erreur.hidden = true;
      ajouter(ajout.elements.nom.value.trim(), ajout.elements.actuel.value).catch(function (e) {
        expliquer(e, 'La clé d\'accès n\'a pas été enregistrée. Vérifiez que votre appareil a un verrouillage (code, empreinte, visage), puis réessayez.');
      });
    });
  }
}());
