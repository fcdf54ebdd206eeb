package fr.jalon.orientation.application;

import fr.jalon.diagnostic.Recommandations;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.journal.Journal;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.orientation.domaine.affectation.Affectation;
import fr.jalon.orientation.domaine.affectation.Candidat;
import fr.jalon.orientation.domaine.affectation.Explication;
import fr.jalon.orientation.domaine.affectation.Grille;
import fr.jalon.orientation.domaine.affectation.PersonneAAffecter;
import fr.jalon.orientation.domaine.affectation.Repartition;
import fr.jalon.orientation.lecture.PersonnesAAffecter;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Public;
import fr.jalon.structures.Structures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives référents to a whole list: proposes the best sharing out, with reasons; records what the agent decided, all or nothing. */
@Service
public class AffecterUneListe {
  private static final int AUTRES = 6;
  private final PersonnesAAffecter personnes;
  private final Portefeuilles portefeuilles;
  private final EnregistrerOrientation enregistrer;
  private final Structures structures;
  private final Recommandations recommandations;
  private final Journal journal;
  private final JdbcClient base;

  AffecterUneListe(PersonnesAAffecter personnes, Portefeuilles portefeuilles, EnregistrerOrientation enregistrer, Structures structures,
      Recommandations recommandations, Journal journal, JdbcClient base) {
    this.personnes = personnes;
    this.portefeuilles = portefeuilles;
    this.enregistrer = enregistrer;
    this.structures = structures;
    this.recommandations = recommandations;
    this.journal = journal;
    this.base = base;
  }

  /**
   * What is proposed to a person.
   *
   * @param recommande pathway that her diagnostic recommends, {@code null} when there is none; her own ({@code personne.parcours()}) may be another
   * @param choisi  her référent, {@code null} when none has room
   * @param pourquoi the reasons
   * @param autres  the référents who may follow her, best first, {@code choisi} included
   */
  public record Proposee(PersonneAAffecter personne, Parcours recommande, String nom, String commune, Candidat choisi, String pourquoi,
      List<Candidat> autres) {
    /** The alternative of this id, or {@code null}. */
    public Candidat parmi(int referentId) {
      return autres.stream().filter(c -> c.referent().id() == referentId).findFirst().orElse(null);
    }

    /** True when her pathway is not the one recommended: a reason is due. */
    public boolean ecart() {
      return recommande != null && recommande != personne.parcours();
    }
  }

  /** The whole proposal. @param garantie how good it is, in a sentence */
  public record Plan(List<Proposee> lignes, String garantie) {}

  /**
   * What was done.
   *
   * @param refus  the reason by person; when there is one, nothing was recorded
   * @param deja   true when it had been before
   * @param suivis the follow-ups, which may be undone
   */
  public record Bilan(int enregistrees, int referents, Map<Long, String> refus, boolean deja, List<Long> suivis) {}

  /**
   * The pathways of a list.
   *
   * @param deLaListe   of those whom nothing else tells
   * @param diagnostics true when a person whose diagnostic recommends a pathway gets that one
   * @param choisis     those the agent chose person by person: they win
   */
  public record ParcoursDeLaListe(Parcours deLaListe, boolean diagnostics, Map<Long, Parcours> choisis) {
    Parcours de(long personne, Parcours recommande) {
      return choisis.getOrDefault(personne, diagnostics && recommande != null ? recommande : deLaListe);
    }
  }

  /** The pathway of each person of a list. */
  @Transactional(readOnly = true)
  public Map<Long, Parcours> parcours(List<Long> ids, ParcoursDeLaListe liste) {
    Map<Long, Recommandations.Faite> faites = recommandations.dernieres(ids);
    Map<Long, Parcours> parPersonne = new HashMap<>();
    ids.forEach(id -> parPersonne.put(id, liste.de(id, faites.containsKey(id) ? faites.get(id).parcours() : null)));
    return parPersonne;
  }

  /** @param ids in order of urgency; @param besoin public they all belong to, {@code null} = the one each file gives */
  @Transactional(readOnly = true)
  public Plan proposer(List<Long> ids, ParcoursDeLaListe parcours, Public besoin) {
    Map<Long, Parcours> recommandes = new HashMap<>();
    recommandations.dernieres(ids).forEach((personne, faite) -> recommandes.put(personne, faite.parcours()));
    List<PersonnesAAffecter.Ligne> lignes = personnes.lire(ids, id -> parcours.de(id, recommandes.get(id)), besoin);
    Grille grille = new Grille(lignes.stream().map(PersonnesAAffecter.Ligne::personne).toList(), portefeuilles.candidats(), structures.distances(),
        portefeuilles.ponderation());
    Affectation affectation = Affectation.de(grille);
    Explication explication = new Explication(structures.distances());
    List<Proposee> proposees = new ArrayList<>();
    for (int i = 0; i < lignes.size(); i++) {
      int choix = affectation.proposee().choix(i);
      Candidat choisi = choix == Repartition.AUCUN ? null : grille.candidats().get(choix);
      List<Candidat> autres = new ArrayList<>(grille.duMoinsCher(i).stream().limit(AUTRES).map(grille.candidats()::get).toList());
      if (choisi != null && !autres.contains(choisi)) {
        autres.addFirst(choisi);
      }
      proposees.add(new Proposee(lignes.get(i).personne(), recommandes.get(lignes.get(i).personne().id()), lignes.get(i).nom(),
          lignes.get(i).commune(), choisi,
          explication.pourquoi(affectation.proposee(), i), List.copyOf(autres)));
    }
    return new Plan(List.copyOf(proposees), affectation.garantie().phrase());
  }

  /** Records them all, or none. Sent twice, it is recorded once. */
  @Transactional
  public Bilan enregistrer(List<NouvelleOrientation> orientations) {
    List<Integer> referents = orientations.stream().map(NouvelleOrientation::referentId).filter(Objects::nonNull).distinct().toList();
    portefeuilles.reserver(referents);
    List<Long> deja = dejaFaites(orientations);
    if (!deja.isEmpty() && deja.size() == orientations.size()) {
      return new Bilan(orientations.size(), referents.size(), Map.of(), true, deja);
    }
    Map<Long, String> refus = new LinkedHashMap<>();
    enregistrer.refus(orientations).forEach((o, non) -> refus.put(o.personneId(), phrase(non)));
    if (!refus.isEmpty()) {
      return new Bilan(0, 0, refus, false, List.of());
    }
    List<Long> suivis = enregistrer.executer(orientations);
    journal.tracer("AFFECTATION", null, null, "Liste de %d personnes confiée à %d référents".formatted(orientations.size(), referents.size()));
    return new Bilan(orientations.size(), referents.size(), Map.of(), false, suivis);
  }

  private static String phrase(RefusMetier refus) {
    return refus.getMessage() + (refus.article() == null ? "" : " (" + refus.article() + ")");
  }

  /** After a second click every person already has the follow-up asked for. */
  private List<Long> dejaFaites(List<NouvelleOrientation> orientations) {
    return base.sql("""
        select s.id from unnest(:personnes::bigint[], :referents::int[], :jours::date[]) o(personne, referent, jour)
        join orientation.suivi s on s.personne_id = o.personne and s.etat <> 'CLOS' and s.referent_id = o.referent and s.notifie_le = o.jour""")
        .param("personnes", orientations.stream().mapToLong(NouvelleOrientation::personneId).toArray())
        .param("referents", orientations.stream().map(NouvelleOrientation::referentId).toArray(Integer[]::new))
        .param("jours", orientations.stream().map(o -> String.valueOf(o.notifieLe())).toArray(String[]::new)).query(Long.class).list();
  }
}
