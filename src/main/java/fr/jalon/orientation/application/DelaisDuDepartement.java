package fr.jalon.orientation.application;

import fr.jalon.orientation.domaine.DelaiVise;
import fr.jalon.orientation.domaine.DepartDuDelai;
import fr.jalon.orientation.domaine.FinDuDelai;
import fr.jalon.parametres.Parametres;
import fr.jalon.parametres.Valeur;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The delays that the Département sets itself, as its parameters say them at a date. */
@Component
public class DelaisDuDepartement {
  private static final List<String> CLES = List.of("orientation.delai_cible", "accompagnement.delai_cible");
  private final Parametres parametres;

  DelaisDuDepartement(Parametres parametres) {
    this.parametres = parametres;
  }

  /** None, one or two. @param recuLe day of reception: the values in force that day hold */
  public List<DelaiVise> au(LocalDate recuLe) {
    return CLES.stream().flatMap(cle -> lire(cle, recuLe).stream()).toList();
  }

  private Optional<DelaiVise> lire(String cle, LocalDate au) {
    return parametres.chercher(cle, au).map(v -> new DelaiVise(DepartDuDelai.valueOf(precision(cle + "_depart", au, DepartDuDelai.RECEPTION.name())),
        FinDuDelai.valueOf(precision(cle + "_fin", au, FinDuDelai.ORIENTATION.name())), v.duree(),
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
