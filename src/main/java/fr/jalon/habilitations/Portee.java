package fr.jalon.habilitations;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a client of the API may ask for (an OAuth2 scope), and the resources it opens in the database. */
public enum Portee {
  ENTRANTS_LIRE("entrants:lire", "Lire les nouveaux entrants de son périmètre et leur délai.", "DOSSIERS", "ENTREES"),
  ORIENTATIONS_LIRE("orientations:lire", "Lire l'orientation, le référent et l'histoire du suivi d'une personne de son périmètre.", "DOSSIERS"),
  ORIENTATIONS_ECRIRE("orientations:ecrire", "Enregistrer l'orientation notifiée à une personne de son périmètre.", "DOSSIERS", "ORIENTATIONS"),
  PRESENCES_ECRIRE("presences:ecrire", "Lire les informations collectives, dire qui est venu parmi les personnes de son périmètre.",
  "DOSSIERS", "RENDEZ_VOUS"),
  CARNET_LIRE("carnet:lire", "Lire ce qui s'écrit dans le carnet des personnes de son périmètre, selon la sorte d'acteurs de son organisation "
      + "; jamais la santé.", "DOSSIERS", "CARNET"),
  CARNET_ECRIRE("carnet:ecrire", "Écrire et répondre dans ces carnets, dire qu'une tâche est faite.", "DOSSIERS", "CARNET"),
  HEURES_LIRE("heures:lire", "Lire les semaines des personnes de son périmètre : heures demandées, prévues, faites.", "DOSSIERS", "ENGAGEMENTS"),
  HEURES_ECRIRE("heures:ecrire", "Écrire les heures d'activité faites par les personnes de son périmètre ; jamais la santé.", "DOSSIERS",
      "ENGAGEMENTS"),
  CONTRATS_LIRE("contrats:lire", "Lire les contrats d'engagement des personnes de son périmètre, sans leurs objectifs de santé.", "DOSSIERS",
      "ENGAGEMENTS"),
  CONTRATS_ECRIRE("contrats:ecrire", "Préparer le contrat d'une personne de son périmètre, dire qu'il est signé.", "DOSSIERS", "ENGAGEMENTS"),
  WEBHOOKS("webhooks", "Tenir ses propres webhooks et relire leurs livraisons.");

  private final String code;
  private final String phrase;
  private final Set<String> ressources;

  Portee(String code, String phrase, String... ressources) {
    this.code = code;
    this.phrase = phrase;
    this.ressources = Set.of(ressources);
  }

  /** As in a token: {@code entrants:lire}. */
  public String code() {
    return code;
  }

  /** One French sentence. */
  public String phrase() {
    return phrase;
  }

  /** The scope of that code. */
  public static Optional<Portee> de(String code) {
    return Stream.of(values()).filter(p -> p.code.equals(code)).findFirst();
  }

  /** The resources that these scopes open. */
  static Set<String> ressources(Collection<String> codes) {
    return codes.stream().flatMap(c -> de(c).stream()).flatMap(p -> p.ressources.stream()).collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
