package fr.jalon.calcul;

import java.time.YearMonth;
import java.util.List;

/**
 * Supposes that what is true in the last month known stays true: incomes, family benefits and housing benefit are repeated.
 *
 * @param connu   last month known
 * @param jusqua  last month to fill
 */
record Prolongation(YearMonth connu, YearMonth jusqua) {
  Menage de(Menage m) {
    Prestations p = m.prestations();
    Prestations suite = new Prestations(de(p.af()), de(p.afBase()), de(p.cf()), de(p.cfNonMajore()), de(p.asf()), de(p.pajeBase()), de(p.prepare()));
    return new Menage(de(m.adultes()), de(m.enfants()), m.isolementRecent(), m.isoleDepuis(), m.moisDeMajorationDejaVerses(),
        m.logement().avecAide(de(m.logement().aide())), suite, m.departementExperimental());
  }

  private List<Personne> de(List<Personne> personnes) {
    return personnes.stream().map(p -> {
      Personne.Fiche f = p.modifier();
      for (int i = 0; i < p.nombreDeRevenus(); i++) {
        f.revenu(p.nature(i), de(p.montants(i)));
      }
      return f.faite();
    }).toList();
  }

  /** A kind that stopped before the last month known does not start again; one already told further is left as it is. */
  private ParMois de(ParMois montants) {
    return !montants.vide() && montants.dernierMois() == Mois.numero(connu) ? montants.prolonge(jusqua) : montants;
  }
}
