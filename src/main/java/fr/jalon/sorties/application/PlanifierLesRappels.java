package fr.jalon.sorties.application;

import fr.jalon.echeances.Echeances;
import fr.jalon.echeances.Echeances.Ouverture;
import fr.jalon.habilitations.Passages;
import fr.jalon.parametres.Parametres;
import fr.jalon.sorties.domaine.EtatRappel;
import fr.jalon.sorties.domaine.RaisonDeSortie;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The two calls of an exit to work or training, planned with it, moved with it, called off with it. */
@Component
class PlanifierLesRappels {
  static final Passages.Registre RAPPELS = new Passages.Registre("sorties.rappel", "sorties.rappel_passage", "RAPPEL");
  private static final List<String> JOURS = List.of("sorties.premier_rappel_jours", "sorties.second_rappel_jours");
  private final JdbcClient base;
  private final Passages passages;
  private final EcrireApresLesEssais lettres;
  private final Echeances echeances;
  private final Parametres parametres;
  private final Clock horloge;

  PlanifierLesRappels(JdbcClient base, Passages passages, EcrireApresLesEssais lettres, Echeances echeances, Parametres parametres,
      Clock horloge) {
    this.base = base;
    this.passages = passages;
    this.lettres = lettres;
    this.echeances = echeances;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  private record Ligne(long id, int rang, String etat, LocalDate prevuLe) {}

  /** The calls of this exit are those of its reason and day; one whose time is over already is not planned, one answered stays. */
  void planifier(long personneId, long sortie, RaisonDeSortie raison, LocalDate le) {
    if (raison.faitTaire()) {
      annuler(base.sql("select distinct sortie_id from sorties.rappel where personne_id = ? and etat in ('PREVU', 'SANS_REPONSE')").param(personneId)
          .query(Long.class).list(), raison.libelle());
    }
    if (!raison.seRappelle()) {
      annuler(List.of(sortie), raison.libelle());
      return;
    }
    LocalDate aujourdhui = LocalDate.now(horloge);
    int fenetre = parametres.jours("sorties.fenetre_rappel_jours", aujourdhui);
    List<Ligne> connus = base.sql("select id, rang, etat, prevu_le from sorties.rappel where sortie_id = ? for update")
            .param(sortie).query(Ligne.class).list();
    List<Ouverture> ouvertures = new ArrayList<>();
    for (int rang = 1; rang <= JOURS.size(); rang++) {
      int numero = rang;
      LocalDate prevu = le.plusDays(parametres.jours(JOURS.get(rang - 1), le));
      Ligne connu = connus.stream().filter(c -> c.rang() == numero).findFirst().orElse(null);
      if (connu != null && (EtatRappel.valueOf(connu.etat()) == EtatRappel.REPONDU
          || EtatRappel.valueOf(connu.etat()) == EtatRappel.SANS_REPONSE && connu.prevuLe().equals(prevu))) {
        // tried already at that day: an employer corrected asks for no call more
        continue;
      }
      if (prevu.plusDays(fenetre).isBefore(aujourdhui)) {
        if (connu != null) {
          annulerUn(List.of(connu.id()), "Son jour est passé", aujourdhui);
        }
        continue;
      }
      long id = connu == null ? creer(personneId, sortie, rang, prevu, aujourdhui) : deplacer(connu, prevu, aujourdhui);
      ouvertures.add(new Ouverture(personneId, id, prevu.minusDays(fenetre), null, null, prevu.plusDays(fenetre), "Appel après une sortie",
          "sorties.fenetre_rappel_jours"));
    }
    echeances.ouvrir(Nature.RAPPEL, ouvertures);
  }

  private long creer(long personneId, long sortie, int rang, LocalDate prevu, LocalDate aujourdhui) {
    long id = base.sql("insert into sorties.rappel (personne_id, sortie_id, rang, etat, etat_depuis, prevu_le) values (?, ?, ?, 'PREVU', ?, ?) returning id")
        .params(personneId, sortie, rang, aujourdhui, prevu).query(Long.class).single();
    passages.naitre(RAPPELS, List.of(id), aujourdhui);
    return id;
  }

  private long deplacer(Ligne connu, LocalDate prevu, LocalDate aujourdhui) {
    base.sql("update sorties.rappel set prevu_le = ? where id = ?").params(prevu, connu.id()).update();
    if (EtatRappel.valueOf(connu.etat()) != EtatRappel.PREVU) {
      lettres.abandonner(List.of(connu.id()), "La sortie est corrigée.");
      passages.passer(RAPPELS, List.of(connu.id()), EtatRappel.PREVU, aujourdhui, "La sortie est corrigée");
    }
    return connu.id();
  }

  /** The calls of these exits that wait are no longer to be made. */
  void annuler(Collection<Long> sorties, String motif) {
    annulerUn(base.sql("select id from sorties.rappel where sortie_id = any(:sorties::bigint[]) and etat in ('PREVU', 'SANS_REPONSE')")
        .params(Map.of("sorties", sorties.toArray(Long[]::new))).query(Long.class).list(), motif, LocalDate.now(horloge));
  }

  private void annulerUn(List<Long> rappels, String motif, LocalDate le) {
    if (!rappels.isEmpty()) {
      passages.passer(RAPPELS, rappels, EtatRappel.ANNULE, le, motif);
      lettres.abandonner(rappels, "Le rappel n'a plus d'objet.");
      echeances.rendreCaduque(Nature.RAPPEL, rappels, le);
    }
  }
}
