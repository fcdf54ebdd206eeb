package fr.jalon.sorties.application;

import fr.jalon.echeances.Echeances;
import fr.jalon.habilitations.Passages;
import fr.jalon.parametres.Parametres;
import fr.jalon.sorties.domaine.EtatRappel;
import fr.jalon.sorties.domaine.EtatSortie;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is back in the RSA, as the file says: nobody needs to call her. */
@Component
class RetoursDuFichier {
  /** Her right is open again, after the day it closed. */
  private static final String ROUVERTS = """
      select x.id, x.etat, t.etat_depuis as le from sorties.sortie x
      join allocataires.situation t on t.personne_id = x.personne_id and t.adulte and t.present and allocataires.est_ouvert(t.etat) and t.etat_depuis > x.fermee_le
      where x.fermee_le is not null and x.retour_le is null and x.etat <> 'ECARTEE' and (:personnes::bigint[] is null or x.personne_id = any(:personnes::bigint[]))
      """;
  private final JdbcClient base;
  private final RegistreDesSorties registre;
  private final Passages passages;
  private final Echeances echeances;
  private final EcrireApresLesEssais lettres;
  private final Parametres parametres;

  RetoursDuFichier(JdbcClient base, RegistreDesSorties registre, Passages passages, Echeances echeances, EcrireApresLesEssais lettres,
      Parametres parametres) {
    this.base = base;
    this.registre = registre;
    this.passages = passages;
    this.echeances = echeances;
    this.lettres = lettres;
    this.parametres = parametres;
  }

  private record Rouvert(long id, String etat, LocalDate le) {}

  /** @param personnes {@code null} for everyone. @return how many came back */
  int reconnaitre(LocalDate jour, List<Long> personnes) {
    Map<String, Object> p = new HashMap<>();
    p.put("personnes", personnes == null ? null : personnes.toArray(Long[]::new));
    p.put("mois", parametres.mois("sorties.retour_mois", jour));
    p.put("attendre", parametres.jours("sorties.proposer_apres_jours", jour));
    List<Rouvert> presque = base.sql(ROUVERTS + " and t.etat_depuis <= x.fermee_le + :attendre::int and :mois::int > 0").params(p)
        .query(Rouvert.class).list();
    pasUneSortie(presque, jour);
    List<Long> revenues = base.sql("update sorties.sortie y set retour_le = r.le from (" + ROUVERTS + """
         and t.etat_depuis > x.fermee_le + :attendre::int and t.etat_depuis <= (x.fermee_le + make_interval(months => :mois))::date) r
        where y.id = r.id returning y.id""").params(p).query(Long.class).list();
    registre.noter(revenues, jour, "De nouveau au RSA, d'après le fichier");
    repondre(revenues, jour);
    return presque.size() + revenues.size();
  }

  /** The right was back within the month: nothing ended. What was told stays told, what the file proposed is set aside. */
  private void pasUneSortie(List<Rouvert> presque, LocalDate jour) {
    List<Long> proposees = presque.stream().filter(r -> r.etat().equals(EtatSortie.PROPOSEE.name())).map(Rouvert::id).toList();
    List<Long> dites = presque.stream().map(Rouvert::id).filter(id -> !proposees.contains(id)).toList();
    if (!proposees.isEmpty()) {
      registre.passer(proposees, EtatSortie.ECARTEE, jour, "Son droit est rouvert aussitôt, d'après le fichier");
      echeances.rendreCaduque(Nature.A_COMPLETER, proposees, jour);
    }
    if (!dites.isEmpty()) {
      base.sql("update sorties.sortie set fermee_le = null where id = any(:ids::bigint[])").param("ids", dites.toArray(Long[]::new)).update();
      registre.noter(dites, jour, "Son droit est rouvert aussitôt, d'après le fichier");
    }
  }

  /** The calls of who is back are answered by the file. */
  private void repondre(List<Long> sorties, LocalDate jour) {
    if (sorties.isEmpty()) {
      return;
    }
    List<Long> rappels = base.sql("""
        update sorties.rappel r set reponse = 'RETOUR_RSA', repondu_le = s.retour_le, canal = 'FICHIER', repondu_par = :par
        from sorties.sortie s where s.id = r.sortie_id and s.id = any(:sorties::bigint[]) and r.etat in ('PREVU', 'SANS_REPONSE') returning r.id""")
        .param("par", registre.moi()).param("sorties", sorties.toArray(Long[]::new)).query(Long.class).list();
    if (!rappels.isEmpty()) {
      passages.passer(PlanifierLesRappels.RAPPELS, rappels, EtatRappel.REPONDU, jour, "De nouveau au RSA, d'après le fichier");
      echeances.tenir(Nature.RAPPEL, rappels, jour);
      lettres.abandonner(rappels, "Elle est de nouveau au RSA : le fichier a répondu.");
    }
  }
}
