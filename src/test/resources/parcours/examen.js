// What a page holds for axe: its shapes, that is everything but its words and its numbers. A shape is an element with all those around it: a link in a
// cell of that row of that table. Two pages of the same shapes break the same rules, and a hundred rows of the same shape are seen when two are.
window.examen = (() => {
  // their words do not matter, that they have some does
  const MOTS = /^(aria-label|aria-description|aria-valuetext|aria-roledescription|title|alt|value|placeholder|href|src|srcset|action|content|datetime|d|points|viewbox|(data|hx)-.*)$/i;
  const REPETES = 2;

  const empreinte = texte => {
    let a = 0xdeadbeef, b = 0x41c6ce57;
    for (let i = 0; i < texte.length; i++) {
      const c = texte.charCodeAt(i);
      a = Math.imul(a ^ c, 2654435761);
      b = Math.imul(b ^ c, 1597334677);
    }
    a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
    b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
    return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
  };

  const sansNombres = texte => texte.trim().replace(/\s+/g, ' ').replace(/\d+/g, '#');

  /** The element alone. */
  const forme = e => {
    let f = e.localName;
    for (const a of [...e.attributes].sort((x, y) => x.name < y.name ? -1 : 1)) {
      f += ' ' + a.name + '=' + (MOTS.test(a.name) ? (a.value.trim() === '' ? '' : '…') : sansNombres(a.value));
    }
    f += e.localName === 'style' ? empreinte(e.textContent) : e.localName === 'link' ? e.getAttribute('href') : '';
    f += e.checked ? ' coché' : '';
    f += e === document.activeElement && e !== document.body ? ' ici' : '';
    return f + ([...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim() !== '') ? ' dit' : '');
  };

  /** Every shape of the page, and the elements that repeat, under the same ones, what has been seen twice. */
  const lire = () => {
    const formes = new Set(), comptes = new Map(), repetes = [];
    const descendre = (e, au) => {
      const seule = forme(e), ici = empreinte(au + '>' + seule);
      formes.add(ici);
      let dedans = '', avant = '';
      const rang = repetes.length;
      for (const enfant of e.children) {
        const f = descendre(enfant, ici);
        dedans += f === avant ? '' : f + ' ';
        avant = f;
      }
      const tout = empreinte(seule + '(' + dedans + ')'), cle = au + tout, vus = (comptes.get(cle) || 0) + 1;
      comptes.set(cle, vus);
      if (vus > REPETES) {
        repetes.length = rang; // all of it, rather than its parts
        repetes.push(e);
      }
      return tout;
    };
    descendre(document.documentElement, '');
    // what is true of the whole page: the order of its titles, its landmarks, an identifier given twice
    const ordre = (quoi, dire) => [...document.querySelectorAll(quoi)].map(dire).filter((x, i, tous) => x !== tous[i - 1]).join(' ');
    formes.add('titres ' + ordre('h1,h2,h3,h4,h5,h6,[role=heading]', e => e.localName + (e.ariaLevel || '')));
    formes.add('repères ' + sansNombres(ordre('header,nav,main,footer,aside,section[aria-label],section[aria-labelledby],form[aria-label],[role]',
      e => e.localName + (e.ariaLabel || e.getAttribute('aria-labelledby') || ''))));
    const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
    if (new Set(ids).size < ids.length) {
      formes.add('identifiants deux fois ' + [...new Set(ids.filter((x, i) => ids.indexOf(x) !== i).map(sansNombres))].sort().join(' '));
    }
    return {formes, repetes};
  };

  return {
    formes: () => [...lire().formes],
    /** What axe finds wrong, rule by rule, with a few places. */
    defauts: async tout => {
      const repetes = tout ? [] : lire().repetes;
      repetes.forEach(e => e.setAttribute('data-deja-vu', ''));
      try {
        const vu = await axe.run({exclude: [['[data-deja-vu]']]}, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
          // what it passes would be written out, element by element, and sent back: half of the time of a story
          resultTypes: ['violations'],
        });
        return vu.violations.map(v => v.id + ' : ' + v.help + ' ' + v.nodes.slice(0, 3).map(n => n.html));
      } finally {
        repetes.forEach(e => e.removeAttribute('data-deja-vu'));
      }
    },
  };
})();
