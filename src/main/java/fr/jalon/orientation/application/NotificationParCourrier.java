package fr.jalon.orientation.application;

import fr.jalon.courriers.Canal;
import fr.jalon.courriers.Courriers;
import fr.jalon.courriers.Demande;
import fr.jalon.courriers.LettresDUnActe;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.journal.Journal;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.orientation.domaine.Suivi;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The letter and the SMS that tell a person her orientation (L. 262-29 CASF). They are written for an orientation of the day: one recorded with
 * a past date was told already, on paper or face to face, and nothing is to be printed unless an agent asks for it.
 */
@Service
public class NotificationParCourrier {
  /** Code of the model, and of the messages that tell an orientation. */
  public static final String MODELE = "NOTIFICATION_ORIENTATION";
  private static final Set<Canal> CANAUX = EnumSet.allOf(Canal.class);
  private final Courriers courriers;
  private final RegistreDesSuivis suivis;
  private final Structures structures;
  private final OuRecoitLeReferent ou;
  private final Parametres parametres;
  private final Journal journal;
  private final Clock horloge;

  NotificationParCourrier(Courriers courriers, RegistreDesSuivis suivis, Structures structures, OuRecoitLeReferent ou,
      Parametres parametres, Journal journal,
      Clock horloge) {
    this.courriers = courriers;
    this.suivis = suivis;
    this.structures = structures;
    this.ou = ou;
    this.parametres = parametres;
    this.journal = journal;
    this.horloge = horloge;
  }

  /** For orientations just recorded. @param ids of the follow-ups, in the same order */
  void ecrire(List<NouvelleOrientation> orientations, List<Long> ids) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    List<Long> duJour = new ArrayList<>();
    List<NouvelleOrientation> lesquelles = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      if (orientations.get(i).notifieLe().equals(aujourdhui)) {
        duJour.add(ids.get(i));
        lesquelles.add(orientations.get(i));
      }
    }
    if (!duJour.isEmpty()) {
      Noms noms = noms(aujourdhui, lesquelles.stream().map(NouvelleOrientation::referentId).toList());
      List<Demande> demandes = new ArrayList<>();
      for (int i = 0; i < duJour.size(); i++) {
        NouvelleOrientation o = lesquelles.get(i);
        demandes.add(demande(duJour.get(i), o.personneId(), o.parcours(), o.organisationId(), o.referentId(), aujourdhui, noms));
      }
      courriers.ecrire(demandes);
    }
  }

  /** For one follow-up, when an agent asks for it: the letter bears today's date. @throws RefusMetier when the follow-up is closed */
  @Transactional
  public void ecrire(long suiviId) {
    Suivi s = suivis.lire(suiviId);
    if (s.finLe() != null) {
      throw new RefusMetier("SUIVI_CLOS", "Ce suivi est clos : il n'y a plus d'orientation à notifier.");
    }
    courriers.abandonner(MODELE, List.of(suiviId));
    LocalDate aujourdhui = LocalDate.now(horloge);
    courriers.ecrire(List.of(demande(suiviId, s.personneId(), s.parcours(), s.organisationId(), s.referentId(), aujourdhui,
        noms(aujourdhui, Collections.singletonList(s.referentId())))));
    journal.tracer("COURRIER_ECRIT", s.personneId(), null, "Courrier de notification de l'orientation");
  }

  /** The letters of orientations just recorded, to be printed. @param suivis ids of the follow-ups */
  public LettresDUnActe lettres(List<Long> suivis) {
    return courriers.lettres(MODELE, suivis);
  }

  private record Noms(Map<Integer, Organisation> organisations, Map<Integer, Referent> referents, OuRecoitLeReferent.Lieux lieux, String delai) {}

  private Noms noms(LocalDate le, List<Integer> referents) {
    return new Noms(structures.organisations().stream().collect(Collectors.toMap(Organisation::id, o -> o)),
        structures.referents(referents),
        ou.lire(), parametres.valeur("courriers.delai_recours", le).texte());
  }

  private Demande demande(long suivi, long personne, Parcours parcours, int organisationId, Integer referentId, LocalDate le, Noms noms) {
    Organisation organisation = noms.organisations().get(organisationId);
    Referent referent = referentId == null ? null : noms.referents().get(referentId);
    Map<String, String> valeurs = new HashMap<>();
    valeurs.put("parcours", courriers.phrase(MODELE, "parcours_" + parcours.name().toLowerCase(Locale.ROOT), Map.of()));
    valeurs.put("organisation", organisation.nom());
    valeurs.put("lieu", noms.lieux().enLignes(organisation, referent));
    valeurs.put("referent", referent == null ? courriers.phrase(MODELE, "sans_referent", Map.of()) : referent.nom());
    valeurs.put("delai_recours", noms.delai());
    return new Demande(MODELE, personne, suivi, le, valeurs, CANAUX);
  }
}
