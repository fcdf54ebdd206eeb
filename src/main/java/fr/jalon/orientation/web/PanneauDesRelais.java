package fr.jalon.orientation.web;

import fr.jalon.allocataires.PanneauDossier;
import fr.jalon.allocataires.PartieDuDossier;
import fr.jalon.allocataires.PasDuDossier;
import fr.jalon.allocataires.PasDuDossier.Rang;
import fr.jalon.ecran.Regard;
import fr.jalon.orientation.lecture.RelaisAVenir;
import fr.jalon.orientation.lecture.RelaisAVenir.Annonce;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who will follow her and from when, or meanwhile; what a hand-over could not do on its day, for who planned it and who still follows her. */
@Component
class PanneauDesRelais implements PanneauDossier {
  private final RelaisAVenir aVenir;
  private final Regard regard;
  private final Clock horloge;

  PanneauDesRelais(RelaisAVenir aVenir, Regard regard, Clock horloge) {
    this.aVenir = aVenir;
    this.regard = regard;
    this.horloge = horloge;
  }

  @Override
  public PartieDuDossier partie() {
    return PartieDuDossier.PARCOURS;
  }

  @Override
  public boolean ouvert() {
    return regard.peut("ORIENTATIONS");
  }

  @Override
  public List<Repere> reperes(long personneId, LocalDate au) {
    return au.isBefore(LocalDate.now(horloge)) ? List.of() : Stream.concat(aVenir.retours(personneId).stream(),
        aVenir.de(List.of(personneId)).stream().filter(Annonce::prevu).map(Annonce::phrase)).map(p -> new Repere("people", p)).toList();
  }

  @Override
  public Map<Long, List<PasDuDossier>> pas(Collection<Long> personnes) {
    return parPersonne(aVenir.de(personnes));
  }

  @Override
  public Map<Long, List<PasDuDossier>> pourMoi() {
    return parPersonne(aVenir.rateesDeMesRelais());
  }

  private static Map<Long, List<PasDuDossier>> parPersonne(List<Annonce> annonces) {
    Map<Long, List<PasDuDossier>> pas = new HashMap<>();
    annonces.forEach(a -> pas.computeIfAbsent(a.personneId(), _ -> new ArrayList<>()).add(pas(a)));
    return pas;
  }

  private static PasDuDossier pas(Annonce a) {
    String pourquoi = "Relais de %s : %s".formatted(a.de(), a.raison());
    return (a.prevu() ? PasDuDossier.prevu("RELAIS_PREVU", PartieDuDossier.PARCOURS, a.le(), a.phrase(), pourquoi)
        : PasDuDossier.aFaire("RELAIS_PAS_PASSE", Rang.PLAN, PartieDuDossier.PARCOURS, a.refuseLe(),
            "Relais qui n'a pas pu se faire : dire qui la suit", a.refus() + " " + pourquoi)).avec(true, "Voir le relais", "/relais/" + a.relaisId());
  }
}
