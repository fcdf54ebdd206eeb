// Draws each chart from the table that says the same, so that the two cannot differ. Without script or without ECharts, the tables remain.
(function () {
  "use strict";

  document.querySelectorAll("[data-imprimer]").forEach(function (bouton) {
    bouton.addEventListener("click", function () { window.print(); });
  });
  document.querySelectorAll("[data-ouvrir-tout]").forEach(function (bouton) {
    var plis = document.querySelectorAll(bouton.dataset.ouvrirTout);
    bouton.addEventListener("click", function () {
      var tous = Array.prototype.every.call(plis, function (d) { return d.open; });
      plis.forEach(function (d) { d.open = !tous; });
      bouton.lastChild.textContent = tous ? " Tout ouvrir" : " Tout refermer";
    });
    // paper shows everything
    window.addEventListener("beforeprint", function () { plis.forEach(function (d) { d.open = true; }); });
  });
  if (!window.echarts) { return; }

  // The SVG renderer writes style attributes, which our security policy refuses; the same text through the style object is allowed.
  var ecrire = SVGElement.prototype.setAttribute;
  SVGElement.prototype.setAttribute = function (nom, valeur) {
    if (nom === "style") { this.style.cssText = valeur; } else { ecrire.call(this, nom, valeur); }
  };

  var COULEURS = ["#1b3a61", "#c8641f", "#4f86c0", "#8a6d1b"];
  var POLICE = getComputedStyle(document.body).fontFamily;
  var nombre = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 1 });

  function lire(table) {
    var colonnes = [];
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (th, i) {
      if (th.dataset.serie) { colonnes.push({ rang: i, nom: th.textContent.trim() }); }
    });
    var lignes = Array.prototype.filter.call(table.tBodies[0].rows, function (tr) { return tr.cells.length > 1; });
    return {
      categories: lignes.map(function (tr) { return tr.cells[0].dataset.court || tr.cells[0].textContent.trim(); }),
      series: colonnes.map(function (c) {
        return {
          nom: c.nom,
          valeurs: lignes.map(function (tr) { var n = tr.cells[c.rang].dataset.n; return n === "" || n === undefined ? null : Number(n); }),
          // a month whose persons still have time is drawn apart: hollow, pale, and said so in the table
          ouverts: lignes.map(function (tr) { return tr.cells[c.rang].dataset.ouvert === "oui"; }),
          liens: lignes.map(function (tr) { var a = tr.cells[c.rang].querySelector("a"); return a ? a.href : null; })
        };
      }),
      seuils: lignes.map(function (tr, i) { return { rang: i, texte: tr.dataset.seuil }; }).filter(function (s) { return s.texte; })
    };
  }

  function options(forme, donnees) {
    var couche = forme === "barres";
    var categorie = { type: "category", data: donnees.categories, inverse: couche, axisTick: { show: false }, axisLine: { lineStyle: { color: "#858d9b" } },
      axisLabel: { color: "#1c2330", fontFamily: POLICE, width: couche ? 170 : 48, overflow: "truncate", interval: couche ? 0 : "auto" } };
    var valeur = { type: "value", minInterval: 1, min: forme === "lignes" ? 0 : undefined, max: forme === "lignes" ? 100 : undefined, splitNumber: couche ? 3 : 5,
      axisLabel: { color: "#5b6472", fontFamily: POLICE, formatter: function (v) { return nombre.format(v); } }, splitLine: { lineStyle: { color: "#e4e7ec" } } };
    return {
      animation: false,
      color: COULEURS,
      textStyle: { fontFamily: POLICE },
      aria: { enabled: false, decal: { show: donnees.series.length > 1 && !forme.startsWith("lignes") } },
      grid: { left: 8, right: 16, top: donnees.series.length > 1 ? 40 : 8, bottom: 8, containLabel: true },
      legend: donnees.series.length > 1 ? { top: 0, left: 0, textStyle: { color: "#1c2330", fontFamily: POLICE } } : undefined,
      tooltip: { show: false },
      xAxis: couche ? valeur : categorie,
      yAxis: couche ? categorie : valeur,
      series: donnees.series.map(function (s, i) {
        var points = s.valeurs.map(function (v, rang) {
          return v === null || !s.ouverts[rang] ? v : { value: v, symbol: "emptyCircle", itemStyle: { opacity: 0.45, borderColor: COULEURS[i], borderWidth: 2, borderType: "dashed" } };
        });
        return forme.startsWith("lignes")
          ? { type: "line", name: s.nom, data: points, symbol: ["circle", "rect"][i % 2], symbolSize: 8, lineStyle: { width: 2, type: ["solid", "dashed"][i % 2] } }
          : { type: "bar", name: s.nom, data: points, stack: forme === "empile" ? "tout" : undefined, barMaxWidth: couche ? 20 : 40, cursor: "pointer" };
      })
    };
  }

  // A curve of amounts: the first series is the one looked at, the others are what it is made of; thresholds are vertical lines.
  function courbe(donnees) {
    var o = options("courbe", donnees);
    o.grid.top = 64;
    o.xAxis.axisLabel.interval = 4;
    o.xAxis.boundaryGap = false;
    o.yAxis.min = 0;
    o.yAxis.axisLabel.formatter = function (v) { return nombre.format(v) + " €"; };
    o.series = donnees.series.map(function (s, i) {
      return { type: "line", name: s.nom, data: s.valeurs, symbol: "none", lineStyle: { width: i === 0 ? 3 : 2, type: ["solid", "dashed", "dotted", [8, 3, 2, 3]][i % 4] },
        markLine: i > 0 || !donnees.seuils.length ? undefined : { symbol: "none", silent: true, lineStyle: { color: "#858d9b", type: "solid", width: 1 },
          data: donnees.seuils.filter(function (t) { return t.texte !== "Perte"; }).map(function (t, i) {
            return { xAxis: t.rang, label: { formatter: t.texte, position: "end", distance: [0, 6 + 14 * (i % 2)], align: t.rang < 8 ? "left" : t.rang > 28 ? "right" : "center", color: "#1c2330", fontFamily: POLICE, fontSize: 11 } };
          }) } };
    });
    return o;
  }

  document.body.classList.add("avec-graphiques");
  var dessins = [];
  function dessiner(zone) {
    var table = document.getElementById(zone.dataset.table);
    var donnees = table && lire(table);
    if (!donnees || !donnees.series.some(function (s) { return s.valeurs.some(function (v) { return v !== null; }); })) {
      zone.remove();
      return;
    }
    if (zone.dataset.graphique === "barres") { zone.style.height = Math.max(120, donnees.categories.length * 40 + 48) + "px"; }
    var dessin = window.echarts.init(zone, null, { renderer: "svg" });
    dessin.setOption(zone.dataset.graphique === "courbe" ? courbe(donnees) : options(zone.dataset.graphique, donnees));
    dessin.on("click", function (clic) {
      var lien = donnees.series[clic.seriesIndex].liens[clic.dataIndex];
      if (lien) { window.location.href = lien; }
    });
    dessins.push(dessin);
  }
  // what is folded has no width to draw in: it is drawn when it opens
  document.querySelectorAll("[data-graphique]").forEach(function (zone) {
    var pli = zone.closest("details:not([open])");
    if (!pli) { dessiner(zone); return; }
    pli.addEventListener("toggle", function ouvrir() {
      pli.removeEventListener("toggle", ouvrir);
      dessiner(zone);
    });
  });
  function retailler() { dessins.forEach(function (d) { d.resize(); }); }
  window.addEventListener("resize", retailler);
  window.addEventListener("beforeprint", retailler);
})();
