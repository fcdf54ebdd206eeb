// What an eye sees and axe does not: text cut, squeezed, laid over another, out of its box or of the window. Each function is called on a page already loaded.
window.textes = (() => {
  /** Under so many letters a line, on three lines or more, nobody reads any more: a label 25 px wide. */
  const LETTRES_PAR_LIGNE = 8;
  /** A word of the language stays whole; longer than this, it is an address, a file, a key. */
  const MOT = 16;
  /** Our own words for a choice hold in the field closed; a name of the field may be longer. */
  const CHOIX = 40;
  /** Pixels of a rounding. */
  const ARRONDI = 1.5;
  /** Not read here: what no eye sees, and the words of a chart, which its table beside says whole. */
  const HORS = 'script, style, noscript, template, svg, option, textarea, .visually-hidden, [aria-hidden="true"], .evitement';
  const CHAMPS = 'input:not([type=hidden], [type=radio], [type=checkbox]), select, textarea';

  const net = t => t.replace(/\s+/g, ' ').trim();
  const nom = e => {
    const un = x => x.tagName.toLowerCase() + (x.getAttribute('id') ? '#' + x.getAttribute('id').replace(/\d+/g, 'N') : '') + [...x.classList].slice(0, 3).map(c => '.' + c).join('');
    const chemin = [];
    for (let x = e; x && x !== document.body && chemin.length < 3; x = x.parentElement) chemin.unshift(un(x));
    return chemin.join(' > ');
  };
  const vu = e => e.checkVisibility({ visibilityProperty: true, opacityProperty: true });

  /** Opens what is folded, and makes one answer of each question and one name of each list of facts as long as a sentence: a label is data. */
  function preparer() {
    document.querySelectorAll('details').forEach(d => d.open = true);
    document.querySelector('.menu')?.classList.add('ouvert');
    document.querySelectorAll('fieldset, dl').forEach(f => {
      const l = f.querySelector('label:not(.visually-hidden), dt');
      if (l && !l.dataset.allongee) { l.append(' (une phrase de cent lettres, que le référentiel de demain dira à la place de deux mots)'); l.dataset.allongee = 'oui'; }
    });
  }

  /** The sentences of what does not fit at the present width; each names the kind, the element and the text. */
  function mesurer() {
    const largeur = document.documentElement.clientWidth;
    const defauts = new Set();
    const dire = (sorte, e, texte) => defauts.add(`${sorte} : ${nom(e)} « ${net(texte).slice(0, 70)} »`);
    const styles = new Map();
    const style = e => { let s = styles.get(e); if (!s) styles.set(e, s = getComputedStyle(e)); return s; };
    const boites = new Map();
    const boite = e => { let b = boites.get(e); if (!b) boites.set(e, b = e.getBoundingClientRect()); return b; };
    const enLigne = e => ['inline', 'contents'].includes(style(e).display);
    const cache = new Map();
    // hidden from the eye on purpose: one pixel wide, cut away
    const efface = e => {
      if (!e || e === document.documentElement) return false;
      if (!cache.has(e)) cache.set(e, style(e).clipPath !== 'none' || (!enLigne(e) && boite(e).width <= 1.5 && style(e).position === 'absolute') || efface(e.parentElement));
      return cache.get(e);
    };

    const blocs = new Map();
    const marche = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const plage = document.createRange();
    while (marche.nextNode()) {
      const n = marche.currentNode, p = n.parentElement;
      if (!n.data.trim() || p.closest(HORS) || !vu(p) || efface(p)) continue;
      plage.selectNodeContents(n);
      const rects = [...plage.getClientRects()].filter(r => r.width > 0 && r.height > 0);
      if (!rects.length) continue;
      let b = p;
      while (enLigne(b)) b = b.parentElement;
      if (!blocs.has(b)) blocs.set(b, { textes: [], rects: [] });
      blocs.get(b).textes.push(n);
      blocs.get(b).rects.push(...rects);
    }

    const traits = [];
    for (const [b, { textes, rects }] of blocs) {
      const texte = textes.map(t => t.data).join(' ');
      const gauche = Math.min(...rects.map(r => r.left)), droite = Math.max(...rects.map(r => r.right)), bas = Math.max(...rects.map(r => r.bottom));
      let defile = false;
      for (let a = b; a && a !== document.documentElement; a = a.parentElement) {
        if (enLigne(a)) continue;
        const s = style(a), r = boite(a);
        if (a !== document.body && ['auto', 'scroll'].includes(s.overflowX) && a.scrollWidth > a.clientWidth + 1) {
          if (a.tabIndex < 0 && !a.querySelector('a[href], button, input, select, textarea, summary, [tabindex="0"]')) dire('défile sans clavier', a, texte);
          defile = true;
          break;
        }
        const coupe = ['hidden', 'clip'];
        if ((coupe.includes(s.overflowX) && (droite > r.right + ARRONDI || gauche < r.left - ARRONDI)) || (coupe.includes(s.overflowY) && bas > r.bottom + 2 * ARRONDI)) { dire('coupé', b, texte); break; }
        if (droite > r.right + ARRONDI || gauche < r.left - ARRONDI) { dire('sort de sa boîte', a, texte); break; }
      }
      if (!defile && (droite > largeur + ARRONDI || gauche < -ARRONDI)) dire('sort de la fenêtre', b, texte);

      const lignes = [];
      for (const r of [...rects].sort((x, y) => x.top - y.top)) {
        const l = lignes.at(-1);
        if (l && r.top < l.bottom - Math.min(r.height, l.bottom - l.top) / 2) Object.assign(l, { left: Math.min(l.left, r.left), right: Math.max(l.right, r.right), bottom: Math.max(l.bottom, r.bottom) });
        else lignes.push({ left: r.left, right: r.right, top: r.top, bottom: r.bottom });
      }
      const lettres = net(texte).length;
      // the header of a column of numbers may be three short words, one under the other
      if (lignes.length >= (b.matches('thead th') ? 4 : 3) && lettres / lignes.length < LETTRES_PAR_LIGNE) dire('serré', b, texte);
      else if (lignes.length >= 2) {
        const coupes = textes.flatMap(t => [...t.data.matchAll(/\S+/g)].filter(m => !/[@._\/\\=:&]\S/.test(m[0]) && m[0].length <= 3 * MOT).flatMap(m => [...m[0].matchAll(/[^-–—]+/g)]
          .filter(w => w[0].length > 1 && w[0].length <= MOT).map(w => ({ t, de: m.index + w.index, a: m.index + w.index + w[0].length }))));
        const mot = coupes.find(({ t, de, a }) => {
          plage.setStart(t, de);
          plage.setEnd(t, a);
          const hauts = [...plage.getClientRects()].filter(r => r.width > 0);
          return hauts.length > 1 && hauts.at(-1).top > hauts[0].bottom - 2;
        });
        if (mot) dire('mot coupé (' + mot.t.data.slice(mot.de, mot.a) + ')', b, texte);
      }
      lignes.forEach(l => traits.push({ e: b, texte, ...l }));
    }

    const toile = document.createElement('canvas').getContext('2d');
    document.querySelectorAll(CHAMPS).forEach(c => {
      if (!vu(c) || efface(c)) return;
      const r = boite(c), s = style(c);
      traits.push({ e: c, champ: true, texte: c.value || c.name, left: r.left, right: r.right, top: r.top, bottom: r.bottom });
      if (r.right > largeur + ARRONDI && !c.closest('.defile')) dire('sort de la fenêtre', c, c.name);
      const choix = c.tagName === 'SELECT';
      const ecrit = choix ? c.selectedOptions[0]?.text ?? '' : c.value ? '' : c.placeholder ?? '';
      // a list once closed holds on a line: a name longer than that is said whole by the list open, and by its title
      if (choix && ecrit.length > CHOIX && c.title === ecrit) return;
      toile.font = s.font;
      if (ecrit && toile.measureText(net(ecrit)).width > c.clientWidth - parseFloat(s.paddingLeft) - parseFloat(s.paddingRight) + ARRONDI) dire(choix ? 'choix coupé' : 'exemple coupé', c, ecrit);
    });

    traits.sort((x, y) => x.top - y.top);
    for (let i = 0; i < traits.length; i++) {
      const x = traits[i];
      for (let j = i + 1; j < traits.length && traits[j].top < x.bottom; j++) {
        const y = traits[j];
        if (x.e === y.e || x.e.contains(y.e) && !y.champ || y.e.contains(x.e) && !x.champ) continue;
        const l = Math.min(x.right, y.right) - Math.max(x.left, y.left), h = Math.min(x.bottom, y.bottom) - y.top;
        if (l > 3 && h > Math.min(x.bottom - x.top, y.bottom - y.top) / 3) dire('par-dessus « ' + net(y.texte).slice(0, 30) + ' »', x.e, x.texte);
      }
    }
    if (document.documentElement.scrollWidth > largeur) dire(`la page dépasse de ${document.documentElement.scrollWidth - largeur} px`, document.querySelector('main') ?? document.body, document.title);
    return [...defauts];
  }

  return { preparer, mesurer };
})();
