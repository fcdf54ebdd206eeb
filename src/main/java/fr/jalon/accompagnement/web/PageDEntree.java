package fr.jalon.accompagnement.web;

import fr.jalon.accompagnement.lecture.PersonneSuivie;
import fr.jalon.accompagnement.lecture.PortefeuillesIntensifs.Portefeuille;
import fr.jalon.ecran.Refus;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Persons about to enter a portfolio. @param f as typed; @param refus why some may not, by person */
public record PageDEntree(Portefeuille portefeuille, List<PersonneSuivie> personnes, FormulaireDEntree f, Map<Long, String> refus, Refus erreur,
    LocalDate jour) {
  /** True when those there would go over its size. */
  public boolean deborde() {
    return portefeuille.membres() + f.personnes().size() > portefeuille.places() || erreur.a("acceptePar") || !f.acceptePar().isBlank();
  }
}
