package fr.jalon.echanges.tableur.application;

import fr.jalon.allocataires.TenirLesFiches;
import fr.jalon.allocataires.constat.CleFoyer;
import fr.jalon.allocataires.constat.Constat;
import fr.jalon.echanges.tableur.application.ResultatsDesLignes.Resultat;
import fr.jalon.echanges.tableur.domaine.PersonneLue;
import fr.jalon.echanges.tableur.domaine.StatutLigne;
import fr.jalon.socle.Coordonnees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Once the foyers of a lot are recorded: which person each row gave, what changed for her, her contact details. */
final class SuitesDuLot {
  private static final String NIR_DIFFERENT = "Mêmes nom, prénom et date de naissance, NIR différent";
  private final JdbcClient base;
  private final TenirLesFiches fiches;
  private final Constat constat;
  private final List<RangeeJuste> rangees;
  private final Map<Integer, CleFoyer> cles;
  private final Map<Integer, Long> personnes;
  private final Map<Integer, String> erreurs;
  private final Set<Long> creees = new HashSet<>();
  private final Set<Long> modifiees = new HashSet<>();
  private final Set<Long> doublons = new HashSet<>();
  private final Map<Integer, String> remarques = new HashMap<>();
  private final Map<Long, Contacts.Changement> changements = new HashMap<>();

  SuitesDuLot(JdbcClient base, TenirLesFiches fiches, Constat constat,
      List<RangeeJuste> rangees, Map<Integer, CleFoyer> cles, Map<Integer, Long> personnes, Map<Integer, String> erreurs) {
    this.base = base;
    this.fiches = fiches;
    this.constat = constat;
    this.rangees = rangees;
    this.cles = cles;
    this.personnes = personnes;
    this.erreurs = erreurs;
  }

  List<Resultat> resultats() {
    retrouver();
    coordonnees();
    homonymes();
    doublons();
    List<Resultat> resultats = new ArrayList<>(rangees.size());
    for (RangeeJuste r : rangees) {
      // never said up to date without a person behind
      String erreur = erreurs.get(r.rang()) == null
          && personnes.get(r.rang()) == null ? "La personne n'a pas été retrouvée après l'enregistrement : recommencez cette ligne."
          : erreurs.get(r.rang());
      Long id = erreur == null ? personnes.get(r.rang()) : null;
      StatutLigne statut = erreur != null ? StatutLigne.ERREUR : creees.contains(id) ? StatutLigne.CREEE : modifiees.contains(id)
          ? StatutLigne.MODIFIEE : StatutLigne.A_JOUR;
      resultats.add(new Resultat(r.rang(), statut, erreur != null ? erreur : remarques.get(r.rang()), null, id != null && doublons.contains(id),
          id, changements.get(id)));
    }
    return resultats;
  }

  /** Which person each foyer of the spreadsheet holds in each role, and whether this recording wrote something of her. */
  private void retrouver() {
    Map<String, Long> parPlace = new HashMap<>();
    base.sql("""
        select distinct on (f.id, m.role) f.numero_demande || '|' || f.matricule || '|' || m.role place, p.id,
          p.import_id = ? and p.creee_le = ? creee,
          exists (select from allocataires.droit x where x.foyer_id = f.id and x.connu_le = ?) or exists (select from allocataires.adresse x where x.foyer_id = f.id and x.connu_le = ?)
            or m.connu_le = ? or exists (select from allocataires.identite_precedente x where x.personne_id = p.id and x.jusquau = ?) modifiee
        from allocataires.foyer f join allocataires.membre m on m.foyer_id = f.id and m.jusqua = 'infinity' and m.oublie_le = 'infinity'
        join allocataires.personne p on p.id = m.personne_id
        where f.fonction_organisme = 'TABLEUR' and f.numero_demande = any (?) order by f.id, m.role""")
        .params(constat.importId(), constat.connuLe(), constat.connuLe(), constat.connuLe(), constat.connuLe(), constat.connuLe(),
            cles.values().stream().map(CleFoyer::numeroDemande).distinct().toArray(String[]::new))
        .query((RowCallbackHandler) l -> {
          long id = l.getLong("id");
          parPlace.put(l.getString("place"), id);
          if (l.getBoolean("creee")) {
            creees.add(id);
          }
          if (l.getBoolean("modifiee")) {
            modifiees.add(id);
          }
        });
    for (RangeeJuste r : rangees) {
      CleFoyer cle = cles.get(r.rang());
      if (cle != null && !erreurs.containsKey(r.rang())) {
        personnes.put(r.rang(), parPlace.get(cle.numeroDemande() + '|' + cle.matricule() + '|' + r.personne().role()));
      }
    }
  }

  /** Phone, e-mail and France Travail number, as {@link Contacts#avec} says. */
  private void coordonnees() {
    Map<Long, RangeeJuste> donnees = new HashMap<>();
    for (RangeeJuste r : rangees) {
      PersonneLue p = r.personne();
      Long id = erreurs.containsKey(r.rang()) ? null : personnes.get(r.rang());
      if (id != null && (p.telephone() != null || p.courriel() != null || p.identifiantFt() != null)) {
        donnees.put(id, r);
      }
    }
    base.sql("select id, telephone, courriel, identifiant_ft from allocataires.personne where id = any (?) order by id for update")
        .param(donnees.keySet().toArray(Long[]::new))
        .query((RowCallbackHandler) l -> {
          Contacts avant = new Contacts(l.getString(2), l.getString(3), l.getString(4));
          RangeeJuste r = donnees.get(l.getLong(1));
          Contacts apres = avant.avec(r.personne());
          if (avant.refuseLeFixe(r.personne())) {
            remarques.put(r.rang(), Coordonnees.fixe(r.personne().telephone()) ? "Le numéro fixe du tableur n'a pas remplacé le mobile connu."
                : "Le numéro étranger du tableur, qui ne reçoit pas nos SMS, n'a pas remplacé le mobile connu.");
          }
          if (!apres.equals(avant)) {
            changements.put(l.getLong(1), new Contacts.Changement(avant, apres));
          }
        });
    fiches.ecrireLesMoyens(changements.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().apres().moyens())));
    modifiees.addAll(changements.keySet());
  }

  /** Who is created beside a known one of the same names and birth date is told, and becomes a task. */
  private void homonymes() {
    Set<Long> vues = fiches.signalerLesHomonymes(creees, NIR_DIFFERENT, constat.importId(), constat.connuLe());
    rangees.stream().filter(r -> personnes.get(r.rang()) != null && vues.contains(personnes.get(r.rang())))
        .forEach(r -> remarques.put(r.rang(), "Une personne du même nom, née le même jour, est connue avec un autre numéro"
        + " de sécurité sociale : si c'est la même, réunissez les deux fiches dans les doublons possibles, sinon dites que ce sont deux personnes."));
  }

  private void doublons() {
    base.sql("select personne_a, personne_b from allocataires.doublon where import_id = ? and etat = 'A_EXAMINER'").param(constat.importId())
        .query((RowCallbackHandler) l -> {
          doublons.add(l.getLong(1));
          doublons.add(l.getLong(2));
        });
  }
}
