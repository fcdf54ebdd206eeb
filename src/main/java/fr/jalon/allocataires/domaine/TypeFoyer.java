package fr.jalon.allocataires.domaine;

import fr.jalon.allocataires.constat.PersonneConstatee;
import java.util.List;

/** Type of foyer, as the plans count them: who the adults are and whether children are counted for the RSA. */
public enum TypeFoyer {
  HOMME_SEUL("Homme seul"), FEMME_SEULE("Femme seule"), HOMME_SEUL_ENFANTS("Homme seul avec enfants"),
  FEMME_SEULE_ENFANTS("Femme seule avec enfants"), COUPLE("Couple"), COUPLE_ENFANTS("Couple avec enfants"), INCONNU("Type de foyer inconnu");

  private final String libelle;

  TypeFoyer(String libelle) {
    this.libelle = libelle;
  }

  /** As agents read it. */
  public String libelle() {
    return libelle;
  }

  /** Type of a foyer from its members: one adult (by sex) or two, with or without a child or other dependant counted. */
  public static TypeFoyer de(List<PersonneConstatee> membres) {
    List<PersonneConstatee> adultes = membres.stream().filter(PersonneConstatee::adulte).toList();
    boolean enfants = enfants(membres) > 0;
    if (adultes.size() >= 2) {
      return enfants ? COUPLE_ENFANTS : COUPLE;
    }
    if (adultes.isEmpty() || adultes.getFirst().identite().sexe() == null) {
      return INCONNU;
    }
    return switch (adultes.getFirst().identite().sexe()) {
      case 1 -> enfants ? HOMME_SEUL_ENFANTS : HOMME_SEUL;
      case 2 -> enfants ? FEMME_SEULE_ENFANTS : FEMME_SEULE;
      default -> INCONNU;
    };
  }

  /** Number of children and other dependants counted for the RSA. */
  public static int enfants(List<PersonneConstatee> membres) {
    return (int) membres.stream().filter(m -> !m.adulte() && m.aCharge()).count();
  }
}
