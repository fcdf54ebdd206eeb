package fr.jalon.orientation.application;

import fr.jalon.orientation.domaine.DelaiVise;
import fr.jalon.orientation.domaine.DepartDuDelai;
import fr.jalon.orientation.domaine.FinDuDelai;
import fr.jalon.parametres.Parametres;
import fr.jalon.parametres.Valeur;
import fr.jalon.parametres.ValeurChangee;
import fr.jalon.socle.RefusMetier;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The delays that the Département sets itself, as its parameters say them at a date: two at most, which do not end with the same thing. */
@Component
public class DelaisDuDepartement {
  /** Key of the delay to orient: the one whose keeping is measured. */
  static final String ORIENTATION = "orientation.delai_cible";
  /** Key of the delay to begin the accompaniment. */
  static final String ACCOMPAGNEMENT = "accompagnement.delai_cible";
  private final Parametres parametres;

  DelaisDuDepartement(Parametres parametres) {
    this.parametres = parametres;
  }

  /** None, one or two. @param recuLe day of reception: the values in force that day hold */
  public List<DelaiVise> au(LocalDate recuLe) {
    Optional<DelaiVise> orienter = lire(ORIENTATION, FinDuDelai.ORIENTATION, recuLe);
    Optional<DelaiVise> accompagner = lire(ACCOMPAGNEMENT, FinDuDelai.ACCOMPAGNEMENT, recuLe)
        .filter(d -> orienter.filter(o -> o.fin() == d.fin()).isEmpty());
    return Stream.concat(orienter.stream(), accompagner.stream()).toList();
  }

  /** A value just typed may not make both end with the same thing: one deadline would bear two limits, and one of them would be lost. */
  @EventListener
  void refuserLesJumeaux(ValeurChangee changee) {
    if (!changee.cle().startsWith(ORIENTATION) && !changee.cle().startsWith(ACCOMPAGNEMENT)) {
      return;
    }
    Optional<DelaiVise> orienter = lire(ORIENTATION, FinDuDelai.ORIENTATION, changee.depuis());
    lire(ACCOMPAGNEMENT, FinDuDelai.ACCOMPAGNEMENT, changee.depuis())
        .filter(d -> orienter.filter(o -> o.fin() == d.fin()).isPresent()).ifPresent(d -> {
      throw new RefusMetier("DELAIS_JUMEAUX",
          ("Le délai pour orienter et celui pour accompagner finiraient tous les deux par « %s » : un seul serait suivi. "
          + "Donnez-leur deux fins différentes.").formatted(d.fin().libelle()));
    });
  }

  /** @param fin what ends it when nothing says */
  private Optional<DelaiVise> lire(String cle, FinDuDelai fin, LocalDate au) {
    return parametres.chercher(cle, au).map(v ->
        new DelaiVise(cle, DepartDuDelai.valueOf(precision(cle + "_depart", au, DepartDuDelai.RECEPTION.name())),
        FinDuDelai.valueOf(precision(cle + "_fin", au, fin.name())), v.duree(),
        "DEPART_COMPRIS".equals(precision(cle + "_decompte", au, "DEPART_COMPRIS")), v.reference()));
  }

  private String precision(String cle, LocalDate au, String defaut) {
    return parametres.chercher(cle, au).map(Valeur::texte).orElse(defaut);
  }

  /** Those that the notification of the orientation does not end. */
  static Stream<DelaiVise> aPart(List<DelaiVise> delais) {
    return delais.stream().filter(d -> d.fin() != FinDuDelai.ORIENTATION);
  }
}
